"""The one writer of the store: puts bytes beside, then switches a pack in one transaction.

`put` stores bytes by their digest; they belong to nothing until `switch` names them, so a
kill between the two leaves only bytes that the next switch sweeps away. A lock file keeps
two writers apart; the system gives it back when a process dies.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jitdesk.errors import Problem, StoreError
from jitdesk.packs.catalog import CatalogRow, FileRow, SourceRow
from jitdesk.packs.database import cannot_write, check, is_damage, open_writer, quarantine
from jitdesk.packs.store import PackStore

LOCK_WAIT = 60.0
"""Seconds to wait for another writer: a first sync of ten thousand guides takes fewer."""

_LOCK = "writer.lock"


class StoreDamagedError(StoreError):
    """The store was damaged and has been put aside; the next sync fills a new one."""


@dataclass(frozen=True, slots=True)
class PackContent:
    """Everything that one version of a pack consists of.

    Attributes:
        root: where the pack lies in its source, "" = the location itself.
        manifest: what identifies the manifest or bundle that was read.
        findings: (path in the pack, problem); "" = the pack as a whole.
    """

    id: str
    source: str
    root: str
    title: str
    version: str
    language: str
    manifest: str
    files: Sequence[FileRow]
    guides: Sequence[CatalogRow]
    findings: Sequence[tuple[str, Problem]]


class StoreWriter(PackStore):
    """Write access; make one with `writing`."""

    def put(self, contents: Iterable[tuple[str, bytes]]) -> None:
        """Store bytes by digest beside what is installed."""
        with self._transaction() as connection:
            connection.executemany("INSERT OR IGNORE INTO blobs VALUES (?, ?)", contents)

    def switch(self, pack: PackContent) -> None:
        """Replace the installed version of a pack, or install it, in one step."""
        with self._transaction() as connection:
            _forget(connection, pack.id)
            connection.execute(
                "INSERT INTO packs VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    *(pack.id, pack.source, pack.root, pack.title, pack.version),
                    *(pack.language, pack.manifest),
                ),
            )
            rows = ((pack.id, *row) for row in pack.files)
            connection.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?)", rows)
            marks = ",".join("?" * len(CatalogRow._fields))
            connection.executemany(f"INSERT INTO guides VALUES ({marks})", pack.guides)  # noqa: S608
            _say(connection, pack.source, pack.id, pack.findings)
            _grow(connection)

    def remove_pack(self, pack: str) -> None:
        """Remove a pack that its source no longer has."""
        with self._transaction() as connection:
            _forget(connection, pack)
            _grow(connection)

    def remember(self, row: SourceRow, findings: Iterable[Problem]) -> None:
        """Record the state of a source, and what concerns none of its installed packs."""
        with self._transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row
            )
            connection.execute("DELETE FROM problems WHERE source = ? AND pack = ''", (row.name,))
            _say(connection, row.name, "", [("", finding) for finding in findings])

    def remove_source(self, name: str) -> None:
        """Remove a source and all its packs."""
        with self._transaction() as connection:
            rows = connection.execute("SELECT id FROM packs WHERE source = ?", (name,)).fetchall()
            for (pack,) in rows:
                _forget(connection, pack)
            connection.execute("DELETE FROM problems WHERE source = ?", (name,))
            connection.execute("DELETE FROM sources WHERE name = ?", (name,))
            _grow(connection)

    def sweep(self) -> None:
        """Delete bytes that no installed file names."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM blobs WHERE digest NOT IN (SELECT digest FROM files)")

    def check(self) -> None:
        """Look for damage.

        Raises:
            sqlite3.DatabaseError: the file is damaged.
        """
        check(self._open())

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            raise StoreError(f"The guides in {self.directory} are closed.")
        return self._connection

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        connection = self._open()
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
        except (sqlite3.Error, OSError) as error:
            if isinstance(error, sqlite3.Error) and is_damage(error):
                raise
            raise StoreError(cannot_write(self.directory, error)) from error


def _forget(connection: sqlite3.Connection, pack: str) -> None:
    connection.execute("DELETE FROM packs WHERE id = ?", (pack,))
    for table in ("files", "guides", "problems"):
        connection.execute(f"DELETE FROM {table} WHERE pack = ?", (pack,))  # noqa: S608


def _say(
    connection: sqlite3.Connection, source: str, pack: str, rows: Iterable[tuple[str, Problem]]
) -> None:
    values = (
        (source, pack, path, p.file, p.line, p.rule, str(p.level), p.message, p.fix)
        for path, p in rows
    )
    connection.executemany("INSERT INTO problems VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)


def _grow(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE meta SET value = value + 1 WHERE name = 'generation'")


@contextlib.contextmanager
def writing(
    directory: Path, *, wait: float = LOCK_WAIT, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[StoreWriter]:
    """Give write access to the store in `directory`, alone.

    Raises:
        StoreError: it cannot be written, or another sync did not end within `wait` seconds.
        StoreDamagedError: the file is broken and was put aside.
    """
    with _alone(directory, wait, cancelled):
        writer = StoreWriter(open_writer(directory), directory)
        try:
            yield writer
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise StoreError(cannot_write(directory, error)) from error
            writer.close()
            quarantine(directory)
            message = "The installed guides were damaged and put aside; sync again to fetch them."
            raise StoreDamagedError(message) from error
        finally:
            writer.close()


@contextlib.contextmanager
def _alone(directory: Path, wait: float, cancelled: Callable[[], bool]) -> Iterator[None]:
    try:
        directory.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(directory / _LOCK, isolation_level=None, timeout=0)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(cannot_write(directory, error)) from error
    try:
        _wait_for(lock, directory, time.monotonic() + wait, cancelled)
        yield
    finally:
        lock.close()


def _wait_for(
    lock: sqlite3.Connection, directory: Path, until: float, cancelled: Callable[[], bool]
) -> None:
    while True:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise StoreError(cannot_write(directory, error)) from error
            if time.monotonic() > until or cancelled():
                raise StoreError("Another sync is running; try again when it has ended.") from error
            time.sleep(0.05)
        else:
            return
