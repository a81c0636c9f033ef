"""What an ask says of where it was asked."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from jitdesk.app.asking_controller import foreign


def test_an_ask_over_a_window_of_our_own_names_no_program(qapp: QApplication) -> None:
    """Whoever searched twice in a row had asked "in the program jitdesk"."""
    name = qapp.applicationName()
    qapp.setApplicationName("jitdesk")
    assert foreign("jitdesk") == ""
    assert foreign("excel") == "excel"
    qapp.setApplicationName(name)
