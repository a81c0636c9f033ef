"""Windows with a title bar of the desktop: as large as their screen allows, all of it seen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QWidget

from jitdesk.ui.theme import Theme

_TITLE_BAR: Final = 40
"""Logical pixels that the frame may need above; it is unknown before the window is shown."""
_BORDER: Final = 8


def fitting(theme: Theme, size: QSize) -> QSize:
    """Return a window's size that grows with the text size and still fits its screen."""
    return QSize(theme.px(size.width()), theme.px(size.height())).boundedTo(_room().size())


def open_framed(window: QWidget) -> None:
    """Show a window in the middle of the pointer's screen, or bring it to the front."""
    if not window.isVisible():
        room = _room()
        window.resize(window.size().boundedTo(room.size()))
        place = QRect(room.topLeft(), window.size())
        place.moveCenter(room.center())
        # Qt moves the frame, not what is in it: the title bar stands at the place's top.
        window.move(place.left(), max(place.top(), room.top()) - _TITLE_BAR)
    window.show()
    window.raise_()
    window.activateWindow()


def _room() -> QRect:
    """Return where the inside of a window may be on the screen that the pointer is on."""
    screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry().adjusted(_BORDER, _TITLE_BAR, -_BORDER, -_BORDER)
