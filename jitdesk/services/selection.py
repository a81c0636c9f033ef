"""`SelectionService`: what is marked in the program in front, read off the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from jitdesk.desktop.selection import SelectionPlug
from jitdesk.services.emitting import emit
from jitdesk.services.worker import LatestWins


class SelectionService(QObject):
    """Answers numbered questions; the text is handed on and kept nowhere."""

    selected = Signal(int, str)
    """The number of the question, and the marked text."""

    def __init__(self, plug: SelectionPlug, parent: QObject | None = None) -> None:
        """Take the system's plug; nothing runs before `ask`."""
        super().__init__(parent)
        self._plug = plug
        self._worker = LatestWins("selection")

    def ask(self, number: int) -> None:
        """Ask what is marked; answered by `selected` if anything is."""
        if self._plug.supported:
            self._worker.submit(lambda: self._ask(number))

    def close(self) -> None:
        """Take no more questions."""
        self._worker.stop()

    def _ask(self, number: int) -> None:
        text = self._plug.selected().strip()
        if text:
            emit(self.selected, number, text)
