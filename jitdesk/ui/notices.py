"""`Notices`: the one door to the person. Controllers decide, this shows, others return.

A notice has three parts: what happened, what it means for you now, what to do. It goes to
the tray where there is one and always to the popup's status line; nothing is modal.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from jitdesk.ui.tray import Tray


class Notices(QObject):
    """Shows one sentence at a time; the same one is not repeated."""

    status_wanted = Signal(str)

    def __init__(self, tray: Tray) -> None:
        """Take the tray for the bubbles."""
        super().__init__()
        self._tray = tray
        self._last = ""

    def tell(self, text: str, title: str = "JITDesk") -> None:
        """Show a sentence that the person should see."""
        self.status_wanted.emit(text)
        if text != self._last:
            self._last = text
            self._tray.tell(title, text)

    def status(self, text: str) -> None:
        """Show a passing state in the popup only."""
        self.status_wanted.emit(text)
