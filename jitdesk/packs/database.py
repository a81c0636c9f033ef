"""The SQLite file of the store: opening it for one writer or many readers, and its tables.

Write-ahead logging with full synchronisation: a reader sees one state while the next one is
written, and what was committed survives a power cut. Where that mode cannot work (a home
on a network drive) the rollback journal with extra synchronisation takes its place.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from pathlib import Path

from jitdesk.errors import StoreError

FILE_NAME = "packs.sqlite"
LAYOUT = 2
"""Raised when the tables change; an older file is brought forward, a newer one refused."""

_BUSY_MS = 5000
_CHECK_EVERY = 24 * 3600
_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sources (
    name TEXT PRIMARY KEY, location TEXT, state TEXT, message TEXT,
    fingerprint TEXT, settled INTEGER, quiet_since REAL, last_sync TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS packs (
    id TEXT PRIMARY KEY, source TEXT NOT NULL, root TEXT, title TEXT, version TEXT,
    language TEXT, manifest TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS blobs (digest TEXT PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS files (
    pack TEXT, path TEXT, digest TEXT NOT NULL, size INTEGER, mtime_ns INTEGER,
    PRIMARY KEY (pack, path)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS files_by_digest ON files (digest);
CREATE TABLE IF NOT EXISTS guides (
    key TEXT PRIMARY KEY, id TEXT, pack TEXT, path TEXT, type TEXT, title TEXT,
    situation TEXT, minutes INTEGER, language TEXT, tags TEXT, reviewed_on TEXT,
    review_due TEXT, digest TEXT, own_id TEXT, pack_path TEXT,
    site TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS guides_by_id ON guides (id);
CREATE INDEX IF NOT EXISTS guides_by_path ON guides (path);
CREATE TABLE IF NOT EXISTS problems (
    source TEXT, pack TEXT, pack_path TEXT, file TEXT, line INTEGER, rule TEXT, level TEXT,
    message TEXT, fix TEXT
);
CREATE INDEX IF NOT EXISTS problems_by_source ON problems (source, pack);
"""

_SECOND = "ALTER TABLE guides ADD COLUMN site TEXT NOT NULL DEFAULT '';"


def open_writer(directory: Path) -> sqlite3.Connection:
    """Open the store's file for writing, creating it; a damaged one is put aside first.

    Raises:
        StoreError: the folder is read-only or the disk is full.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        try:
            return _writable(directory / FILE_NAME)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            quarantine(directory)
            return _writable(directory / FILE_NAME)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(cannot_write(directory, error)) from error


def open_reader(directory: Path) -> sqlite3.Connection | None:
    """Open the store's file for reading; None if there is none or it cannot be read."""
    path = directory / FILE_NAME
    if not path.is_file():
        return None
    for options in ("mode=ro", "mode=ro&immutable=1"):
        # A read-only folder has no place for the log's index: immutable reads without it.
        if options != "mode=ro" and path.with_name(FILE_NAME + "-wal").exists():
            continue
        with contextlib.suppress(sqlite3.Error):
            connection = _connect(f"{path.as_uri()}?{options}")
            connection.execute("SELECT value FROM meta WHERE name = 'generation'").fetchone()
            return connection
    return None


def quarantine(directory: Path) -> None:
    """Move a damaged file aside, so that the next sync fills a new one."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    for suffix in ("", "-wal", "-shm", "-journal"):
        path = directory / (FILE_NAME + suffix)
        if path.exists():
            path.replace(directory / f"damaged-{stamp}-{FILE_NAME}{suffix}")


def cannot_write(directory: Path, error: Exception) -> str:
    """Return the sentence for a store that cannot be written."""
    reason = str(error).lower()
    if "full" in reason or "no space" in reason:
        return f"The disk of {directory} is full; free some space and sync again."
    if "readonly" in reason or "read-only" in reason or "permission" in reason:
        return f"{directory} cannot be written; the installed guides stay readable."
    return f"The guides in {directory} cannot be written ({error})."


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether `error` says that the file itself is broken."""
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(
        uri, uri=True, isolation_level=None, check_same_thread=False, timeout=_BUSY_MS / 1000
    )


def _writable(path: Path) -> sqlite3.Connection:
    connection = _connect(path.as_uri())
    try:
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    layout = connection.execute("PRAGMA user_version").fetchone()[0]
    if layout > LAYOUT:
        raise StoreError("The installed guides belong to a newer JITDesk; start that one.")
    connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    try:
        _create(connection)
    except sqlite3.OperationalError as error:
        if "disk i/o" not in str(error).lower():
            raise
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        connection.execute("PRAGMA synchronous = EXTRA")
        _create(connection)


def check(connection: sqlite3.Connection) -> None:
    """Read the whole file once a day, the rows that lists need every time.

    Raises:
        sqlite3.DatabaseError: the file is damaged (`is_damage` says so).
    """
    connection.execute("SELECT count(*), sum(length(title)) FROM guides").fetchone()
    row = connection.execute("SELECT value FROM meta WHERE name = 'checked'").fetchone()
    now = time.time()
    if row is not None and 0 <= now - float(row[0]) < _CHECK_EVERY:
        return
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        damage = sqlite3.DatabaseError(str(answer))
        damage.sqlite_errorname = "SQLITE_CORRUPT"
        raise damage
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('checked', ?)", (now,))


def _create(connection: sqlite3.Connection) -> None:
    """Create what is missing; writes once, which proves that the log works here."""
    columns = {row[1] for row in connection.execute("PRAGMA table_info(guides)")}
    brought = _SECOND if columns and "site" not in columns else ""
    script = (
        "BEGIN IMMEDIATE;",
        _TABLES,
        brought,
        f"PRAGMA user_version = {LAYOUT};",
        "INSERT OR IGNORE INTO meta VALUES ('generation', 0);",
        "INSERT OR REPLACE INTO meta VALUES ('opened', 1);",
        "COMMIT;",
    )
    connection.executescript("".join(script))
