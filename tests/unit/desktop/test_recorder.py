"""The recorder plug where there is none, and what needs no X server."""

from __future__ import annotations

import pytest
from Xlib import X

from jitdesk.desktop.keys_x11 import TEXT, key_name
from jitdesk.desktop.recorder import NullRecorder
from jitdesk.desktop.session import Session, recorder_plug
from jitdesk.desktop.windows_x11 import around
from jitdesk.errors import DesktopError

CTRL, ALT, SHIFT, SUPER = X.ControlMask, X.Mod1Mask, X.ShiftMask, X.Mod4Mask
ALT_GR, NUM_LOCK = X.Mod5Mask, X.Mod2Mask


@pytest.mark.parametrize(
    ("session", "word"),
    [
        (Session.WAYLAND, "Wayland"),
        (Session.WINDOWS, "Windows"),
        (Session.MACOS, "macOS"),
        (Session.NONE, "no desktop"),
    ],
)
def test_where_it_cannot_record_it_says_so(session: Session, word: str) -> None:
    plug = recorder_plug(session)
    assert not plug.supported
    assert plug.reason.startswith("Recording is not available")
    assert word in plug.reason
    with pytest.raises(DesktopError, match="not available"):
        plug.start(lambda _event, _shot: None, 1.0)
    plug.stop()


def test_x11_records() -> None:
    assert recorder_plug(Session.X11).supported
    assert not isinstance(recorder_plug(Session.X11), NullRecorder)


@pytest.mark.parametrize(
    ("keysym", "state", "name"),
    [
        (ord("a"), 0, TEXT),
        (ord("a"), SHIFT, TEXT),
        (ord("q"), ALT_GR, TEXT),
        (ord("q"), ALT_GR | CTRL, TEXT),
        (0xFE51, 0, TEXT),  # a dead accent
        (0xFF20, 0, TEXT),  # compose
        (0xFF08, 0, TEXT),  # backspace
        (0x010006A9, 0, TEXT),  # a Persian letter
        (0x20, 0, "Space"),
        (0xFF0D, 0, "Enter"),
        (0xFE20, SHIFT, "Tab"),
        (0xFFBE + 4, SHIFT, "Shift+F5"),
        (0xFF52, 0, ""),
        (ord("s"), CTRL | NUM_LOCK, "Ctrl+S"),
        (0x01000441, CTRL, "Ctrl+С"),
        (0x20, CTRL | ALT, "Ctrl+Alt+Space"),
        (0xFF52, SUPER | SHIFT, "Shift+Super+Up"),
        (0xFF09, ALT, ""),
        (0xFFE3, 0, ""),
        (0xFE03, 0, ""),
    ],
)
def test_a_key_is_told_by_its_kind(keysym: int, state: int, name: str) -> None:
    assert key_name(keysym, state) == name


@pytest.mark.parametrize(
    ("window", "point", "box"),
    [
        ((100, 100, 300, 200), (150, 150), (100, 100, 300, 200)),
        ((0, 0, 1600, 900), (800, 450), (520, 240, 560, 420)),
        ((0, 0, 1600, 900), (5, 899), (0, 480, 560, 420)),
        ((-50, 850, 300, 200), (10, 880), (0, 850, 250, 50)),
    ],
)
def test_a_picture_is_the_window_or_what_is_around_the_point(
    window: tuple[int, int, int, int], point: tuple[int, int], box: tuple[int, int, int, int]
) -> None:
    assert around(window, point, (560, 420), (0, 0, 1600, 900)) == box
