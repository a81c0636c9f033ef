"""The macOS plug at its border: the calls to Carbon, and what their answers mean."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from jitdesk.desktop.chord import parse_chord
from jitdesk.desktop.hotkey import Press
from jitdesk.desktop.hotkey_macos import HotKeyId, MacHotkey
from jitdesk.errors import DesktopError


class Call:
    """A function of the library that notes its arguments."""

    def __init__(self, answer: int = 0) -> None:
        self.answer = answer
        self.calls: list[tuple[Any, ...]] = []
        self.restype: object = None

    def __call__(self, *arguments: Any) -> int:
        self.calls.append(arguments)
        return self.answer


class FakeCarbon:
    """The five calls of Carbon that the plug makes."""

    def __init__(self, registered: int = 0) -> None:
        self.GetApplicationEventTarget = Call(1)
        self.InstallEventHandler = Call()
        self.RegisterEventHotKey = Call(registered)
        self.UnregisterEventHotKey = Call()
        self.pressed = 1

    def GetEventParameter(self, *arguments: Any) -> int:  # noqa: N802  (Carbon's name)
        found = ctypes.cast(arguments[-1], ctypes.POINTER(HotKeyId)).contents
        found.id = self.pressed
        return 0


def test_a_press_is_told_by_its_number() -> None:
    carbon, presses = FakeCarbon(), []
    plug = MacHotkey(lambda _name: carbon)
    plug.start(presses.append)
    assert plug.bind({"hotkey": parse_chord("Ctrl+Alt+Space")})["hotkey"].bound
    key, modifiers, identity = carbon.RegisterEventHotKey.calls[0][:3]
    assert (key, modifiers, identity.id) == (49, 0x1800, 1)
    handler = carbon.InstallEventHandler.calls[0][1]
    assert handler(None, 5, None) == 0
    assert presses == [Press("hotkey")]


def test_a_taken_chord_is_said() -> None:
    plug = MacHotkey(lambda _name: FakeCarbon(registered=-9878))
    plug.start(lambda _press: None)
    binding = plug.bind({"hotkey": parse_chord("Ctrl+Alt+Space")})["hotkey"]
    assert (binding.bound, "Another program" in binding.reason) == (False, True)


def test_stop_gives_every_chord_back() -> None:
    carbon = FakeCarbon()
    plug = MacHotkey(lambda _name: carbon)
    plug.start(lambda _press: None)
    plug.bind({"a": parse_chord("Ctrl+F1"), "b": parse_chord("Ctrl+F2")})
    plug.stop()
    assert len(carbon.UnregisterEventHotKey.calls) == 2


def test_elsewhere_it_is_not_available() -> None:
    def missing(name: str) -> None:
        raise OSError(name)

    with pytest.raises(DesktopError, match="not macOS"):
        MacHotkey(missing).start(lambda _press: None)
