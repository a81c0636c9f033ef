"""From what lies around to a `World`: exported histories, guides, inboxes. Pure but for files.

A history is what `jitdesk data --export` writes. Whatever is in a file beside the known
fields is left out, so that a file somebody edited brings no names into a report.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from jitdesk.errors import RecordsError
from jitdesk.guides.guide import Guide
from jitdesk.impact.story import Loop, Page, Story
from jitdesk.learning.event import Event, Name
from jitdesk.learning.topic import topic_of
from jitdesk.learning.working_days import between
from jitdesk.loops import challenge, triage
from jitdesk.loops.case import Case
from jitdesk.loops.contribution import Kind, moment_of
from jitdesk.loops.moment import Moment

_FACTS: Final = frozenset(
    """results zero chars ms actions rank view source done total seconds support grade result
    since day back answer intent useful preview signals""".split()  # noqa: SIM905
)
_ENDED: Final = frozenset({"found", "build", "not-now", "shipped", "fixed", "declined"})


def read_histories(paths: Iterable[Path]) -> list[Story]:
    """Return the stories of exported histories: files, or folders of them.

    Raises:
        RecordsError: a file cannot be read or is no history.
    """
    found: dict[str, dict[int, Event]] = {}
    for file in _files(paths):
        person, events = _history(file)
        known = found.setdefault(person, {})
        for event in events:  # exported twice, it is the same event
            known[event.id] = event
    return [
        Story(person, tuple(events[number] for number in sorted(events)))
        for person, events in sorted(found.items())
    ]


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.glob("*.json"))
        else:
            yield path


def _history(file: Path) -> tuple[str, list[Event]]:
    try:
        document = json.loads(file.read_bytes())
        rows = document["events"]
        person = str(document.get("installation") or file.name)
        return person, [event for row in rows if (event := _event(row)) is not None]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        text = f"{file} is no history of JITDesk; “jitdesk data --export FILE” writes one."
        raise RecordsError(text) from error


def _event(row: Mapping[str, Any]) -> Event | None:
    if row.get("event") not in set(Name):
        return None
    detail = {name: row[name] for name in _FACTS if name in row}
    guide, version = str(row.get("guide") or ""), str(row.get("version") or "")
    number, episode = int(row.get("id") or 0), int(row.get("episode") or 0)
    return Event(Name(row["event"]), float(row["at"]), guide, version, episode, detail, number)


def page_of(guide: Guide, today: date, *, doubted: bool = False) -> Page:
    """Return what a report knows of a guide; one whose rule is doubted is not in date."""
    listed = guide.front.get("capabilities")
    capabilities = tuple(
        (str(c["id"]), str(c.get("statement") or c["id"]))
        for c in (listed if isinstance(listed, list) else ())
        if isinstance(c, dict) and c.get("id")
    )
    due = guide.review_due
    in_date = guide.status == "validated" and (due is None or due >= today) and not doubted
    return Page(topic_of(guide), capabilities, in_date, due)


def loops_of(moments: Sequence[Moment], cases: Sequence[Case]) -> list[Loop]:
    """Return the loops of an inbox with their clocks."""
    asked = [case for case in cases if case.contribution.kind is not Kind.STORY]
    return [*map(_struggle, moments), *map(_case, asked)]


def _struggle(moment: Moment) -> Loop:
    decision = moment.decision
    asked = moment.contributions[0].at
    fixed = decision is not None and decision.act in {"found", "build"}
    return Loop(
        "struggle",
        moment.state if moment.state in _ENDED else "",
        triage.working_days_to_answer(moment),
        guide=decision.guide if decision else moment.guide,
        asked=asked.timestamp(),
        fixed=moment_of(decision.id).timestamp() if decision and fixed else 0.0,
    )


def _case(case: Case) -> Loop:
    first, log = case.contribution, case.log
    outcomes = [d for d in log if d.act in {*challenge.OUTCOMES, *_ENDED}]
    last = outcomes[-1] if outcomes else None
    sent = first.at
    decided = None if last is None else (moment_of(last.id).date() - sent.date()).days
    return Loop(
        first.kind.value,
        last.act if last is not None else "",
        between(sent.date(), moment_of(log[0].id).date()) if log else None,
        decided,
        first.guide,
        sent.timestamp(),
        tested=any(d.act == challenge.TESTING for d in log),
    )
