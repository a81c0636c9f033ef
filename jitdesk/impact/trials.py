"""Check of a trial version: before and after, with intervals (measurement model C2). Pure.

*Before* are the doings with the page as everybody has it, *after* those with the trial
version, told apart by the version that was used. Who tries something out is no random
sample: a difference is a reason to look, the interval says how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from jitdesk.guides.pilot import MEASURE
from jitdesk.impact.numbers import Share, wilson
from jitdesk.impact.story import Story, Trial, World
from jitdesk.learning.event import Event, Name, Result

WORKED: Final = "worked"
REWORK: Final = "rework"
ALONE: Final = "without the page"
_NAMES: Final = {"M4": WORKED, "M5": ALONE, "M9": REWORK}


class Arm(NamedTuple):
    """One side of the comparison: before or after."""

    people: frozenset[str]
    share: Share | None


class Check(NamedTuple):
    """One figure of one trial."""

    trial: Trial
    name: str
    before: Arm
    after: Arm

    @property
    def reading(self) -> str:
        """What the comparison says."""
        old, new = self.before.share, self.after.share
        if old is None or new is None:
            return ""
        apart = new.low > old.high or new.high < old.low
        if not apart:
            return "Not shown to be different yet."
        good = (new.value > old.value) != (self.name == REWORK)
        return "Better: the intervals lie apart." if good else "Worse: the intervals lie apart."


def checks(world: World) -> Iterator[Check]:
    """Yield the figure that each trial set out to move; where it is another, how it went."""
    for trial in world.trials:
        wanted = MEASURE.findall(trial.measure)
        named = [name for measure, name in _NAMES.items() if measure in wanted]
        for name in named or [WORKED, REWORK]:
            yield Check(trial, name, *(_arm(world, trial, name, tried=t) for t in (False, True)))


def _arm(world: World, trial: Trial, name: str, *, tried: bool) -> Arm:
    done = [
        (story.person, _is(event, name))
        for story in world.stories
        for event, version in _done(story, trial.guide)
        if event.at >= world.since and (version == trial.tried) is tried
    ]
    return Arm(frozenset(p for p, _ in done), wilson(sum(good for _, good in done), len(done)))


def _done(story: Story, guide: str) -> Iterator[tuple[Event, str]]:
    """Yield the doings with a known result and the version that was used last before them."""
    version = ""
    for event in story.events:
        if event.guide != guide:
            continue
        version = event.version or version
        if event.name is Name.PERFORMED and event.result is not None:
            yield event, version


def _is(event: Event, name: str) -> bool:
    if name == ALONE:
        return event.worked and event.number("support", 3) == 0
    return event.worked if name == WORKED else event.result is not Result.WORKED
