"""The session decides which plugs are tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from jitdesk.desktop.chord import parse_chord
from jitdesk.desktop.foreground import NullForeground
from jitdesk.desktop.hotkey import NullHotkey
from jitdesk.desktop.session import Session, find_session, foreground_plug, hotkey_plugs


@pytest.mark.parametrize(
    ("platform", "env", "session"),
    [
        ("win32", {}, Session.WINDOWS),
        ("darwin", {}, Session.MACOS),
        ("linux", {"DISPLAY": ":0"}, Session.X11),
        ("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, Session.WAYLAND),
        ("linux", {"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, Session.WAYLAND),
        ("linux", {}, Session.NONE),
    ],
)
def test_the_session_is_found(platform: str, env: dict[str, str], session: Session) -> None:
    assert find_session(platform, env) is session


def test_wayland_never_falls_back_to_what_hears_only_xwayland(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pain 1: registered without an error, and never fires."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    names = [plug.name for plug in hotkey_plugs(Session.WAYLAND, {})]
    assert len(names) == 1
    assert "portal" in names[0]


def test_x11_tries_the_grab_first_and_pynput_last() -> None:
    names = [plug.name for plug in hotkey_plugs(Session.X11, {})]
    assert names[0] == "X11 key grab"
    assert "pynput" in names[-1]


def test_without_a_display_the_null_answers() -> None:
    assert isinstance(foreground_plug(Session.X11), NullForeground)


def test_the_null_hotkey_says_that_nothing_is_bound() -> None:
    chord = parse_chord("Ctrl+Alt+Space")
    binding = NullHotkey().bind({"hotkey": chord})["hotkey"]
    assert not binding.bound
    assert binding.reason
