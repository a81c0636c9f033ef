"""The settings dialog by real keys: every change holds at once and is still there later."""

from __future__ import annotations

from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY = "ctrl+alt+space"
DIALOG = "JITDesk settings"


def open_settings(session: XSession, app: App) -> None:
    wait_until(lambda: app.state().get("searchable"), "the second stage")
    session.keys(HOTKEY)
    session.wait_focus(POPUP)
    session.keys("F10")
    wait_until(lambda: session.menus("jitdesk"), "the menu")
    session.keys("Up", "Up", "Return")
    session.wait_focus(DIALOG)


def hotkey(app: App) -> dict[str, object]:
    return dict(app.state()["bindings"]["hotkey"])


def kept(app: App) -> str:
    file = app.home / "config" / "settings.yaml"
    return file.read_text() if file.exists() else ""


def test_a_recorded_hotkey_is_live_at_once_and_the_old_one_is_dead(
    x_session: XSession, app: App, editor: Editor
) -> None:
    open_settings(x_session, app)
    x_session.keys("Tab", "Return")
    x_session.keys("ctrl+F12")
    wait_until(lambda: hotkey(app)["chord"] == "Ctrl+F12", "the new hotkey")
    assert hotkey(app)["bound"] is True
    wait_until(lambda: "Ctrl+F12" in kept(app), "the settings file")
    x_session.keys("Escape")
    x_session.wait_focus(editor.title)
    x_session.keys("ctrl+F12")
    x_session.wait_focus(POPUP)
    x_session.keys("Escape")
    x_session.wait_focus(editor.title)
    before = app.state()["presses"]
    x_session.keys(HOTKEY)
    assert app.state()["presses"] == before


def test_press_it_now_counts_a_real_press_and_opens_nothing(
    x_session: XSession, app: App, editor: Editor
) -> None:
    open_settings(x_session, app)
    x_session.keys("Tab", "Tab", "space")
    before = app.state()["presses"]
    x_session.keys(HOTKEY)
    wait_until(lambda: app.state()["presses"] == before + 1, "the press")
    assert x_session.focused() == DIALOG
    assert not x_session.windows(POPUP)
    x_session.keys("Escape")


def test_a_theme_is_painted_at_once(x_session: XSession, app: App, editor: Editor) -> None:
    open_settings(x_session, app)
    window = x_session.wait_for(DIALOG)
    x_session.keys("Down", "Tab")
    x_session.keys("End")
    wait_until(lambda: "dark" in kept(app), "the settings file")
    wait_until(lambda: x_session.shade(window) < 90, "a dark dialog")
    x_session.keys("Home")
    wait_until(lambda: x_session.shade(window) > 200, "a light dialog")
    x_session.keys("Escape")
