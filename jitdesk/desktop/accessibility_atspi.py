"""The accessibility plug of Linux: AT-SPI through jeepney.

A question is a few calls of about 0.3 ms over the accessibility bus, all of them before one
deadline. Two connections: one asks; the other hears, in a thread of its own, where the
keyboard goes, because that cannot be asked without reading whole windows.

Programs tell nothing while the desktop says that nobody listens. So we say that somebody
does, for as long as we record, and put it back. That is the switch of screen readers; it is
left alone where it is on.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections import deque
from dataclasses import dataclass, replace
from typing import Any, Final

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

from jitdesk.authoring.recording import Box, Control, Role
from jitdesk.desktop.accessibility import AskedWindow
from jitdesk.errors import DesktopError

_log = logging.getLogger(__name__)

DEADLINE: Final = 0.15
"""Seconds for one question, whatever the program does; a live one answers in 5 ms."""
_LOOK_UP: Final = 0.25  # seconds between looks at whether to end
_DEEPEST: Final = 30
_MOST_WINDOWS: Final = 30
_SCREEN: Final = 0
_SECRET: Final = 40  # ATSPI_ROLE_PASSWORD_TEXT
_LABELLED_BY: Final = 2  # AtspiRelationType
_FAULTS: Final = (OSError, DBusErrorResponse, TimeoutError, ValueError, TypeError, LookupError)
_ROOT: Final = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
_COMPONENT: Final = "org.a11y.atspi.Component"
_EVENT: Final = "org.a11y.atspi.Event.Object"
_STATUS: Final = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
_BUS: Final = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
_REGISTRY: Final = DBusAddress(
    "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
)
_ROLES: Final = {
    "password text": Role.PASSWORD,
    **dict.fromkeys(("text", "entry", "spin button", "date editor", "autocomplete"), Role.FIELD),
    **dict.fromkeys(("push button", "button", "toggle button", "switch"), Role.BUTTON),
    **dict.fromkeys(("push button menu", "tool bar item"), Role.BUTTON),
    **dict.fromkeys(("check box", "radio button"), Role.CHECK),
    "page tab": Role.TAB,
    **dict.fromkeys(("menu", "menu item", "check menu item", "radio menu item"), Role.MENU),
    "combo box": Role.LIST,
    **dict.fromkeys(("list item", "tree item", "link", "table cell", "icon"), Role.ENTRY),
}
_ROWS: Final = frozenset({Role.MENU, Role.ENTRY})
_SCALES: Final = (1.0, 2.0, 1.5, 1.25, 1.75, 3.0)
"""Device pixels that a pixel of a program may be."""
_NAMED_BY_LABEL: Final = frozenset({Role.LIST})
"""Their own name is what is chosen in them now."""


@dataclass(frozen=True, slots=True)
class _Object:
    """An accessible: the program's name on the bus, and a path in it."""

    owner: str
    path: str


@dataclass(frozen=True, slots=True)
class _Heard:
    """A control that got the keyboard."""

    pid: int
    found: _Object
    control: Control


@dataclass(frozen=True, slots=True)
class _Frame:
    """A window as its program sees it (`inner_box`) and as the screen does (`outer_box`).

    A program counts in pixels of its own, and from a corner of its own.
    """

    found: _Object
    inner_box: Box
    outer_box: Box
    scale: float

    def inner(self, x: int, y: int) -> tuple[int, int]:
        """Return a point of the screen in the program's pixels."""
        return (
            self.inner_box[0] + round((x - self.outer_box[0]) / self.scale),
            self.inner_box[1] + round((y - self.outer_box[1]) / self.scale),
        )

    def with_place(self, control: Control, box: Box) -> Control:
        """Return a control with the box that it has on the screen."""
        x, y, width, height = box
        place = (
            self.outer_box[0] + round((x - self.inner_box[0]) * self.scale),
            self.outer_box[1] + round((y - self.inner_box[1]) * self.scale),
            round(width * self.scale),
            round(height * self.scale),
        )
        return Control(control.role, control.name, place)


