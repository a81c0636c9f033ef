"""`ReportService`: computes the report in a child process, which may read a share."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from jitdesk.services.child import COMMAND, run_child
from jitdesk.services.emitting import emit
from jitdesk.services.worker import Serial


class ReportService(QObject):
    """One report at a time."""

    ready = Signal(object)
    """The report as `jitdesk report --json` prints it."""
    written = Signal(str)
    """The page that was written."""
    failed = Signal(str)

    def __init__(self, command: Sequence[str] = COMMAND, parent: QObject | None = None) -> None:
        """Take how JITDesk is started."""
        super().__init__(parent)
        self._command = tuple(command)
        self._far = Serial("report")

    def compute(self, sources: Sequence[str], days: int, language: str = "en") -> None:
        """Compute the report on exported histories, or on the own one; answered by `ready`."""
        self._far.submit(lambda: self._compute(sources, days, language))

    def write(self, sources: Sequence[str], days: int, file: str, language: str = "en") -> None:
        """Write the report as one page; answered by `written`."""
        self._far.submit(lambda: self._write(sources, days, file, language))

    def close(self) -> None:
        """End; nobody waits for a share."""
        self._far.stop()

    def _compute(self, sources: Sequence[str], days: int, language: str) -> None:
        text, code = run_child((*_words(sources, days, language), "--json"), self._command)
        try:
            answer = json.loads(text) if code == 0 else None
        except ValueError:
            answer = None
        if answer is None:
            emit(self.failed, text)
        else:
            emit(self.ready, answer)

    def _write(self, sources: Sequence[str], days: int, file: str, language: str) -> None:
        text, code = run_child((*_words(sources, days, language), "--html", file), self._command)
        if code == 0:
            emit(self.written, file)
        else:
            emit(self.failed, text)


def _words(sources: Sequence[str], days: int, language: str) -> list[str]:
    words = ["report", "--days", str(days), "--lang", language]
    for source in sources:
        words += ["--from", source]
    return words
