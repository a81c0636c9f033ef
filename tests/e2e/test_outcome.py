"""Closing by how it went, with global keys, the keyboard staying in the program below."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY, TICK, CLOSE = "ctrl+alt+space", "ctrl+alt+Return", "ctrl+alt+End"
WORKED, FAILED = "ctrl+alt+Home", "ctrl+alt+shift+End"
TITLE = "Try a checklist"


def events(app: App, name: str) -> list[dict[str, Any]]:
    told = app.command("data", "--json")
    return [e for e in json.loads(told.stdout)["events"] if e["event"] == name]


def open_guide(session: XSession) -> None:
    session.keys(HOTKEY)
    session.wait_focus(POPUP)
    session.type("first checklist", delay=5)
    session.keys("Return")
    session.wait_for(f"^{TITLE}$")


def test_worked_closes_and_is_kept(x_session: XSession, app: App, editor: Editor) -> None:
    open_guide(x_session)
    x_session.wait_focus(editor.title)
    x_session.keys(WORKED)
    x_session.wait_gone(f"^{TITLE}$")
    x_session.wait_focus(editor.title)
    done = wait_until(lambda: events(app, "performed"), "the outcome")
    assert [(e["result"], e["support"], e["grade"]) for e in done] == [("worked", 3, "E2")]
    assert events(app, "opened")[0]["source"] == "hotkey"


def test_did_not_work_asks_for_a_line_and_gives_the_keyboard_back(
    x_session: XSession, app: App, editor: Editor
) -> None:
    open_guide(x_session)
    x_session.wait_focus(editor.title)
    x_session.keys(FAILED)
    x_session.wait_focus(TITLE)
    x_session.type("the button is gone")
    x_session.keys("Return")
    x_session.wait_gone(f"^{TITLE}$")
    x_session.wait_focus(editor.title)
    done = wait_until(lambda: events(app, "performed"), "the outcome")
    assert (done[0]["result"], done[0]["words"]) == ("failed", "the button is gone")


def test_esc_and_the_close_key_never_ask(x_session: XSession, app: App, editor: Editor) -> None:
    open_guide(x_session)
    x_session.wait_focus(editor.title)
    x_session.keys(CLOSE)
    x_session.wait_gone(f"^{TITLE}$")
    wait_until(lambda: events(app, "opened"), "the opening")
    assert events(app, "performed") == []


@pytest.fixture
def switched_off(tmp_path: Path, ready_home: Path) -> None:
    """The history is off from the start."""
    (ready_home / "config").mkdir(exist_ok=True)
    (ready_home / "config" / "settings.yaml").write_text("keep_history: false\n")


def test_switched_off_nothing_is_kept(
    switched_off: None, x_session: XSession, app: App, editor: Editor, ready_home: Path
) -> None:
    (ready_home / "config" / "settings.yaml").unlink()
    open_guide(x_session)
    x_session.wait_focus(editor.title)
    x_session.keys(WORKED)
    x_session.wait_gone(f"^{TITLE}$")
    assert app.command("data").stdout == "Nothing is kept.\n"
