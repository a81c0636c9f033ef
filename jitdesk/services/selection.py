"""`SelectionService`: what is marked or was copied elsewhere, read off the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from jitdesk.desktop.selection import SelectionPlug
from jitdesk.services.emitting import emit
from jitdesk.services.worker import LatestWins


class SelectionService(QObject):
    """Answers numbered questions; the text is handed on and kept nowhere."""

    selected = Signal(int, str)
    """The number of the question, and the marked text."""
    copied = Signal(int, str)
    """The number of the question, and the text on the clipboard, "" = there is none."""

    def __init__(self, plug: SelectionPlug, parent: QObject | None = None) -> None:
        """Take the system's plug; nothing runs before `ask`."""
        super().__init__(parent)
        self._plug = plug
        self._worker = LatestWins("selection")

    def ask(self, number: int) -> None:
        """Ask what is marked; answered by `selected` if anything is."""
        if self._plug.supported:
            self._worker.submit(lambda: self._ask(number))

    @property
    def supported(self) -> bool:
        """Whether the system's plug can read them."""
        return self._plug.supported

    def ask_copied(self, number: int) -> None:
        """Ask what is on the clipboard; answered by `copied`."""
        self._worker.submit(lambda: emit(self.copied, number, self._plug.copied()))

    def close(self) -> None:
        """Take no more questions."""
        self._worker.stop()

    def _ask(self, number: int) -> None:
        text = self._plug.selected().strip()
        if text:
            emit(self.selected, number, text)
