"""What the X11 plugs share: atoms, the active window, key codes. Blocking, one thread each.

A `Connection` belongs to the thread that made it.
"""

from __future__ import annotations

import os
from typing import Any, Final

from Xlib import XK, X, display, error
from Xlib.protocol import event

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
        try:
            found = self.root.get_full_property(self.atom("_NET_ACTIVE_WINDOW"), X.AnyPropertyType)
            if found is None or not found.value or not found.value[0]:
                return None
            return self._describe(int(found.value[0]))
        except (error.XError, OSError):
            return None  # it was closed while we looked

    def _describe(self, window_id: int) -> ForegroundWindow:
        window = self.display.create_resource_object("window", window_id)
        klass = window.get_wm_class()
        title = window.get_full_property(self.atom("_NET_WM_NAME"), X.AnyPropertyType)
        size = window.get_geometry()
        place = window.translate_coords(self.root, 0, 0)
        text = title.value if title is not None else b""
        if isinstance(text, bytes):
            text = text.decode("utf-8", "replace")
        # translate_coords from the window to the root gives the negative offset.
        box = (-place.x, -place.y, size.width, size.height)
        return ForegroundWindow(window_id, (klass[1] if klass else "").lower(), str(text), box)

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

    def composited(self) -> bool:
        """Return whether a compositor runs on this screen."""
        name = f"_NET_WM_CM_S{self.display.get_default_screen()}"
        return int(getattr(self.display.get_selection_owner(self.atom(name)), "id", 0)) != 0
