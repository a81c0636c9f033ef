"""`History`: the append-only table of events in the person's own database.

Rows are never changed (a trigger of the database refuses it). After `KEPT_DAYS` an event
becomes one count a month and its detail is gone. Only the person deletes, and then
everything. Order is the row number; a clock that jumps changes no order.
"""

from __future__ import annotations

import contextlib
import json
import secrets
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from jitdesk.learning.event import Event, Name
from jitdesk.learning.transaction import writing

KEPT_DAYS: Final = 400
"""Measurement model B2: a year and a month, so that a year can be compared with the last."""

SCHEMA: Final = """
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, name TEXT NOT NULL,
    guide TEXT NOT NULL, version TEXT NOT NULL, episode INTEGER NOT NULL, detail TEXT NOT NULL
);
CREATE INDEX event_guide ON event(guide, name);
CREATE TRIGGER event_stays BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
CREATE TABLE event_count (
    month TEXT NOT NULL, name TEXT NOT NULL, guide TEXT NOT NULL, times INTEGER NOT NULL,
    PRIMARY KEY (month, name, guide)
) WITHOUT ROWID;
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
WRITTEN: Final = frozenset({"words", "step", "ask", "reason", "cue", "on", "item", "value"})
"""What of a detail a person wrote or chose in words: it leaves this computer by hand only."""
TABLES: Final = ("event", "event_count", "fact")
_DAY: Final = 86_400
_COLUMNS: Final = "id, at, name, guide, version, episode, detail"
_NAMES: Final = frozenset(Name)


class History:
    """Appends, reads, exports and deletes events; belongs to the thread of its connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take the connection of the records."""
        self._db = connection

    def append(self, events: Iterable[Event]) -> None:
        """Store events in their order.

        Raises:
            RecordsError: nothing was stored.
        """
        rows = [
            (e.at, e.name.value, e.guide, e.version, e.episode, _packed(e.detail)) for e in events
        ]
        with writing(self._db):
            self._db.executemany(
                "INSERT INTO event (at, name, guide, version, episode, detail)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                rows,
            )

    def events(self, *, since: float = 0.0, guide: str = "", after: int = 0) -> list[Event]:
        """Return events in their order: since a time, of one guide, after a row."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM event WHERE at >= ? AND id > ?"  # noqa: S608  (own names)
            " AND (? = '' OR guide = ?) ORDER BY id",
            (since, after, guide, guide),
        )
        return [_event(row) for row in rows if row[2] in _NAMES]

    def last_episode(self) -> int:
        """Return the number of the newest episode, 0 = none."""
        return int(self._db.execute("SELECT coalesce(max(episode), 0) FROM event").fetchone()[0])

    def sweep(self, now: float) -> int:
        """Turn events that are too old into counts; return how many."""
        limit = now - KEPT_DAYS * _DAY
        with writing(self._db):
            self._db.execute(
                "INSERT INTO event_count SELECT strftime('%Y-%m', at, 'unixepoch'), name, guide,"
                " count(*) FROM event WHERE at < ? GROUP BY 1, 2, 3"
                " ON CONFLICT DO UPDATE SET times = times + excluded.times",
                (limit,),
            )
            return self._db.execute("DELETE FROM event WHERE at < ?", (limit,)).rowcount

    def counts(self) -> list[tuple[str, str, str, int]]:
        """Return (month, name, guide, times) of what is older than the kept days."""
        return list(self._db.execute("SELECT month, name, guide, times FROM event_count"))

    # -- facts ---------------------------------------------------------------------------

    def fact(self, name: str) -> str:
        """Return a small thing that is remembered, "" = never said."""
        row = self._db.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def facts(self, prefix: str) -> dict[str, str]:
        """Return the facts whose names begin with `prefix`, by the rest of their name."""
        rows = self._db.execute(
            "SELECT substr(name, ?), value FROM fact WHERE substr(name, 1, ?) = ?",
            (len(prefix) + 1, len(prefix), prefix),
        )
        return dict(rows.fetchall())

    def remember(self, name: str, value: str) -> None:
        """Remember a fact; "" forgets it."""
        with writing(self._db):
            if value:
                self._db.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))
            else:
                self._db.execute("DELETE FROM fact WHERE name = ?", (name,))

    def installation(self) -> str:
        """Return the random id of this installation: the only name a statement ever has."""
        known = self.fact("installation")
        if not known:
            known = f"p-{secrets.token_hex(8)}"
            self.remember("installation", known)
        return known

    # -- the person's rights -------------------------------------------------------------

    def export(self, *, words: bool = True) -> dict[str, Any]:
        """Return everything that is kept, for the person's own file.

        Without `words` it has nothing that the person wrote: for a report on many people.
        """
        left_out = frozenset() if words else WRITTEN
        return {
            "installation": self.fact("installation"),
            "events": [
                {
                    "id": e.id, "at": e.at, "event": e.name.value, "guide": e.guide,
                    "version": e.version, "episode": e.episode,
                    **{name: value for name, value in e.detail.items() if name not in left_out},
                }
                for e in self.events()
            ],
            "older": [
                {"month": month, "event": name, "guide": guide, "times": times}
                for month, name, guide, times in self.counts()
            ],
        }  # fmt: skip

    def delete(self) -> None:
        """Delete every event, count and fact, and what the file still holds of them."""
        with writing(self._db):
            for table in TABLES:
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608  (names of this list)
        with writing(self._db):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._remove_copies()

    def _remove_copies(self) -> None:
        """Backups and damaged files that were set aside hold the same events."""
        file = Path(self._db.execute("PRAGMA database_list").fetchone()[2] or ".")
        for kind in ("backup", "broken"):
            for copy in file.parent.glob(f"{file.name}.{kind}-*") if file.name else ():
                with contextlib.suppress(OSError):
                    copy.unlink()


def _packed(detail: Any) -> str:  # noqa: ANN401  (a mapping of plain values)
    return json.dumps(dict(detail), ensure_ascii=False, separators=(",", ":"))


def _event(row: tuple[Any, ...]) -> Event:
    number, at, name, guide, version, episode, detail = row
    try:
        read = json.loads(detail)
    except ValueError:
        read = {}
    known = read if isinstance(read, dict) else {}
    return Event(Name(name), at, guide, version, episode, known, number)
