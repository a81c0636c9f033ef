"""`InsertController`: a text goes into the program that the guide was opened beside.

Only into that window, and only while it has the keyboard; whatever is not certain ends with
the text on the clipboard and a sentence that says so.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from jitdesk.app.clipboard_loan import ClipboardLoan
from jitdesk.app.insertion import is_remote, is_terminal, portions
from jitdesk.desktop.foreground import ForegroundPlug, ForegroundWindow
from jitdesk.desktop.paste import PastePlug

_LOOK: Final = 5  # ms between two looks
_PATIENCE: Final = 1200  # ms for the window to come to the front and the hands to leave the keys
_READING: Final = 1500  # ms for the program to ask for the text
_SETTLE: Final = 300  # ms after it asked: some programs ask twice


class InsertController(QObject):
    """One insertion at a time."""

    told = Signal(str)
    """How it ended."""

    def __init__(self, foreground: ForegroundPlug, plug: PastePlug) -> None:
        """Take who is in front, and who presses keys."""
        super().__init__()
        self._foreground, self._plug = foreground, plug
        self._loan = ClipboardLoan()
        self._window: ForegroundWindow | None = None
        self._text = ""
        self._rest: list[str] = []
        self._pasted = False
        self._since = QElapsedTimer()
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._looked)
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self._ended)
        self._loan.read.connect(self._was_read)

    def close(self) -> None:
        """Give the clipboard back."""
        if self._look.isActive() or self._end.isActive():
            self._look.stop()
            self._end.stop()
            self._loan.give_back()
        self._plug.close()

    def insert(self, text: str, window: ForegroundWindow | None) -> None:
        """Insert `text`, or the next line of it into a terminal."""
        if self._look.isActive():
            return
        if self._end.isActive():  # the person is quicker than the program that was given a line
            self._end.stop()
            self._ended()
        app = window.app if window is not None else ""
        if text != self._text or not self._rest:
            self._text, self._rest = text, portions(text, app)
        if not self._rest:
            self.told.emit(self.tr("There is nothing to insert."))
            return
        why = self._refusal(window)
        if why or not self._loan.take(self._rest[0], selection=is_terminal(app)):
            self._copy(why or self.tr("what you had copied is too large to put back"))
            return
        self._window, self._pasted = window, False
        self._since.start()
        self._foreground.activate(window.id if window is not None else 0)
        self._look.start()

    def _refusal(self, window: ForegroundWindow | None) -> str:
        if window is None or not window.id or not self._plug.supported:
            return self.tr("the program is not known")
        if is_remote(window.app):
            return self.tr("{0} shows another computer").format(window.app)
        if not self._plug.answers():
            return self.tr("the program that owns the clipboard does not answer")
        return ""

    def _copy(self, why: str) -> None:
        self._loan.take(self._rest[0], selection=False)
        self._loan.keep_lent()
        self.told.emit(self.tr("Copied instead, because {0}. Press Ctrl+V there.").format(why))
        self._rest = []

    def _looked(self) -> None:
        window = self._window
        if window is None:
            return
        front = self._foreground.current()
        ready = front is not None and front.id == window.id and self._plug.hands_off()
        if ready and self._plug.paste(window.id, terminal=is_terminal(window.app)):
            self._look.stop()
            self._pasted = True
            self._end.start(_READING)
        elif self._since.elapsed() > _PATIENCE:
            self._look.stop()
            self._loan.keep_lent()
            self._rest = []
            self.told.emit(
                self.tr("Copied instead: its window did not come to the front. Press Ctrl+V there.")
            )

    def _was_read(self) -> None:
        # Once: whoever reads it over and over must not keep it from being given back.
        if self._pasted and self._end.isActive():
            self._pasted = False
            self._end.start(_SETTLE)

    def _ended(self) -> None:
        self._loan.give_back()
        self._rest.pop(0)
        app = self._window.app if self._window is not None else ""
        if self._rest:
            text = self.tr(
                "Inserted into {0}; {1} lines are left. Press Enter there, then insert again."
            )
            self.told.emit(text.format(app, len(self._rest)))
        else:
            self._text = ""
            self.told.emit(self.tr("Inserted into {0}").format(app))
