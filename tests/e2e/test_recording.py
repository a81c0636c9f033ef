"""A recording as a person makes it: a dialog that closes on the click, and a password."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from jitdesk.authoring.recording import Click, Event
from jitdesk.desktop.recorder import Shot
from jitdesk.desktop.recorder_x11 import FREEZE_LIMIT, X11Recorder, _PointerHolder, _Press
from tests.support.spoken import seen
from tests.support.x_session import POPUP, App, XSession, wait_until

HOTKEY = "ctrl+alt+space"
NAME, PASSWORD = "Zyxquill", "hunter2vault"
PROGRAM = str(Path(__file__).parent.parent / "support" / "dialog.py")
BAR = "^Recording$"


@dataclass
class Recorded:
    """The program that is recorded."""

    session: XSession
    places: Path
    pid: int = 0

    def open(self) -> Recorded:
        """Start it; returns when its dialog has the focus."""
        self.pid = self.session.spawn([sys.executable, PROGRAM, str(self.places)]).pid
        wait_until(self.places.exists, "the program")
        self.session.wait_for("^Settings$")
        return self

    def point_at(self, name: str) -> tuple[int, int]:
        """Move the pointer over a control; return where that is."""
        x, y = json.loads(self.places.read_text())[name]
        self.session.run("xdotool", "mousemove", "--sync", str(x), str(y))
        return x, y

    def menu_is_open(self) -> bool:
        """Return whether its menu is open."""
        return "print" in json.loads(self.places.read_text())

    def click(self, name: str) -> None:
        """Click a control."""
        self.point_at(name)
        self.session.run("xdotool", "click", "1")

    def settled(self, file: Path, place: QRect) -> QImage:
        """Return a piece of the screen as soon as it stays as it is (hovering is painted)."""
        seen: list[QImage] = [QImage()]

        def look() -> bool:
            seen.append(QImage(str(self.session.picture(file))).copy(place))
            return seen[-1] == seen[-2]

        wait_until(look, "the screen to stay as it is")
        return seen[-1]


@pytest.fixture
def app(spoken: XSession, ready_home: Path, tmp_path: Path) -> Iterator[App]:
    shutil.copytree(ready_home, tmp_path / "home")
    running = App(spoken, tmp_path / "home", {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}).start()
    yield running
    running.stop()


@pytest.fixture
def recorded(spoken: XSession, tmp_path: Path) -> Iterator[Recorded]:
    program = Recorded(spoken, tmp_path / "places.json").open()
    yield program
    spoken.end(program.pid)


def steps(session: XSession, number: int) -> None:
    """Wait until the bar says how many steps there are."""
    words = "1 step" if number == 1 else f"{number} steps"
    wait_until(lambda: seen(session, "label", f"Recording · {words}"), words)


def begin(session: XSession) -> None:
    """Choose "Record a guide…" in the menu, and start."""
    session.keys(HOTKEY)
    session.wait_focus(POPUP)
    session.keys("F10")
    wait_until(lambda: session.menus("jitdesk"), "the menu")
    session.keys(*["Up"] * 8, "Return")
    session.wait_focus("Record a guide")
    session.keys("Return")
    session.wait_for(BAR)


def test_a_recording_shows_the_dialog_and_keeps_no_letter(
    spoken: XSession, app: App, recorded: Recorded, tmp_path: Path
) -> None:
    begin(spoken)
    recorded.click("name")
    steps(spoken, 1)
    spoken.wait_focus("Settings")
    spoken.type(NAME)
    wait_until(lambda: seen(spoken, "label", "Type … in Name"), "the typing to be noted")
    recorded.click("password")
    steps(spoken, 2)
    spoken.type(PASSWORD)
    wait_until(lambda: seen(spoken, "label", "Type your password"), "the password to be noted")
    spoken.keys(HOTKEY)
    spoken.wait_focus("Recording")
    spoken.keys("Escape")
    spoken.wait_focus("Settings")
    x, y = recorded.point_at("ok")
    button = recorded.settled(tmp_path / "before.png", QRect(x - 15, y - 8, 30, 16))
    recorded.click("ok")
    spoken.wait_gone("^Settings$")
    steps(spoken, 3)
    spoken.wait_focus("Salary of Kim Okafor - Recorded")
    spoken.keys("ctrl+s")
    steps(spoken, 4)
    left, top, _, _ = spoken.box(spoken.wait_for(BAR))
    spoken.run("xdotool", "mousemove", str(left + 60), str(top + 12), "click", "1")
    spoken.keys(HOTKEY)
    spoken.wait_focus("Recording")
    spoken.keys("s")
    spoken.wait_focus("Write a guide")
    wait_until(lambda: seen(spoken, "list item", "Say in one sentence"), "the linter")
    spoken.keys("ctrl+s")
    (page,) = wait_until(lambda: list(app.home.rglob("use-recorded.md")), "the saved draft")
    text = page.read_text(encoding="utf-8")
    assert '1. Type … in **Name** of "Settings". {#step-1}' in text
    assert "2. Type your password. {#step-2}" in text
    assert '3. Click **OK** in "Settings". {#step-3}' in text
    assert "4. Press **Ctrl+S** in **Recorded**. {#step-4}" in text
    assert "5. " not in text
    pictures = sorted(page.parent.glob("recorded-*.png"))
    assert len(pictures) == 3
    shown = QImage(str(pictures[2]))
    assert contains(shown, button)
    ground = shown.pixelColor(20, shown.height() - 20)
    assert ground.green() > 1.5 * ground.red()
    for file in app.home.rglob("*"):
        data = file.read_bytes() if file.is_file() else b""
        for secret in (NAME, PASSWORD, "Okafor 4,100", "Salary of"):
            assert secret.encode() not in data, (file, secret)


def contains(picture: QImage, part: QImage) -> bool:
    """Return whether a picture holds a part, pixel by pixel."""
    rows, wanted = lines(picture), lines(part)
    for number in range(len(rows) - len(wanted) + 1):
        at = rows[number].find(wanted[0])
        while at >= 0:
            width = len(wanted[0])
            if [row[at : at + width] for row in rows[number : number + len(wanted)]] == wanted:
                return True
            at = rows[number].find(wanted[0], at + 1)
    return False


def lines(picture: QImage) -> list[bytes]:
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    size, data = plain.bytesPerLine(), bytes(plain.constBits())
    return [data[n * size : n * size + 4 * plain.width()] for n in range(plain.height())]


def test_a_picture_that_never_comes_does_not_hold_the_click(
    spoken: XSession, recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    monkeypatch.setenv("DISPLAY", spoken.environ["DISPLAY"])
    free, events = threading.Event(), list[tuple[Event, Shot | None]]()
    recorder = X11Recorder(capture=lambda _connection, _box: bytes(free.wait(60)))
    recorder.start(lambda event, shot: events.append((event, shot)), 1.0)
    recorded.click("ok")
    spoken.wait_gone("^Settings$")
    assert FREEZE_LIMIT <= recorder.waits[0] < FREEZE_LIMIT + 0.3
    free.set()
    wait_until(lambda: events, "the click")
    event, shot = events[0]
    assert isinstance(event, Click)
    assert shot is None  # what came too late may show what came after the click
    recorder.stop()


def test_a_program_that_hangs_does_not_hold_the_mouse(
    spoken: XSession, recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.setenv(name, spoken.environ[name])
    events = list[Event]()
    recorder = X11Recorder()
    recorder.start(lambda event, _shot: events.append(event), 1.0)
    recorded.click("name")
    wait_until(lambda: events, "the first click")
    spoken.signal(recorded.pid, signal.SIGSTOP)
    recorded.click("ok")
    wait_until(lambda: len(recorder.waits) == 2, "the click to go on")
    assert recorder.waits[1] < FREEZE_LIMIT
    spoken.signal(recorded.pid, signal.SIGCONT)
    spoken.wait_gone("^Settings$")
    recorder.stop()


@pytest.mark.logs
def test_a_fault_of_ours_never_takes_the_mouse_away(
    spoken: XSession, recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", spoken.environ["DISPLAY"])

    def fail(*_told: int) -> _Press:
        raise ValueError("planted")

    holder = _PointerHolder(fail)
    holder.start()
    recorded.click("name")
    wait_until(lambda: not holder._thread.is_alive(), "the thread to end")
    recorded.click("ok")
    spoken.wait_gone("^Settings$")
    holder.stop()


def test_a_click_in_an_open_menu_is_a_step(
    spoken: XSession, recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A menu holds the pointer itself: no grab of ours sees the click."""
    for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.setenv(name, spoken.environ[name])
    clicks, widths = list[Click](), list[int]()

    def take(event: Event, shot: Shot | None) -> None:
        if isinstance(event, Click) and shot is not None:
            widths.append(shot.box[2])
            clicks.append(event)

    recorder = X11Recorder()
    recorder.start(take, 1.0)
    recorded.click("ok")
    recorded.click("file")
    wait_until(recorded.menu_is_open, "the menu")
    recorded.point_at("print")
    spoken.run("xdotool", "mousedown", "1")
    wait_until(lambda: len(clicks) == 3, "the click in the menu")
    spoken.run("xdotool", "mouseup", "1")
    recorder.stop()
    assert [c.control.name for c in clicks if c.control] == ["OK", "File", "Print…"]
    assert clicks[2].place.program == "Recorded"
    assert widths[2] > 400  # the menu and what is around it


