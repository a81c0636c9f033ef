"""kill -9 in the middle of a checklist, a tree and a form: reopening goes on right there."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY, TICK, CLOSE = "ctrl+alt+space", "ctrl+alt+Return", "ctrl+alt+End"
CHECKLIST = """---
mode: read-do
version: 1.0.0
---
# Launch the zeppelin

## Pause point: on the ground, you alone

- [ ] **Rope** -> loose {killer}
- [ ] **Gas** -> full
- [ ] **Crew** -> aboard
- [ ] **Wind** -> below 10
- [ ] **Radio** -> answers
- [ ] **Map** -> open
"""
TREE = """---
type: framework
kind: decision-tree
start: a
nodes:
  a: {ask: Is it loud?, options: [{label: yes, goto: b}, {label: no, goto: z}]}
  b: {ask: Is it hot?, options: [{label: yes, goto: c}, {label: no, goto: z}]}
  c: {ask: Is it wet?, options: [{label: yes, goto: d}, {label: no, goto: z}]}
  d: {ask: Is it old?, options: [{label: yes, goto: e}, {label: no, goto: z}]}
  e: {ask: Is it yours?, options: [{label: yes, goto: y}, {label: no, goto: z}]}
  y: {do: Sell it.}
  z: {do: Keep it.}
---
# Judge the gramophone
"""
TEMPLATE = """---
type: template
fields:
  who: {ask: Who?, example: Kim}
  what: {ask: What?, example: tea}
---
# Invite the astronomer

## Copy this

```text template
Dear {{who}}, come for {{what}}.
```
"""


@pytest.fixture
def pack(app: App, tmp_path: Path) -> None:
    """The three pages in a plain folder, installed while the app runs."""
    folder = tmp_path / "players"
    folder.mkdir()
    for name, text in (("launch", CHECKLIST), ("judge", TREE), ("invite", TEMPLATE)):
        (folder / f"{name}.md").write_text(text)
    assert app.command("source", "add", str(folder)).returncode == 0
    assert app.command("sync").returncode == 0


def open_guide(session: XSession, query: str, title: str) -> str:
    session.keys(HOTKEY)
    session.wait_focus(POPUP)
    session.type(query, delay=5)
    session.keys("Return")
    return session.wait_for(f"^{title}$")


def rows(app: App, sql: str) -> list[tuple[Any, ...]]:
    file = app.home / "data" / "records.sqlite"
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        return database.execute(sql).fetchall()


def ticks(app: App) -> int:
    return int(rows(app, "SELECT count(*) FROM tick")[0][0])


def written(app: App) -> list[tuple[Any, ...]]:
    return rows(app, "SELECT run, text FROM entry ORDER BY item")


def test_a_checklist_goes_on_at_item_four(
    x_session: XSession, app: App, editor: Editor, pack: None
) -> None:
    open_guide(x_session, "launch zeppelin", "Launch the zeppelin")
    for done in range(1, 4):
        x_session.keys(TICK)
        wait_until(lambda done=done: ticks(app) == done, "the tick to be stored")
    x_session.wait_focus(editor.title)  # read-do needs no focus
    app.kill()
    app.start()
    open_guide(x_session, "launch zeppelin", "Launch the zeppelin")
    x_session.keys(TICK)
    wait_until(lambda: ticks(app) == 4, "the fourth item")
    assert len(rows(app, "SELECT id FROM run")) == 1
    x_session.keys(CLOSE)


def test_a_tree_goes_on_at_question_four(
    x_session: XSession, app: App, editor: Editor, pack: None
) -> None:
    title = "Judge the gramophone"
    x_session.wait_focus(open_and_name(x_session, "judge gramophone", title))
    for number in range(1, 4):
        x_session.keys("1")
        wait_until(lambda number=number: answered(app) == number, "the answer to be stored")
    app.kill()
    app.start()
    x_session.wait_focus(open_and_name(x_session, "judge gramophone", title))
    x_session.keys("1", "1")
    wait_until(lambda: answered(app) == 5, "the way to go on")
    x_session.keys("Escape")
    x_session.wait_focus(editor.title)


def open_and_name(session: XSession, query: str, title: str) -> str:
    open_guide(session, query, title)
    return title


def answered(app: App) -> int:
    found = written(app)
    return str(found[0][1]).count("yes") if found else 0


def test_a_half_filled_template_is_filled_on(
    x_session: XSession, app: App, editor: Editor, pack: None
) -> None:
    title = "Invite the astronomer"
    x_session.wait_focus(open_and_name(x_session, "invite astronomer", title))
    x_session.type("Kim Okafor", delay=5)
    wait_until(lambda: [t for _, t in written(app)] == ["Kim Okafor"], "the value to be stored")
    app.kill()
    app.start()
    x_session.wait_focus(open_and_name(x_session, "invite astronomer", title))
    x_session.type("tea", delay=5)  # the cursor stands in the first empty field
    wait_until(lambda: sorted(t for _, t in written(app)) == ["Kim Okafor", "tea"], "the second")
    assert len({run for run, _ in written(app)}) == 1
    x_session.keys("Escape")
    x_session.wait_focus(editor.title)
