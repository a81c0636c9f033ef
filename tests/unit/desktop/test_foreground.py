"""Which window is in front, by the systems that are not here."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pytest

from jitdesk.desktop.foreground import ForegroundWindow, NullForeground
from jitdesk.desktop.foreground_macos import MacForeground
from jitdesk.desktop.foreground_windows import WindowsForeground
from jitdesk.errors import DesktopError


class Call:
    """A function of a DLL: it may be given a result type."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer
        self.restype: Any = None

    def __call__(self, *words: Any) -> Any:
        return self.answer(*words) if callable(self.answer) else self.answer


class User:
    """The part of user32 that is used."""

    def __init__(self, window: int = 42) -> None:
        self.front: list[int] = []
        self.GetForegroundWindow = Call(window)
        self.GetWindowTextW = Call(self._title)
        self.GetWindowRect = Call(self._rect)
        self.GetWindowThreadProcessId = Call(1)
        self.SetForegroundWindow = Call(lambda handle: self.front.append(handle.value))

    @staticmethod
    def _title(_window: Any, buffer: Any, _size: int) -> None:
        buffer.value = "Invoice – Word"

    @staticmethod
    def _rect(_window: Any, box: Any) -> int:
        found = ctypes.cast(box, ctypes.POINTER(ctypes.c_long))
        found[0], found[1], found[2], found[3] = -8, 10, 792, 610
        return 1


class Kernel:
    """The part of kernel32 that is used."""

    def __init__(self, handle: int = 7) -> None:
        self.closed = 0
        self.OpenProcess = Call(handle)
        self.QueryFullProcessImageNameW = Call(self._path)
        self.CloseHandle = Call(self._close)

    @staticmethod
    def _path(_handle: Any, _flags: int, buffer: Any, _length: Any) -> None:
        buffer.value = r"C:\Office\WINWORD.EXE"

    def _close(self, _handle: Any) -> None:
        self.closed += 1


def test_windows_tells_program_title_and_place() -> None:
    kernel = Kernel()
    found = WindowsForeground(User(), kernel).current()
    assert found == ForegroundWindow(42, "winword", "Invoice – Word", (-8, 10, 800, 600))
    assert kernel.closed == 1


def test_windows_without_a_window_or_with_a_guarded_process() -> None:
    assert WindowsForeground(User(0), Kernel()).current() is None
    found = WindowsForeground(User(), Kernel(0)).current()
    assert found is not None
    assert found.app == ""


def test_windows_gives_the_foreground_back() -> None:
    user = User()
    WindowsForeground(user, Kernel()).activate(99)
    assert user.front == [99]


def lsappinfo(words: Sequence[str]) -> str:
    return "ASN:0x0-0x1f01f:" if words[1] == "front" else '"LSDisplayName"="Numbers"'


def test_macos_tells_the_program_without_any_permission() -> None:
    found = MacForeground(lsappinfo).current()
    assert found == ForegroundWindow(0, "numbers")


def test_macos_that_answers_nothing_is_unknown() -> None:
    assert MacForeground(lambda _words: "").current() is None


def test_another_system_is_refused() -> None:
    def absent(_words: Sequence[str]) -> str:
        raise FileNotFoundError("lsappinfo")

    with pytest.raises(DesktopError):
        MacForeground(absent)


def test_the_null_knows_nothing_and_harms_nothing() -> None:
    plug = NullForeground()
    plug.activate(1)
    assert plug.current() is None
