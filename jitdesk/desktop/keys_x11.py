"""Keys, wheel and released buttons in all programs, by the RECORD extension of X11.

A key is told by its kind at once and forgotten: text, or the name of a chord. Nothing here
or above ever holds which letter it was.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from Xlib import XK, X, error
from Xlib.ext import record
from Xlib.protocol import rq

from jitdesk.desktop.x11 import Connection
from jitdesk.errors import DesktopError

TEXT: Final = "text"
"""The name of a key that writes or corrects text."""
_NAMED: Final = {
    0xFF0D: "Enter", 0xFF8D: "Enter", 0xFF09: "Tab", 0xFE20: "Tab", 0xFF1B: "Esc",
    0xFFFF: "Delete", 0xFF67: "Menu", 0xFF61: "Print", 0x20: "Space",
}  # fmt: skip
_MOVING: Final = {
    0xFF50: "Home", 0xFF51: "Left", 0xFF52: "Up", 0xFF53: "Right", 0xFF54: "Down",
    0xFF55: "PgUp", 0xFF56: "PgDown", 0xFF57: "End", 0xFF63: "Insert", 0xFF08: "Backspace",
}  # fmt: skip
_FIRST_F, _LAST_F = 0xFFBE, 0xFFD5
_SILENT: Final = frozenset({"Alt+Tab", "Alt+Shift+Tab"})
"""Goes to another window; the next step names where it is."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a device: a key by its kind, or a button with its place."""

    kind: int
    """X.KeyPress, X.ButtonPress or X.ButtonRelease."""
    key: str = ""
    button: int = 0
    x: int = 0
    y: int = 0
    time: int = 0


def key_name(keysym: int, state: int) -> str:
    """Return what kind of key it is: `TEXT`, the name of a chord, "" = of no interest."""
    if _is_modifier(keysym):
        return ""
    held = state & (X.ControlMask | X.Mod1Mask | X.Mod4Mask)
    if not held or state & X.Mod5Mask:  # Mod5 is AltGr, which writes characters
        return _plain_name(keysym, bool(state & X.ShiftMask))
    name = _NAMED.get(keysym) or _MOVING.get(keysym) or _f_name(keysym) or _character(keysym)
    if not name:
        return ""
    masks = (("Ctrl", X.ControlMask), ("Alt", X.Mod1Mask), ("Shift", X.ShiftMask))
    modifiers = [*masks, ("Super", X.Mod4Mask)]
    chord = "+".join([*(word for word, mask in modifiers if state & mask), name])
    return "" if chord in _SILENT else chord


def as_named(chord: str) -> str:
    """Return a chord of the settings under the name that it has here."""
    return chord.replace("Return", "Enter").replace("Escape", "Esc")


def _plain_name(keysym: int, shift: bool) -> str:
    if name := _NAMED.get(keysym):
        return name
    if name := _f_name(keysym):
        return f"Shift+{name}" if shift else name
    return "" if keysym in _MOVING and _MOVING[keysym] != "Backspace" else TEXT


def _is_modifier(keysym: int) -> bool:
    return 0xFFE1 <= keysym <= 0xFFEE or 0xFE01 <= keysym <= 0xFE0F or keysym in {0, 0xFF7E, 0xFF7F}


def _f_name(keysym: int) -> str:
    return f"F{keysym - _FIRST_F + 1}" if _FIRST_F <= keysym <= _LAST_F else ""


def _character(keysym: int) -> str:
    """Return the character of a key that is held with Ctrl, Alt or Super: it writes nothing."""
    if 0x20 < keysym < 0x100:
        return chr(keysym).upper()
    if keysym >= 0x01000100:
        return chr(keysym - 0x01000000).upper()
    return str(XK.keysym_to_string(keysym) or "").upper()


class KeyListener:
    """Hears devices in a thread of its own, between `start` and `stop`."""

    def __init__(self, on_event: Callable[[Happening], None]) -> None:
        """Connect twice: one connection waits for events, the other ends the waiting.

        Raises:
            DesktopError: this server does not record.
        """
        self._on_event = on_event
        self._ending, self._hearing = Connection(), Connection()
        if not self._ending.display.has_extension("RECORD"):
            self._close()
            raise DesktopError("This X server does not tell what happens in other programs.")
        self._context = self._hearing.display.record_create_context(
            0, [record.AllClients], [_devices()]
        )
        self._hearing.display.sync()
        self._live = threading.Event()
        self._thread = threading.Thread(target=self._run, name="x11-record", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End; the thread is gone when it returns."""
        if self._thread.is_alive():
            self._live.wait(1.0)  # what does not run yet cannot be ended
            with contextlib.suppress(error.ConnectionClosedError, OSError):
                self._ending.display.record_disable_context(self._context)
                self._ending.display.sync()
            self._thread.join(2.0)
        self._close()

    def _close(self) -> None:
        for connection in (self._ending, self._hearing):
            with contextlib.suppress(error.ConnectionClosedError, OSError):
                connection.close()

    def _run(self) -> None:
        with contextlib.suppress(error.ConnectionClosedError, OSError):
            self._hearing.display.record_enable_context(self._context, self._arrived)

    def _arrived(self, reply: Any) -> None:  # noqa: ANN401  (python-xlib has no types)
        self._live.set()  # the first reply only says that it runs
        if reply.category != record.FromServer or reply.client_swapped:
            return
        data = reply.data
        while len(data) >= 32:  # the size of an event
            told, data = rq.EventField(None).parse_binary_value(
                data, self._hearing.display.display, None, None
            )
            if (happening := self._understood(told)) is not None:
                self._on_event(happening)

    def _understood(self, told: Any) -> Happening | None:  # noqa: ANN401  (as above)
        if told.type == X.KeyPress:
            keysym = self._ending.display.keycode_to_keysym(told.detail, 0)
            name = key_name(keysym, told.state)
            return Happening(X.KeyPress, key=name) if name else None
        if told.type in {X.ButtonPress, X.ButtonRelease}:
            place = {"x": told.root_x, "y": told.root_y, "time": told.time}
            return Happening(told.type, button=told.detail, **place)
        return None


def _devices() -> dict[str, Any]:
    """Return the range of what is recorded: keys and buttons, no requests of programs."""
    return {
        "core_requests": (0, 0),
        "core_replies": (0, 0),
        "ext_requests": (0, 0, 0, 0),
        "ext_replies": (0, 0, 0, 0),
        "delivered_events": (0, 0),
        "device_events": (X.KeyPress, X.ButtonRelease),
        "errors": (0, 0),
        "client_started": False,
        "client_died": False,
    }
