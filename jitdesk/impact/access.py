"""M1, M2, M10, M12, M16: finding help, struggling, freshness, burden. Raw, before disclosure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jitdesk.impact.numbers import Share, median, quantile, wilson
from jitdesk.impact.story import DAY, World, named
from jitdesk.learning.event import Event, Name
from jitdesk.learning.topic import area_of


class Told(NamedTuple):
    """An event and whose it is."""

    person: str
    event: Event


def episodes(world: World) -> list[Told]:
    """Return the episodes with intent in the window."""
    return [
        Told(story.person, event)
        for story in world.stories
        for event in named(story, Name.EPISODE, world.since)
        if event.detail.get("intent")
    ]


class Access(NamedTuple):
    """M1: seconds to the first useful guide, and user actions besides typing."""

    people: frozenset[str]
    n: int
    median: float | None
    p90: float | None
    in_ten: Share | None
    in_thirty: Share | None
    actions: float | None
    two_actions: Share | None


def access(world: World) -> Access:
    """Return M1."""
    useful = [t for t in episodes(world) if "ms" in t.event.detail]
    seconds = [t.event.number("ms") / 1000 for t in useful]
    acts = [t.event.number("actions") for t in useful]
    n = len(useful)
    return Access(
        frozenset(t.person for t in useful),
        n,
        median(seconds),
        quantile(seconds, 0.9),
        wilson(sum(s <= 10 for s in seconds), n),
        wilson(sum(s <= 30 for s in seconds), n),
        median([float(a) for a in acts]),
        wilson(sum(a <= 2 for a in acts), n),
    )


class Answered(NamedTuple):
    """M2: how many episodes with intent ended with an answer."""

    people: frozenset[str]
    share: Share | None


def answered(world: World) -> Answered:
    """Return M2: a useful guide, or a preview that was enough."""
    every = episodes(world)
    good = sum(bool(t.event.detail.get("useful") or t.event.detail.get("preview")) for t in every)
    return Answered(frozenset(t.person for t in every), wilson(good, len(every)))


class Struggle(NamedTuple):
    """M10 for one area: people with a signal of people with intent, and minutes lost."""

    area: str
    struggling: frozenset[str]
    people: frozenset[str]
    share: Share | None
    minutes: float
    signals: tuple[tuple[str, int], ...]

    @property
    def weight(self) -> float:
        """What the areas are ranked by: people times median minutes lost."""
        return len(self.struggling) * self.minutes


def struggles(world: World, *, after: float = 0.0, before: float = float("inf")) -> list[Struggle]:
    """Return M10 by area, the heaviest first; S3 alone counts from three times as many people."""
    found = [t for t in episodes(world) if after <= t.event.at < before]
    by_area: dict[str, list[Told]] = {}
    for told in found:
        by_area.setdefault(area_of(told.event.guide), []).append(told)
    return sorted((_struggle(a, t) for a, t in by_area.items()), key=lambda s: (-s.weight, s.area))


def _struggle(area: str, told: list[Told]) -> Struggle:
    people = frozenset(t.person for t in told)
    hits: dict[str, set[str]] = {}
    for one in told:
        for signal in _signals(one.event):
            hits.setdefault(signal, set()).add(one.person)
    only_three = set(hits.get("S3", ())) - {p for s, who in hits.items() if s != "S3" for p in who}
    others = {p for s, who in hits.items() if s != "S3" for p in who}
    struggling = frozenset(others | (only_three if len(only_three) >= 3 else set()))
    lost = [t.event.number("seconds") / 60 for t in told if t.person in struggling]
    return Struggle(
        area,
        struggling,
        people,
        wilson(len(struggling), len(people)),
        median(lost) or 0.0,
        tuple(sorted((s, len(who)) for s, who in hits.items())),
    )


def _signals(event: Event) -> Iterator[str]:
    listed = event.detail.get("signals")
    yield from (str(s) for s in listed) if isinstance(listed, list) else ()


def freshness(world: World) -> tuple[frozenset[str], Share | None]:
    """Return M12: uses that landed on validated guides in date, of all uses."""
    uses = [
        Told(story.person, event)
        for story in world.stories
        for event in named(story, Name.OPENED, world.since)
    ]
    good = sum(world.page(t.event.guide).in_date for t in uses)
    return frozenset(t.person for t in uses), wilson(good, len(uses))


class Burden(NamedTuple):
    """M16: what the questions cost."""

    people: frozenset[str]
    questions_a_week: float
    ignored: Share | None
    seconds: float | None


def burden(world: World) -> Burden:
    """Return M16: questions per person and week, ignored share, seconds per useful episode."""
    asked = ignored = 0
    for story in world.stories:
        asked += sum(1 for _ in named(story, Name.PROMPTED, world.since))
        ignored += sum(1 for _ in named(story, Name.IGNORED, world.since))
    people = frozenset(s.person for s in world.stories if s.events)
    weeks = max(1.0, (world.now - world.since) / (7 * DAY))
    useful = [t.event.number("seconds") for t in episodes(world) if t.event.detail.get("useful")]
    return Burden(
        people,
        asked / (weeks * max(1, len(people))),
        wilson(ignored, asked),
        median([float(s) for s in useful]),
    )
