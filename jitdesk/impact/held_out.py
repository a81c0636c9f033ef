"""Do the recall questions help? The 20 % that get none, beside the others. Pure.

Which guide gets no recall prompts for which person is drawn by a hash (measurement model
B5), so the two groups differ in nothing else: this is the one comparison of the report that
is an experiment. Counted are the known doings of guides that are to be learned and have a
question, from the day after their first use on.
"""

from __future__ import annotations

from typing import NamedTuple

from jitdesk.impact.numbers import Share, wilson
from jitdesk.impact.story import DAY, World
from jitdesk.learning.checkins import held_out


class Group(NamedTuple):
    """People with or without recall prompts, and the share they did without the page."""

    people: frozenset[str]
    alone: Share | None


class HeldOut(NamedTuple):
    """Both groups."""

    asked: Group
    spared: Group

    @property
    def reading(self) -> str:
        """What the comparison says."""
        asked, spared = self.asked.alone, self.spared.alone
        if asked is None or spared is None:
            return ""
        if asked.low > spared.high:
            return "The questions help: the intervals lie apart."
        if asked.high < spared.low:
            return "The questions do harm: the intervals lie apart."
        return "Not shown to make a difference yet."


def groups(world: World) -> HeldOut:
    """Return what was done without the page with and without recall prompts."""
    found: dict[bool, list[tuple[str, bool]]] = {True: [], False: []}
    for story in world.stories:
        first: dict[str, float] = {}
        for event in story.events:
            if event.guide:
                first.setdefault(event.guide, event.at)
        for event in story.done():
            topic = world.page(event.guide).topic
            later = event.at // DAY > first.get(event.guide, event.at) // DAY
            if event.at < world.since or not (topic.learns and topic.recall and later):
                continue
            alone = event.worked and event.number("support", 3) == 0
            found[held_out(story.person, event.guide)].append((story.person, alone))
    return HeldOut(_group(found[False]), _group(found[True]))


def _group(done: list[tuple[str, bool]]) -> Group:
    people = frozenset(person for person, _ in done)
    return Group(people, wilson(sum(alone for _, alone in done), len(done)))
