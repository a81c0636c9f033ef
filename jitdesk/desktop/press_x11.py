"""Pressing a chord by XTest: for the self-test only; it is never used on other programs."""

from __future__ import annotations

from typing import Final

from Xlib import XK, X
from Xlib.ext import xtest

from jitdesk.desktop.chord import parse_chord
from jitdesk.desktop.x11 import Connection
from jitdesk.errors import DesktopError

_MODIFIERS: Final = {"Ctrl": "Control_L", "Alt": "Alt_L", "Shift": "Shift_L", "Super": "Super_L"}


def press_chord(text: str) -> None:
    """Press and release a chord as if on the keyboard.

    Raises:
        DesktopError: the X server has no test extension, or the keyboard no such key.
    """
    connection = Connection()
    display = connection.display
    try:
        if not display.has_extension("XTEST"):
            raise DesktopError("This X server cannot press keys by itself.")
        chord = parse_chord(text)
        names = [XK.string_to_keysym(_MODIFIERS[name]) for name in chord.modifiers]
        codes = [display.keysym_to_keycode(name) for name in names]
        codes.append(connection.key_code(chord))
        if not all(codes):
            raise DesktopError(f"This keyboard has no key for {text}.")
        for code in codes:
            xtest.fake_input(display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(display, X.KeyRelease, code)
        display.sync()
    finally:
        connection.close()
