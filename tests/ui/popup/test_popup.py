"""The popup by keyboard, as a person uses it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jitdesk.models.hit_list import HitListModel
from jitdesk.ui.popup.popup import SearchPopup
from jitdesk.ui.theme import Theme
from tests.ui.conftest import make_hit


@pytest.fixture
def popup(qtbot: QtBot, theme: Theme) -> SearchPopup:
    made = SearchPopup(HitListModel(), theme)
    qtbot.addWidget(made)
    made.show_hits(tuple(make_hit(n, f"Guide {n}") for n in range(1, 9)))
    made.open_at(QRect(QPoint(0, 0), made.wanted_size()))
    return made


def test_typing_is_told_letter_by_letter(popup: SearchPopup, qtbot: QtBot) -> None:
    told: list[str] = []
    popup.query_edited.connect(told.append)
    qtbot.keyClicks(popup.edit, "vpn")
    assert told == ["v", "vp", "vpn"]


def test_arrows_move_the_selection_and_wrap(popup: SearchPopup, qtbot: QtBot) -> None:
    qtbot.keyClick(popup.edit, Qt.Key.Key_Down)
    assert popup.selected() == make_hit(2, "Guide 2")
    qtbot.keyClick(popup.edit, Qt.Key.Key_Up)
    qtbot.keyClick(popup.edit, Qt.Key.Key_Up)
    assert popup.selected() == make_hit(8, "Guide 8")


def test_control_with_a_digit_names_its_row(popup: SearchPopup, qtbot: QtBot) -> None:
    with qtbot.waitSignal(popup.row_opened) as told:
        qtbot.keyClick(popup.edit, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [2]


def test_enter_and_escape_are_told_and_close_nothing_by_themselves(
    popup: SearchPopup, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(popup.entered):
        qtbot.keyClick(popup.edit, Qt.Key.Key_Return)
    with qtbot.waitSignal(popup.dismissed):
        qtbot.keyClick(popup.edit, Qt.Key.Key_Escape)
    assert popup.isVisible()


def test_while_composing_enter_belongs_to_the_input_method(
    popup: SearchPopup, qtbot: QtBot
) -> None:
    """Pain 8: Enter taken from the IME."""
    told: list[str] = []
    popup.query_edited.connect(told.append)
    QApplication.sendEvent(popup.edit, QInputMethodEvent("ぷり", []))
    with qtbot.assertNotEmitted(popup.entered):
        qtbot.keyClick(popup.edit, Qt.Key.Key_Return)
    assert told == []
    finished = QInputMethodEvent("", [])
    finished.setCommitString("プリンター")
    QApplication.sendEvent(popup.edit, finished)
    assert told == ["プリンター"]
    assert not popup.edit.composing


def test_tab_goes_to_the_preview_and_typing_comes_back(popup: SearchPopup, qtbot: QtBot) -> None:
    popup.activateWindow()
    qtbot.waitUntil(popup.edit.hasFocus)
    qtbot.keyClick(popup.edit, Qt.Key.Key_Tab)
    assert popup.preview.hasFocus()
    qtbot.keyClick(popup.preview, Qt.Key.Key_X)
    assert popup.edit.hasFocus()
    assert popup.edit.text() == "x"


def test_the_menu_opens_by_keyboard(popup: SearchPopup, qtbot: QtBot) -> None:
    with qtbot.waitSignal(popup.menu_wanted):
        qtbot.keyClick(popup.edit, Qt.Key.Key_F10)


def test_a_new_answer_selects_its_first_row(popup: SearchPopup, qtbot: QtBot) -> None:
    popup.select(5)
    popup.show_hits((make_hit(9, "Other"),))
    assert popup.selected() == make_hit(9, "Other")


def test_no_hits_means_no_selection(popup: SearchPopup) -> None:
    popup.show_hits(())
    assert popup.selected() is None


def test_the_model_passes_qts_own_tester(qtbot: QtBot) -> None:
    model = HitListModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for count in (3, 8, 8, 1, 0, 5):
        model.show(tuple(make_hit(n, f"{count} {n}") for n in range(count)))
    assert tester.model() is model


def test_a_screen_reader_hears_field_rows_and_window(popup: SearchPopup) -> None:
    window = QAccessible.queryAccessibleInterface(popup)
    assert window.role() == QAccessible.Role.Dialog
    field = QAccessible.queryAccessibleInterface(popup.edit)
    assert field.text(QAccessible.Text.Name) == "Search guides"
    rows = QAccessible.queryAccessibleInterface(popup.list)
    assert rows.text(QAccessible.Text.Name) == "Results"
    assert rows.child(0).text(QAccessible.Text.Name).startswith("Guide 1, The light is red.")


def test_every_control_has_a_name(popup: SearchPopup) -> None:
    for widget in (popup.edit, popup.list, popup.preview, popup._menu):
        assert widget.accessibleName()


def test_right_to_left_and_broken_titles_are_drawn(popup: SearchPopup) -> None:
    titles = ("الطابعة لا تعمل", "safe\u202egpj.exe", "👨‍👩‍👧‍👦" * 40, "e" + "\u0301" * 200, "")
    popup.show_hits(tuple(make_hit(n, title, marks=((0, 3),)) for n, title in enumerate(titles)))
    assert not popup.grab().isNull()
