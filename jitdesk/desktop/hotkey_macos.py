"""The hotkey plug of macOS: Carbon's RegisterEventHotKey through ctypes.

It swallows its own chord, hears no other key and needs no permission. The handler is
called in the main thread by the application's event loop, which is Qt's. Written to the
documented interface (HIToolbox/CarbonEvents.h); not yet run on that system.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping
from typing import Any, Final

from jitdesk.desktop.chord import Chord
from jitdesk.desktop.hotkey import Binding, OnLeft, OnPress, Press
from jitdesk.errors import DesktopError

_LIBRARY: Final = "/System/Library/Frameworks/Carbon.framework/Carbon"
_MODIFIERS: Final = {"Super": 0x0100, "Shift": 0x0200, "Alt": 0x0800, "Ctrl": 0x1000}
_SIGNATURE: Final = int.from_bytes(b"JITD", "big")
_CLASS_KEYBOARD: Final = int.from_bytes(b"keyb", "big")
_HOTKEY_PRESSED: Final = 5
_PARAMETER: Final = int.from_bytes(b"----", "big")
_TYPE_HOTKEY: Final = int.from_bytes(b"hkid", "big")
_EXISTS: Final = -9878  # eventHotKeyExistsErr
# Positions on the ANSI keyboard (Events.h, kVK_*).
_KEYS: Final = {
    "A": 0, "S": 1, "D": 2, "F": 3, "H": 4, "G": 5, "Z": 6, "X": 7, "C": 8, "V": 9, "B": 11,
    "Q": 12, "W": 13, "E": 14, "R": 15, "Y": 16, "T": 17, "1": 18, "2": 19, "3": 20, "4": 21,
    "6": 22, "5": 23, "9": 25, "7": 26, "8": 28, "0": 29, "O": 31, "U": 32, "I": 34, "P": 35,
    "Return": 36, "L": 37, "J": 38, "K": 40, "N": 45, "M": 46, "Tab": 48, "Space": 49,
    "Backspace": 51, "Escape": 53, "F5": 96, "F6": 97, "F7": 98, "F3": 99, "F8": 100, "F9": 101,
    "F11": 103, "F10": 109, "F12": 111, "Home": 115, "PgUp": 116, "Delete": 117, "F4": 118,
    "End": 119, "F2": 120, "PgDown": 121, "F1": 122, "Left": 123, "Right": 124, "Down": 125,
    "Up": 126,
}  # fmt: skip


class HotKeyId(ctypes.Structure):
    """EventHotKeyID."""

    _fields_ = (("signature", ctypes.c_uint32), ("id", ctypes.c_uint32))


class _EventType(ctypes.Structure):
    _fields_ = (("kind_class", ctypes.c_uint32), ("kind", ctypes.c_uint32))


_Handler: Any = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class MacHotkey:
    """Registers chords with Carbon."""

    name = "macOS Carbon hot keys"
    rebindable = True

    def __init__(self, load: Callable[[str], Any] = ctypes.CDLL) -> None:
        """Take how the library is loaded; tests bring a fake."""
        self._load = load
        self._carbon: Any = None
        self._handler: Any = None
        self._on_press: OnPress | None = None
        self._bound: dict[int, tuple[str, ctypes.c_void_p]] = {}

    def start(self, on_press: OnPress) -> None:
        """Install the handler in the application's event target."""
        try:
            self._carbon = self._load(_LIBRARY)
        except OSError as error:
            raise DesktopError("This is not macOS.") from error
        self._carbon.GetApplicationEventTarget.restype = ctypes.c_void_p
        self._on_press = on_press
        # Kept in the instance: Carbon holds a bare pointer to it.
        self._handler = _Handler(self._handle)
        wanted = _EventType(_CLASS_KEYBOARD, _HOTKEY_PRESSED)
        target = ctypes.c_void_p(self._carbon.GetApplicationEventTarget())
        failed = self._carbon.InstallEventHandler(
            target, self._handler, 1, ctypes.byref(wanted), None, None
        )
        if failed:
            raise DesktopError(f"macOS refused to report hotkeys (error {failed}).")

    def bind(self, wanted: Mapping[str, Chord]) -> dict[str, Binding]:
        """Register exactly `wanted`."""
        self._release()
        return {
            name: self._register(number, name, chord)
            for number, (name, chord) in enumerate(wanted.items(), 1)
        }

    def set_target(self, window_id: int, on_left: OnLeft) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Give every chord back."""
        self._release()

    def _release(self) -> None:
        for _, reference in self._bound.values():
            self._carbon.UnregisterEventHotKey(reference)
        self._bound.clear()

    def _register(self, number: int, name: str, chord: Chord) -> Binding:
        if self._carbon is None or chord.key not in _KEYS:
            return Binding(chord, False, f"macOS knows no key for {chord}.")
        modifiers = sum(_MODIFIERS[modifier] for modifier in chord.modifiers)
        reference = ctypes.c_void_p()
        failed = self._carbon.RegisterEventHotKey(
            _KEYS[chord.key],
            modifiers,
            HotKeyId(_SIGNATURE, number),
            ctypes.c_void_p(self._carbon.GetApplicationEventTarget()),
            0,
            ctypes.byref(reference),
        )
        if failed == _EXISTS:
            return Binding(chord, False, f"Another program uses {chord} already.")
        if failed:
            return Binding(chord, False, f"macOS refused {chord} (error {failed}).")
        self._bound[number] = (name, reference)
        return Binding(chord, True)

    def _handle(self, _next: object, event: int, _data: object) -> int:
        found = HotKeyId()
        self._carbon.GetEventParameter(
            ctypes.c_void_p(event), _PARAMETER, _TYPE_HOTKEY, None,
            ctypes.sizeof(found), None, ctypes.byref(found),
        )  # fmt: skip
        bound = self._bound.get(found.id)
        if bound is not None and self._on_press is not None:
            self._on_press(Press(bound[0]))
        return 0
