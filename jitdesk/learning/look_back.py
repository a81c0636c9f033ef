"""After something did not work: the facts with which a look back on it begins. Pure.

A review that opens with what is recorded, and is led by those who were there, is the kind
that works (debriefs with objective media: d = 0.9, measurement model C4). It is offered
once, as a row of the popup, within three days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from jitdesk.learning.event import Event, Name, Result, performances

REVIEW: Final = "team.hold-an-after-action-review"
"""Id of the canvas that ships; an organisation may bring its own under the same id."""
FACTS_BOX: Final = "Facts"
_OFFERED_DAYS: Final = 3
_DAY: Final = 86_400.0
_SHORT: Final = 120


@dataclass(frozen=True, slots=True)
class LookBack:
    """What is offered: the failed event and the facts about it."""

    event: Event
    facts: str


def offered(events: Sequence[Event], last: int, now: float) -> Event | None:
    """Return the newest performance that did not work and was not offered yet.

    Args:
        events: the person's history.
        last: id of the event that was offered last, 0 = none.
        now: seconds since 1970.
    """
    failed = [e for e in performances(events) if e.result is Result.FAILED]
    newest = failed[-1] if failed else None
    if newest is None or newest.id <= last or now - newest.at > _OFFERED_DAYS * _DAY:
        return None
    return newest


def facts(events: Sequence[Event], event: Event, title: str, skipped: Sequence[str] = ()) -> str:
    """Return what is recorded, line by line: times, steps, values, what was before.

    Args:
        events: the person's history.
        event: the performance that did not work.
        title: the guide's title.
        skipped: reasons for items that were left out.
    """
    at = datetime.fromtimestamp(event.at).astimezone()
    version = f" {event.version}" if event.version else ""
    lines = [f"{at:%Y-%m-%d %H:%M}: {title}{version} did not work."]
    if words := event.text("words"):
        lines.append(f"Said then: {words[:_SHORT]}")
    if seconds := event.number("seconds"):
        lines.append(f"Open for {max(1, round(seconds / 60))} min.")
    used = [e for e in events if e.name is Name.USED and e.episode == event.episode]
    own = [e for e in used if e.guide == event.guide]
    if own and event.episode:
        lines.append(f"Steps: {own[-1].number('done')} of {own[-1].number('total')}.")
    lines += [f"Left out: {reason[:_SHORT]}" for reason in skipped[:5]]
    before = [e for e in performances(events, event.guide) if e.id < event.id]
    if before:
        lines.append(f"Before: worked {sum(e.worked for e in before)} of {len(before)} times.")
    return "\n".join(lines)
