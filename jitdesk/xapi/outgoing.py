"""What is shared next, and sending it: in order, in batches, nothing lost, nothing twice.

The history itself is the outbox: what was sent is remembered by the number of the last
event. Sharing begins with the event after the person agreed; what was before stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from jitdesk.errors import ShareError
from jitdesk.learning.event import Event
from jitdesk.learning.history import History
from jitdesk.xapi.statements import Statement, Writer
from jitdesk.xapi.store import RefusedError
from jitdesk.xapi.validator import problems

BATCH: Final = 50
_TRIES: Final = 3
_SENT: Final = "xapi-sent"


class Store(Protocol):
    """What takes statements."""

    def send(self, statements: Sequence[dict[str, Any]]) -> None:
        """Take a batch."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a sending did: `problem` says why something waits."""

    sent: int
    waiting: int
    refused: int = 0
    problem: str = ""


def begin_sharing(history: History) -> None:
    """Share from now on: nothing that happened before is sent."""
    newest = max((event.id for event in history.events()), default=0)
    history.remember(_SENT, str(newest))


def waiting(history: History) -> list[Event]:
    """Return the events that were not sent yet, oldest first."""
    return history.events(after=int(history.fact(_SENT) or 0))


def send_waiting(
    history: History,
    writer: Writer,
    store: Store,
    pause: Callable[[int], None],
    taken: Callable[[list[Statement]], None] = lambda _statements: None,
) -> Sent:
    """Send what waits.

    Args:
        history: the person's own.
        writer: makes the statements.
        store: takes them.
        taken: called with the statements of a batch that the store has, for the person to read.
        pause: called before a batch is tried again, with the number of the try from 1.
    """
    events = waiting(history)
    sent = refused = 0
    for start in range(0, len(events), BATCH):
        part = events[start : start + BATCH]
        made = [s for s in writer.statements(part) if not problems(s)]
        try:
            left_out = _send(made, store, pause)
        except ShareError as error:
            return Sent(sent, len(events) - start, refused, str(error))
        refused += len(left_out)
        sent += len(made)
        taken([s for s in made if s not in left_out])
        history.remember(_SENT, str(part[-1].id))
    return Sent(sent - refused, 0, refused)


def _send(made: list[Statement], store: Store, pause: Callable[[int], None]) -> list[Statement]:
    """Send a batch, again when the store is away; return those that it refused for good."""
    if not made:
        return []
    for number in range(1, _TRIES + 1):
        try:
            store.send(made)
        except RefusedError:
            return _one_by_one(made, store)
        except ShareError:
            if number == _TRIES:
                raise
            pause(number)
        else:
            return []
    return []


def _one_by_one(made: list[Statement], store: Store) -> list[Statement]:
    refused = []
    for statement in made:
        try:
            store.send([statement])
        except RefusedError:
            refused.append(statement)  # it must not hold up the others
    return refused
