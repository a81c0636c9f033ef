"""`SideWindow`: what the windows beside the daily work share: opening, and one line that tells."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from jitdesk.ui.theme import Theme
from jitdesk.ui.widgets.framed import open_framed
from jitdesk.ui.widgets.speech import announce


class SideWindow(QDialog):
    """A plain window of the desktop with a line at its foot."""

    def __init__(self, theme: Theme) -> None:
        """Build the line; the window lays it out."""
        super().__init__(None, Qt.WindowType.Window)
        self._theme = theme
        self._said = QLabel()

    @property
    def first(self) -> QWidget:
        """What has the focus when the window opens."""
        return self

    def say(self, text: str) -> None:
        """Say one sentence at the foot."""
        self._said.setText(text)
        announce(self, text)

    def open_window(self) -> None:
        """Show the window and bring it to the front."""
        open_framed(self)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
