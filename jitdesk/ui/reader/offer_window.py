"""`OfferWindow`: an assistant offers a checklist; it starts if the person says so here.

On top and without the keyboard, as the guide window is: the person may be in the middle of a
word. It can be clicked, or taken by Tab and Enter once it has the focus; Esc says no.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from jitdesk.ui.theme import SPACE, Theme
from jitdesk.ui.widgets.buttons import action_button
from jitdesk.ui.widgets.speech import announce

_WIDTH = 408


class OfferWindow(QDialog):
    """One question and two buttons."""

    agreed = Signal(str)
    """Key of the guide that the person wants to start."""

    def __init__(self, theme: Theme) -> None:
        """Build it hidden."""
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, Qt.WindowType.Tool | flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme = theme
        self._key = ""
        self._asks, self._title = QLabel(), QLabel()
        for label in (self._asks, self._title):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        lines.setSpacing(SPACE)
        for part in (self._asks, self._title):
            lines.addWidget(part)
        lines.addSpacing(SPACE)
        lines.addLayout(self._buttons)

    def wanted_size(self) -> QSize:
        """Return the size that its text needs."""
        width = self._theme.px(_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def ask(self, key: str, title: str) -> None:
        """Say what is offered; a newer offer replaces an older one."""
        self._key = key
        self._restyle()
        self.setWindowTitle(self.tr("Start “{0}”?").format(title))
        self.setAccessibleName(self.windowTitle())
        self._asks.setText(self.tr("An assistant offers you this checklist:"))
        self._title.setText(title)
        announce(self, f"{self._asks.text()} {title}")

    def open_at(self, place: QRect) -> None:
        """Show at `place` without taking the focus."""
        self.setGeometry(place)
        self.show()

    def accept(self) -> None:
        """Start it."""
        self.hide()
        self.agreed.emit(self._key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and a border."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("ground"))
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _restyle(self) -> None:
        self.setPalette(self._theme.palette())
        self._asks.setFont(self._theme.font(13))
        self._title.setFont(self._theme.font(16, bold=True))
        for old in self.findChildren(QPushButton):
            self._buttons.removeWidget(old)
            old.deleteLater()
        start = action_button(self._theme, self.tr("Start"), main=True)
        no = action_button(self._theme, self.tr("No"), "Esc")
        start.setDefault(True)
        start.clicked.connect(self.accept)
        no.clicked.connect(self.reject)
        for place, button in enumerate((start, no)):
            self._buttons.insertWidget(place, button)
