"""The screens of the desktop, as placing a window needs them."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from jitdesk.ui.popup.placement import Screen


def current_screens() -> list[Screen]:
    """Return the screens as Qt sees them now."""
    return [
        Screen(
            screen.availableGeometry(),
            screen.geometry().topLeft(),
            screen.geometry().size(),
            screen.devicePixelRatio(),
        )
        for screen in QGuiApplication.screens()
    ]
