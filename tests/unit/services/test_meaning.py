"""The meaning service around a child that a test writes."""

from __future__ import annotations

import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from jitdesk.services.meaning import MeaningService

ONCE = """
import json, sys
line = sys.stdin.readline()
print(json.dumps({"near": {"p/" + json.loads(line)["text"]: 0.5}}), flush=True)
"""
WRONG = "import sys; sys.stdin.readline(); print('no json', flush=True)"


def service(tmp_path: Path, child: str) -> MeaningService:
    file = tmp_path / "child.py"
    file.write_text(child)
    meaning = MeaningService((sys.executable, str(file)))
    meaning.available = True
    return meaning


def test_a_server_that_ended_is_started_again(qtbot: QtBot, tmp_path: Path) -> None:
    meaning = service(tmp_path, ONCE)
    for number, text in ((1, "a"), (2, "b")):
        with qtbot.waitSignal(meaning.near, timeout=15_000) as told:
            meaning.ask(number, text)
        assert told.args == [number, {f"p/{text}": 0.5}]
    meaning.close()


def test_an_answer_that_cannot_be_read_is_no_answer(qtbot: QtBot, tmp_path: Path) -> None:
    meaning = service(tmp_path, WRONG)
    with qtbot.assertNotEmitted(meaning.near, wait=300):
        meaning.ask(1, "a")
    meaning.close()


def test_without_the_extra_nothing_is_started(qtbot: QtBot, tmp_path: Path) -> None:
    meaning = service(tmp_path, ONCE)
    meaning.available = False
    with qtbot.assertNotEmitted(meaning.near, wait=100):
        meaning.ask(1, "a")
        meaning.update()
    meaning.close()
