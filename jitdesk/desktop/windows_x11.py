"""Which window is under the pointer or has the keyboard: what a recorder asks the X server."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from Xlib import X

from jitdesk.authoring.recording import Box, Place
from jitdesk.desktop.accessibility import AskedWindow
from jitdesk.desktop.x11 import Connection

_DEEPEST: Final = 12
_LONGEST_TITLE: Final = 80


@dataclass(frozen=True, slots=True)
class SeenWindow:
    """A window of the screen.

    Attributes:
        ours: it belongs to JITDesk; nothing of it is recorded.
        place: its program, and its title if it is a dialog.
        asked: what an accessibility plug needs to find it.
        frame: where it is, with its title bar; for a menu, which alone shows nothing of where
            it belongs, the whole screen.
    """

    ours: bool
    place: Place
    asked: AskedWindow
    frame: Box


class WindowFinder:
    """Asks over a connection that belongs to the calling thread."""

    def __init__(self, connection: Connection) -> None:
        """Take the connection."""
        self._x = connection
        self._own = os.getpid()
        self.screen: Box = (0, 0, *self._size(connection.root))

    def at(self, x: int, y: int) -> SeenWindow | None:
        """Return the window at a point, None over the bare desktop."""
        path = self._path(x, y)
        return self._seen(path) if path else None

    def active(self) -> SeenWindow | None:
        """Return the window that has the keyboard, None without one."""
        found = self._value(self._x.root, "_NET_ACTIVE_WINDOW")
        if not found or not found[0]:
            return None
        window = self._x.display.create_resource_object("window", int(found[0]))
        return self._seen([window])

    def _path(self, x: int, y: int) -> list[Any]:
        """Return the windows at a point, the outermost first."""
        path: list[Any] = []
        inside = self._x.root
        while len(path) < _DEEPEST:
            child = inside.translate_coords(self._x.root, x, y).child
            if not child:
                break
            path.append(child)
            inside = child
        return path

    def _seen(self, path: Sequence[Any]) -> SeenWindow:
        client = self._client(path)
        pids = [self._number(window, "_NET_WM_PID") for window in path]
        title = self._title(client)
        pid = self._number(client, "_NET_WM_PID")
        managed = self._value(client, "WM_STATE") is not None
        dialog = title[:_LONGEST_TITLE] if managed and self._is_dialog(client) else ""
        return SeenWindow(
            self._own in pids,
            Place(self._program(client), dialog),
            AskedWindow(pid, title, self._box(client)),
            self._box(path[0]) if managed else self.screen,
        )

    def _client(self, path: Sequence[Any]) -> Any:  # noqa: ANN401  (python-xlib has no types)
        """Return the program's window; around it may be the frame of the window manager."""
        managed = (window for window in path if self._value(window, "WM_STATE") is not None)
        named = (window for window in path if window.get_wm_class() is not None)
        return next(managed, None) or next(named, None) or path[0]

    def _program(self, window: Any) -> str:  # noqa: ANN401  (as above)
        names = window.get_wm_class() or ("", "")
        name = names[-1].rsplit(".", 1)[-1].removesuffix(".exe")
        return name if name != name.lower() else name[:1].upper() + name[1:]

    def _is_dialog(self, window: Any) -> bool:  # noqa: ANN401  (as above)
        kinds = self._value(window, "_NET_WM_WINDOW_TYPE") or ()
        if self._x.atom("_NET_WM_WINDOW_TYPE_DIALOG") in kinds:
            return True
        parent = self._value(window, "WM_TRANSIENT_FOR")
        return bool(parent and parent[0] not in {0, self._x.root.id})

    def _title(self, window: Any) -> str:  # noqa: ANN401  (as above)
        title = self._value(window, "_NET_WM_NAME") or window.get_wm_name() or ""
        text = title.decode("utf-8", "replace") if isinstance(title, bytes) else str(title)
        return " ".join(text.split())

    def _number(self, window: Any, name: str) -> int:  # noqa: ANN401  (as above)
        found = self._value(window, name)
        return int(found[0]) if found else 0

    def _value(self, window: Any, name: str) -> Any:  # noqa: ANN401  (as above)
        found = window.get_full_property(self._x.atom(name), X.AnyPropertyType)
        return found.value if found is not None else None

    def _size(self, window: Any) -> tuple[int, int]:  # noqa: ANN401  (as above)
        told = window.get_geometry()
        return int(told.width), int(told.height)

    def _box(self, window: Any) -> Box:  # noqa: ANN401  (as above)
        corner = self._x.root.translate_coords(window, 0, 0)
        return (int(corner.x), int(corner.y), *self._size(window))


def around(window: Box, point: tuple[int, int], largest: tuple[int, int], screen: Box) -> Box:
    """Return the part of a window to picture: all of a small one, what is around the point else."""
    sides = [
        _span(window[side], window[side + 2], point[side], largest[side], screen[side + 2])
        for side in (0, 1)
    ]
    (x, width), (y, height) = sides
    return (x, y, width, height)


def _span(start: int, length: int, point: int, most: int, edge: int) -> tuple[int, int]:
    first, last = max(0, start), min(edge, start + length)
    if last - first > most:
        first = max(first, min(point - most // 2, last - most))
        last = first + most
    return first, max(1, last - first)
