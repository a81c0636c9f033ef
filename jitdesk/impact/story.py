"""`Story`: one person's events, and the guides that they are about. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from jitdesk.impact.disclosure import drawn_by
from jitdesk.learning.event import Event, Name, performances
from jitdesk.learning.topic import Topic
from jitdesk.loops.story import SuccessCase

DAY: Final = 86_400.0
_WINDOWS: Final = {"daily": 7, "weekly": 7, "monthly": 30, "yearly": 90, "rare": 90}


@dataclass(frozen=True, slots=True)
class Story:
    """One person.

    Attributes:
        person: the opaque id of the installation.
        events: in their order.
    """

    person: str
    events: tuple[Event, ...]

    def done(self, guide: str = "") -> list[Event]:
        """Return the known performances, of one guide or all, oldest first."""
        return performances(self.events, guide)


@dataclass(frozen=True, slots=True)
class Page:
    """What the report knows of a guide.

    Attributes:
        topic: aim, frequency and the like.
        capabilities: (id, statement) pairs.
        in_date: validated, and its review is not overdue.
    """

    topic: Topic
    capabilities: tuple[tuple[str, str], ...] = ()
    in_date: bool = False
    review_due: date | None = None

    @property
    def window_days(self) -> int:
        """The days in which an application is expected (M3)."""
        return _WINDOWS.get(self.topic.frequency, 30)


@dataclass(frozen=True, slots=True)
class Loop:
    """A struggle, suggestion or challenge with its clock.

    Attributes:
        kind: struggle, suggest or challenge.
        outcome: "" = open; found, build, shipped, declined, upheld, revised, withdrawn…
        answer_days: working days to the first human answer, None = none yet.
        decided_days: days to the decision, None = undecided.
        guide: guide that it is about, or that answers it.
        fixed: seconds since 1970 when the answer was there, 0 = not.
        tested: an experiment was run.
    """

    kind: str
    outcome: str = ""
    answer_days: int | None = None
    decided_days: int | None = None
    guide: str = ""
    asked: float = 0.0
    fixed: float = 0.0
    tested: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial version of a page.

    Attributes:
        guide: key of the page; `title` is its title.
        tried: the version that is tried out.
        measure: the figure that is to move, in the author's words ("M9 rework").
    """

    guide: str
    title: str
    tried: str
    measure: str = ""


@dataclass(frozen=True, slots=True)
class World:
    """Everything that a report is computed from.

    Attributes:
        stories: one for each person.
        pages: guide key -> what is known of it.
        loops: from the inboxes.
        trials: of the installed packs; `cases`: success cases that authors told.
        now: seconds since 1970.
        since: the window's start; people and uses before it do not count.
        minimum: people behind a figure.
    """

    stories: Sequence[Story]
    pages: Mapping[str, Page] = field(default_factory=dict)
    loops: Sequence[Loop] = ()
    now: float = 0.0
    since: float = 0.0
    minimum: int = 10
    trials: Sequence[Trial] = ()
    cases: Sequence[SuccessCase] = ()

    @property
    def draw(self) -> str:
        """What roundings are drawn from: everybody who is in it."""
        return drawn_by(story.person for story in self.stories)

    def page(self, guide: str) -> Page:
        """Return what is known of a guide; of an unknown one nothing."""
        return self.pages.get(guide) or Page(Topic(guide, guide))

    def learns(self, guide: str) -> bool:
        """Return whether a guide's aim is to learn."""
        return self.page(guide).topic.learns


def named(story: Story, name: Name, since: float = 0.0) -> Iterable[Event]:
    """Return the events of one kind since a time."""
    return (e for e in story.events if e.name is name and e.at >= since)
