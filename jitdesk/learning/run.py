"""`Run`: one pass through a guide or checklist, as a value; and the rules of its steps.

A checklist is a *run*, not ticks in a text: it can be left, resumed after a crash and done
again. Items are known by their key (their text and its occurrence), so a line that is
inserted above them in a later version moves no tick.

    >>> run = Run(1, "p/a", ticked=frozenset({"x"}))
    >>> next_open(("x", "y", "z"), run.ticked, 0)
    1
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What an entry of a run says of its item."""

    SKIPPED = "skipped"
    """Left out; the text is the reason."""
    VALUE = "value"
    """Written down: a value of a checklist, a field of a template, a box of a canvas."""
    PATH = "path"
    """The way through a framework; the text is made by `learning.path`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was written, and when (seconds since 1970)."""

    text: str
    at: float


@dataclass(frozen=True, slots=True)
class Run:
    """One pass.

    Attributes:
        id: number in the records; 0 = not recorded (the records cannot be written).
        key: the guide's key.
        position: key of the current step or item, "" = the first.
        ticked: keys of the ticked items.
        total: number of items when it was last open, for "3 of 7".
        finished: the run was closed as done.
        times: key of each ticked item -> when (seconds since 1970).
        entries: (item, kind) -> what was written.
        started: when the run began; `version` is the guide's version at that time.
    """

    id: int
    key: str
    position: str = ""
    ticked: frozenset[str] = frozenset()
    total: int = 0
    finished: bool = False
    times: Mapping[str, float] = field(default_factory=dict)
    entries: Mapping[tuple[str, str], Entry] = field(default_factory=dict)
    started: float = 0.0
    version: str = ""

    def text(self, item: str, kind: Kind) -> str:
        """Return what was written, "" if nothing."""
        entry = self.entries.get((item, kind))
        return entry.text if entry is not None else ""

    def values(self) -> dict[str, str]:
        """Return everything that was written as a value, by name."""
        return {item: e.text for (item, kind), e in self.entries.items() if kind == Kind.VALUE}


def next_open(items: Sequence[str], ticked: frozenset[str], current: int) -> int:
    """Return the index of the next item that is not ticked; `current` when all are."""
    order = [*range(current + 1, len(items)), *range(current + 1)]
    return next((index for index in order if items[index] not in ticked), current)


def place(items: Sequence[str], position: str) -> int:
    """Return the index of the current step, 0 when its text is gone from this version."""
    return items.index(position) if position in items else 0
