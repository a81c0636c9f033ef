"""The hotkey plug of Wayland: the GlobalShortcuts portal through jeepney.

The desktop owns the keys: we name our shortcuts once, it asks the person once and may give
them other keys, and only its own settings change them. All shortcuts are bound together at
the first `bind`, because a session can bind only once. The host registry is told our id
first: newer portals refuse a session without one. QtDBus cannot send ``a(sa{sv})``, so
jeepney speaks to the bus, in one thread.
"""

from __future__ import annotations

import itertools
import logging
import os
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jeepney import DBusAddress, MatchRule, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

from jitdesk.desktop.chord import Chord
from jitdesk.desktop.hotkey import Binding, OnLeft, OnPress, Press
from jitdesk.errors import DesktopError

_log = logging.getLogger(__name__)

APP_ID: Final = "org.jitdesk.JITDesk"
_PATH: Final = "/org/freedesktop/portal/desktop"
_BUS: Final = "org.freedesktop.portal.Desktop"
_SHORTCUTS: Final = "org.freedesktop.portal.GlobalShortcuts"
_REQUEST: Final = "org.freedesktop.portal.Request"
_MODIFIERS: Final = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Super": "LOGO"}
_KEYSYMS: Final = {"Space": "space", "PgUp": "Prior", "PgDown": "Next", "Backspace": "BackSpace"}
_PATIENCE: Final = 1.5
"""Seconds that `bind` waits; the desktop may be asking the person for much longer."""
_DENIED: Final = "Your desktop did not give JITDesk this shortcut. Allow it in its own settings."
_ASKING: Final = "Your desktop is asking whether JITDesk may use this shortcut."


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut as the desktop shows it to the person."""

    name: str
    description: str
    chord: Chord


def trigger(chord: Chord) -> str:
    """Return a chord in the notation of the XDG shortcuts specification."""
    key = _KEYSYMS.get(chord.key, chord.key.lower() if len(chord.key) == 1 else chord.key)
    return "+".join([*(_MODIFIERS[name] for name in chord.modifiers), key])


class PortalHotkey:
    """Binds shortcuts through xdg-desktop-portal."""

    name = "desktop portal (GlobalShortcuts)"
    rebindable = False

    def __init__(self, shortcuts: Sequence[Shortcut]) -> None:
        """Take every shortcut that may ever be wanted."""
        self._shortcuts = tuple(shortcuts)
        self._thread: threading.Thread | None = None
        self._connection: DBusConnection | None = None
        self._on_press: OnPress | None = None
        self._answered = threading.Event()
        self._bound: dict[str, str] = {}
        self._live: frozenset[str] = frozenset()
        self._stopping = False

    def start(self, on_press: OnPress) -> None:
        """Connect to the session bus and see whether the portal is there."""
        self._on_press = on_press
        try:
            self._connection = open_dbus_connection("SESSION")
            self._check_portal(self._connection)
        except (OSError, KeyError, ValueError, DBusErrorResponse) as error:
            raise DesktopError(
                f"This desktop has no portal for global shortcuts ({error})."
            ) from error

    def bind(self, wanted: Mapping[str, Chord]) -> dict[str, Binding]:
        """Make `wanted` live; the first call asks the desktop for all shortcuts."""
        self._live = frozenset(wanted)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="portal", daemon=True)
            self._thread.start()
        asked = self._answered.wait(_PATIENCE)
        reason = _DENIED if asked else _ASKING
        return {
            name: Binding(chord, name in self._bound, "" if name in self._bound else reason)
            for name, chord in wanted.items()
        }

    def set_target(self, window_id: int, on_left: OnLeft) -> None:
        """Do nothing: the compositor keeps the keys of a shortcut to itself."""

    def stop(self) -> None:
        """Leave the bus; the desktop ends the session with the connection."""
        self._stopping = True
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    # -- in the thread -------------------------------------------------------------------

    def _run(self) -> None:
        portal = self._connection
        if portal is None:
            return
        try:
            talk = _Conversation(portal)
            talk.register()
            session = talk.create_session()
            with portal.filter(_rule(_SHORTCUTS, "Activated"), bufsize=64) as presses:
                portal.send(message_bus.AddMatch(_rule(_SHORTCUTS, "Activated")))
                self._bound = talk.bind(session, self._shortcuts)
                self._answered.set()
                while not self._stopping:
                    self._activated(portal.recv_until_filtered(presses).body)
        except DBusErrorResponse as error:
            _log.warning("the shortcuts portal refused: %s", error)
        except (OSError, DesktopError, TimeoutError) as error:
            if not self._stopping:
                _log.warning("the shortcuts portal is gone: %s", error)
        self._answered.set()

    def _activated(self, body: tuple[Any, ...]) -> None:
        _session, name, stamp, _options = body
        if name in self._live and self._on_press is not None:
            # Presses carry the compositor's time; X11 windows cannot use it (see Press).
            _log.debug("portal press at %s", stamp)
            self._on_press(Press(name))

    @staticmethod
    def _check_portal(connection: DBusConnection) -> None:
        properties = DBusAddress(_PATH, _BUS, "org.freedesktop.DBus.Properties")
        call = new_method_call(properties, "Get", "ss", (_SHORTCUTS, "version"))
        unwrap_msg(connection.send_and_get_reply(call, timeout=2))


class _Conversation:
    """The calls of one session, each answered by a Response signal."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self._numbers = itertools.count(1)
        self._sender = connection.unique_name.lstrip(":").replace(".", "_")

    def register(self) -> None:
        """Tell the host registry who we are; older portals have none."""
        registry = DBusAddress(_PATH, _BUS, "org.freedesktop.host.portal.Registry")
        call = new_method_call(registry, "Register", "sa{sv}", (APP_ID, {}))
        reply = self._connection.send_and_get_reply(call, timeout=2)
        if reply.header.message_type is MessageType.error:
            _log.info("no host registry on this desktop: %s", reply.body)

    def create_session(self) -> str:
        """Return the handle of a new session."""
        token = self._token()
        options = {"session_handle_token": ("s", f"jitdesk_{os.getpid()}")}
        answer = self._ask("CreateSession", "a{sv}", (), token, options)
        return str(answer["session_handle"][1])

    def bind(self, session: str, shortcuts: Sequence[Shortcut]) -> dict[str, str]:
        """Bind all shortcuts; return name -> the keys as the desktop describes them."""
        wanted = [
            (
                shortcut.name,
                {
                    "description": ("s", shortcut.description),
                    "preferred_trigger": ("s", trigger(shortcut.chord)),
                },
            )
            for shortcut in shortcuts
        ]
        answer = self._ask(
            "BindShortcuts", "oa(sa{sv})sa{sv}", (session, wanted, ""), self._token()
        )
        given = answer.get("shortcuts", ("a(sa{sv})", []))[1]
        return {name: str(facts.get("trigger_description", ("s", ""))[1]) for name, facts in given}

    def _ask(
        self,
        member: str,
        signature: str,
        body: tuple[Any, ...],
        token: str,
        options: dict[str, Any] | None = None,
    ) -> dict[str, Any]:
        path = f"{_PATH}/request/{self._sender}/{token}"
        rule = MatchRule(type="signal", interface=_REQUEST, member="Response", path=path)
        with self._connection.filter(rule) as answers:
            unwrap_msg(self._connection.send_and_get_reply(message_bus.AddMatch(rule)))
            given = {**(options or {}), "handle_token": ("s", token)}
            address = DBusAddress(_PATH, _BUS, _SHORTCUTS)
            call = new_method_call(address, member, signature, (*body, given))
            unwrap_msg(self._connection.send_and_get_reply(call))
            code, results = self._connection.recv_until_filtered(answers).body
        if code:
            raise DesktopError(f"{member} was refused (answer {code})")
        return dict(results)

    def _token(self) -> str:
        return f"jitdesk{os.getpid()}_{next(self._numbers)}_{time.monotonic_ns()}"


def _rule(interface: str, member: str) -> MatchRule:
    return MatchRule(type="signal", interface=interface, member=member, path=_PATH)
