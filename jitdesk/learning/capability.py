"""What a person can do, derived from what they did; never rated by themselves or by others. Pure.

- with the page: a performance that worked with some of the page beside it.
- without help: two in a row that worked without the page, on different days; *confirmed*
  when one of them left a trace or was confirmed by somebody (E3, E4).
- helps others: a suggestion of theirs is in a published version of the page.

What was last shown longer ago than it is valid for fades: "last shown in March". It is not
lost and nothing turns red (measurement model C6; 180 days are the half-life of a skill's
gain without use, Tatel & Ackerman 2025).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import Any, Final

from jitdesk.guides.dates import span_of
from jitdesk.guides.guide import Guide
from jitdesk.learning.event import Event, performances

VALID_DAYS: Final = 180
_DAY: Final = 86_400.0
NOTE: Final = (
    "A claim by the person, derived from their own records on their own computer. "
    "It is evidence, not a certificate."
)


class Level(IntEnum):
    """The four columns."""

    NOT_YET = 0
    WITH_PAGE = 1
    WITHOUT_HELP = 2
    HELPS_OTHERS = 3


WORKED: Final = (
    "worked without the page",
    "worked with a cue",
    "worked with the headlines",
    "worked with the page",
)
"""What an evidence says, by support level."""
IN_A_PAGE: Final = "a suggestion that is in the page"
LEVEL_WORDS: Final = ("not yet", "with the page", "without help", "helps others")


@dataclass(frozen=True, slots=True)
class Claim:
    """A capability that a guide names.

    Attributes:
        guide: the guide's key; `title` is its title.
        course: title and address of a course for who cannot do it yet, "" = none.
        align: references to frameworks, as the author wrote them.
    """

    id: str
    statement: str
    guide: str
    title: str
    valid_days: int = VALID_DAYS
    course: tuple[str, str] = ("", "")
    align: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that shows it: when (seconds since 1970), what, and how strong."""

    at: float
    title: str
    what: str
    grade: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Capability:
    """One row.

    Attributes:
        level: the highest that was ever shown.
        faded: it was last shown longer ago than it is valid for; `last` says when.
        confirmed: more than the person's own word stands behind it.
    """

    id: str
    statement: str
    level: Level = Level.NOT_YET
    faded: bool = False
    last: float = 0.0
    confirmed: bool = False
    evidence: tuple[Evidence, ...] = ()
    course: tuple[str, str] = ("", "")
    align: tuple[Mapping[str, str], ...] = field(default=())


def claims_of(guide: Guide) -> list[Claim]:
    """Return the capabilities that a guide names."""
    listed = guide.front.get("capabilities")
    course = guide.front.get("course")
    course = course if isinstance(course, dict) else {}
    found = []
    for row in listed if isinstance(listed, list) else ():
        if not isinstance(row, dict) or not row.get("id"):
            continue
        align = row.get("align")
        span = span_of(str(row.get("valid_for") or ""))
        found.append(
            Claim(
                str(row["id"]),
                str(row.get("statement") or row["id"]),
                guide.key,
                guide.title,
                _days(span),
                (str(course.get("title") or ""), str(course.get("url") or "")),
                tuple(
                    {str(k): str(v) for k, v in one.items()}
                    for one in (align if isinstance(align, list) else ())
                    if isinstance(one, dict)
                ),
            )
        )
    return found


def capabilities(
    claims: Iterable[Claim], events: Sequence[Event], helped: Mapping[str, float], now: float
) -> list[Capability]:
    """Return every capability of the guides that the person met, the strongest first.

    Args:
        claims: of the guides in the history.
        events: the person's own.
        helped: guide key -> when a suggestion of theirs was published in it.
        now: seconds since 1970.
    """
    by_id: dict[str, list[Claim]] = {}
    for claim in claims:
        by_id.setdefault(claim.id, []).append(claim)
    found = [_capability(own, events, helped, now) for own in by_id.values()]
    return sorted(found, key=lambda c: (-c.level, c.faded, c.statement))


def _capability(
    own: Sequence[Claim], events: Sequence[Event], helped: Mapping[str, float], now: float
) -> Capability:
    first, titles = own[0], {claim.guide: claim.title for claim in own}
    done = [e for e in performances(events) if e.guide in titles]
    worked = [e for e in done if e.worked]
    assisted = [e for e in worked if e.number("support", 3) > 0]
    alone = _in_a_row(done)
    helps = {guide: at for guide, at in helped.items() if guide in titles}
    shown = [
        (Level.HELPS_OTHERS, list(helps.values())),
        (Level.WITHOUT_HELP, [e.at for e in alone]),
        (Level.WITH_PAGE, [e.at for e in assisted]),
    ]
    level, times = next(((lv, at) for lv, at in shown if at), (Level.NOT_YET, []))
    last = max(times, default=0.0)
    evidence = [_evidence(e, titles) for e in worked]
    evidence += [Evidence(at, titles[guide], IN_A_PAGE, "E4") for guide, at in helps.items()]
    return Capability(
        first.id,
        first.statement,
        level,
        bool(last) and now - last > first.valid_days * _DAY,
        last,
        any(e.text("grade") >= "E3" for e in (alone or assisted)),
        tuple(sorted(evidence, key=lambda e: -e.at)),
        first.course,
        first.align,
    )


def _in_a_row(done: Sequence[Event]) -> list[Event]:
    """Return the last two performances in a row without the page, on different days."""
    found: list[Event] = []
    row: list[Event] = []
    for event in done:
        if not (event.worked and event.number("support", 3) == 0):
            row = []
        elif not row or event.at // _DAY != row[-1].at // _DAY:
            row = [*row[-1:], event]
        if len(row) == 2:
            found = row
    return found


def _evidence(event: Event, titles: Mapping[str, str]) -> Evidence:
    support = event.number("support", 3)
    grade = event.text("grade") or "E2"
    return Evidence(event.at, titles[event.guide], WORKED[support % 4], grade, event.version)


def shared(rows: Iterable[Capability], now: float) -> dict[str, Any]:
    """Return capabilities as the person hands them over: evidence with its references."""
    return {
        "type": "EvidenceOfCapability",
        "note": NOTE,
        "issued": _day(now),
        "capabilities": [
            {
                "id": row.id,
                "statement": row.statement,
                "level": LEVEL_WORDS[row.level],
                "last_shown": _day(row.last) if row.last else None,
                "still_valid": not row.faded,
                "confirmed": row.confirmed,
                "alignment": [_alignment(one) for one in row.align],
                "evidence": [
                    {"date": _day(e.at), "page": e.title, "version": e.version, "what": e.what,
                     "grade": e.grade}
                    for e in row.evidence
                ],
            }
            for row in rows
            if row.level > Level.NOT_YET
        ],
    }  # fmt: skip


def _alignment(reference: Mapping[str, str]) -> dict[str, str]:
    names = {"uri": "targetUrl", "code": "targetCode", "framework": "targetFramework",
             "label": "targetName", "level": "responsibilityLevel"}  # fmt: skip
    return {names[key]: text for key, text in reference.items() if key in names}


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _days(span: timedelta | None) -> int:
    return VALID_DAYS if span is None else span.days
