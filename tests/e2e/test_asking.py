"""Two people and one folder, real keys: asked in vain, built, told once; the other never."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY, CLOSE = "ctrl+alt+space", "ctrl+alt+End"
WORDS = "zeppelin mooring rope"
_T = TypeVar("_T")


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "team"
    (folder / "guides").mkdir(parents=True)
    (folder / "pack.yaml").write_text("schema: 1\nid: team\ntitle: Team\nversion: 1.0.0\n")
    page = "---\nid: team.tea\nversion: 1.0.0\n---\n# Make tea\n\n## Steps\n\n1. **Boil water.**\n"
    (folder / "guides" / "tea.md").write_text(page)
    return folder


class Desk:
    """Somebody's own home with the folder subscribed; one runs at a time."""

    def __init__(self, session: XSession, home: Path, ready: Path, share: Path) -> None:
        shutil.copytree(ready, home)
        self.app = App(session, home)
        assert self.app.command("source", "add", str(share)).returncode == 0
        assert self.app.command("sync").returncode == 0

    def told(self) -> list[str]:
        file = self.app.home / "data" / "loops" / "told.json"
        return json.loads(file.read_text())["told"] if file.exists() else []


@pytest.fixture
def desks(
    x_session: XSession, ready_home: Path, tmp_path: Path, share: Path, editor: Editor
) -> Iterator[dict[str, Desk]]:
    found = {
        name: Desk(x_session, tmp_path / name, ready_home, share)
        for name in ("ann", "bob", "author")
    }
    yield found
    for desk in found.values():
        assert desk.app.stop() == ""


def press_until(session: XSession, key: str, look: Callable[[], _T]) -> _T:
    """Press a key that does nothing before its row is there, until it did something."""

    def press() -> _T:
        session.keys(key)
        return look()

    return wait_until(press, f"{key} to do something")


def ask_for_news(session: XSession, desk: Desk) -> None:
    """Open the popup and answer whatever stands at its foot: for these two there is nothing."""
    session.keys(HOTKEY)
    session.wait_focus(POPUP)
    session.keys("alt+1")
    session.wait_focus(POPUP)
    session.keys("Escape")
    session.wait_gone(f"^{POPUP}$")


def opened(session: XSession, desk: Desk) -> bool:
    """Return whether the guide is open; the popup is opened anew until the answer is there."""
    if session.windows("Zeppelin"):
        wait_until(desk.told, "to be told")
        return True
    if session.windows(f"^{POPUP}$"):
        session.keys("Escape")
        session.wait_gone(f"^{POPUP}$")
    session.keys(HOTKEY)
    session.wait_focus(POPUP)
    session.keys("alt+1")
    with contextlib.suppress(AssertionError):
        wait_until(lambda: session.windows("Zeppelin"), "the guide", deadline=1.0)
    return bool(session.windows("Zeppelin"))


def letters(share: Path) -> list[dict[str, str]]:
    return [json.loads(file.read_text()) for file in (share / "_inbox").glob("*.json")]


def test_asked_in_vain_built_and_told_once(
    x_session: XSession, desks: dict[str, Desk], share: Path, editor: Editor
) -> None:
    ann, bob, author = desks["ann"], desks["bob"], desks["author"]
    ann.app.start()
    x_session.keys(HOTKEY)
    x_session.wait_focus(POPUP)
    x_session.type(WORDS, delay=5)
    (letter,) = press_until(x_session, "alt+1", lambda: letters(share))
    assert letter["text"] == WORDS
    assert set(letter) <= {"schema", "id", "kind", "sender", "text", "app"}
    x_session.keys("Escape")
    assert ann.app.stop() == ""

    author.app.start()
    x_session.keys(HOTKEY)
    x_session.wait_focus(POPUP)
    x_session.keys("F10")
    wait_until(lambda: x_session.menus("jitdesk"), "the menu")
    x_session.keys(*["Up"] * 7, "Return")
    x_session.wait_focus("Inbox")
    begun = press_until(x_session, "alt+2", lambda: list((share / "guides").glob("*zepp*.md")))
    page = begun[0]
    x_session.wait_for("^Write a guide$")
    assert WORDS in page.read_text()
    assert author.app.stop() == ""
    page.write_text(page.read_text().replace("status: draft", "status: working"))
    assert ann.app.command("sync").returncode == 0
    assert bob.app.command("sync").returncode == 0

    for desk in (bob, ann):
        assert desk.app.command("inbox", "send").returncode == 0
    bob.app.start()
    ask_for_news(x_session, bob)
    assert bob.app.stop() == ""
    ann.app.start()
    wait_until(lambda: opened(x_session, ann), "the answer to be told")
    wait_until(ann.told, "to be told")
    x_session.keys(CLOSE)
    assert len(ann.told()) == 1
    assert bob.told() == []
    ask_for_news(x_session, ann)
    assert len(ann.told()) == 1
