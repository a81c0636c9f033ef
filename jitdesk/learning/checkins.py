"""Which question, if any, is asked when the popup is opened. Pure; the clock is passed in.

After a guide was used a cycle of three days runs: 1, 7 and 30. What is asked depends on the
guide's aim, and every known doing of the task takes questions away, because doing is the
better reminder (measurement model B5; all numbers are defaults there):

- aim learn: day 1 recall; day 7 recall, or the application question while no performance is
  known; day 30 the application question. A doing since then cancels 1 and 7; two doings
  without the page cancel 30.
- aim perform: day 7 the application question while no outcome is known; day 30 the same for
  monthly tasks.
- between the days a recall that went "not yet" or "partly" comes again when FSRS says.
- at most one question a day and three in seven days, on working days only; two ignored in a
  row end that guide, four in all ask whether to go on.
- 20 % of the guides, by hash, get no recall: so that its effect can be seen at all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from jitdesk.learning.event import Event, Name, performances
from jitdesk.learning.recall import HAD, Recalled, is_finished, next_due
from jitdesk.learning.topic import Topic
from jitdesk.learning.working_days import is_working, on_or_after

DAYS: Final = (1, 7, 30)
_UNTIL: Final = {1: 7, 7: 30, 30: 45}
"""A question that nobody opened the popup for lapses when the next one is due."""
_CYCLE: Final = 45
A_DAY: Final = 1
A_WEEK: Final = 3
FEWER_A_WEEK: Final = 1
_GUIDE_STOPS: Final = 2
_ASK_TO_GO_ON: Final = 4
_HELD_OUT: Final = 0.2


class Kind(StrEnum):
    """What is asked."""

    RECALL = "recall"
    APPLIED = "applied"
    GO_ON = "go-on"
    LOOK_BACK = "look-back"
    """Offered after something did not work; made by `learning.look_back`, no part of `due`."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One question.

    Attributes:
        day: 1, 7 or 30; 0 for a recall between them, or for GO_ON.
        since: the date of the use that the question is about.
        ask: the situation to recall; `answer` is shown when the person wants it. Of a
            LOOK_BACK: the key of the canvas, and the facts that it begins with.
    """

    kind: Kind
    guide: str = ""
    title: str = ""
    day: int = 0
    since: date | None = None
    ask: str = ""
    answer: str = ""


def due(
    events: Sequence[Event],
    topics: Mapping[str, Topic],
    now: datetime,
    person: str,
    choice: str = "",
) -> CheckIn | None:
    """Return the question to ask now, None for none.

    Args:
        events: the person's history in its order.
        topics: the installed guides of the history, by key.
        now: the moment, in the person's time zone.
        person: what the hold-out is drawn by: the random id of the installation.
        choice: what the person answered when asked whether to go on: "fewer", "stop",
            or "keep@<event id>" (ignored questions before that event no longer count).
    """
    if choice == "stop" or not is_working(now.date()) or not _in_budget(events, now, choice):
        return None
    kept_at = int(choice.partition("@")[2] or 0) if choice.startswith(("keep", "fewer")) else 0
    if _ignored(events, after=kept_at) >= _ASK_TO_GO_ON:
        return CheckIn(Kind.GO_ON)
    found = [
        (lapses, check)
        for topic in topics.values()
        for lapses, check in _of_guide(topic, events, now, person)
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def held_out(person: str, guide: str) -> bool:
    """Return whether this guide gets no recall prompts for this person (20 %)."""
    digest = hashlib.sha256(f"{person}\n{guide}".encode()).digest()
    return int.from_bytes(digest[:4], "big") / 2**32 < _HELD_OUT


def _in_budget(events: Iterable[Event], now: datetime, choice: str) -> bool:
    asked = [_day(e, now) for e in events if e.name is Name.PROMPTED]
    today, week = now.date(), now.date() - timedelta(days=6)
    most = FEWER_A_WEEK if choice.startswith("fewer") else A_WEEK
    return asked.count(today) < A_DAY and sum(week <= day <= today for day in asked) < most


def _ignored(events: Iterable[Event], guide: str = "", after: int = 0) -> int:
    return sum(e.name is Name.IGNORED and guide in {"", e.guide} and e.id > after for e in events)


def _of_guide(
    topic: Topic, events: Sequence[Event], now: datetime, person: str
) -> Iterator[tuple[date, CheckIn]]:
    """Yield the due questions of one guide with the day on which they lapse."""
    own = [e for e in events if e.guide == topic.guide]
    start = _cycle_start(own, now)
    if start is None or _stopped(own):
        return
    began, today = _day(start, now), now.date()
    asked = {e.number("day") for e in own if e.name is Name.PROMPTED and e.id > start.id}
    for day in DAYS:
        first = on_or_after(began + timedelta(days=day))
        lapses = began + timedelta(days=_UNTIL[day])
        if day in asked or not first <= today < lapses:
            continue
        kind = _kind(topic, own, start, day, person)
        if kind is not None:
            yield lapses, _check_in(kind, topic, own, day, began)
            return
    again = _again(topic, own, now, person)
    if again is not None:
        yield again, _check_in(Kind.RECALL, topic, own, 0, began)


def _kind(topic: Topic, own: Sequence[Event], start: Event, day: int, person: str) -> Kind | None:
    done = performances(own)
    since = [e for e in done if e.id > start.id and e.episode != start.episode]
    known = bool(since) or any(e.episode == start.episode for e in done)
    unaided = sum(e.worked and e.number("support", 3) == 0 for e in done)
    if day == 30:
        wanted = (topic.learns and unaided < 2) or (
            topic.frequency == "monthly" and not topic.learns and not since
        )
        return Kind.APPLIED if wanted else None
    if since:
        return None
    if not topic.learns:
        return Kind.APPLIED if day == 7 and not known else None
    if day == 7 and not known:
        return Kind.APPLIED
    return Kind.RECALL if _may_recall(topic, own, person) else None


def _may_recall(topic: Topic, own: Sequence[Event], person: str) -> bool:
    return (
        topic.learns
        and bool(topic.recall)
        and not held_out(person, topic.guide)
        and not is_finished(recalled(own))
    )


def _again(topic: Topic, own: Sequence[Event], now: datetime, person: str) -> date | None:
    """Return when a recall that was not had lapses, None if none is due between the days."""
    answers = recalled(own)
    if not answers or answers[-1].answer == HAD or not _may_recall(topic, own, person):
        return None
    if any(e.name is Name.PERFORMED and e.at > answers[-1].at for e in own):
        return None
    if any(e.name is Name.PROMPTED and e.at > answers[-1].at for e in own):
        return None
    first = on_or_after(datetime.fromtimestamp(next_due(answers), now.tzinfo).date())
    return first + timedelta(days=_UNTIL[1]) if first <= now.date() else None


def _check_in(kind: Kind, topic: Topic, own: Sequence[Event], day: int, began: date) -> CheckIn:
    if kind is not Kind.RECALL:
        return CheckIn(kind, topic.guide, topic.title, day, began)
    question = topic.recall[len(recalled(own)) % len(topic.recall)]
    return CheckIn(kind, topic.guide, topic.title, day, began, question.ask, question.answer)


def _cycle_start(own: Sequence[Event], now: datetime) -> Event | None:
    """Return the use that began the cycle that is running, None without one."""
    start: Event | None = None
    for event in own:
        if event.name not in {Name.USED, Name.PERFORMED} or "day" in event.detail:
            continue
        if start is None or _day(event, now) - _day(start, now) >= timedelta(days=_CYCLE):
            start = event
    return start


def _stopped(own: Sequence[Event]) -> bool:
    """Return whether two questions of the guide in a row were ignored: it stops for good."""
    row = 0
    for event in own:
        if event.name is Name.IGNORED:
            row += 1
        elif event.name in {Name.RECALLED, Name.NO_CHANCE} or "day" in event.detail:
            row = 0 if event.name is not Name.PROMPTED else row
        if row >= _GUIDE_STOPS:
            return True
    return False


def recalled(own: Iterable[Event]) -> list[Recalled]:
    """Return the recall answers among events, oldest first."""
    return [Recalled(e.at, e.text("answer")) for e in own if e.name is Name.RECALLED]


def _day(event: Event, now: datetime) -> date:
    return datetime.fromtimestamp(event.at, now.tzinfo).date()
