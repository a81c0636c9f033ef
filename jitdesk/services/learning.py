"""`LearningService`: the person's history, off the GUI thread, with a connection of its own.

Nothing is stored while `enabled` is off. Events are appended in order by one thread; what
is asked is answered by a signal.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jitdesk.fileio import write_atomic
from jitdesk.learning.event import Event, Name
from jitdesk.learning.topic import Topic, topic_of
from jitdesk.models.history import Told
from jitdesk.services.emitting import emit, guarded
from jitdesk.services.worker import Job, Serial

if TYPE_CHECKING:
    from jitdesk.learning.checkins import CheckIn
    from jitdesk.learning.history import History
    from jitdesk.learning.records import Records
    from jitdesk.library.shelf import Shelf
    from jitdesk.loops.outbox import Outbox


class LearningService(QObject):
    """Appends events and answers what they say."""

    told = Signal(object)
    """A `Told`: everything that is stored, with the titles of the guides."""
    exported = Signal(str)
    """The file that was written."""
    due_ready = Signal(object)
    """A `CheckIn`, or None when nothing is due."""
    capabilities_ready = Signal(object)
    """Every `Capability` of the guides that the person met."""
    sender_ready = Signal(str)
    """The random name of this installation."""
    deleted = Signal()
    failed = Signal(str)
    """One sentence for the person."""

    def __init__(
        self,
        open_shelf: Callable[[], Shelf],
        open_records: Callable[[], Records],
        parent: QObject | None = None,
    ) -> None:
        """Take how shelf and records are opened, in the thread that uses them."""
        super().__init__(parent)
        self._open_shelf, self._open_records = open_shelf, open_records
        self._shelf: Shelf | None = None
        self._records: Records | None = None
        self._disk = Serial("learning")
        self.enabled = True

    # -- requests ------------------------------------------------------------------------

    def note(self, events: Sequence[Event]) -> None:
        """Append events, if the person lets us."""
        if self.enabled and events:
            self.do(lambda: self._history_of().append(events))

    def ask_due(self) -> None:
        """Decide which question is due now; answered by `due_ready`."""
        self.do(self._decide)

    def choose_check_ins(self, choice: str) -> None:
        """Remember whether to go on asking: fewer, stop or keep."""
        self.do(lambda: self._choose(choice))

    def ask_capabilities(self) -> None:
        """Derive what the person can do; answered by `capabilities_ready`."""
        self.do(self._derive)

    def ask_sender(self) -> None:
        """Read the random name of this installation; answered by `sender_ready`."""
        self.do(lambda: emit(self.sender_ready, self._history_of().installation()))

    def ask_told(self) -> None:
        """Read everything; answered by `told`."""
        self.do(self._tell)

    def export(self, file: str) -> None:
        """Write everything into a file of the person; answered by `exported`."""
        self.do(lambda: self._export(Path(file)))

    def delete(self) -> None:
        """Delete everything for good; answered by `deleted`."""
        self.do(self._delete)

    def close(self) -> None:
        """Store what waits (at most a second), then end."""
        self._disk.stop(1.0)

    # -- in the thread -------------------------------------------------------------------

    def do(self, job: Job) -> None:
        """Run a job in the thread; what it raises becomes a sentence."""
        self._disk.submit(guarded(job, self.failed))

    def _decide(self) -> None:
        from jitdesk.learning.checkins import due  # noqa: PLC0415  (not at the start)

        history = self._history_of()
        events = history.events()
        used = {e.guide for e in events if e.name in {Name.USED, Name.PERFORMED}}
        topics: dict[str, Topic] = {g.key: topic_of(g) for g in self.shelf().guides(sorted(used))}
        now = datetime.now().astimezone()
        if (look := self._look_back(events, now.timestamp())) is not None:
            emit(self.due_ready, look)
            return
        choice = history.fact("check-ins")
        emit(self.due_ready, due(events, topics, now, history.installation(), choice))

    def _derive(self) -> None:
        from jitdesk.library.capable import own_capabilities  # noqa: PLC0415  (seldom)

        helped = self._outbox().shipped()
        rows = own_capabilities(self.shelf(), self._history_of(), helped, time.time())
        emit(self.capabilities_ready, tuple(rows))

    def _look_back(self, events: list[Event], now: float) -> CheckIn | None:
        from jitdesk.learning.checkins import CheckIn, Kind  # noqa: PLC0415  (not at the start)
        from jitdesk.learning.look_back import REVIEW, facts, offered  # noqa: PLC0415

        event = offered(events, int(self._history_of().fact("looked-back") or 0), now)
        named = self.shelf().lookup(REVIEW) if event is not None else []
        canvas = self.shelf().rows([row.key for row in named])  # set up, so that it can open
        guide = self.shelf().guide(event.guide) if event is not None else None
        if event is None or guide is None or not canvas or self._records is None:
            return None
        told = facts(events, event, guide.title, self._records.skipped(guide.key))
        return CheckIn(Kind.LOOK_BACK, guide.key, guide.title, event.id, None, canvas[0].key, told)

    def note_looked_back(self, event: int) -> None:
        """Remember that a look back on an event was offered; it is not offered again."""
        self.do(lambda: self._history_of().remember("looked-back", str(event)))

    def _choose(self, choice: str) -> None:
        history = self._history_of()
        newest = max((event.id for event in history.events()), default=0)
        history.remember("check-ins", choice if choice == "stop" else f"{choice}@{newest}")

    def _tell(self) -> None:
        events = tuple(self._history_of().events())
        keys = list(dict.fromkeys(event.guide for event in events if event.guide))
        titles = {row.key: row.title for row in self.shelf().rows(keys)}
        older = sum(times for *_, times in self._history_of().counts())
        emit(self.told, Told(events, titles, older))

    def _export(self, file: Path) -> None:
        document = {**self._history_of().export(), "sent": self._outbox().export()}
        text = json.dumps(document, ensure_ascii=False, indent=1)
        write_atomic(file, text + "\n")
        emit(self.exported, str(file))

    def _delete(self) -> None:
        self._history_of().delete()
        self._outbox().delete()
        emit(self.deleted)

    def _outbox(self) -> Outbox:
        from jitdesk.loops.outbox import Outbox  # noqa: PLC0415  (seldom)

        return Outbox(self.shelf().paths.loops)

    def shelf(self) -> Shelf:
        """Return the shelf of this thread."""
        if self._shelf is None:
            self._shelf = self._open_shelf()
        return self._shelf

    def _history_of(self) -> History:
        if self._records is None:
            self._records = self._open_records()
            self._records.history.sweep(time.time())
        return self._records.history
