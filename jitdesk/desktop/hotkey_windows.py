"""The hotkey plug of Windows: RegisterHotKey in a thread with its own message loop.

No keyboard hook: the system tells us our own chords and nothing else, swallows them, and
lets the process that got WM_HOTKEY take the foreground. Written to the documented
interface (learn.microsoft.com, RegisterHotKey); not yet run on that system.
"""

from __future__ import annotations

import ctypes
import queue
import threading
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from jitdesk.desktop.chord import Chord
from jitdesk.desktop.foreground_windows import WindowsForeground
from jitdesk.desktop.hotkey import SEARCH, Binding, OnLeft, OnPress, Press
from jitdesk.errors import DesktopError

_MODIFIERS: Final = {"Alt": 0x1, "Ctrl": 0x2, "Shift": 0x4, "Super": 0x8}
_NO_REPEAT: Final = 0x4000
_WM_HOTKEY: Final = 0x0312
_WM_APP: Final = 0x8000
_ALREADY_REGISTERED: Final = 1409  # ERROR_HOTKEY_ALREADY_REGISTERED
_KEYS: Final = {
    "Space": 0x20, "PgUp": 0x21, "PgDown": 0x22, "End": 0x23, "Home": 0x24, "Left": 0x25,
    "Up": 0x26, "Right": 0x27, "Down": 0x28, "Print": 0x2C, "Insert": 0x2D, "Delete": 0x2E,
    "Return": 0x0D, "Tab": 0x09, "Backspace": 0x08, "Escape": 0x1B, "Pause": 0x13, "Menu": 0x5D,
    "+": 0xBB,
}  # fmt: skip


class Api(Protocol):
    """The calls of user32 and kernel32 that we use; tests bring a fake."""

    def register(self, number: int, modifiers: int, key: int) -> int:
        """Register; return 0 or the system's error code."""

    def unregister(self, number: int) -> None:
        """Give a hotkey back."""

    def next_message(self) -> tuple[int, int, int] | None:
        """Wait for a message; return (kind, number, time in ms) or None at the end."""

    def thread_id(self) -> int:
        """Return this thread's id."""

    def wake(self, thread: int) -> None:
        """Send the thread a message of ours."""


def virtual_key(chord: Chord) -> int:
    """Return the virtual key code of a chord's key, 0 if there is none."""
    if chord.key in _KEYS:
        return _KEYS[chord.key]
    if chord.key.startswith("F") and chord.key[1:].isdigit():
        return 0x6F + int(chord.key[1:])
    return ord(chord.key) if len(chord.key) == 1 and chord.key.isascii() else 0


class WindowsHotkey:
    """Registers chords with the system."""

    name = "Windows RegisterHotKey"
    rebindable = True

    def __init__(self, api: Api | None = None) -> None:
        """Take the calls; by default the system's own."""
        self._api = api
        self._thread: threading.Thread | None = None
        self._thread_id = 0
        self._ready = threading.Event()
        self._work: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._bound: dict[int, str] = {}
        self._on_press: OnPress | None = None
        self._foreground: WindowsForeground | None = None
        self._stopping = False

    def start(self, on_press: OnPress) -> None:
        """Start the thread with the message loop."""
        if self._api is None:
            self._api = _SystemApi()
            self._foreground = WindowsForeground()
        self._on_press = on_press
        self._thread = threading.Thread(target=self._run, name="windows-hotkey", daemon=True)
        self._thread.start()
        if not self._ready.wait(2):
            raise DesktopError("Windows did not start the hotkey thread.")

    def bind(self, wanted: Mapping[str, Chord]) -> dict[str, Binding]:
        """Register exactly `wanted`; only the registering thread may do it."""
        answer: queue.SimpleQueue[dict[str, Binding]] = queue.SimpleQueue()
        self._work.put(lambda: answer.put(self._bind(dict(wanted))))
        self._nudge()
        try:
            return answer.get(timeout=2)
        except queue.Empty:
            raise DesktopError("Windows does not answer about hotkeys.") from None

    def set_target(self, window_id: int, on_left: OnLeft) -> None:
        """Do nothing: the system gives us the right to the foreground by itself."""

    def stop(self) -> None:
        """Give every chord back."""
        if self._thread is None:
            return
        self._stopping = True
        self._nudge()
        self._thread.join(2)
        self._thread = None

    def _nudge(self) -> None:
        if self._api is not None:
            self._api.wake(self._thread_id)

    def _run(self) -> None:
        api = self._api
        if api is None:
            return
        self._thread_id = api.thread_id()
        self._ready.set()
        while not self._stopping and (message := api.next_message()) is not None:
            self._handle(*message)
        for number in self._bound:
            api.unregister(number)

    def _handle(self, kind: int, number: int, time: int) -> None:
        while not self._work.empty():
            self._work.get()()
        name = self._bound.get(number)
        if kind == _WM_HOTKEY and name is not None and self._on_press is not None:
            front = self._foreground
            window = front.current() if front is not None and name == SEARCH else None
            self._on_press(Press(name, time, window))

    def _bind(self, wanted: dict[str, Chord]) -> dict[str, Binding]:
        if self._api is None:
            return {}
        for number in self._bound:
            self._api.unregister(number)
        self._bound.clear()
        return {
            name: self._register(number, name, chord)
            for number, (name, chord) in enumerate(wanted.items(), 1)
        }

    def _register(self, number: int, name: str, chord: Chord) -> Binding:
        key = virtual_key(chord)
        if not key or self._api is None:
            return Binding(chord, False, f"Windows knows no key for {chord}.")
        modifiers = _NO_REPEAT
        for modifier in chord.modifiers:
            modifiers |= _MODIFIERS[modifier]
        failed = self._api.register(number, modifiers, key)
        if failed == _ALREADY_REGISTERED:
            return Binding(chord, False, f"Another program uses {chord} already.")
        if failed:
            return Binding(chord, False, f"Windows refused {chord} (error {failed}).")
        self._bound[number] = name
        return Binding(chord, True)


class _SystemApi:
    """The real calls."""

    def __init__(self) -> None:
        windll: Any = getattr(ctypes, "WinDLL", None)
        if windll is None:
            raise DesktopError("This is not Windows.")
        self._user = windll("user32", use_last_error=True)
        self._kernel = windll("kernel32", use_last_error=True)

    def register(self, number: int, modifiers: int, key: int) -> int:
        if self._user.RegisterHotKey(None, number, modifiers, key):
            return 0
        return int(ctypes.get_last_error()) or -1  # type: ignore[attr-defined]  # Windows only

    def unregister(self, number: int) -> None:
        self._user.UnregisterHotKey(None, number)

    def next_message(self) -> tuple[int, int, int] | None:
        message = _Message()
        if self._user.GetMessageW(ctypes.byref(message), None, 0, 0) <= 0:
            return None
        return message.message, message.wParam, message.time

    def thread_id(self) -> int:
        # The queue exists only after the first look at it; a wake-up before is lost.
        self._user.PeekMessageW(ctypes.byref(_Message()), None, 0, 0, 0)
        return int(self._kernel.GetCurrentThreadId())

    def wake(self, thread: int) -> None:
        self._user.PostThreadMessageW(thread, _WM_APP, 0, 0)


class _Message(ctypes.Structure):
    """MSG of winuser.h."""

    _fields_ = (
        ("hWnd", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wParam", ctypes.c_size_t),
        ("lParam", ctypes.c_ssize_t),
        ("time", ctypes.c_uint32),
        ("x", ctypes.c_long),
        ("y", ctypes.c_long),
    )
