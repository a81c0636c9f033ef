"""From the menu to the draft, with the real windows and a recorder that the test drives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from jitdesk.app.recording_controller import RecordingController
from jitdesk.authoring.recorded_page import RecordedPage
from jitdesk.authoring.recording import Chord, Click, Control, Place, Role, Typed
from jitdesk.desktop.foreground import ForegroundWindow, NullForeground
from jitdesk.desktop.hotkey import SEARCH, Press
from jitdesk.desktop.recorder import NullRecorder, RecorderPlug, Shot
from jitdesk.services.hotkey import HotkeyService
from jitdesk.services.recorder import RecorderService
from jitdesk.ui.recording.bar import RecordingBar
from jitdesk.ui.recording.start_window import RecordWindow
from jitdesk.ui.theme import Theme
from tests.support.recorder import ToldRecorder

HERE = Place("Recorded", "Settings")
SAVE = Click(1, 20, 20, 0, HERE, Control(Role.BUTTON, "Save", (10, 10, 40, 20)))
SHOT = Shot(b"\xff" * (4 * 60 * 40), (0, 0, 60, 40), (20, 20))


@dataclass
class Bench:
    """Takes drafts, or does not."""

    free: bool = True
    pages: list[RecordedPage] = field(default_factory=list)

    def take(self, page: RecordedPage) -> bool:
        if self.free:
            self.pages.append(page)
        return self.free


class Front(NullForeground):
    """Remembers who was given the keyboard."""

    def __init__(self) -> None:
        self.given: list[int] = []

    def current(self) -> ForegroundWindow | None:
        return ForegroundWindow(77)

    def activate(self, window_id: int, time: int = 0) -> None:
        self.given.append(window_id)


@dataclass
class Desk:
    """Everything around a recording."""

    plug: ToldRecorder
    bench: Bench
    front: Front
    controller: RecordingController

    @property
    def bar(self) -> RecordingBar:
        return self.controller.bar

    def words(self) -> list[str]:
        return [label.text() for label in self.bar.findChildren(QLabel)]


def make(plug: RecorderPlug, bench: Bench, front: Front, theme: Theme) -> RecordingController:
    hotkeys = HotkeyService([])
    return RecordingController(
        RecorderService(plug), hotkeys, front, theme, bench.take, lambda: ["Ctrl+Alt+Space"], 0
    )


@pytest.fixture
def desk(theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    plug, bench, front = ToldRecorder(), Bench(), Front()
    controller = make(plug, bench, front, theme)
    qtbot.addWidget(controller.bar)
    yield Desk(plug, bench, front, controller)
    controller.stop()


def test_it_starts_only_when_asked_and_says_what_is_kept(desk: Desk, qtbot: QtBot) -> None:
    desk.controller.open()
    window = desk.controller._window
    assert window is not None
    qtbot.addWidget(window)
    assert not desk.plug.listening
    assert not desk.bar.isVisible()
    said = " ".join(label.text() for label in window.findChildren(QLabel))
    assert "what you type: no letter" in said
    assert "blurred at once" in said
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert desk.plug.listening
    assert desk.plug.ignored == ["Ctrl+Alt+Space"]
    assert desk.bar.isVisible()
    assert not window.isVisible()


def test_where_nothing_can_be_recorded_the_reason_stands(theme: Theme, qtbot: QtBot) -> None:
    controller = make(NullRecorder("Wayland"), Bench(), Front(), theme)
    qtbot.addWidget(controller.bar)
    controller.open()
    window = controller._window
    assert window is not None
    qtbot.addWidget(window)
    assert any("Wayland" in label.text() for label in window.findChildren(QLabel))
    assert not window.start.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_recorder_that_cannot_start_says_so(theme: Theme, qtbot: QtBot) -> None:
    controller = make(ToldRecorder("The mouse is taken."), Bench(), Front(), theme)
    qtbot.addWidget(controller.bar)
    controller.open()
    window = controller._window
    assert window is not None
    qtbot.addWidget(window)
    window.start.click()
    assert "The mouse is taken." in [label.text() for label in window.findChildren(QLabel)]
    assert not controller.bar.isVisible()


def test_the_bar_counts_steps_and_takes_the_last_one_back(desk: Desk, qtbot: QtBot) -> None:
    desk.controller.start()
    assert not desk.bar.button("undo").isEnabled()
    desk.plug.tell(SAVE, SHOT)
    desk.plug.tell(Chord("Enter", HERE))
    assert "Recording · 2 steps" in desk.words()
    assert 'Press Enter in "Settings".' in desk.words()
    qtbot.keyClick(desk.bar, Qt.Key.Key_Z)
    assert "Recording · 1 step" in desk.words()


def test_while_paused_nothing_is_heard(desk: Desk, qtbot: QtBot) -> None:
    desk.controller.start()
    qtbot.keyClick(desk.bar, Qt.Key.Key_P)
    assert not desk.plug.listening
    assert "Paused" in desk.words()
    desk.plug.tell(SAVE)
    qtbot.keyClick(desk.bar, Qt.Key.Key_P)
    assert desk.plug.listening
    assert "Recording" in desk.words()


def test_a_note_is_a_step_and_the_keyboard_goes_back(desk: Desk, qtbot: QtBot) -> None:
    desk.controller.start()
    desk.bar.button("note").click()
    assert desk.bar.note.isVisible()
    assert desk.front.given == [int(desk.bar.winId())]
    qtbot.keyClicks(desk.bar.note, "Put paper in")
    qtbot.keyClick(desk.bar.note, Qt.Key.Key_Return)
    assert not desk.bar.note.isVisible()
    assert "Put paper in" in desk.words()
    assert desk.front.given[-1] == 77


def test_letters_in_a_note_press_no_button(desk: Desk, qtbot: QtBot) -> None:
    desk.controller.start()
    desk.bar.button("note").click()
    qtbot.keyClicks(desk.bar.note, "stop nz")
    assert desk.plug.listening
    assert desk.bar.note.text() == "stop nz"
    qtbot.keyClick(desk.bar.note, Qt.Key.Key_Escape)
    assert not desk.bar.note.isVisible()
    assert "Recording" in desk.words()


def test_the_hotkey_leads_to_the_bar_and_back(desk: Desk, qtbot: QtBot) -> None:
    press = Press(SEARCH, 5, ForegroundWindow(42))
    assert not desk.controller.takes(press)
    desk.controller.start()
    assert desk.controller.takes(press)
    assert desk.front.given == [int(desk.bar.winId())]
    assert desk.plug.muted
    qtbot.keyClick(desk.bar, Qt.Key.Key_Escape)
    assert not desk.plug.muted
    assert desk.front.given[-1] == 42
    assert not desk.controller.takes(Press("step_next"))


def test_stop_hands_the_draft_over_and_forgets_the_rest(desk: Desk, qtbot: QtBot) -> None:
    desk.controller.start()
    desk.plug.tell(SAVE, SHOT)
    desk.plug.tell(Typed(HERE))
    qtbot.keyClick(desk.bar, Qt.Key.Key_S)
    (page,) = desk.bench.pages
    assert '1. Click **Save** in "Settings".' in page.text
    assert [data[:4] for data in page.pictures.values()] == [b"\x89PNG"]
    assert not desk.bar.isVisible()
    assert not desk.plug.listening


def test_nothing_recorded_opens_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.controller.start()
    qtbot.keyClick(desk.bar, Qt.Key.Key_S)
    assert not desk.bench.pages
    assert not desk.bar.isVisible()


def test_steps_wait_while_another_page_is_not_saved(desk: Desk, qtbot: QtBot) -> None:
    desk.bench.free = False
    desk.controller.start()
    desk.plug.tell(SAVE)
    desk.bar.button("stop").click()
    assert "Stopped · 1 step" in desk.words()
    assert not desk.bar.button("pause").isVisible()
    desk.bench.free = True
    desk.bar.button("stop").click()
    assert len(desk.bench.pages) == 1
    assert not desk.bar.isVisible()


def test_every_button_of_the_bar_has_a_name_and_a_key(desk: Desk) -> None:
    desk.controller.start()
    buttons = [b for b in desk.bar.findChildren(QPushButton) if b.isVisible()]
    assert [b.accessibleName() for b in buttons] == ["Note", "Undo", "Pause", "Stop"]
    assert len({b.accessibleDescription() for b in buttons}) == 4


def test_the_start_window_fits_its_text(theme: Theme, qtbot: QtBot) -> None:
    window = RecordWindow(theme)
    qtbot.addWidget(window)
    window.open_window()
    assert window.height() >= window.heightForWidth(window.width())