def test_a_process_that_dies_gives_the_pointer_back(spoken: XSession, recorded: Recorded) -> None:
    script = (
        "import time, jitdesk.desktop.recorder_x11 as m; m.FREEZE_LIMIT = 600;"
        "m.X11Recorder(lambda c, b: time.sleep(600)).start(print, 1.0);"
        "print('live', flush=True); time.sleep(600)"
    )
    child = subprocess.Popen(
        [sys.executable, "-P", "-c", script], env=spoken.environ, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"live\n"
    recorded.click("ok")
    spoken.keys("shift")  # a round trip: the click has had its time
    assert spoken.windows("^Settings$")
    child.send_signal(signal.SIGKILL)
    child.communicate(timeout=10)
    recorded.click("ok")  # the first click went down with the process, the mouse did not
    spoken.wait_gone("^Settings$")


def test_a_second_recorder_is_told_that_the_mouse_is_taken(
    spoken: XSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jitdesk.errors import DesktopError

    monkeypatch.setenv("DISPLAY", spoken.environ["DISPLAY"])
    first, second = X11Recorder(), X11Recorder()
    first.start(lambda _event, _shot: None, 1.0)
    with pytest.raises(DesktopError, match="holds the mouse buttons"):
        second.start(lambda _event, _shot: None, 1.0)
    first.stop()
    second.stop()
