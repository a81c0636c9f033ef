"""The selection plug of X11: PRIMARY and CLIPBOARD, asked with a deadline of our own.

Qt waits up to 15 s for an owner that hangs (measured with a stopped one), and with it the
whole GUI. Here the question has a connection and a thread of its own and is given up.
"""

from __future__ import annotations

import select
import time
from typing import Any

from Xlib import X

from jitdesk.desktop.x11 import Connection
from jitdesk.errors import DesktopError

_DEADLINE = 0.05  # seconds; an owner that lives answers in 0.2 ms
_LONGEST = 16_384  # units of 4 bytes that are read of a selection
_PROPERTY = "JITDESK_SELECTION"


class X11Selection:
    """Asks the owner of PRIMARY for text."""

    supported = True

    def __init__(self) -> None:
        self._connection: Connection | None = None
        self._window: Any = None

    def selected(self) -> str:
        """Return the marked text."""
        return self._text_of("PRIMARY")

    def copied(self) -> str:
        """Return the text on the clipboard."""
        return self._text_of("CLIPBOARD")

    def _text_of(self, name: str) -> str:
        try:
            connection = self._connected()
            return self._ask(connection, connection.atom(name))
        except (DesktopError, OSError, ValueError):
            return ""  # the server went, or the owner closed while we asked

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = Connection()
            root = self._connection.root
            self._window = root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        return self._connection

    def _ask(self, connection: Connection, selection: int) -> str:
        display = connection.display
        utf8, prop = connection.atom("UTF8_STRING"), connection.atom(_PROPERTY)
        if not getattr(display.get_selection_owner(selection), "id", 0):
            return ""
        if not asked_in_time(display, self._window, selection, utf8, prop):
            return ""
        found = self._window.get_full_property(prop, utf8, _LONGEST)
        self._window.delete_property(prop)
        value = found.value if found is not None else b""
        return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""


def asked_in_time(display: Any, window: Any, selection: int, kind: int, prop: int) -> bool:  # noqa: ANN401  (python-xlib has no types)
    """Ask the owner of a selection for a kind of data, until the deadline.

    Returns:
        Whether the data is in the property `prop` of `window` now.
    """
    window.delete_property(prop)
    window.convert_selection(selection, kind, prop, X.CurrentTime)
    display.flush()
    end = time.monotonic() + _DEADLINE
    while (left := end - time.monotonic()) > 0:
        while display.pending_events():
            event = display.next_event()
            if event.type == X.SelectionNotify and event.target == kind:
                return bool(event.property != X.NONE)
        select.select([display.fileno()], [], [], left)
    return False
