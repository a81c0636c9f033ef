"""`LearningController`: what happens in popup and guide window -> the person's history.

It listens and writes; it never stands between a key and what the key does. The clock and
the rules are `jitdesk.learning`'s.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from jitdesk.app.players.player import Player
from jitdesk.app.reading_controller import ReadingController
from jitdesk.app.search_controller import SearchController
from jitdesk.learning.event import Event, Name, Result
from jitdesk.learning.run import Run
from jitdesk.learning.signals import is_stall
from jitdesk.learning.tracker import Tracker
from jitdesk.models.reading import Opened, Origin
from jitdesk.services.learning import LearningService
from jitdesk.settings import Settings
from jitdesk.ui.reader.window import GuideWindow

_ITEM = 120


class LearningController(QObject):
    """One tracker, fed by the controllers of popup and guide window."""

    noted = Signal()
    """Something was stored that decisions may depend on."""

    def __init__(
        self,
        learning: LearningService,
        searching: SearchController,
        reading: ReadingController,
        window: GuideWindow,
        settings: Settings,
    ) -> None:
        """Take what it listens to."""
        super().__init__()
        self._learning, self._reading = learning, reading
        self.tracker = Tracker(time.time)
        self._opened: Opened | None = None
        self._ticked: frozenset[str] = frozenset()
        self._step = ""
        self._step_time = QElapsedTimer()
        self._returns = 0
        self.take_settings(settings)
        searching.shown.connect(self._shown)
        searching.answered.connect(self._answered)
        searching.previewed.connect(self.tracker.previewed)
        searching.hidden.connect(self._hidden)
        reading.shown.connect(self._guide_shown)
        reading.moved.connect(self._moved)
        reading.ended.connect(self._ended)
        reading.closed.connect(self._closed)
        window.focus_changed.connect(self._focus_changed)

    def take_settings(self, settings: Settings) -> None:
        """Follow the off switch."""
        self._learning.enabled = settings.switch("keep_history")
        self._reading.show_outcome(self._learning.enabled)

    def stop(self) -> None:
        """Store the episode that is open."""
        self.tracker.end()
        self._store()

    def helped(self, guide: str, solved: bool) -> None:
        """Note what the asker says of the guide that answers."""
        detail = {"reason": "solved" if solved else "not what I meant"}
        self._learning.note([Event(Name.HELPED, time.time(), guide, detail=detail)])

    def stuck(self, step: str, words: str) -> None:
        """Note that the person is stuck in the open guide (S8)."""
        self.tracker.stuck(step, words)
        self._store()

    # -- what happens --------------------------------------------------------------------

    def _shown(self) -> None:
        self.tracker.shown()
        self._store()

    def _answered(self, text: str, results: int, ms: float, _poor: bool) -> None:
        self.tracker.answered(text, results, ms)

    def _hidden(self) -> None:
        self.tracker.hidden()
        self._store()

    def _guide_shown(self, opened: Opened, origin: Origin) -> None:
        self._opened, self._ticked = opened, frozenset(opened.run.ticked)
        self.tracker.acted()
        self.tracker.opened(
            opened.guide.key,
            opened.guide.version,
            support=self._reading.support,
            source=origin.source,
            rank=origin.rank,
            view=opened.view or "full",
        )
        self._step_time.start()
        self._returns = 0
        self._store()

    def run_changed(self, run: Run) -> None:
        """Note the items that were confirmed, where the pack of the checklist asks for it."""
        opened, before = self._opened, self._ticked
        if opened is None or not opened.confirms or run.key != opened.guide.key:
            return
        from jitdesk.guides.page import Item  # noqa: PLC0415  (few packs ask for it)
        from jitdesk.guides.terminal import plain_text  # noqa: PLC0415

        self._ticked = frozenset(run.ticked)
        values = run.values()
        events = []
        for block in opened.page.blocks:
            if isinstance(block, Item) and block.key in self._ticked - before:
                written = "; ".join(values[name] for name in block.asks if values.get(name))
                words = " ".join(plain_text(block.html).split())[:_ITEM]
                detail = {"item": words, **({"value": written} if written else {})}
                key, version = opened.guide.key, opened.guide.version
                events.append(Event(Name.CONFIRMED, time.time(), key, version, detail=detail))
        self._learning.note(events)

    def _moved(self, player: Player) -> None:
        place = player.place()
        self._check_stall(place.total)
        if place.text != self._step:
            self._step, self._returns = place.text, 0
            self._step_time.restart()
        self.tracker.moved(place.done, place.total, trace=player.trace, support=player.support)

    def _check_stall(self, total: int) -> None:
        if self._opened is None or not self._step_time.isValid():
            return
        median = self._opened.guide.minutes * 60 / max(1, total)
        if is_stall(self._step_time.elapsed() / 1000, median, self._returns):
            self.tracker.stalled()

    def _focus_changed(self, inside: bool) -> None:
        self._returns += inside
        self.tracker.focus(inside)

    def _ended(self, result: str, words: str, _send: bool) -> None:
        self.tracker.outcome(Result(result), words)

    def _closed(self) -> None:
        if self._opened is not None:
            self._check_stall(1)
        self._opened = None
        self.tracker.left()
        self._store()
        self.noted.emit()

    def _store(self) -> None:
        self._learning.note(self.tracker.take())
