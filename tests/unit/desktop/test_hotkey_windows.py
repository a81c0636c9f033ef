"""The Windows plug at its border: what it asks of the system, and what it makes of answers."""

from __future__ import annotations

import queue

from jitdesk.desktop.chord import parse_chord
from jitdesk.desktop.hotkey import Press
from jitdesk.desktop.hotkey_windows import WindowsHotkey, virtual_key

_WM_HOTKEY = 0x0312
_TAKEN = 1409


class FakeApi:
    """A message queue and a table of registered hotkeys."""

    def __init__(self, taken: int = 0) -> None:
        self.messages: queue.SimpleQueue[tuple[int, int, int] | None] = queue.SimpleQueue()
        self.registered: dict[int, tuple[int, int]] = {}
        self.taken = taken

    def register(self, number: int, modifiers: int, key: int) -> int:
        if key == self.taken:
            return _TAKEN
        self.registered[number] = (modifiers, key)
        return 0

    def unregister(self, number: int) -> None:
        self.registered.pop(number, None)

    def next_message(self) -> tuple[int, int, int] | None:
        return self.messages.get(timeout=5)

    def thread_id(self) -> int:
        return 7

    def wake(self, thread: int) -> None:
        assert thread == 7
        self.messages.put((0x8000, 0, 0))


def test_a_press_is_told_with_its_name_and_time() -> None:
    api, presses = FakeApi(), queue.SimpleQueue[Press]()
    plug = WindowsHotkey(api)
    plug.start(presses.put)
    assert plug.bind({"hotkey": parse_chord("Ctrl+Alt+Space")})["hotkey"].bound
    assert api.registered == {1: (0x4003, 0x20)}
    api.messages.put((_WM_HOTKEY, 1, 4711))
    assert presses.get(timeout=5) == Press("hotkey", 4711)
    plug.stop()
    assert api.registered == {}


def test_a_taken_chord_is_said() -> None:
    api = FakeApi(taken=0x20)
    plug = WindowsHotkey(api)
    plug.start(lambda _press: None)
    binding = plug.bind({"hotkey": parse_chord("Ctrl+Alt+Space")})["hotkey"]
    assert not binding.bound
    assert "Another program" in binding.reason
    plug.stop()


def test_binding_anew_gives_the_old_ones_back() -> None:
    api = FakeApi()
    plug = WindowsHotkey(api)
    plug.start(lambda _press: None)
    plug.bind({"hotkey": parse_chord("Ctrl+Alt+Space"), "step_next": parse_chord("Ctrl+F2")})
    plug.bind({"hotkey": parse_chord("Ctrl+F1")})
    assert list(api.registered.values()) == [(0x4002, 0x70)]
    plug.stop()


def test_keys_have_the_codes_of_winuser() -> None:
    codes = [virtual_key(parse_chord(f"Ctrl+{key}")) for key in ("A", "7", "F12", "PgUp", "ß")]
    assert codes == [0x41, 0x37, 0x7B, 0x21, 0]
