"""The pynput plug: isolated in a child that can be killed."""

from __future__ import annotations

import queue
import sys

import pytest

from jitdesk.desktop.chord import parse_chord
from jitdesk.desktop.hotkey import Press
from jitdesk.desktop.hotkey_pynput import PynputHotkey, pynput_text

_CHILD = """
import sys
print("ready", flush=True)
for word in sys.argv[1:]:
    print(word.split("=")[0], flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize(
    ("chord", "text"),
    [
        ("Ctrl+Alt+Space", "<ctrl>+<alt>+<space>"),
        ("Super+F1", "<cmd>+<f1>"),
        ("Ctrl+PgDown", "<ctrl>+<page_down>"),
        ("Ctrl+J", "<ctrl>+j"),
    ],
)
def test_chords_are_written_in_its_notation(chord: str, text: str) -> None:
    assert pynput_text(parse_chord(chord)) == text


def test_what_the_child_prints_is_a_press() -> None:
    presses: queue.SimpleQueue[Press] = queue.SimpleQueue()
    plug = PynputHotkey([sys.executable, "-c", _CHILD])
    plug.start(presses.put)
    assert plug.bind({"hotkey": parse_chord("Ctrl+Alt+Space")})["hotkey"].bound
    assert presses.get(timeout=5) == Press("hotkey")
    plug.stop()


def test_a_child_that_cannot_listen_is_a_reason_not_a_success() -> None:
    plug = PynputHotkey([sys.executable, "-c", "print('no display here')"])
    plug.start(lambda _press: None)
    binding = plug.bind({"hotkey": parse_chord("Ctrl+Alt+Space")})["hotkey"]
    assert (binding.bound, binding.reason) == (False, "no display here")
    plug.stop()
