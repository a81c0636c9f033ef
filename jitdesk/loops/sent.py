"""`SentItem`: what this person sent or wants to send, with its exact text. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from jitdesk.loops.decision import Decision, of
from jitdesk.loops.mail import exact
from jitdesk.loops.outbox import Own

RECORDS: Final = "records"


@dataclass(frozen=True, slots=True)
class SentItem:
    """One row.

    Attributes:
        id: of the contribution; "" = records shared with the organisation.
        kind: why it was sent, or `RECORDS`.
        state: waiting, sent or handed-over; `note` says why it waits.
        became: the last act of an author, "" = none yet.
        at: seconds since 1970.
        exact: every character that was or will be sent.
    """

    id: str
    kind: str
    text: str
    state: str
    note: str = ""
    where: str = ""
    became: str = ""
    at: float = 0.0
    exact: str = ""


def sent_items(
    own: Iterable[Own], board: Sequence[Decision], records: Sequence[str] = ()
) -> list[SentItem]:
    """Return everything that left or is to leave this computer, the newest first.

    Args:
        own: contributions of this person.
        board: what authors did.
        records: statements shared with a record store, as they were sent.
    """
    items = [_item(one, board) for one in own]
    items.sort(key=lambda item: -item.at)
    if records:
        text = "[\n" + ",\n".join(records) + "\n]"
        items.insert(0, SentItem("", RECORDS, str(len(records)), "sent", exact=text))
    return items


def _item(own: Own, board: Sequence[Decision]) -> SentItem:
    sent, acts = own.contribution, of(own.contribution.id, board)
    return SentItem(
        id=sent.id,
        kind=sent.kind.value,
        text=sent.text,
        state=own.state,
        note=own.note,
        where=own.folder,
        became=acts[-1].act if acts else "",
        at=sent.at.timestamp(),
        exact=exact(sent),
    )
