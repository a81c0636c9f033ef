"""A desktop without a tray: nobody is locked out, and a tray that comes later is used."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.x_session import POPUP, App, XSession, missing_tools, wait_until

HOTKEY = "ctrl+alt+space"


@pytest.fixture(scope="module")
def bare() -> Iterator[XSession]:
    if missing := missing_tools():
        pytest.skip(f"not installed: {', '.join(missing)}")
    session = XSession(tray=False).start()
    yield session
    session.stop()


@pytest.fixture
def app(bare: XSession, ready_home: Path, tmp_path: Path) -> Iterator[App]:
    shutil.copytree(ready_home, tmp_path / "home")
    running = App(bare, tmp_path / "home").start()
    yield running
    assert running.stop() == ""


def open_menu(session: XSession) -> None:
    """Open the popup and its menu by keyboard."""
    session.keys(HOTKEY)
    session.wait_focus(POPUP)
    session.keys("F10")
    wait_until(lambda: session.menus("jitdesk"), "the menu")


def test_the_menu_opens_at_its_button(bare: XSession, app: App) -> None:
    wait_until(lambda: app.state().get("searchable"), "the second stage")
    open_menu(bare)
    x, y, width, _ = bare.box(bare.wait_for(POPUP))
    menu = bare.box(bare.menus("jitdesk")[0])
    assert x + width - 120 < menu[0] < x + width
    assert y < menu[1] < y + 120
    bare.keys("Escape")
    wait_until(lambda: not bare.menus("jitdesk"), "the menu closed")
    bare.keys("Escape")
    bare.wait_gone(POPUP)


def test_settings_and_quit_are_reached_by_keyboard(bare: XSession, app: App) -> None:
    wait_until(lambda: app.state().get("searchable"), "the second stage")
    open_menu(bare)
    bare.keys("Up", "Up", "Return")
    bare.wait_focus("JITDesk settings")
    bare.wait_gone(POPUP)
    bare.keys("Escape")
    bare.wait_gone("JITDesk settings")
    open_menu(bare)
    bare.keys("Up", "Return")
    assert app.process is not None
    wait_until(lambda: app.process is not None and app.process.poll() is not None, "the end")
    assert app.process.returncode == 0


def test_a_tray_that_comes_later_shows_the_icon(bare: XSession, app: App) -> None:
    wait_until(lambda: app.state().get("searchable"), "the second stage")
    assert app.state()["tray"] is False
    tray = bare.spawn(["trayer", "--edge", "bottom", "--height", "28"])
    wait_until(lambda: app.state().get("tray"), "the tray to be seen")
    panel = bare.wait_for("^panel$")
    wait_until(lambda: bare.box(panel)[2] >= 20, "the icon in the tray")
    tray.terminate()
    tray.wait(5)
