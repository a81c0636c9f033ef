"""The foreground plug of X11: EWMH properties through python-xlib (0.3 ms a look)."""

from __future__ import annotations

from jitdesk.desktop.foreground import ForegroundWindow
from jitdesk.desktop.x11 import Connection


class X11Foreground:
    """Answers from its own connection, so it never waits for the GUI's."""

    name = "X11 (EWMH)"

    def __init__(self) -> None:
        """Connect; raises DesktopError without a display."""
        self._connection = Connection()
        # Asked once here: an atom costs a round trip, and `activate` is on the show path.
        for atom in ("_NET_ACTIVE_WINDOW", "_NET_WM_NAME", "WM_CLASS"):
            self._connection.atom(atom)
        self._managed = self._connection.has_window_manager()

    def current(self) -> ForegroundWindow | None:
        """Return the active window."""
        return self._connection.active()

    def activate(self, window_id: int, time: int = 0) -> None:
        """Ask the window manager, or set the focus ourselves where none runs."""
        if self._managed:
            self._connection.activate(window_id, time)
        else:
            self._connection.focus_directly(window_id, time)

    def pass_over(self, window_id: int) -> None:
        """Take the protocol away by which window managers offer the focus."""
        self._connection.refuse_focus(window_id)

    def composited(self) -> bool:
        """Return whether a compositor runs."""
        return self._connection.composited()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
