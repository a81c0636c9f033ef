"""`Run`: one pass through a guide or checklist, as a value; and the rules of its steps.

A checklist is a *run*, not ticks in a text: it can be left, resumed after a crash and done
again. Items are known by their key (their text and its occurrence), so a line that is
inserted above them in a later version moves no tick.

    >>> run = Run(1, "p/a", ticked=frozenset({"x"}))
    >>> next_open(("x", "y", "z"), run.ticked, 0)
    1
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


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
    """

    id: int
    key: str
    position: str = ""
    ticked: frozenset[str] = frozenset()
    total: int = 0
    finished: bool = False


def next_open(items: Sequence[str], ticked: frozenset[str], current: int) -> int:
    """Return the index of the next item that is not ticked; `current` when all are."""
    order = [*range(current + 1, len(items)), *range(current + 1)]
    return next((index for index in order if items[index] not in ticked), current)


def place(items: Sequence[str], position: str) -> int:
    """Return the index of the current step, 0 when its text is gone from this version."""
    return items.index(position) if position in items else 0
