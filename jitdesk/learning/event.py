"""`Event`: one thing that happened between a person and a guide, as a value.

The names, grades and support levels are those of the measurement model. An event holds no
query text, no window title, no name of a person or a machine; the one exception is what a
person wrote themselves and saw ("what happened?"), which stays on this computer until they
send it by their own hand.

What `detail` may hold, by name:

- searched: results, zero (bool), chars, ms
- opened: ms (since the popup was visible), actions, rank, view, source
- used (E1): done, total, seconds, support, grade
- performed (E2-E4): result, support, grade, since (uses since the last performance), day
  (of the check-in, absent at closing), seconds, words (what the person wrote), back (it was
  done and came back to be put right)
- no chance, prompted, ignored: day; recalled: answer, seconds, day, ask
- planned: cue ("app" or "date"), on; stuck: step, words; helped: reason
- item-confirmed: item, value (what was written into it)
- episode: intent, useful, preview, ms, actions, seconds, signals
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

Detail = Mapping[str, str | int | float | bool | list[str]]


class Name(StrEnum):
    """What happened."""

    SEARCHED = "searched"
    OPENED = "opened"
    USED = "used"
    CONFIRMED = "item-confirmed"
    """An item of a checklist, only where its pack asks for it; never exported."""
    PERFORMED = "performed"
    NO_CHANCE = "no-chance"
    PROMPTED = "prompted"
    IGNORED = "ignored"
    RECALLED = "recalled"
    PLANNED = "planned"
    STUCK = "stuck"
    HELPED = "helped"
    SUGGESTED = "suggested"
    CHALLENGED = "challenged"
    REVIEWED = "reviewed"
    PUBLISHED = "published"
    EPISODE = "episode"


class Result(StrEnum):
    """How a performance went: the three answers of the outcome row."""

    WORKED = "worked"
    FIXED = "fixed"
    FAILED = "failed"


class Support(IntEnum):
    """How much of the page stood beside the doing (LTEM: 3-1 assisted, 0 full transfer)."""

    NONE = 0
    CUE = 1
    BRIEF = 2
    FULL = 3


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the history.

    Attributes:
        at: seconds since 1970.
        guide: the guide's key, "" = none; `version` is the version that was used.
        episode: number of the episode, 0 = outside of any.
        id: the row's number, 0 = not stored yet.
    """

    name: Name
    at: float
    guide: str = ""
    version: str = ""
    episode: int = 0
    detail: Detail = field(default_factory=dict)
    id: int = 0

    def text(self, key: str) -> str:
        """Return a word of the detail, "" = not there."""
        return str(self.detail.get(key, ""))

    def number(self, key: str, default: int = 0) -> int:
        """Return a whole number of the detail."""
        value = self.detail.get(key, default)
        return int(value) if isinstance(value, int | float) else default

    @property
    def result(self) -> Result | None:
        """How a performance went, None for other events."""
        found = self.text("result")
        return Result(found) if found in set(Result) else None

    @property
    def worked(self) -> bool:
        """Whether this is a performance that worked."""
        return self.name is Name.PERFORMED and self.result is Result.WORKED


def performances(events: Iterable[Event], guide: str = "") -> list[Event]:
    """Return the known doings of a task, oldest first; of all guides without `guide`."""
    found = (e for e in events if e.name is Name.PERFORMED and guide in {"", e.guide})
    return sorted(found, key=lambda e: (e.at, e.id))
