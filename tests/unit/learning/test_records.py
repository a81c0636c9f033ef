"""The records keep what was acknowledged and say what they cannot keep."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from jitdesk.learning.records_file import open_records
from jitdesk.learning.run import next_open, place


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "records.sqlite"


def test_a_run_is_found_again_with_its_ticks(file: Path) -> None:
    records = open_records(file)
    run = records.start_run("pack/list", 3)
    records.tick(run.id, "b", ticked=True, position="c")
    records.close()
    again = open_records(file).run_of("pack/list")
    assert again is not None
    assert (again.ticked, again.position, again.total) == (frozenset({"b"}), "c", 3)


def test_a_finished_run_is_not_resumed(file: Path) -> None:
    records = open_records(file)
    run = records.start_run("pack/list", 1)
    records.finish(run.id)
    assert records.run_of("pack/list") is None


def test_a_tick_can_be_taken_back(file: Path) -> None:
    records = open_records(file)
    run = records.start_run("p/a", 1)
    records.tick(run.id, "x", ticked=True, position="x")
    assert records.tick(run.id, "x", ticked=False, position="x").ticked == frozenset()


def test_only_runs_with_a_tick_are_offered_to_continue(file: Path) -> None:
    records = open_records(file)
    records.start_run("p/looked", 2)
    ticked = records.start_run("p/begun", 2)
    records.tick(ticked.id, "x", ticked=True, position="y")
    assert [run.key for run in records.unfinished()] == ["p/begun"]


def test_recent_names_each_guide_once_newest_first(file: Path) -> None:
    records = open_records(file)
    for key in ("p/a", "p/b", "p/a"):
        records.note_opened(key)
    assert records.recent() == ["p/a", "p/b"]
    assert records.usage() == {"p/a": 2 / 5, "p/b": 1 / 4}


def test_a_damaged_file_is_set_aside_and_the_backup_is_used(file: Path) -> None:
    records = open_records(file)
    records.note_opened("p/a")
    records.close()
    next(file.parent.glob("*.backup-*")).unlink()
    open_records(file).close()  # the day's backup, now with the opening
    file.write_bytes(b"not a database" * 100)
    again = open_records(file)
    assert "damaged" in again.notice
    assert again.recent() == ["p/a"]
    assert list(file.parent.glob("*.broken-*"))


def test_an_emptied_file_is_damage_too(file: Path) -> None:
    open_records(file).close()
    file.write_bytes(b"")
    assert "damaged" in open_records(file).notice


@pytest.mark.logs
def test_a_folder_that_cannot_be_made_is_said_and_nothing_stops(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    records = open_records(tmp_path / "data" / "records.sqlite")
    assert "cannot be saved" in records.notice
    records.note_opened("p/a")
    assert records.recent() == ["p/a"]


@pytest.mark.logs
def test_a_file_of_a_newer_version_is_left_alone(file: Path) -> None:
    open_records(file).close()
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    assert "newer JITDesk" in open_records(file).notice
    assert file.read_bytes() == before


def test_two_programs_write_at_once(file: Path) -> None:
    first, second = open_records(file), open_records(file)
    first.note_opened("p/a")
    second.note_opened("p/b")
    assert first.recent() == ["p/b", "p/a"]


def test_next_open_goes_round_to_what_was_left_out() -> None:
    items = ("a", "b", "c")
    assert next_open(items, frozenset({"b"}), 0) == 2
    assert next_open(items, frozenset({"b", "c"}), 2) == 0
    assert next_open(items, frozenset(items), 1) == 1


def test_a_position_that_is_gone_from_the_new_version_starts_at_the_top() -> None:
    assert place(("a", "b"), "b") == 1
    assert place(("a", "b"), "gone") == 0


_WRITER = """
import sys
import threading
from pathlib import Path
from jitdesk.learning.records_file import open_records
records = open_records(Path(sys.argv[1]))
run = records.start_run("p/list", 500)
for number in range(500):
    records.tick(run.id, f"item {number}", ticked=True, position=f"item {number}")
    print(number, flush=True)
"""


@pytest.mark.slow
def test_kill_at_any_item_loses_no_acknowledged_tick(tmp_path: Path) -> None:
    for stop_at in range(100):
        file = tmp_path / f"{stop_at}" / "records.sqlite"
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(file)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        acknowledged = [
            int(line) for line, _ in zip(writer.stdout, range(stop_at + 1), strict=False)
        ]
        os.kill(writer.pid, signal.SIGKILL)
        writer.stdout.close()
        writer.wait()
        run = open_records(file).run_of("p/list")
        assert run is not None
        assert {f"item {number}" for number in acknowledged} <= run.ticked


def test_eight_that_open_a_new_file_at_once_all_keep_what_they_write(file: Path) -> None:
    """Two threads of the app opened a fresh file; one lost the race and kept all in memory."""
    notices: list[str] = []

    def open_and_note(number: int) -> None:
        records = open_records(file)
        notices.append(records.notice)
        records.note_opened(f"p/{number}")
        records.close()

    threads = [threading.Thread(target=open_and_note, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert notices == [""] * 8
    assert len(open_records(file).recent(20)) == 8
