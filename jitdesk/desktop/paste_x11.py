"""The paste plug of X11: XTEST keys, sent while nobody else can change the focus.

The server is grabbed between the look at the focus and the keys: no window can come in
between. Keys go by XTEST because xterm ignores the ones that XSendEvent makes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, Final

from Xlib import XK, X, error
from Xlib.ext import xtest

from jitdesk.desktop.chord import Chord
from jitdesk.desktop.selection_x11 import asked_in_time
from jitdesk.desktop.x11 import Connection

_DEEP: Final = 12  # windows inside of windows up to the one that the manager knows
_HELD: Final = (
    "Control_L",
    "Control_R",
    "Shift_L",
    "Shift_R",
    "Alt_L",
    "Alt_R",
    "Super_L",
    "Super_R",
)


class X11Paste:
    """Has a connection of its own."""

    def __init__(self) -> None:
        """Connect; raises DesktopError without a display."""
        self._connection = Connection()
        self.supported = bool(self._connection.display.has_extension("XTEST"))
        root = self._connection.root
        self._window: Any = root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)

    def answers(self) -> bool:
        """Ask the owner of the clipboard which formats it has."""
        display, atom = self._connection.display, self._connection.atom
        if not getattr(display.get_selection_owner(atom("CLIPBOARD")), "id", 0):
            return True
        return asked_in_time(
            display, self._window, atom("CLIPBOARD"), atom("TARGETS"), atom("JITDESK_TARGETS")
        )

    def hands_off(self) -> bool:
        """Look at the keys themselves."""
        codes = (self._code(name) for name in _HELD)
        return not any(code and self._connection.key_is_down(code) for code in codes)

    def paste(self, window_id: int, *, terminal: bool) -> bool:
        """Press Ctrl+V, in terminals Shift+Insert."""
        modifier = self._code("Shift_L" if terminal else "Control_L")
        key = self._connection.key_code(Chord("Insert" if terminal else "V"))
        if not (modifier and key):
            return False
        with self._alone():
            if not self._has_keyboard(window_id):
                return False
            down = ((X.KeyPress, modifier), (X.KeyPress, key))
            for kind, code in (*down, (X.KeyRelease, key), (X.KeyRelease, modifier)):
                xtest.fake_input(self._connection.display, kind, code)
            self._connection.display.sync()
        return True

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Let no other program change anything meanwhile; 2 ms."""
        display = self._connection.display
        display.grab_server()
        try:
            yield
        finally:
            display.ungrab_server()
            display.sync()

    def _has_keyboard(self, window_id: int) -> bool:
        try:
            _, active = self._connection.front()
            focus = self._connection.focus_id()
            return active is not None and active.id == window_id and self._is_in(focus, window_id)
        except (error.XError, OSError):
            return False  # it closed while we looked

    def _is_in(self, focus: int, window_id: int) -> bool:
        """Tell whether the focused window is that one or stands in it."""
        for _ in range(_DEEP):
            if focus == window_id:
                return True
            if focus <= 1 or focus == self._connection.root.id:
                return False
            window = self._connection.display.create_resource_object("window", focus)
            focus = int(getattr(window.query_tree().parent, "id", 0))
        return False

    def _code(self, name: str) -> int:
        return int(self._connection.display.keysym_to_keycode(XK.string_to_keysym(name)))
