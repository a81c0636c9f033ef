"""Letters typed straight after the hotkey, on a machine that has other things to do."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY = "ctrl+alt+space"
BUSY = (sys.executable, "-c", "while True: pass")


@pytest.fixture
def busy_machine() -> Iterator[None]:
    """Two processes that never rest: as many as a small machine has cores."""
    loads = [subprocess.Popen(BUSY) for _ in range(2)]
    yield
    for load in loads:
        load.kill()
        load.wait()


@pytest.fixture
def busy_gui(app: App) -> Iterator[None]:
    """The GUI thread never rests: it is asked for its state again and again."""
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            app.state()

    askers = [threading.Thread(target=ask) for _ in range(2)]
    for asker in askers:
        asker.start()
    yield
    done.set()
    for asker in askers:
        asker.join()


def type_ahead(session: XSession, editor: Editor, rounds: int) -> None:
    """Each letter is in the popup, in order, and none is in the editor."""
    for number in range(rounds):
        text = "typedahead" + "abcdefgh"[number]
        session.run("xdotool", "key", "--delay", "0", HOTKEY, "type", "--delay", "0", text)
        session.wait_focus(POPUP)
        session.keys("ctrl+a", "ctrl+c")
        wait_until(lambda text=text: session.clipboard() == text, f"{text!r} in the popup")
        session.keys("Escape")
        session.wait_focus(editor.title)
    session.type("x")
    editor.wait_text("x")


def test_nothing_is_lost_on_a_calm_machine(x_session: XSession, app: App, editor: Editor) -> None:
    type_ahead(x_session, editor, 5)


def test_nothing_is_lost_on_a_busy_machine(
    x_session: XSession, app: App, editor: Editor, busy_machine: None
) -> None:
    type_ahead(x_session, editor, 5)


def test_nothing_is_lost_while_the_gui_thread_is_busy(
    x_session: XSession, app: App, editor: Editor, busy_gui: None
) -> None:
    type_ahead(x_session, editor, 5)
