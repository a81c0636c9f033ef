"""Something did not work: the next search offers a look back that begins with the facts."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY, FAILED = "ctrl+alt+space", "ctrl+alt+shift+End"
CANVAS = "Look back on it"


@pytest.fixture
def pack(app: App, tmp_path: Path) -> None:
    """A canvas under the id that JITDesk looks for, in a folder of the team."""
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / "canvas.md").write_text(
        "---\nid: team.hold-an-after-action-review\ntype: framework\nkind: canvas\n"
        "boxes:\n  - {name: Plan, ask: What was the plan?}\n"
        "  - {name: Facts, ask: What happened?}\n---\n"
        f"# {CANVAS}\n"
    )
    assert app.command("source", "add", str(folder)).returncode == 0
    assert app.command("sync").returncode == 0


def facts(app: App) -> list[str]:
    file = app.home / "data" / "records.sqlite"
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        rows = database.execute("SELECT text FROM entry WHERE item = 'Facts'").fetchall()
    return [row[0] for row in rows]


def test_the_canvas_opens_with_what_is_recorded(
    x_session: XSession, app: App, editor: Editor, pack: None
) -> None:
    x_session.keys(HOTKEY)
    x_session.wait_focus(POPUP)
    x_session.type("first checklist", delay=5)
    x_session.keys("Return")
    x_session.wait_for("^Try a checklist$")
    x_session.keys(FAILED)
    x_session.wait_focus("Try a checklist")
    x_session.type("the box was empty")
    x_session.keys("Return")
    x_session.wait_gone("^Try a checklist$")

    def offered() -> bool:
        x_session.keys(HOTKEY)
        x_session.wait_focus(POPUP)
        x_session.keys("alt+1")
        x_session.run("xdotool", "sleep", "0.5")
        if x_session.windows(f"^{CANVAS}$"):
            return True
        x_session.keys("Escape")
        x_session.wait_gone(f"^{POPUP}$")
        return False

    wait_until(offered, "the look back")
    (told,) = wait_until(lambda: facts(app), "the facts")
    assert "Try a checklist" in told
    assert "the box was empty" in told
    x_session.keys("Escape")
