"""From the hotkey to a ticked checklist, the keyboard never leaving the program below."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY = "ctrl+alt+space"
NEXT, BACK, TICK, CLOSE = "ctrl+alt+Next", "ctrl+alt+Prior", "ctrl+alt+Return", "ctrl+alt+End"
PACK = """# Feed the test cat

- [ ] Bowl -> washed
- [ ] Food -> weighed
- [ ] Water -> fresh
- [ ] Cat -> fed
"""


@pytest.fixture
def checklist(app: App, tmp_path: Path) -> str:
    """A checklist of four items in a plain folder, installed while the app runs."""
    folder = tmp_path / "cats"
    folder.mkdir()
    (folder / "feed.md").write_text(PACK)
    done = app.command("source", "add", str(folder))
    assert done.returncode == 0, done.stderr
    assert app.command("sync").returncode == 0
    return "Feed the test cat"


def open_guide(session: XSession, query: str, title: str) -> str:
    session.keys(HOTKEY)
    session.wait_focus(POPUP)
    session.type(query, delay=5)
    session.keys("Return")
    return session.wait_for(f"^{title}$")


def ticks(app: App) -> int:
    file = app.home / "data" / "records.sqlite"
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        return int(database.execute("SELECT count(*) FROM tick").fetchone()[0])


def test_opening_a_guide_leaves_the_keyboard_in_the_editor(
    x_session: XSession, app: App, editor: Editor, checklist: str
) -> None:
    """Pain 10: stealing the focus."""
    window = open_guide(x_session, "feed test cat", checklist)
    x_session.wait_focus(editor.title)
    assert "_NET_WM_STATE_ABOVE" in x_session.run("xprop", "-id", window, "_NET_WM_STATE")
    assert "jitdesk" in x_session.run("xprop", "-id", window, "WM_CLASS").lower()
    x_session.type("typed")
    editor.wait_text("typed")
    x_session.keys(CLOSE)
    x_session.wait_gone(f"^{checklist}$")


def test_global_keys_tick_while_the_editor_has_the_focus_and_lose_no_letter(
    x_session: XSession, app: App, editor: Editor, checklist: str
) -> None:
    open_guide(x_session, "feed test cat", checklist)
    x_session.wait_focus(editor.title)
    for key in (NEXT, BACK, NEXT, NEXT, BACK, BACK, NEXT, BACK, TICK, TICK):
        x_session.run("xdotool", "key", "--delay", "0", "a", key, "b")
    editor.wait_text("ab" * 10)
    wait_until(lambda: ticks(app) == 2, "two ticks")
    x_session.keys(CLOSE)


@pytest.mark.parametrize("killed_after", [1, 3])
def test_a_checklist_survives_kill_9(
    x_session: XSession, app: App, editor: Editor, checklist: str, killed_after: int
) -> None:
    open_guide(x_session, "feed test cat", checklist)
    for done in range(killed_after):
        x_session.keys(TICK)
        wait_until(lambda done=done: ticks(app) == done + 1, "the tick to be stored")
    app.kill()
    app.start()
    open_guide(x_session, "feed test cat", checklist)
    x_session.keys(TICK)
    wait_until(lambda: ticks(app) == killed_after + 1, "the run to go on")
    x_session.keys(CLOSE)


def test_the_app_opens_no_outside_connection(
    x_session: XSession, app: App, editor: Editor, checklist: str
) -> None:
    """Pain 18: zero outbound connections by default."""
    open_guide(x_session, "feed test cat", checklist)
    assert app.process is not None
    inodes = set()
    for descriptor in Path(f"/proc/{app.process.pid}/fd").iterdir():
        target = str(descriptor.readlink())
        if target.startswith("socket:["):
            inodes.add(target[8:-1])
    for table in ("tcp", "tcp6", "udp", "udp6"):
        lines = Path(f"/proc/net/{table}").read_text().splitlines()[1:]
        assert not [line for line in lines if line.split()[9] in inodes]
    x_session.keys(CLOSE)
