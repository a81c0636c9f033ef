"""`Scrolled`: a part of a window that scrolls up and down where the screen is too low for it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from jitdesk.ui.theme import SPACE


class Scrolled(QScrollArea):
    """Follows the focus; is as wide as its inside needs at least."""

    def __init__(self, inside: QWidget) -> None:
        """Take `inside` over."""
        super().__init__()
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def minimumSizeHint(self) -> QSize:
        """Return the width that the inside needs, and next to no height."""
        width = self._inside.minimumSizeHint().width()
        return QSize(width + self.verticalScrollBar().sizeHint().width(), 2 * SPACE)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._inside.isAncestorOf(new):
            # `ensureWidgetVisible` is content where the text cursor is seen.
            place = QRect(new.mapTo(self._inside, QPoint(0, 0)), new.size())
            for edge in (place.bottom(), place.top()):
                self.ensureVisible(0, edge, 0, SPACE)
