"""Which desktop this is, and therefore which plugs to try, best first.

Plug modules are imported here and only when their system is the one in use: an import is
part of the start-up time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from enum import StrEnum

from jitdesk.desktop.autostart import AutostartPlug, NullAutostart
from jitdesk.desktop.chord import Chord
from jitdesk.desktop.foreground import ForegroundPlug, NullForeground
from jitdesk.desktop.hotkey import HotkeyPlug
from jitdesk.desktop.links import LinksPlug, NullLinks
from jitdesk.desktop.paste import NullPaste, PastePlug
from jitdesk.desktop.recorder import NullRecorder, RecorderPlug
from jitdesk.desktop.selection import NullSelection, SelectionPlug
from jitdesk.errors import DesktopError
from jitdesk.paths import shipped


class Session(StrEnum):
    """The kind of desktop session."""

    X11 = "X11"
    WAYLAND = "Wayland"
    WINDOWS = "Windows"
    MACOS = "macOS"
    NONE = "no desktop"


def find_session(platform: str = sys.platform, env: Mapping[str, str] | None = None) -> Session:
    """Return the session this process runs in."""
    environ = os.environ if env is None else env
    if platform == "win32":
        return Session.WINDOWS
    if platform == "darwin":
        return Session.MACOS
    if environ.get("XDG_SESSION_TYPE") == "wayland" or environ.get("WAYLAND_DISPLAY"):
        return Session.WAYLAND
    return Session.X11 if environ.get("DISPLAY") else Session.NONE


def hotkey_plugs(session: Session, described: Mapping[str, tuple[str, Chord]]) -> list[HotkeyPlug]:
    """Return the hotkey plugs to try, best first; the service falls back to the Null.

    `described` names every binding that may ever be wanted: name -> (description, chord).
    """
    plugs: list[HotkeyPlug] = []
    if session is Session.X11:
        from jitdesk.desktop.hotkey_x11 import X11Hotkey

        plugs.append(X11Hotkey())
    elif session is Session.WAYLAND:
        from jitdesk.desktop.desktop_entry import ensure_entry
        from jitdesk.desktop.hotkey_portal import APP_ID, PortalHotkey, Shortcut

        ensure_entry(APP_ID, shipped("resources") / "icons" / "jitdesk.svg")
        shortcuts = [Shortcut(name, *facts) for name, facts in described.items()]
        plugs.append(PortalHotkey(shortcuts))
    elif session is Session.WINDOWS:
        from jitdesk.desktop.hotkey_windows import WindowsHotkey

        plugs.append(WindowsHotkey())
    elif session is Session.MACOS:
        from jitdesk.desktop.hotkey_macos import MacHotkey

        plugs.append(MacHotkey())
    if session in {Session.X11, Session.WINDOWS, Session.MACOS}:
        # Under Wayland it would hear only XWayland programs and look as if it worked.
        from jitdesk.desktop.hotkey_pynput import PynputHotkey

        plugs.append(PynputHotkey())
    return plugs


def foreground_plug(session: Session) -> ForegroundPlug:
    """Return the foreground plug that works here."""
    try:
        if session in {Session.X11, Session.WAYLAND} and os.environ.get("DISPLAY"):
            from jitdesk.desktop.foreground_x11 import X11Foreground

            return X11Foreground()
        if session is Session.WINDOWS:
            from jitdesk.desktop.foreground_windows import WindowsForeground

            return WindowsForeground()
        if session is Session.MACOS:
            from jitdesk.desktop.foreground_macos import MacForeground

            return MacForeground()
    except DesktopError:
        pass  # the Null is the honest answer
    return NullForeground()


def paste_plug(session: Session) -> PastePlug:
    """Return the paste plug that works here."""
    try:
        if session is Session.X11:
            from jitdesk.desktop.paste_x11 import X11Paste

            return X11Paste()
    except DesktopError:
        pass  # the Null is the honest answer
    return NullPaste()


def selection_plug(session: Session) -> SelectionPlug:
    """Return the selection plug that works here; only X11 has a selection to read."""
    if session is Session.X11:
        from jitdesk.desktop.selection_x11 import X11Selection

        return X11Selection()
    return NullSelection()


def recorder_plug(session: Session) -> RecorderPlug:
    """Return the recorder plug that works here; the Null says why there is none."""
    if session is Session.X11:
        from jitdesk.desktop.recorder_x11 import X11Recorder

        return X11Recorder()
    return NullRecorder(session.value)


def links_plug(session: Session) -> LinksPlug:
    """Return the links plug that works here; macOS reads links from an app bundle alone."""
    if session is Session.WINDOWS:
        from jitdesk.desktop.links_windows import WindowsLinks

        return WindowsLinks()
    if session in {Session.X11, Session.WAYLAND}:
        from jitdesk.desktop.links_xdg import XdgLinks

        return XdgLinks()
    return NullLinks()


def autostart_plug(session: Session) -> AutostartPlug:
    """Return the autostart plug that works here."""
    if session is Session.WINDOWS:
        from jitdesk.desktop.autostart_windows import WindowsAutostart

        return WindowsAutostart()
    if session is Session.MACOS:
        from jitdesk.desktop.autostart_macos import MacAutostart

        return MacAutostart()
    if session in {Session.X11, Session.WAYLAND}:
        from jitdesk.desktop.autostart_xdg import XdgAutostart

        return XdgAutostart()
    return NullAutostart()
