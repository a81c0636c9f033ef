"""`Records`: the person's own data in SQLite, separate from packs.

WAL with synchronous=FULL: what was acknowledged survives kill -9 and a power cut. A broken
file is set aside, never deleted, and the newest backup takes its place; a day's first start
makes a backup and keeps seven. Where nothing can be written (full disk, read-only home,
a file of a newer JITDesk) the records live in memory for this session and `notice` says so.

An instance belongs to one thread. Two programs may use the file at once: SQLite orders
their writes and each waits up to five seconds for the other.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from jitdesk.errors import RecordsError
from jitdesk.learning.helped import Helped
from jitdesk.learning.run import Run

_log = logging.getLogger(__name__)

_VERSION: Final = 2
_MOST_HELPED: Final = 500
_KEPT_BACKUPS: Final = 7
_HELPED: Final = """
CREATE TABLE helped (
    words TEXT NOT NULL, app TEXT NOT NULL, guide TEXT NOT NULL, times INTEGER NOT NULL,
    at REAL NOT NULL, PRIMARY KEY (words, app, guide)
) WITHOUT ROWID;
"""
_SCHEMA: Final = f"""{_HELPED}
CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT, guide TEXT NOT NULL, position TEXT NOT NULL DEFAULT '',
    total INTEGER NOT NULL DEFAULT 0, started REAL NOT NULL, changed REAL NOT NULL,
    finished REAL
);
CREATE TABLE tick (
    run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, item TEXT NOT NULL,
    at REAL NOT NULL, PRIMARY KEY (run, item)
) WITHOUT ROWID;
CREATE TABLE opened (seq INTEGER PRIMARY KEY AUTOINCREMENT, guide TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX opened_guide ON opened(guide);
CREATE INDEX run_guide ON run(guide, finished);
"""


class Records:
    """Runs, ticks and what was opened."""

    def __init__(self, connection: sqlite3.Connection, notice: str = "") -> None:
        """Use `open_records`."""
        self._db = connection
        self.notice = notice

    # -- runs ----------------------------------------------------------------------------

    def run_of(self, guide: str) -> Run | None:
        """Return the unfinished run of a guide."""
        row = self._db.execute(
            "SELECT id FROM run WHERE guide = ? AND finished IS NULL ORDER BY id DESC LIMIT 1",
            (guide,),
        ).fetchone()
        return self._run(row[0]) if row else None

    def start_run(self, guide: str, total: int) -> Run:
        """Begin a run."""
        now = time.time()
        with self._writing():
            cursor = self._db.execute(
                "INSERT INTO run (guide, total, started, changed) VALUES (?, ?, ?, ?)",
                (guide, total, now, now),
            )
        return Run(int(cursor.lastrowid or 0), guide, total=total)

    def tick(self, run: int, item: str, *, ticked: bool, position: str) -> Run:
        """Tick or clear an item and note where the person is; return the run as stored."""
        with self._writing():
            if ticked:
                self._db.execute(
                    "INSERT OR REPLACE INTO tick VALUES (?, ?, ?)", (run, item, time.time())
                )
            else:
                self._db.execute("DELETE FROM tick WHERE run = ? AND item = ?", (run, item))
            self._touch(run, position)
        return self._run(run)

    def move(self, run: int, position: str) -> None:
        """Note the current step."""
        with self._writing():
            self._touch(run, position)

    def finish(self, run: int) -> None:
        """Close a run as done; the next opening of the guide begins a new one."""
        with self._writing():
            self._db.execute("UPDATE run SET finished = ? WHERE id = ?", (time.time(), run))

    def unfinished(self, limit: int = 5) -> list[Run]:
        """Return the runs with at least one tick that are not done, newest first."""
        rows = self._db.execute(
            "SELECT id FROM run WHERE finished IS NULL AND EXISTS"
            " (SELECT 1 FROM tick WHERE tick.run = run.id) ORDER BY changed DESC LIMIT ?",
            (limit,),
        ).fetchall()
        return [self._run(row[0]) for row in rows]

    # -- what was opened -----------------------------------------------------------------

    def note_opened(self, guide: str) -> None:
        """Remember that a guide was opened."""
        with self._writing():
            self._db.execute("INSERT INTO opened (guide, at) VALUES (?, ?)", (guide, time.time()))

    def recent(self, limit: int = 8) -> list[str]:
        """Return the keys of the guides opened last, newest first."""
        rows = self._db.execute(
            "SELECT guide FROM opened GROUP BY guide ORDER BY max(seq) DESC LIMIT ?", (limit,)
        )
        return [row[0] for row in rows]

    def usage(self) -> dict[str, float]:
        """Return guide -> weight 0..1: how often it was opened, halved at three openings."""
        rows = self._db.execute("SELECT guide, count(*) FROM opened GROUP BY guide")
        return {guide: count / (count + 3) for guide, count in rows}

    def note_helped(self, words: Sequence[str], app: str, guide: str) -> None:
        """Remember that a guide helped for the words of a question, in front of a program."""
        named = " ".join(sorted(set(words)))
        with self._writing():
            self._db.execute(
                "INSERT INTO helped VALUES (?, ?, ?, 1, ?)"
                " ON CONFLICT DO UPDATE SET times = times + 1, at = excluded.at",
                (named, app, guide, time.time()),
            )

    def helped(self) -> tuple[Helped, ...]:
        """Return what helped before, the latest first, at most 500."""
        rows = self._db.execute(
            "SELECT words, app, guide, times FROM helped ORDER BY at DESC LIMIT ?",
            (_MOST_HELPED,),
        )
        return tuple(Helped(frozenset(w.split()), app, key, n) for w, app, key, n in rows)

    def forget(self) -> None:
        """Delete everything that was remembered."""
        with self._writing():
            for table in ("tick", "run", "opened", "helped"):
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608  (names of this list)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    # -- inside --------------------------------------------------------------------------

    def _run(self, run: int) -> Run:
        guide, position, total, finished = self._db.execute(
            "SELECT guide, position, total, finished FROM run WHERE id = ?", (run,)
        ).fetchone() or ("", "", 0, None)
        items = self._db.execute("SELECT item FROM tick WHERE run = ?", (run,))
        ticked = frozenset(row[0] for row in items)
        return Run(run, guide, position, ticked, total, finished is not None)

    def _touch(self, run: int, position: str) -> None:
        self._db.execute(
            "UPDATE run SET position = ?, changed = ? WHERE id = ?", (position, time.time(), run)
        )

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._db:
                yield
        except sqlite3.Error as error:
            raise RecordsError(
                f"Your progress could not be saved ({error}). What was saved before is safe; "
                "free some space or check the folder, then go on."
            ) from error


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
    connection = _connect(str(file))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == 0:
        _create(connection)
    elif version > _VERSION:
        connection.close()
        raise RecordsError(f"{file.name} was written by a newer JITDesk")
    elif version < _VERSION:
        with connection:
            connection.executescript(f"BEGIN; {_HELPED} PRAGMA user_version = {_VERSION}; COMMIT;")
    else:
        connection.execute("BEGIN IMMEDIATE")  # fails here, not at the first tick
        connection.rollback()
    _back_up(connection, file)
    return Records(connection, notice)


def _connect(name: str) -> sqlite3.Connection:
    return sqlite3.connect(name, timeout=5.0)


def _create(connection: sqlite3.Connection) -> None:
    with connection:
        connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")


def _is_sound(file: Path) -> bool:
    """A zero-length file passes quick_check, so the version is asked for as well."""
    try:
        with contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True)) as probe:
            checked = probe.execute("PRAGMA quick_check(1)").fetchone()
            version = probe.execute("PRAGMA user_version").fetchone()
    except sqlite3.OperationalError:
        return True  # locked or read-only: not broken; opening it will say what it is
    except sqlite3.DatabaseError:
        return False
    return bool(checked and checked[0] == "ok" and version[0] > 0)


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
