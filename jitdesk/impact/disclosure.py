"""What may be shown of a group, so that nobody can be singled out of it. Pure.

- A figure needs at least `MINIMUM` people who *used* the thing, and more where a metric says
  so; the number may be set higher, never lower.
- A count of people is a multiple of five, rounded down from an offset of 0 to 8. One offset is
  drawn for the whole report, from everybody in it (`drawn_by`), not from those who are
  counted: the same report always shows the same, many figures of one group tell no more,
  and two reports that differ by one person differ by the draw whether that person did it
  or not (differencing attack, trust.md). What shows as nothing is not shown; so fewer than
  five never are.
- Where exactly one of several parts is hidden and their sum is shown, the next smallest is
  hidden as well: the rest would give it away (complementary suppression).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

MINIMUM: Final = 5
DEFAULT: Final = 10
"""People behind a figure unless the organisation says otherwise (measurement model B4)."""
STEP: Final = 5
_BLUR: Final = 9
"""Offsets: with 9 the attack gains at most 5.3 points over a blind guess in groups of 5 to 50,
with 5 it gains 8 (20,000 trials a cell; the limit is 6)."""


def drawn_by(everybody: Iterable[str]) -> str:
    """Return what the offsets of a report are drawn from: all of its people."""
    return hashlib.sha256("\n".join(sorted(set(everybody))).encode()).hexdigest()


def at_least(people: Iterable[str], draw: str) -> int:
    """Return how many people to show, a multiple of five; 0 = show nothing.

    Args:
        people: their opaque ids.
        draw: `drawn_by` everybody in the report.
    """
    digest = hashlib.sha256(draw.encode()).digest()
    offset = int.from_bytes(digest[:4], "big") % _BLUR
    return max(0, len(set(people)) - offset) // STEP * STEP


def is_shown(people: Iterable[str], draw: str, minimum: int = DEFAULT) -> bool:
    """Return whether a figure of these people may be shown; the limit is blurred upwards too."""
    limit = max(minimum, MINIMUM)
    return at_least(people, draw) >= limit // STEP * STEP and len(set(people)) >= limit


def hidden_parts(sizes: Mapping[str, int], minimum: int = DEFAULT) -> frozenset[str]:
    """Return which parts of a whole are hidden, so that no hidden one can be computed.

    >>> sorted(hidden_parts({"a": 3, "b": 12, "c": 40}))
    ['a', 'b']
    """
    limit = max(minimum, MINIMUM)
    hidden = {name for name, size in sizes.items() if 0 < size < limit}
    rest = sorted((size, name) for name, size in sizes.items() if size >= limit)
    small = sum(sizes[name] for name in hidden)
    while hidden and rest and (len(hidden) == 1 or small < limit):
        size, name = rest.pop(0)
        hidden.add(name)
        small += size
    return frozenset(hidden)


def rounded_share(value: float, people: int) -> float:
    """Return a share as it is shown: in steps of 5 points below 100 people, else of 1."""
    step = 0.05 if people < 100 else 0.01
    return round(round(value / step) * step, 4)
