"""One app for one person, and how others talk to it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jitdesk.cli.toggle import send
from jitdesk.guides.deep_link import DeepLink
from jitdesk.paths import find_paths
from jitdesk.services.instance import InstanceService


@pytest.fixture
def name(home: Path) -> str:
    return find_paths().socket_name


def ask(qtbot: QtBot, word: str) -> str | None:
    """Say a word from another thread while Qt runs here."""
    answers: list[str | None] = []
    asker = threading.Thread(target=lambda: answers.append(send(word)))
    asker.start()
    qtbot.waitUntil(lambda: bool(answers))
    asker.join()
    return answers[0]


def test_a_second_start_finds_the_first(qtbot: QtBot, name: str) -> None:
    first, second = InstanceService(name, str), InstanceService(name, str)
    assert first.claim()
    assert not second.claim()
    first.close()
    assert second.claim()
    second.close()


def test_wishes_are_told_and_answered(qtbot: QtBot, name: str) -> None:
    app, told = InstanceService(name, lambda: '{"presses": 3}'), list[str]()
    app.asked.connect(told.append)
    app.claim()
    assert [ask(qtbot, word) for word in ("toggle", "open", "sync", "quit")] == ["ok"] * 4
    assert told == ["toggle", "open", "sync", "quit"]
    assert ask(qtbot, "state") == '{"presses": 3}'
    assert ask(qtbot, "rm -rf") == "unknown"
    app.close()


def test_the_socket_of_a_killed_app_is_taken_over(qtbot: QtBot, name: str) -> None:
    Path(name).parent.mkdir(parents=True)
    script = f"import socket, os; s = socket.socket(1); s.bind({name!r}); s.listen(); os._exit(9)"
    subprocess.run([sys.executable, "-c", script], check=False)
    assert Path(name).exists()
    app = InstanceService(name, str)
    assert app.claim()
    assert ask(qtbot, "toggle") == "ok"
    app.close()


def test_a_visitor_who_says_nothing_or_too_much_stops_nobody(qtbot: QtBot, name: str) -> None:
    app = InstanceService(name, str)
    app.claim()
    silent, loud = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
    with silent, loud:
        silent.connect(name)
        loud.connect(name)
        loud.sendall(b"x" * 4000)
        assert ask(qtbot, "toggle") == "ok"
    app.close()


@pytest.mark.skipif(os.name == "nt", reason="a named pipe has no mode")
def test_only_its_owner_may_talk_to_it(qtbot: QtBot, name: str) -> None:
    app = InstanceService(name, str)
    app.claim()
    assert Path(name).stat().st_mode & 0o077 == 0
    app.close()
    assert not Path(name).exists()


def test_where_no_socket_can_be_made_the_app_starts_all_the_same(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    app = InstanceService(str(tmp_path / "file" / "app.socket"), str)
    assert app.claim()
    app.close()


def test_nobody_there_is_no_answer(name: str) -> None:
    assert send("toggle") is None


def test_a_link_is_followed_only_if_it_is_one_of_ours(qtbot: QtBot, name: str) -> None:
    app, linked = InstanceService(name, str), list[DeepLink]()
    app.linked.connect(linked.append)
    app.claim()
    assert ask(qtbot, "link jitdesk://guide/p/a#s") == "ok"
    assert ask(qtbot, "link file:///etc/passwd") == "unknown"
    assert ask(qtbot, "link jitdesk://guide/" + "a" * 480) == "ok"
    assert linked == [DeepLink("p/a", "s"), DeepLink("a" * 480)]
    app.close()
