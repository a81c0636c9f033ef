"""Services written by hand: a search that answers when and in the order a test says."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from jitdesk.learning.plan import Plan
from jitdesk.models.reading import Home
from jitdesk.search.hit import Answer, Hit, Query
from jitdesk.services.search import SearchUpdate


def hit_for(text: str, rank: int) -> Hit:
    """Return a row that tells which text it answers, by its situation."""
    return Hit(
        rank=rank, key=f"p/{text}{rank}", id=f"{text}{rank}", title=f"{text} {rank}", type="guide",
        pack="p", path="a.md", section="", section_title="", situation=text, line="", score=1.0,
        why="", minutes=1, reviewed_on="",
    )  # fmt: skip


def rows_for(text: str) -> tuple[Hit, ...]:
    """Return the rows that answer `text`."""
    return tuple(hit_for(text, rank) for rank in range(1, 4))


class LateSearch(QObject):
    """Keeps every question until the test answers it."""

    answered = Signal(object)
    warmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[int, Query]] = []

    def ask(self, number: int, query: Query) -> None:
        self.open.append((number, query))

    def answer_with(self, rows: tuple[Hit, ...], place: int = -1) -> None:
        """Answer one of the open questions with these rows."""
        number, query = self.open.pop(place)
        self.answered.emit(SearchUpdate(number, Answer(query, rows, 1.0)))

    def answer(self, place: int = -1) -> None:
        """Answer one of the open questions; they need not be answered in order.

        Without nearness every answer is weak; with it the last row comes first.
        """
        number, query = self.open.pop(place)
        rows = rows_for(query.text)
        rows = rows[::-1] if query.near else rows
        answer = Answer(query, rows, 1.0, weak=not query.near)
        self.answered.emit(SearchUpdate(number, answer))


class LateMeaning(QObject):
    """Keeps every question of meaning until the test answers it."""

    near = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[int, str]] = []

    def ask(self, number: int, text: str) -> None:
        self.open.append((number, text))

    def answer(self, place: int = -1) -> None:
        """Answer one of the open questions."""
        number, text = self.open.pop(place)
        self.near.emit(number, {f"p/{text}3": 0.9})


class QuietReading(QObject):
    """Lists three guides for an empty field and previews nothing."""

    opened = Signal(object)
    run_changed = Signal(object)
    previewed = Signal(object)
    home_ready = Signal(object)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.sent_away: list[str] = []
        self.plans: tuple[tuple[Plan, Hit], ...] = ()
        self.unplanned: list[str] = []

    def unplan(self, guide: str) -> None:
        self.unplanned.append(guide)
        self.plans = tuple(row for row in self.plans if row[0].guide != guide)

    def not_here(self, name: str) -> None:
        self.sent_away.append(name)

    def ask_home(self) -> None:
        self.home_ready.emit(
            Home(rows_for(""), not_here=frozenset(self.sent_away), plans=self.plans)
        )

    def ask_preview(self, key: str, section: str) -> None:
        """Stay silent."""
