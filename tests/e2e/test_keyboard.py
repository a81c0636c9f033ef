"""Keyboards as people have them: locks, layouts, held keys, and other programs' grabs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY = "ctrl+alt+space"
GRABBER = """
import sys
from Xlib import X, display
d = display.Display()
d.screen().root.grab_keyboard(True, X.GrabModeAsync, X.GrabModeAsync, X.CurrentTime)
d.sync()
print("held", flush=True)
sys.stdin.read()
"""
FALL_BACK = """
import sys
from PySide6.QtCore import QCoreApplication
from jitdesk.desktop.chord import parse_chord
from jitdesk.desktop.hotkey_pynput import PynputHotkey
from jitdesk.services.hotkey import HotkeyService
qt = QCoreApplication([])
service = HotkeyService([PynputHotkey()])
service.pressed.connect(lambda press: (print(press.name, flush=True), qt.quit()))
service.start()
bound = service.bind({"hotkey": parse_chord("Ctrl+Alt+Space")})["hotkey"]
print("bound" if bound.bound else bound.reason, flush=True)
qt.exec()
service.stop()
"""


@pytest.fixture
def us_layout(x_session: XSession) -> Iterator[None]:
    yield
    x_session.run("setxkbmap", "us")


def opens_and_takes(session: XSession, editor: Editor, text: str) -> None:
    """The hotkey opens the popup, which gets these letters; the editor gets none."""
    session.keys(HOTKEY)
    session.wait_focus(POPUP)
    session.type(text, delay=5)
    session.keys("shift+Home", "ctrl+Insert")
    wait_until(lambda: session.clipboard() == text, f"{text!r} in the popup")
    session.keys("Escape")
    session.wait_focus(editor.title)
    assert editor.text == ""


@pytest.mark.parametrize("lock", ["Caps_Lock", "Num_Lock"])
def test_the_hotkey_fires_whatever_is_locked(
    x_session: XSession, app: App, editor: Editor, lock: str
) -> None:
    x_session.keys(lock)
    x_session.keys(HOTKEY)
    x_session.wait_focus(POPUP)
    x_session.keys("Escape")
    x_session.wait_focus(editor.title)
    x_session.keys(lock)


@pytest.mark.parametrize(
    ("layout", "text"), [("de", "zyöß"), ("ru", "принтер"), ("fr", "aqzwé"), ("us", "qwerty")]
)
def test_every_layout_opens_the_popup_and_types_its_own_letters(
    x_session: XSession, app: App, editor: Editor, us_layout: None, layout: str, text: str
) -> None:
    """The layout is changed while the app runs: the grabs are made anew."""
    x_session.run("setxkbmap", layout)
    opens_and_takes(x_session, editor, text)


def test_a_keyboard_that_another_program_holds_is_left_to_it(
    x_session: XSession, app: App, editor: Editor
) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", GRABBER], env=x_session.environ,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    x_session.keys(HOTKEY)
    assert not x_session.windows(POPUP)
    holder.communicate("")
    opens_and_takes(x_session, editor, "after")


def test_a_killed_app_leaves_no_frozen_keyboard(
    x_session: XSession, app: App, editor: Editor
) -> None:
    """Stopped in the very moment of the hotkey, then killed: the letters come through."""
    assert app.process is not None
    os.kill(app.process.pid, signal.SIGSTOP)
    x_session.keys(HOTKEY)
    x_session.type("abc")
    app.kill()
    x_session.type("def")
    editor.wait_text("abcdef")
    app.start()
    editor.file.write_bytes(b"")
    opens_and_takes(x_session, editor, "again")


def test_the_fall_back_hears_a_real_key(x_session: XSession, editor: Editor) -> None:
    listener = subprocess.Popen(
        [sys.executable, "-c", FALL_BACK], env=x_session.environ, stdout=subprocess.PIPE, text=True
    )
    assert listener.stdout is not None
    assert listener.stdout.readline() == "bound\n"
    # Its listener says that it is ready a moment before it hears anything.
    wait_until(lambda: pressed(x_session) or listener.poll() is not None, "the fall-back to hear")
    assert listener.communicate()[0].startswith("hotkey\n")


def pressed(session: XSession) -> bool:
    session.keys(HOTKEY)
    return False
