"""The hotkey over an editor that is being typed in, with real keys."""

from __future__ import annotations

import pytest

from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY = "ctrl+alt+space"


def test_the_popup_opens_focused_and_esc_gives_the_focus_back(
    x_session: XSession, app: App, editor: Editor
) -> None:
    x_session.keys(HOTKEY)
    x_session.wait_focus(POPUP)
    x_session.keys("Escape")
    x_session.wait_gone(POPUP)
    x_session.wait_focus(editor.title)
    x_session.type("still here")
    editor.wait_text("still here")


@pytest.mark.parametrize("delay", [0, 5, 30])
def test_no_letter_typed_after_the_hotkey_reaches_the_program_below(
    x_session: XSession, app: App, editor: Editor, delay: int
) -> None:
    """Pain 4: the first letters land in the app below."""
    for _ in range(5):
        x_session.run(
            "xdotool", "key", "--delay", "0", HOTKEY, "type", "--delay", str(delay), "hotkey"
        )
        x_session.wait_focus(POPUP)
        x_session.keys("Escape")
        x_session.wait_focus(editor.title)
    x_session.type("x")
    editor.wait_text("x")


def test_the_hotkey_pressed_again_closes_the_popup(
    x_session: XSession, app: App, editor: Editor
) -> None:
    x_session.keys(HOTKEY)
    x_session.wait_focus(POPUP)
    x_session.keys(HOTKEY)
    x_session.wait_gone(POPUP)
    x_session.wait_focus(editor.title)


def test_toggle_and_a_second_start_open_the_popup(
    x_session: XSession, app: App, editor: Editor
) -> None:
    assert app.command("toggle").returncode == 0
    x_session.wait_focus(POPUP)
    assert app.command("toggle").returncode == 0
    x_session.wait_gone(POPUP)
    assert app.command().returncode == 0
    x_session.wait_focus(POPUP)
    x_session.keys("Escape")


def test_a_click_elsewhere_closes_the_popup_and_the_focus_stays_there(
    x_session: XSession, app: App, editor: Editor
) -> None:
    """Also when focus came and went so fast that Qt never told the popup."""
    x_session.keys(HOTKEY)
    x_session.wait_focus(POPUP)
    x_session.keys("Escape")
    for _ in range(8):
        x_session.wait_focus(editor.title)
        x_session.keys(HOTKEY)
        x_session.wait_focus(POPUP)
        x_session.run("xdotool", "mousemove", "80", "90", "click", "1")
        x_session.wait_gone(POPUP)
        x_session.wait_focus(editor.title)


def test_a_hotkey_that_another_program_has_is_said(
    x_session: XSession, app: App, editor: Editor
) -> None:
    """Pain 7: conflicts are not explained."""
    second = App(x_session, app.home.parent / "second").start()
    bindings = wait_until(lambda: second.state().get("bindings"), "the bindings")
    hotkey = dict(bindings)["hotkey"]  # type: ignore[call-overload]
    assert hotkey["bound"] is False
    assert "Another program uses Ctrl+Alt+Space" in hotkey["reason"]
    second.stop()


def test_doctor_presses_the_hotkey_for_real(x_session: XSession, app: App, editor: Editor) -> None:
    done = app.command("doctor", "--press")
    assert "ok  hotkey round trip" in done.stdout, done.stdout + done.stderr


def test_a_held_chord_opens_once(x_session: XSession, app: App, editor: Editor) -> None:
    x_session.run("xdotool", "keydown", "ctrl", "keydown", "alt", "keydown", "space")
    x_session.wait_focus(POPUP)
    before = app.state()["presses"]
    x_session.run("xdotool", "sleep", "0.9", "keyup", "space", "keyup", "alt", "keyup", "ctrl")
    assert app.state()["presses"] == before
    assert x_session.focused() == POPUP
    x_session.keys("Escape")


@pytest.mark.slow
def test_focused_500_of_500_times_and_nothing_leaks(
    x_session: XSession, app: App, editor: Editor
) -> None:
    for number in range(500):
        letter = "abcdefgh"[number % 8]
        x_session.run("xdotool", "key", "--delay", "0", letter, HOTKEY, "x", "y")
        x_session.wait_focus(POPUP)
        x_session.keys("Escape")
        x_session.wait_focus(editor.title)
    editor.wait_text("".join("abcdefgh"[number % 8] for number in range(500)))