class AtspiAccessibility:
    """Asks the accessibility bus."""

    def __init__(self) -> None:
        """Connect.

        Raises:
            DesktopError: there is no such bus here.
        """
        try:
            self._session = open_dbus_connection("SESSION")
            asked = new_method_call(
                DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress"
            )
            address = unwrap_msg(self._session.send_and_get_reply(asked, timeout=1.0))[0]
            self._bus = open_dbus_connection(address)
            # First say what we listen to: a program asks that once, when it is switched on.
            self._keyboard = _Keyboard(address)
            self._was_on = self._switch_on()
        except (*_FAULTS, KeyError) as error:
            raise DesktopError(f"There is no accessibility bus ({error}).") from error
        self._asking = _Asking(self._bus)
        self._placed: tuple[_Heard, AskedWindow, Control] | None = None

    def control_at(self, window: AskedWindow, x: int, y: int) -> Control | None:
        """Ask the program that owns the window."""
        self._keyboard.greet(window.pid)
        self._asking.begin()
        with contextlib.suppress(*_FAULTS):
            owner = self._asking.owner_of(window.pid)
            frame = self._asking.frame(owner, window) if owner else None
            if frame is not None:
                return self._asking.control_in(frame, x, y)
            heard = self._keyboard.last
            if heard is not None and heard.pid == window.pid:
                return self._asking.popped_up(heard, x, y)
        return None

    def focused(self, window: AskedWindow) -> Control | None:
        """Return what was heard of the keyboard last, if it is in that program."""
        self._keyboard.greet(window.pid)
        last = self._keyboard.last
        if last is None or last.pid != window.pid:
            return None
        if self._placed is None or self._placed[:2] != (last, window):
            self._placed = (last, window, self._place(last, window))
        return self._placed[2]

    def _place(self, last: _Heard, window: AskedWindow) -> Control:
        self._asking.begin()
        with contextlib.suppress(*_FAULTS):
            return self._asking.placed(last, window)
        return last.control

    def close(self) -> None:
        """Put the switch back and leave the buses."""
        self._keyboard.close()
        with contextlib.suppress(*_FAULTS):
            if not self._was_on:
                self._set_enabled(False)
        for connection in (self._bus, self._session):
            with contextlib.suppress(OSError):
                connection.close()

    def _switch_on(self) -> bool:
        """Return whether programs told before; they do from now on."""
        asked = Properties(_STATUS).get("IsEnabled")
        kind, on = unwrap_msg(self._session.send_and_get_reply(asked, timeout=1.0))[0]
        if kind == "b" and not on:
            self._set_enabled(True)
        return bool(on)

    def _set_enabled(self, on: bool) -> None:
        message = Properties(_STATUS).set("IsEnabled", "b", on)
        self._session.send_and_get_reply(message, timeout=1.0)


class _Asking:
    """Questions over one connection, before one deadline."""

    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        self._until = 0.0

    def begin(self) -> None:
        """Start the clock for the questions that follow."""
        self._until = time.monotonic() + DEADLINE

    def _ask(self, to: DBusAddress, method: str, form: str = "", body: tuple[Any, ...] = ()) -> Any:  # noqa: ANN401  (D-Bus has no types)
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        message = new_method_call(to, method, form or None, body)
        answer = unwrap_msg(self._bus.send_and_get_reply(message, timeout=left))
        return answer[0] if answer else None

    def _of(self, found: _Object, interface: str, method: str, form: str = "", *body: Any) -> Any:  # noqa: ANN401  (as above)
        return self._ask(DBusAddress(found.path, found.owner, interface), method, form, body)

    def _property(self, found: _Object, name: str) -> str:
        to = DBusAddress(found.path, found.owner, "org.freedesktop.DBus.Properties")
        kind, value = self._ask(to, "Get", "ss", (_ACCESSIBLE, name))
        return str(value) if kind == "s" else ""

    def pid_of(self, owner: str) -> int:
        """Return the process behind a name on the bus."""
        return int(self._ask(_BUS, "GetConnectionUnixProcessID", "s", (owner,)))

    def owner_of(self, pid: int) -> str:
        """Return the name on the bus of a process, "" if it tells nothing."""
        registry = _Object("org.a11y.atspi.Registry", _ROOT)
        for owner, _path in self._of(registry, _ACCESSIBLE, "GetChildren"):
            with contextlib.suppress(DBusErrorResponse):
                if self.pid_of(owner) == pid:
                    return str(owner)
        return ""

    def control_in(self, frame: _Frame, x: int, y: int) -> Control | None:
        """Return the deepest control of a window at a point."""
        point = frame.inner(x, y)
        deepest = self._deepest(frame.found, *point)
        if deepest is None:
            return None
        plain, box = self.describe(deepest), self._box(deepest)
        return frame.with_place(plain, box) if _holds(box, point) else plain

    def popped_up(self, heard: _Heard, x: int, y: int) -> Control | None:
        """Return the row of an open menu or list at a point.

        Such a window is no window of its own to the bus. But a row says that it has the
        keyboard as soon as the pointer is over it.
        """
        if heard.control.role not in _ROWS:
            return None
        box = self._box(heard.found)
        for scale in _SCALES:
            left, top, width, height = (round(scale * side) for side in box)
            if _holds((left, top, width, height), (x, y)):
                return replace(heard.control, box=(left, top, width, height))
        return None

    def placed(self, heard: _Heard, window: AskedWindow) -> Control:
        """Return a control with its place on the screen."""
        frame = self.frame(heard.found.owner, window)
        return frame.with_place(heard.control, self._box(heard.found)) if frame else heard.control

    def frame(self, owner: str, window: AskedWindow) -> _Frame | None:
        """Return the accessible that is this window of the screen."""
        children = self._of(_Object(owner, _ROOT), _ACCESSIBLE, "GetChildren")
        for child in children[:_MOST_WINDOWS]:
            found = _Object(*child)
            box = self._box(found)
            scale = _scale(box, window.box)
            if scale and self._is(found, box, window, scale):
                return _Frame(found, box, window.box, scale)
        return None

    def _is(self, found: _Object, box: Box, window: AskedWindow, scale: float) -> bool:
        """Tell whether an accessible of the right size is that window."""
        here = abs(box[0] * scale - window.box[0]) + abs(box[1] * scale - window.box[1]) < 4
        return here or self._property(found, "Name") == window.title

    def _deepest(self, found: _Object, x: int, y: int) -> _Object | None:
        for depth in range(_DEEPEST):
            child = _Object(
                *self._of(found, _COMPONENT, "GetAccessibleAtPoint", "iiu", x, y, _SCREEN)
            )
            if not child.path or child.path.endswith("/null") or child == found:
                return found if depth else None
            found = child
        return found

    def _box(self, found: _Object) -> Box:
        x, y, width, height = self._of(found, _COMPONENT, "GetExtents", "u", _SCREEN)
        return (x, y, width, height)

    def describe(self, found: _Object) -> Control:
        """Return kind and label, without the place."""
        role = _ROLES.get(str(self._of(found, _ACCESSIBLE, "GetRoleName")), Role.OTHER)
        if role is Role.FIELD and self._of(found, _ACCESSIBLE, "GetRole") == _SECRET:
            role = Role.PASSWORD  # Qt gives it the name of a plain field
        if role is Role.OTHER:
            return Control()  # a page of text, a panel: its name may be its content
        label = self._label(found)
        name = label or ("" if role in _NAMED_BY_LABEL else self._property(found, "Name"))
        return Control(role, name.replace("&", "").strip().rstrip(":").strip())

    def _label(self, found: _Object) -> str:
        """Return the text of the label that belongs to a control, "" = it has none."""
        with contextlib.suppress(DBusErrorResponse):
            for kind, others in self._of(found, _ACCESSIBLE, "GetRelationSet"):
                if kind == _LABELLED_BY and others:
                    return self._property(_Object(*others[0]), "Name")
        return ""


