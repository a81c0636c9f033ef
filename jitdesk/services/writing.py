"""`WritingService`: judges, tries and saves an author's page off the GUI thread.

The newest text wins: while one is judged, a newer one replaces whatever waits. Files are
read and written in a thread of their own, in order.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jitdesk.errors import PackError
from jitdesk.models.writing import Judged, Ranked
from jitdesk.services.emitting import emit, guarded
from jitdesk.services.worker import LatestWins, Serial

if TYPE_CHECKING:
    from jitdesk.library.shelf import Shelf


class WritingService(QObject):
    """Answers by signals; `failed` is one sentence for the author."""

    judged = Signal(object)
    ranked = Signal(object)
    saved = Signal(str)
    loaded = Signal(str, str)
    """A file and its text."""
    failed = Signal(str)

    def __init__(self, open_shelf: Callable[[], Shelf], parent: QObject | None = None) -> None:
        """Take how the shelf is opened, in the thread that uses it."""
        super().__init__(parent)
        self._open_shelf = open_shelf
        self._newest = LatestWins("judging")
        self._trying = LatestWins("trying")
        self._disk = Serial("writing")

    def judge(self, number: int, text: str, path: str) -> None:
        """Render and lint a text as if it stood at `path`; answered by `judged`."""
        self._newest.submit(guarded(lambda: self._judge(number, text, path), self.failed))

    def try_question(self, text: str, question: str) -> None:
        """Ask a question with this page among the guides; answered by `ranked`."""
        self._trying.submit(guarded(lambda: self._try(text, question), self.failed))

    def save(self, path: str, text: str, pictures: dict[str, bytes]) -> None:
        """Write a page and the pictures pasted into it; answered by `saved`."""
        self._disk.submit(guarded(lambda: self._save(Path(path), text, pictures), self.failed))

    def load(self, path: str) -> None:
        """Read a page; answered by `loaded`."""
        self._disk.submit(guarded(lambda: self._load(Path(path)), self.failed))

    def close(self) -> None:
        """End; what is being saved is saved."""
        self._newest.stop()
        self._trying.stop()
        self._disk.stop(1.0)

    # -- in the threads ------------------------------------------------------------------

    def _judge(self, number: int, text: str, path: str) -> None:
        from jitdesk.services.judging import judge  # noqa: PLC0415  (brings the parsers)

        opened, problems, aim = judge(text, Path(path) if path else None, date.today())  # noqa: DTZ011
        emit(self.judged, Judged(number, opened, tuple(problems), aim))

    def _try(self, text: str, question: str) -> None:
        from jitdesk.guides.guide import PackId  # noqa: PLC0415
        from jitdesk.guides.loader import load  # noqa: PLC0415
        from jitdesk.library.rehearsal import rank_of  # noqa: PLC0415

        guide = load(text.encode(), "draft.md", PackId("draft")).guide
        if guide is None:
            return
        with contextlib.closing(self._open_shelf()) as shelf:
            rank, first = rank_of(shelf, guide, question)
        emit(self.ranked, Ranked(question, rank, first))

    def _save(self, path: Path, text: str, pictures: dict[str, bytes]) -> None:
        from jitdesk.services.judging import save_page  # noqa: PLC0415

        save_page(path, text, pictures)
        emit(self.saved, str(path))

    def _load(self, path: Path) -> None:
        from jitdesk.guides.decoding import decode  # noqa: PLC0415

        text, problems = decode(path.read_bytes(), path.name)
        if text is None:
            raise PackError(f"{path} cannot be opened: {problems[0].message}")
        emit(self.loaded, str(path), text)
