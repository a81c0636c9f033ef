"""Windows with a title bar open whole on their screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from jitdesk.ui.theme import Theme
from jitdesk.ui.widgets.framed import fitting, open_framed


def test_a_window_that_is_larger_than_the_screen_opens_whole(qtbot: QtBot, theme: Theme) -> None:
    """At 200 % on a small screen the title bar stood above its upper edge."""
    window = QDialog()
    qtbot.addWidget(window)
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(fitting(theme, QSize(9000, 9000)))
    open_framed(window)
    assert room.contains(window.frameGeometry())
    assert window.height() + 40 <= room.height(), "room for the title bar"


def test_a_window_that_is_open_stays_where_it_was_moved(qtbot: QtBot) -> None:
    window = QDialog()
    qtbot.addWidget(window)
    open_framed(window)
    window.move(30, 50)
    open_framed(window)
    assert (window.x(), window.y()) == (30, 50)
