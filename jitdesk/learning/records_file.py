"""The file of the records: made, led from version to version, repaired and backed up.

WAL with synchronous=FULL: what was acknowledged survives kill -9 and a power cut. A broken
file is set aside, never deleted, and the newest backup takes its place; a day's first start
makes a backup and keeps seven. Where nothing can be written (full disk, read-only home,
a file of a newer JITDesk) the records live in memory for this session and `notice` says so.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import time
from datetime import date
from pathlib import Path
from typing import Final

from jitdesk.errors import RecordsError
from jitdesk.learning.history import SCHEMA as _EVENTS
from jitdesk.learning.records import Records

_log = logging.getLogger(__name__)

_VERSION: Final = 4
_KEPT_BACKUPS: Final = 7
_WAIT_S: Final = 5.0  # for another program that writes; our choice
_PRAGMAS: Final = (
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",  # what a person deletes is overwritten
)
_HELPED: Final = """
CREATE TABLE helped (
    words TEXT NOT NULL, app TEXT NOT NULL, guide TEXT NOT NULL, times INTEGER NOT NULL,
    at REAL NOT NULL, PRIMARY KEY (words, app, guide)
) WITHOUT ROWID;
"""
_ENTRIES: Final = """
CREATE TABLE entry (
    run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, item TEXT NOT NULL,
    kind TEXT NOT NULL, text TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (run, item, kind)
) WITHOUT ROWID;
CREATE TABLE seen (guide TEXT PRIMARY KEY, version TEXT NOT NULL, view TEXT NOT NULL)
    WITHOUT ROWID;
CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT NOT NULL, at REAL NOT NULL) WITHOUT ROWID;
"""
_SCHEMA: Final = f"""{_HELPED}{_ENTRIES}{_EVENTS}
CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT, guide TEXT NOT NULL, position TEXT NOT NULL DEFAULT '',
    total INTEGER NOT NULL DEFAULT 0, started REAL NOT NULL, changed REAL NOT NULL,
    finished REAL, version TEXT NOT NULL DEFAULT ''
);
CREATE TABLE tick (
    run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, item TEXT NOT NULL,
    at REAL NOT NULL, PRIMARY KEY (run, item)
) WITHOUT ROWID;
CREATE TABLE opened (seq INTEGER PRIMARY KEY AUTOINCREMENT, guide TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX opened_guide ON opened(guide);
CREATE INDEX run_guide ON run(guide, finished);
"""
_STEPS: Final = {
    1: _HELPED,
    2: f"{_ENTRIES} ALTER TABLE run ADD COLUMN version TEXT NOT NULL DEFAULT '';",
    3: _EVENTS,
}
"""Version of a file -> what leads it to the next one."""


def open_records(file: Path) -> Records:
    """Open the records; never fails (see the module's rules)."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return _open_sound(file)
    except (OSError, sqlite3.Error, RecordsError) as error:
        _log.warning("records are kept in memory: %s", error)
        memory = _connect(":memory:")
        _create(memory)
        return Records(
            memory,
            f"Your progress cannot be saved in {file.parent} ({error}). "
            "JITDesk works, but forgets what you tick when it is closed.",
        )


def _open_sound(file: Path) -> Records:
    notice = ""
    if file.exists() and not _is_sound(file):
        notice = _set_aside(file)
    with contextlib.ExitStack() as unless_opened:
        connection = unless_opened.enter_context(contextlib.closing(_connect(str(file))))
        _to_wal(connection)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        _lead_on(connection, file)
        _back_up(connection, file)
        unless_opened.pop_all()
    return Records(connection, notice)


def _connect(name: str) -> sqlite3.Connection:
    return sqlite3.connect(name, timeout=_WAIT_S)


def _to_wal(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on; who meets another that does it waits and asks again.

    SQLite's own waiting does not cover this change: of two that hold the file for reading and
    want it alone, one is refused at once (sqlite.org/c3ref/busy_handler.html). Beginning to
    write is covered, and so waits for the other.
    """
    until = time.monotonic() + _WAIT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            connection.execute("BEGIN IMMEDIATE")
            connection.rollback()
        else:
            return


def _lead_on(connection: sqlite3.Connection, file: Path) -> None:
    """Create the tables or lead them on; two that open a new file at once wait for each other.

    The version is read inside the write lock, which also fails here, not at the first tick.
    """
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > _VERSION:
            raise RecordsError(f"{file.name} was written by a newer JITDesk")
        if version == 0:
            _run(connection, _SCHEMA)
        for number in range(version or _VERSION, _VERSION):
            _run(connection, _STEPS[number])
        if version < _VERSION:
            connection.execute(f"PRAGMA user_version = {_VERSION}")


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run statements in the transaction that is open; `executescript` would commit it."""
    statement = ""
    for part in script.split(";"):
        statement += f"{part};"
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def _create(connection: sqlite3.Connection) -> None:
    with connection:
        connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")


def _is_sound(file: Path) -> bool:
    """A zero-length file passes quick_check, so the version is asked for as well.

    Without a version it is damaged if there was a backup to be made of it; else another
    program is creating it at this moment.
    """
    had_backup = bool(_backups(file))  # before the look: whoever creates it makes one at its end
    try:
        with contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True)) as probe:
            checked = probe.execute("PRAGMA quick_check(1)").fetchone()
            version = probe.execute("PRAGMA user_version").fetchone()
    except sqlite3.OperationalError:
        return True  # locked or read-only: not broken; opening it will say what it is
    except sqlite3.DatabaseError:
        return False
    known = version[0] > 0 or not had_backup
    return bool(checked and checked[0] == "ok" and known)


def _set_aside(file: Path) -> str:
    stamp = time.strftime("%Y%m%d-%H%M%S")
    aside = file.with_name(f"{file.name}.broken-{stamp}")
    os.replace(file, aside)  # noqa: PTH105  (atomic, and over an older one)
    for suffix in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            file.with_name(file.name + suffix).rename(aside.with_name(aside.name + suffix))
    backup = next((found for found in _backups(file) if _is_sound(found)), None)
    if backup is None:
        return f"Your records were damaged and start anew. The damaged file is kept as {aside}."
    file.write_bytes(backup.read_bytes())
    day = backup.name.rsplit("-", 1)[-1]
    return (
        f"Your records were damaged; the backup of {day} is in use. "
        f"The damaged file is kept as {aside}."
    )


def _backups(file: Path) -> list[Path]:
    return sorted(file.parent.glob(f"{file.name}.backup-*"), reverse=True)


def _back_up(connection: sqlite3.Connection, file: Path) -> None:
    today = file.with_name(f"{file.name}.backup-{date.today():%Y%m%d}")  # noqa: DTZ011  (local day)
    if today.exists():
        return
    with contextlib.suppress(sqlite3.Error, OSError):  # no room for a backup is no reason to stop
        connection.execute("VACUUM INTO ?", (str(today),))
        for old in _backups(file)[_KEPT_BACKUPS:]:
            old.unlink()
