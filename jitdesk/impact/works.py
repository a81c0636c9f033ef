"""B7: does a page work? Green, or the one reason why not with the next step. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from jitdesk.impact.applied import application, needs, results
from jitdesk.impact.disclosure import is_shown
from jitdesk.impact.story import World

WORKED_AT_LEAST: Final = 0.6
APPLIED_AT_LEAST: Final = 0.4
"""Lower bounds that a page must reach (our choice, measurement model B7)."""


class Verdict(NamedTuple):
    """What to tell a page's owner."""

    guide: str
    title: str
    works: bool
    reason: str


def verdicts(world: World) -> list[Verdict]:
    """Return the verdict of every page that enough people have used."""
    return sorted(_verdicts(world), key=lambda v: (v.works, v.title))


def _verdicts(world: World) -> Iterator[Verdict]:
    guides = {e.guide for story in world.stories for e in story.done() if e.at >= world.since}
    for guide in guides:
        told = results(world, guide)
        if told.worked is None or not is_shown(told.people, world.draw, world.minimum):
            continue
        page, applied = world.page(guide), application(needs(world, guide))
        reason = ""
        if told.worked.low < WORKED_AT_LEAST:
            reason = "It is not sure enough that it works: read what people wrote in the inbox."
        elif applied.rate is None or (applied.low or 0.0) < APPLIED_AT_LEAST:
            reason = "Too few are known to have applied it: is there a chance to do so?"
        elif not page.in_date:
            reason = "It is not validated or its review is overdue: review it."
        yield Verdict(guide, page.topic.title, not reason, reason)
