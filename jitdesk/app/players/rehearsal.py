"""`Rehearsal`: a keeper of runs that keeps nothing: the author's preview is played with it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer

from jitdesk.learning.run import Entry, Run


class Rehearsal:
    """Answers like the reading service, from memory; nothing is recorded."""

    def __init__(self) -> None:
        """Answer nobody yet."""
        self.answer: Callable[[Run], None] = _nobody
        self._run: Run | None = None

    def tick(self, run: Run, item: str, *, ticked: bool, position: str) -> None:
        """Tick or clear an item."""
        run = self._run or run
        times = {key: at for key, at in run.times.items() if key != item}
        times |= {item: time.time()} if ticked else {}
        self._answer(replace(run, ticked=frozenset(times), times=times, position=position))

    def note(
        self, run: Run, item: str, kind: str, text: str, *, position: str | None = None
    ) -> None:
        """Write what the run says of an item."""
        run = self._run or run
        entries = {key: entry for key, entry in run.entries.items() if key != (item, kind)}
        entries |= {(item, kind): Entry(text, time.time())} if text else {}
        where = run.position if position is None else position
        self._answer(replace(run, entries=entries, position=where))

    def move(self, run: Run, position: str) -> None:
        """Forget where the person is: the preview draws it itself."""

    def note_view(self, key: str, view: str) -> None:
        """Forget the view."""

    def keep(self, name: str, value: str) -> None:
        """Forget the value."""

    def _answer(self, run: Run) -> None:
        self._run = run
        # Later, as the service would: a player must not be answered inside its own call.
        QTimer.singleShot(0, lambda: self.answer(run))


def _nobody(_run: Run) -> None:
    return
