"""The portal plug against a mock on a real bus, with the signatures on the wire."""

from __future__ import annotations

import queue
from collections.abc import Iterator

import pytest

from jitdesk.desktop.chord import parse_chord
from jitdesk.desktop.hotkey import Press
from jitdesk.desktop.hotkey_portal import APP_ID, PortalHotkey, Shortcut, trigger
from jitdesk.errors import DesktopError
from tests.support.portal import MockPortal, bus_is_installed

SPACE = parse_chord("Ctrl+Alt+Space")
SHORTCUTS = [
    Shortcut("hotkey", "Open the search", SPACE),
    Shortcut("step_next", "Next step", parse_chord("Ctrl+Alt+PgDown")),
]

pytestmark = pytest.mark.skipif(not bus_is_installed(), reason="dbus-daemon is not installed")


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> Iterator[MockPortal]:
    mock = MockPortal().start()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", mock.address)
    yield mock
    mock.stop()


def test_the_whole_chain_ends_in_a_press(portal: MockPortal) -> None:
    presses: queue.SimpleQueue[Press] = queue.SimpleQueue()
    plug = PortalHotkey(SHORTCUTS)
    plug.start(presses.put)
    assert plug.bind({"hotkey": SPACE})["hotkey"].bound
    portal.press("hotkey")
    assert presses.get(timeout=5) == Press("hotkey")
    plug.stop()


def test_the_wire_carries_what_real_portals_demand(portal: MockPortal) -> None:
    plug = PortalHotkey(SHORTCUTS)
    plug.start(lambda _press: None)
    plug.bind({"hotkey": SPACE})
    assert portal.signatures["BindShortcuts"] == "oa(sa{sv})sa{sv}"
    assert portal.registered == APP_ID
    assert [name for name, _ in portal.bound] == ["hotkey", "step_next"]
    plug.stop()


def test_a_press_of_a_shortcut_that_is_not_wanted_now_is_nothing(portal: MockPortal) -> None:
    presses: queue.SimpleQueue[Press] = queue.SimpleQueue()
    plug = PortalHotkey(SHORTCUTS)
    plug.start(presses.put)
    plug.bind({"hotkey": SPACE})
    portal.press("step_next")
    portal.press("hotkey")
    assert presses.get(timeout=5) == Press("hotkey")
    plug.stop()


@pytest.mark.logs
def test_a_refusal_is_said_with_the_way_out(portal: MockPortal) -> None:
    portal.deny = True
    plug = PortalHotkey(SHORTCUTS)
    plug.start(lambda _press: None)
    binding = plug.bind({"hotkey": SPACE})["hotkey"]
    assert not binding.bound
    assert "settings" in binding.reason
    plug.stop()


def test_a_portal_without_a_registry_works_as_well(portal: MockPortal) -> None:
    portal.registry = False
    plug = PortalHotkey(SHORTCUTS)
    plug.start(lambda _press: None)
    assert plug.bind({"hotkey": SPACE})["hotkey"].bound
    plug.stop()


def test_without_a_bus_the_next_plug_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    with pytest.raises(DesktopError, match="no portal"):
        PortalHotkey(SHORTCUTS).start(lambda _press: None)


def test_triggers_follow_the_shortcuts_specification() -> None:
    assert trigger(SPACE) == "CTRL+ALT+space"
    assert trigger(parse_chord("Super+J")) == "LOGO+j"
