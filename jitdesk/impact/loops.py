"""M11, M13, M14: what became of struggles, suggestions and questioned rules. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from jitdesk.impact.access import struggles
from jitdesk.impact.numbers import Share, median, wilson
from jitdesk.impact.story import Loop, World
from jitdesk.learning.topic import area_of

_PUT_IN: Final = frozenset(
    {"found", "build", "published", "shipped", "fixed", "carried", "revised"}
)
_EPISODES_AFTER: Final = 20


class AnswerTime(NamedTuple):
    """M13."""

    n: int
    median: float | None
    quick: Share | None
    put_in: Share | None


def answer_time(loops: Sequence[Loop]) -> AnswerTime:
    """Return M13: working days to the first answer; share within 2; share put into practice."""
    days = [loop.answer_days for loop in loops if loop.answer_days is not None]
    done = [loop for loop in loops if loop.outcome]
    return AnswerTime(
        len(days),
        median([float(d) for d in days]),
        wilson(sum(d <= 2 for d in days), len(days)),
        wilson(sum(loop.outcome in _PUT_IN for loop in done), len(done)),
    )


class Questioned(NamedTuple):
    """M14: challenges by outcome, days to decision, tests run."""

    outcomes: Mapping[str, int]
    days: float | None


def questioned(loops: Sequence[Loop]) -> Questioned:
    """Return M14."""
    own = [loop for loop in loops if loop.kind == "challenge"]
    names = ("upheld", "revised", "withdrawn")
    counts = {name: sum(loop.outcome == name for loop in own) for name in names}
    counts["open"] = sum(not loop.outcome for loop in own)
    counts["tested"] = sum(loop.tested for loop in own)
    days = [float(loop.decided_days) for loop in own if loop.decided_days is not None]
    return Questioned(counts, median(days))


class Fixed(NamedTuple):
    """M11 for one answered struggle: the area's struggle rate before and after."""

    title: str
    before: Share | None
    after: Share | None
    people_before: frozenset[str]
    people_after: frozenset[str]
    verified: bool

    @property
    def reading(self) -> str:
        """What the comparison says."""
        if self.verified:
            return "Smaller: the whole interval after lies below the rate before."
        return "Not shown to be smaller yet."


def fixed_struggles(world: World) -> list[Fixed]:
    """Return before and after for every area with an answered struggle."""
    since: dict[str, float] = {}
    for loop in world.loops:
        area = area_of(loop.guide)
        if loop.kind == "struggle" and loop.fixed and area:
            since[area] = min(loop.fixed, since.get(area, loop.fixed))
    return [_fixed(world, area, at) for area, at in sorted(since.items())]


def _fixed(world: World, area: str, at: float) -> Fixed:
    before = next((s for s in struggles(world, before=at) if s.area == area), None)
    after = next((s for s in struggles(world, after=at) if s.area == area), None)
    episodes = _episodes_after(world, area, at)
    old, new = (before.share if before else None), (after.share if after else None)
    verified = (
        old is not None and new is not None and episodes >= _EPISODES_AFTER and new.high < old.value
    )
    return Fixed(
        area,
        old,
        new,
        before.people if before else frozenset(),
        after.people if after else frozenset(),
        verified,
    )


def _episodes_after(world: World, area: str, at: float) -> int:
    return sum(
        e.name == "episode" and e.at >= at and area_of(e.guide) == area
        for story in world.stories
        for e in story.events
    )
