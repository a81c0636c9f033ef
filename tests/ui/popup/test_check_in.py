"""A question in the popup: one, below the rows, by one key, and never in front of typing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from unittest.mock import patch

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jitdesk.app import check_in_controller
from jitdesk.app.check_in_controller import CheckInController
from jitdesk.app.foot import Foot
from jitdesk.learning.checkins import CheckIn, Kind
from jitdesk.learning.event import Event
from jitdesk.models.hit_list import HitListModel
from jitdesk.ui.popup.popup import SearchPopup
from jitdesk.ui.theme import Theme

APPLIED = CheckIn(Kind.APPLIED, "p/a", "Send it safely", 7, date(2026, 3, 2))
RECALL = CheckIn(Kind.RECALL, "p/a", "Send it", 1, date(2026, 3, 2), "Wrong link?", "Tell IT.")


class Searching(QObject):
    """The part of the search controller that is listened to."""

    shown = Signal()
    hidden = Signal()


class Learning(QObject):
    """Decides what the test says and keeps what it is told."""

    due_ready = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.next: CheckIn | None = None
        self.noted: list[Event] = []
        self.chosen = ""
        self.enabled = True

    def ask_due(self) -> None:
        self.due_ready.emit(self.next)

    def note(self, events: list[Event]) -> None:
        self.noted += events

    def choose_check_ins(self, choice: str) -> None:
        self.chosen = choice


class Scene:
    """A popup whose question is due."""

    def __init__(self, qtbot: QtBot, theme: Theme, due: CheckIn) -> None:
        self.popup = SearchPopup(HitListModel(), theme)
        qtbot.addWidget(self.popup)
        self.searching, self.learning = Searching(), Learning()
        self.learning.next = due
        self.foot = Foot(self.popup, theme)
        self.controller = CheckInController(
            self.popup,
            self.searching,  # type: ignore[arg-type]
            self.learning,  # type: ignore[arg-type]
            self.foot,
        )
        self.controller.ask()
        self.open()

    def open(self) -> None:
        self.popup.show()
        self.searching.shown.emit()

    def close(self) -> None:
        self.popup.hide()
        self.searching.hidden.emit()

    def names(self) -> list[str]:
        return [event.name.value for event in self.learning.noted]


@pytest.fixture
def scene(qtbot: QtBot, theme: Theme) -> Scene:
    return Scene(qtbot, theme, APPLIED)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (Qt.Key.Key_1, {"result": "worked", "support": 0}),
        (Qt.Key.Key_2, {"result": "worked", "support": 3}),
    ],
)
def test_one_key_says_that_it_was_applied(
    scene: Scene, qtbot: QtBot, key: Qt.Key, told: dict[str, object]
) -> None:
    qtbot.keyClick(scene.popup.edit, key, Qt.KeyboardModifier.AltModifier)
    assert scene.names() == ["prompted", "performed"]
    assert told.items() <= scene.learning.noted[1].detail.items()
    assert scene.learning.noted[1].detail["day"] == 7
    assert not scene.foot.row.isVisible()  # type: ignore[union-attr]


def test_what_came_back_is_told_on_day_seven_only(scene: Scene, qtbot: QtBot, theme: Theme) -> None:
    qtbot.keyClick(scene.popup.edit, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert {"result": "fixed", "back": True}.items() <= scene.learning.noted[1].detail.items()
    later = Scene(qtbot, theme, replace(APPLIED, day=30))
    assert later.foot.row is not None
    assert not later.foot.row.buttons[4].isVisible()


def test_no_chance_is_an_answer_of_its_own(scene: Scene, qtbot: QtBot) -> None:
    qtbot.keyClick(scene.popup.edit, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert scene.names() == ["prompted", "no-chance"]


def test_trouble_asks_for_one_line(scene: Scene, qtbot: QtBot) -> None:
    qtbot.keyClick(scene.popup.edit, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    row = scene.foot.row
    assert row is not None
    row.line.setText("no right to see it")
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    done = scene.learning.noted[-1]
    assert (done.result, done.text("words")) == ("failed", "no right to see it")


def test_a_bare_digit_belongs_to_the_search_field(scene: Scene, qtbot: QtBot) -> None:
    """Typing "3d printer" answers nothing."""
    qtbot.keyClicks(scene.popup.edit, "3d")
    assert scene.popup.edit.text() == "3d"
    assert scene.names() == []
    assert not scene.foot.row.isVisible()  # type: ignore[union-attr]
    scene.popup.edit.clear()
    assert scene.foot.row.isVisible()  # type: ignore[union-attr]


def test_on_the_row_itself_the_digit_is_enough(scene: Scene) -> None:
    row = scene.foot.row
    assert row is not None
    press = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1")
    QApplication.sendEvent(row.buttons[3], press)
    assert scene.names() == ["prompted", "performed"]


def test_the_field_keeps_the_focus(scene: Scene) -> None:
    assert scene.popup.focusWidget() in {None, scene.popup.edit}


def test_a_recall_shows_the_answer_first_and_then_takes_the_judgement(
    qtbot: QtBot, theme: Theme
) -> None:
    scene = Scene(qtbot, theme, RECALL)
    row = scene.foot.row
    assert row is not None
    assert "Wrong link?" in row._words.text()
    assert "Tell IT." not in row._words.text()
    row.choose(0)
    assert row._words.text() == "Tell IT."
    row.choose(2)
    assert scene.names() == ["prompted", "recalled"]
    assert scene.learning.noted[1].text("answer") == "not"


def test_closed_at_once_it_was_not_asked(scene: Scene) -> None:
    scene.close()
    assert scene.names() == []


def test_left_open_for_a_while_it_was_ignored(scene: Scene) -> None:
    with patch.object(check_in_controller, "SEEN", 0):
        scene.close()
    assert scene.names() == ["prompted", "ignored"]


def test_a_question_of_yesterday_is_not_shown(qtbot: QtBot, theme: Theme) -> None:
    scene = Scene(qtbot, theme, APPLIED)
    scene.close()
    scene.controller._for = date(2026, 1, 1)
    scene.open()
    assert not scene.foot.row.isVisible()  # type: ignore[union-attr]


def test_whether_to_go_on_is_asked_and_remembered(qtbot: QtBot, theme: Theme) -> None:
    scene = Scene(qtbot, theme, CheckIn(Kind.GO_ON))
    scene.foot.row.choose(1)  # type: ignore[union-attr]
    assert scene.learning.chosen == "stop"


def test_switched_off_nothing_is_asked(qtbot: QtBot, theme: Theme) -> None:
    scene = Scene(qtbot, theme, APPLIED)
    scene.close()
    scene.controller.enabled = False
    scene.controller.ask()
    scene.open()
    assert not scene.foot.row.isVisible()  # type: ignore[union-attr]
