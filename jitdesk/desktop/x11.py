"""What the X11 plugs share: atoms, the active window, key codes. Blocking, one thread each.

A `Connection` belongs to the thread that made it.
"""

from __future__ import annotations

import os
from typing import Any, Final

from Xlib import XK, X, display, error
from Xlib.protocol import event, request

from jitdesk.desktop.chord import Chord
from jitdesk.desktop.foreground import ForegroundWindow
from jitdesk.errors import DesktopError

_MASKS: Final = {
    "Ctrl": X.ControlMask,
    "Alt": X.Mod1Mask,
    "Shift": X.ShiftMask,
    "Super": X.Mod4Mask,
}
_KEYSYMS: Final = {
    "Space": "space",
    "PgUp": "Prior",
    "PgDown": "Next",
    "Backspace": "BackSpace",
    "+": "plus",
}
# Where a letter sits on a Latin (US) keyboard: the fall-back when the layout in use has no
# such letter. Key code 0 would mean "any key" to XGrabKey and take the whole keyboard.
_US_CODES: Final = {
    letter: code
    for first, row in ((24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM"), (10, "1234567890"))
    for code, letter in enumerate(row, first)
}
LOCKS: Final = (0, X.LockMask, X.Mod2Mask, X.LockMask | X.Mod2Mask)
"""CapsLock and NumLock: a grab must exist for each combination of them."""


class Connection:
    """A connection to the X server with the few questions that we ask it."""

    def __init__(self) -> None:
        """Connect to ``$DISPLAY``.

        Raises:
            DesktopError: there is no X server to reach.
        """
        if not os.environ.get("DISPLAY"):
            raise DesktopError("There is no X11 display here.")
        try:
            self.display: Any = display.Display()
        except (error.DisplayError, error.XError, OSError) as failure:
            raise DesktopError(f"The X11 display cannot be reached ({failure}).") from failure
        self.root: Any = self.display.screen().root
        self._atoms: dict[str, int] = {}

    def atom(self, name: str) -> int:
        """Return the number of an atom, asked once."""
        if name not in self._atoms:
            self._atoms[name] = self.display.intern_atom(name)
        return self._atoms[name]

    def close(self) -> None:
        """Close the connection; the server gives every grab back."""
        self.display.close()

    def key_code(self, chord: Chord) -> int:
        """Return the key code of the chord's key, 0 if this keyboard has no such key."""
        name = _KEYSYMS.get(chord.key, chord.key)
        keysym = XK.string_to_keysym(name) or XK.string_to_keysym(name.lower())
        if not keysym and len(name) == 1:
            keysym = ord(name.lower())
        code = int(self.display.keysym_to_keycode(keysym)) if keysym else 0
        return code or _US_CODES.get(chord.key, 0)

    @staticmethod
    def mask(chord: Chord) -> int:
        """Return the modifier mask of the chord."""
        mask = 0
        for name in chord.modifiers:
            mask |= _MASKS[name]
        return mask

    def key_is_down(self, code: int) -> bool:
        """Return whether that key is held at this moment."""
        keys = self.display.query_keymap()
        return bool(keys[code // 8] & (1 << (code % 8)))

    def focus_id(self) -> int:
        """Return the id of the window with the keyboard focus, 0 if none."""
        focus = self.display.get_input_focus().focus
        return int(getattr(focus, "id", focus))

    def active(self) -> ForegroundWindow | None:
        """Return the active window by ``_NET_ACTIVE_WINDOW``; None without one."""
        return self.front()[1]

    def front(self) -> tuple[int, ForegroundWindow | None]:
        """Return the id of the focused window and the active window, in two round trips.

        This is on the way from the hotkey to the popup; one question after the other
        would be six trips.
        """
        try:
            asked = self._send(request.GetInputFocus)
            active = self._property(self.root.id, "_NET_ACTIVE_WINDOW", 1)
            focus = int(getattr(_answer(asked).focus, "id", _answer(asked).focus))
            found = _value(active)
            return focus, self._describe(int(found[0])) if found and found[0] else None
        except (error.XError, OSError):
            return 0, None  # it was closed while we looked

    def _describe(self, window_id: int) -> ForegroundWindow:
        klass = self._property(window_id, "WM_CLASS", 64)
        title = self._property(window_id, "_NET_WM_NAME", 256)
        size = self._send(request.GetGeometry, drawable=window_id)
        place = self._send(
            request.TranslateCoords, src_wid=window_id, dst_wid=self.root.id, src_x=0, src_y=0
        )
        names = _text(_value(klass)).rstrip("\0").split("\0")
        box = (_answer(place).x, _answer(place).y, _answer(size).width, _answer(size).height)
        return ForegroundWindow(window_id, names[-1].lower(), _text(_value(title)), box)

    def _send(self, kind: Any, **fields: Any) -> Any:  # noqa: ANN401  (python-xlib has no types)
        return kind(display=self.display.display, defer=True, **fields)

    def _property(self, window_id: int, name: str, length: int) -> Any:  # noqa: ANN401  (as above)
        return self._send(
            request.GetProperty,
            delete=False,
            window=window_id,
            property=self.atom(name),
            type=X.AnyPropertyType,
            long_offset=0,
            long_length=length,
        )

    def activate(self, window_id: int, time: int) -> None:
        """Ask the window manager to activate a window (EWMH, source 2 = a pager)."""
        window = self.display.create_resource_object("window", window_id)
        message = event.ClientMessage(
            window=window,
            client_type=self.atom("_NET_ACTIVE_WINDOW"),
            data=(32, (2, time, 0, 0, 0)),
        )
        mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
        self.root.send_event(message, event_mask=mask)
        self.display.flush()

    def has_window_manager(self) -> bool:
        """Return whether an EWMH window manager runs."""
        name = self.atom("_NET_SUPPORTING_WM_CHECK")
        return self.root.get_full_property(name, X.AnyPropertyType) is not None

    def focus_directly(self, window_id: int, time: int) -> None:
        """Set the keyboard focus where no window manager does it."""
        window = self.display.create_resource_object("window", window_id)
        window.set_input_focus(X.RevertToPointerRoot, time or X.CurrentTime)
        self.display.flush()

    def refuse_focus(self, window_id: int) -> None:
        """Take ``WM_TAKE_FOCUS`` from the protocols of a window.

        Qt puts it there always. With it a window that wants no input is still offered the
        focus when another window closes, takes none, and the keyboard is nowhere (openbox).
        """
        window = self.display.create_resource_object("window", window_id)
        kept = [atom for atom in window.get_wm_protocols() if atom != self.atom("WM_TAKE_FOCUS")]
        window.set_wm_protocols(kept)
        self.display.flush()

    def composited(self) -> bool:
        """Return whether a compositor runs on this screen."""
        name = f"_NET_WM_CM_S{self.display.get_default_screen()}"
        return int(getattr(self.display.get_selection_owner(self.atom(name)), "id", 0)) != 0


def _answer(asked: Any) -> Any:  # noqa: ANN401  (python-xlib has no types)
    asked.reply()
    return asked


def _value(asked: Any) -> Any:  # noqa: ANN401  (as above)
    """Return what a property holds: bytes or a list of numbers; None if it is not set."""
    found = _answer(asked)
    return found.value[1] if found.property_type else None


def _text(value: Any) -> str:  # noqa: ANN401  (as above)
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""
