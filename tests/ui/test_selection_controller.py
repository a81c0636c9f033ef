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

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []

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