def _holds(box: Box, point: tuple[int, int]) -> bool:
    x, y, width, height = box
    return x <= point[0] < x + width and y <= point[1] < y + height


def _scale(inner: Box, outer: Box) -> float:
    """Return how many device pixels a pixel of the program is, 0 if the shapes differ."""
    if min(inner[2:]) <= 0 or min(outer[2:]) <= 0:
        return 0.0
    wide, high = outer[2] / inner[2], outer[3] / inner[3]
    return wide if abs(wide - high) < 0.03 * wide else 0.0


class _Keyboard:
    """Hears where the keyboard goes, in its own thread."""

    def __init__(self, address: str) -> None:
        self._bus = open_dbus_connection(address)
        self._asking = _Asking(self._bus)
        self.last: _Heard | None = None
        self._stopping = False
        self._heard: deque[Any] = deque(maxlen=8)
        rule = MatchRule(type="signal", interface=_EVENT, member="StateChanged")
        rule.add_arg_condition(0, "focused")
        self._filter = self._bus.filter(rule, queue=self._heard)
        unwrap_msg(self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=1.0))
        self._greeted: set[int] = set()
        self._lock = threading.Lock()
        self.greet(0)
        self._thread = threading.Thread(target=self._run, name="at-spi-focus", daemon=True)
        self._thread.start()

    def greet(self, pid: int) -> None:
        """Say what we listen to, once for each program that turns up.

        A Qt program that was switched on just now has missed what was said before.
        """
        if pid in self._greeted:
            return
        self._greeted.add(pid)
        body: tuple[Any, ...] = ("object:state-changed:focused", [], "")
        with self._lock, contextlib.suppress(OSError):
            self._bus.send(new_method_call(_REGISTRY, "RegisterEvent", "sass", body))

    def close(self) -> None:
        """End the thread; closing the connection takes the registration back."""
        self._stopping = True
        self._thread.join(1.0)
        with contextlib.suppress(OSError):
            self._bus.close()

    def _run(self) -> None:
        while not self._stopping:
            try:
                self._bus.recv_messages(timeout=_LOOK_UP)
            except TimeoutError:
                continue
            except (OSError, ValueError) as error:
                _log.info("the accessibility bus went away: %s", type(error).__name__)
                return
            while self._heard:  # a question may bring further ones along
                self._take(self._heard.popleft())

    def _take(self, message: Any) -> None:  # noqa: ANN401  (jeepney's message)
        if tuple(message.body[:2]) != ("focused", 1):
            return
        fields = message.header.fields
        found = _Object(fields[HeaderFields.sender], fields[HeaderFields.path])
        heard = None
        self._asking.begin()
        with contextlib.suppress(*_FAULTS):
            pid = self._asking.pid_of(found.owner)
            heard = _Heard(pid, found, self._asking.describe(found))
        self.last = heard
