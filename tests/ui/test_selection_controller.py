"""What is marked in the program in front is offered, and searched for on a key alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jitdesk.app.foot import Foot
from jitdesk.app.search_controller import SearchController
from jitdesk.app.selection_controller import SelectionController
from jitdesk.desktop.foreground import NullForeground
from jitdesk.desktop.hotkey import SEARCH, Press
from jitdesk.models.hit_list import HitListModel
from jitdesk.settings import Settings
from jitdesk.ui.popup.popup import SearchPopup
from jitdesk.ui.theme import Theme
from tests.support.services import LateMeaning, LateSearch, QuietReading


class Marked(QObject):
    """A selection that answers when the test says so."""

    selected = Signal(int, str)
    copied = Signal(int, str)
    supported = True

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []
        self.asked_copied: list[int] = []

    def ask_copied(self, number: int) -> None:
        self.asked_copied.append(number)

    def ask(self, number: int) -> None:
        self.asked.append(number)


class Desk:
    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.popup = SearchPopup(HitListModel(), theme)
        qtbot.addWidget(self.popup)
        self.search, self.marked = LateSearch(), Marked()
        self.searching = SearchController(
            self.popup, self.search, QuietReading(), LateMeaning(), NullForeground(), theme,
            Settings(),
        )  # fmt: skip
        self.foot = Foot(self.popup, theme)
        self.controller = SelectionController(self.popup, self.searching, self.marked, self.foot)
        self.searching.open(Press(SEARCH))

    @property
    def offered(self) -> str:
        row = self.foot.row
        return row._words.text() if row is not None and row.isVisible() else ""


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    made = Desk(qtbot, theme)
    yield made
    made.searching.close()


def test_a_mark_is_offered_and_searched_for_on_its_key(desk: Desk) -> None:
    desk.marked.selected.emit(desk.marked.asked[-1], "could not\n load  the file")
    assert desk.offered == "You marked “could not load the file”"
    assert desk.popup.edit.text() == ""
    QTest.keyClick(desk.popup.edit, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert desk.popup.edit.text() == "could not load the file"
    assert desk.offered == ""


def test_a_mark_that_comes_late_disturbs_nobody(desk: Desk) -> None:
    desk.popup.edit.insert("mail")
    desk.marked.selected.emit(desk.marked.asked[-1], "something")
    assert desk.offered == ""
    number = desk.marked.asked[-1]
    desk.searching.close()
    desk.searching.open(Press(SEARCH))
    desk.marked.selected.emit(number, "of the last opening")
    assert desk.offered == ""


@pytest.mark.parametrize("text", ["ab", "x" * 2001])
def test_a_slip_of_the_mouse_and_a_whole_page_are_not_offered(desk: Desk, text: str) -> None:
    desk.marked.selected.emit(desk.marked.asked[-1], text)
    assert desk.offered == ""


def test_switched_off_nothing_is_read(desk: Desk) -> None:
    desk.searching.close()
    desk.controller.enabled = False
    asked = len(desk.marked.asked)
    desk.searching.open(Press(SEARCH))
    assert len(desk.marked.asked) == asked


def press_paste_search(desk: Desk) -> None:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desk.popup.edit, Qt.Key.Key_V, held)


def test_the_clipboard_is_searched_for_on_its_key_alone(desk: Desk) -> None:
    assert not desk.marked.asked_copied
    desk.popup.edit.setText("what stood here")
    press_paste_search(desk)
    desk.marked.copied.emit(desk.marked.asked_copied[-1], "Error 0x80\n  at line 7")
    assert desk.popup.edit.text() == "Error 0x80 at line 7"


def test_of_a_long_copied_text_the_beginning_is_searched_for(desk: Desk) -> None:
    press_paste_search(desk)
    desk.marked.copied.emit(desk.marked.asked_copied[-1], "word " * 100_000)
    assert len(desk.popup.edit.text()) == 2000


def test_a_clipboard_without_text_is_said(desk: Desk) -> None:
    press_paste_search(desk)
    desk.marked.copied.emit(desk.marked.asked_copied[-1], "")
    assert desk.popup.edit.text() == ""
    assert desk.popup.status.text() == "There is no text on the clipboard."


def test_a_clipboard_that_answers_after_closing_is_dropped(desk: Desk) -> None:
    press_paste_search(desk)
    number = desk.marked.asked_copied[-1]
    desk.searching.close()
    desk.searching.open(Press(SEARCH))
    desk.marked.copied.emit(number, "late")
    assert desk.popup.edit.text() == ""
