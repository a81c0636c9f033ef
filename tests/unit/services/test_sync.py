"""The sync service around a child that a test writes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jitdesk.services.sync import SyncOutcome, SyncService

GOOD = """
import json, sys
print(json.dumps({"step": "read", "what": "Reading", "done": 2, "total": 5}), file=sys.stderr)
print("a warning that is no progress", file=sys.stderr)
print(json.dumps({"sources": [
    {"name": "a", "state": "updated", "added": 2, "changed": ["x"], "removed": 0}]}))
"""
SLOW = "import sys, time\nprint('up', file=sys.stderr, flush=True)\ntime.sleep(60)"
MANY = """
import json, sys
for n in range(5000):
    print(json.dumps({"what": "Reading", "done": n, "total": 5000}), file=sys.stderr)
print(json.dumps({"sources": []}) + " " * 300000)
"""


def service(tmp_path: Path, child: str) -> SyncService:
    file = tmp_path / "child.py"
    file.write_text(child)
    return SyncService((sys.executable, str(file)))


def outcome_of(qtbot: QtBot, sync: SyncService) -> SyncOutcome:
    with qtbot.waitSignal(sync.finished, timeout=15_000) as told:
        sync.sync_now()
    assert isinstance(told.args[0], SyncOutcome)
    sync.close()
    return told.args[0]


def test_progress_and_the_report_come_through(qtbot: QtBot, tmp_path: Path) -> None:
    sync, steps = service(tmp_path, GOOD), list[tuple[str, int, int]]()
    sync.progressed.connect(lambda *step: steps.append(step))
    outcome = outcome_of(qtbot, sync)
    assert (outcome.changed, outcome.problem) == (3, "")
    assert steps == [("Reading", 2, 5)]
    assert not sync.running


@pytest.mark.parametrize(
    ("child", "problem"),
    [("print('not json')", "not json"), ("", "The sync was stopped."),
     ("print('[]')", "[]"), ("print('{}')", "{}"),
     ("import sys; sys.exit('jitdesk: The disk is full.')", "The disk is full."),
     ("import sys; sys.stdout.buffer.write(b'\\xff\\xfe')", "")],
)  # fmt: skip
def test_whatever_the_child_says_ends_as_a_sentence(
    qtbot: QtBot, tmp_path: Path, child: str, problem: str
) -> None:
    outcome = outcome_of(qtbot, service(tmp_path, child))
    assert outcome.sources == ()
    assert outcome.problem
    assert outcome.problem.startswith(problem)


def test_a_program_that_cannot_be_started_is_a_sentence(qtbot: QtBot) -> None:
    outcome = outcome_of(qtbot, SyncService(("/does/not/exist",)))
    assert "could not be started" in outcome.problem


def test_a_talkative_child_never_stops_at_a_full_pipe(qtbot: QtBot, tmp_path: Path) -> None:
    assert outcome_of(qtbot, service(tmp_path, MANY)).problem == ""


def test_cancel_ends_the_child(qtbot: QtBot, tmp_path: Path) -> None:
    sync = service(tmp_path, SLOW)
    with qtbot.waitSignal(sync.finished, timeout=10_000):
        sync.sync_now()
        qtbot.waitUntil(lambda: sync._child is not None)
        sync.cancel()
    assert not sync.running
    sync.close()


def test_wishes_during_a_sync_are_remembered_once(qtbot: QtBot, tmp_path: Path) -> None:
    sync, ended = service(tmp_path, GOOD), list[object]()
    sync.finished.connect(ended.append)
    for _ in range(10):
        sync.sync_now()
    qtbot.waitUntil(lambda: not sync.running, timeout=15_000)
    assert len(ended) == 2
    sync.close()


def test_a_command_that_went_well_is_followed_by_a_sync(qtbot: QtBot, tmp_path: Path) -> None:
    sync = service(tmp_path, "import sys; print('Added', *sys.argv[1:])")
    with (
        qtbot.waitSignal(sync.command_said, timeout=10_000) as told,
        qtbot.waitSignal(sync.finished, timeout=10_000),
    ):
        sync.run_command("source", "add", "/x")
    assert told.args == ["Added source add /x"]
    sync.close()


def test_a_command_that_failed_says_why_and_nothing_follows(qtbot: QtBot, tmp_path: Path) -> None:
    sync = service(tmp_path, "import sys; sys.exit('jitdesk: There is no such folder.')")
    with qtbot.waitSignal(sync.command_said, timeout=10_000) as told:
        sync.run_command("source", "add", "/x")
    assert told.args == ["There is no such folder."]
    assert not sync.running
    sync.close()


def test_closing_does_not_wait_for_a_child_that_hangs(qtbot: QtBot, tmp_path: Path) -> None:
    sync = service(tmp_path, SLOW)
    sync.sync_now()
    qtbot.waitUntil(lambda: sync._child is not None)
    sync.close()


@pytest.mark.parametrize("minutes", [0, 1, 1440])
def test_polls_are_spread_by_a_fifth(qtbot: QtBot, tmp_path: Path, minutes: int) -> None:
    sync = service(tmp_path, GOOD)
    sync.poll_every(minutes)
    assert sync._timer.isActive() == bool(minutes)
    if minutes:
        assert 0.79 <= sync._timer.interval() / (minutes * 60_000) <= 1.21
    sync.close()
