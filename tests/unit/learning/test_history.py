"""Events stay as they were written; only the person deletes, and then really."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from jitdesk.errors import RecordsError
from jitdesk.learning.event import Event, Name
from jitdesk.learning.history import KEPT_DAYS
from jitdesk.learning.records import Records
from jitdesk.learning.records_file import _SCHEMA, _STEPS, open_records
from tests.support.clock import DAY, Clock


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "records.sqlite"


def worked(at: float, guide: str = "p/a") -> Event:
    return Event(Name.PERFORMED, at, guide, "1.0.0", 3, {"result": "worked", "support": 3})


def test_events_come_back_in_their_order_even_when_the_clock_jumped(file: Path) -> None:
    history = open_records(file).history
    history.append([worked(2_000.0), worked(1_000.0)])
    assert [e.at for e in history.events()] == [2_000.0, 1_000.0]
    assert history.events()[0].detail == {"result": "worked", "support": 3}
    assert history.last_episode() == 3


def test_an_event_cannot_be_changed(file: Path) -> None:
    records = open_records(file)
    records.history.append([worked(1.0)])
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        records._db.execute("UPDATE event SET guide = 'x'")


def test_after_four_hundred_days_only_counts_are_left(file: Path) -> None:
    history, clock = open_records(file).history, Clock()
    history.append([worked(clock.now - (KEPT_DAYS + 1) * DAY)] * 2 + [worked(clock.now)])
    assert history.sweep(clock.now) == 2
    assert [e.at for e in history.events()] == [clock.now]
    assert history.counts() == [("2025-01", "performed", "p/a", 2)]


def test_delete_leaves_nothing_in_the_file_and_in_no_backup(file: Path) -> None:
    open_records(file).close()
    records = open_records(file)
    records.history.append([Event(Name.STUCK, 1.0, "p/a", "", 1, {"words": "xylophone"})])
    records._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    backup = file.with_name(f"{file.name}.backup-20260101")
    records._db.execute("VACUUM INTO ?", (str(backup),))
    records.history.delete()
    records.close()
    found = [f for f in file.parent.iterdir() if b"xylophone" in f.read_bytes()]
    assert found == []
    assert not backup.exists()
    assert open_records(file).history.export() == {
        "installation": "",
        "events": [],
        "older": [],
    }


def test_the_installation_has_a_random_name_that_stays(file: Path) -> None:
    history = open_records(file).history
    assert history.installation() == history.installation()
    assert history.installation().startswith("p-")
    history.delete()
    assert history.fact("installation") == ""


def test_a_file_of_the_version_before_is_led_on_with_its_runs(file: Path) -> None:
    file.parent.mkdir(parents=True)
    schema = _SCHEMA.replace(_STEPS[3], "")
    with sqlite3.connect(file) as old:
        old.executescript(f"{schema} PRAGMA user_version = 3;")
        old.execute("INSERT INTO run (guide, started, changed) VALUES ('p/a', 1, 1)")
    old.close()
    records = open_records(file)
    assert records.notice == ""
    assert records.run_of("p/a") is not None
    records.history.append([worked(1.0)])
    assert len(records.history.events()) == 1


def test_a_full_disk_is_a_sentence(file: Path) -> None:
    records = Records(sqlite3.connect(":memory:"))
    with pytest.raises(RecordsError, match="could not be saved"):
        records.history.append([worked(1.0)])
