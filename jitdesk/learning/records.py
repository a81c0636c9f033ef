"""`Records`: the person's own data in SQLite, separate from packs.

Opened by `learning.records_file`. An instance belongs to one thread. Two programs may use
the file at once: SQLite orders their writes and each waits up to five seconds for the other.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Final

from jitdesk.learning.helped import Helped
from jitdesk.learning.history import History
from jitdesk.learning.run import Entry, Run
from jitdesk.learning.transaction import writing

_MOST_HELPED: Final = 500


class Records:
    """Runs, ticks and what was opened."""

    def __init__(self, connection: sqlite3.Connection, notice: str = "") -> None:
        """Use `records_file.open_records`."""
        self._db = connection
        self.notice = notice
        self.history = History(connection)

    # -- runs ----------------------------------------------------------------------------

    def run_of(self, guide: str) -> Run | None:
        """Return the unfinished run of a guide."""
        row = self._db.execute(
            "SELECT id FROM run WHERE guide = ? AND finished IS NULL ORDER BY id DESC LIMIT 1",
            (guide,),
        ).fetchone()
        return self._run(row[0]) if row else None

    def start_run(self, guide: str, total: int, version: str = "") -> Run:
        """Begin a run of a guide in one of its versions."""
        now = time.time()
        with self._writing():
            cursor = self._db.execute(
                "INSERT INTO run (guide, total, started, changed, version) VALUES (?, ?, ?, ?, ?)",
                (guide, total, now, now, version),
            )
        return Run(int(cursor.lastrowid or 0), guide, total=total, started=now, version=version)

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

    def note(
        self, run: int, item: str, kind: str, text: str, *, position: str | None = None
    ) -> Run:
        """Write what a run says of an item, "" = take it back; return the run as stored."""
        with self._writing():
            if text:
                self._db.execute(
                    "INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?)",
                    (run, item, kind, text, time.time()),
                )
            else:
                self._db.execute(
                    "DELETE FROM entry WHERE run = ? AND item = ? AND kind = ?", (run, item, kind)
                )
            if position is None:
                self._db.execute("UPDATE run SET changed = ? WHERE id = ?", (time.time(), run))
            else:
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
        """Return the runs with something in them that are not done, newest first."""
        rows = self._db.execute(
            "SELECT id FROM run WHERE finished IS NULL AND"
            " (EXISTS (SELECT 1 FROM tick WHERE tick.run = run.id)"
            " OR EXISTS (SELECT 1 FROM entry WHERE entry.run = run.id))"
            " ORDER BY changed DESC LIMIT ?",
            (limit,),
        ).fetchall()
        return [self._run(row[0]) for row in rows]

    def skipped(self, guide: str) -> list[str]:
        """Return the reasons for what was left out in the newest run of a guide."""
        rows = self._db.execute(
            "SELECT text FROM entry WHERE kind = 'skipped' AND run ="
            " (SELECT max(id) FROM run WHERE guide = ?) ORDER BY at",
            (guide,),
        )
        return [row[0] for row in rows]

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

    # -- how a guide was left --------------------------------------------------------------

    def seen(self, guide: str) -> tuple[str, str]:
        """Return the version and the view with which a guide was last used, ("", "") = never."""
        row = self._db.execute(
            "SELECT version, view FROM seen WHERE guide = ?", (guide,)
        ).fetchone()
        return (row[0], row[1]) if row else ("", "")

    def note_seen(self, guide: str, *, version: str | None = None, view: str | None = None) -> None:
        """Remember the version or the view of a guide; None leaves what is there."""
        before = self.seen(guide)
        row = (
            guide,
            before[0] if version is None else version,
            before[1] if view is None else view,
        )
        with self._writing():
            self._db.execute("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", row)

    def times_opened(self, guide: str) -> int:
        """Return how often a guide was opened."""
        query = "SELECT count(*) FROM opened WHERE guide = ?"
        return int(self._db.execute(query, (guide,)).fetchone()[0])

    def kept(self) -> dict[str, str]:
        """Return the values that templates are to remember, by field name."""
        return dict(self._db.execute("SELECT name, value FROM kept").fetchall())

    def keep(self, name: str, value: str) -> None:
        """Remember a value for the next template with a field of this name; "" forgets it."""
        with self._writing():
            if value:
                row = (name, value, time.time())
                self._db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", row)
            else:
                self._db.execute("DELETE FROM kept WHERE name = ?", (name,))

    def forget(self) -> None:
        """Delete everything that was remembered."""
        with self._writing():
            for table in ("tick", "entry", "run", "opened", "helped", "seen", "kept"):
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608  (names of this list)
        self.history.delete()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    # -- inside --------------------------------------------------------------------------

    def _run(self, run: int) -> Run:
        guide, position, total, finished, started, version = self._db.execute(
            "SELECT guide, position, total, finished, started, version FROM run WHERE id = ?",
            (run,),
        ).fetchone() or ("", "", 0, None, 0.0, "")
        times = dict(
            self._db.execute(
                "SELECT item, at FROM tick WHERE run = ? ORDER BY at", (run,)
            ).fetchall()
        )
        rows = self._db.execute("SELECT item, kind, text, at FROM entry WHERE run = ?", (run,))
        return Run(
            id=run,
            key=guide,
            position=position,
            ticked=frozenset(times),
            total=total,
            finished=finished is not None,
            times=times,
            entries={(item, kind): Entry(text, at) for item, kind, text, at in rows},
            started=started,
            version=version,
        )

    def _touch(self, run: int, position: str) -> None:
        self._db.execute(
            "UPDATE run SET position = ?, changed = ? WHERE id = ?", (position, time.time(), run)
        )

    def _writing(self) -> AbstractContextManager[None]:
        return writing(self._db)
