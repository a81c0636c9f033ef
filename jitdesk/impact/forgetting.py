"""M8: repeat look-ups against a forgetting model, with a profile-likelihood interval. Pure.

For performance j of a person on a guide, d days after the one before it and with n earlier
ones: P(look-up) = 1 - (1 + d / S_n) ^ -1/2, S_n = S0 * k^n. Strength S0 (days) is how long
the first performance lasts, k how much each further one multiplies it; k = 1 is no learning.
The grid is the measurement model's (B6): 70 x 70. The denominator is known performances, so
a task that merely becomes rarer does not look like learning.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from jitdesk.impact.story import DAY, World

_CELLS: Final = 70
_S0: Final = (0.2, 400.0)
_K: Final = (0.3, 8.0)
_DROP: Final = 1.9207
"""Half of the 95 % point of chi-square with one degree of freedom."""
MIN_PEOPLE: Final = 20
MIN_PERFORMANCES: Final = 120


class Look(NamedTuple):
    """One performance: days since the one before, earlier ones, and whether it was looked up."""

    gap: float
    earlier: int
    looked_up: bool


class Curve(NamedTuple):
    """The fitted model: strength in days, gain per application with its 95 % interval."""

    strength: float
    gain: float
    low: float
    high: float
    n: int

    @property
    def learning(self) -> bool:
        """Whether each use makes the next one less likely to need the page."""
        return self.low > 1.0


def looks(world: World) -> tuple[frozenset[str], list[Look]]:
    """Return the performances after the first, of guides that are to be learned."""
    found: list[Look] = []
    people: set[str] = set()
    for story in world.stories:
        for guide in {e.guide for e in story.events if e.guide and world.learns(e.guide)}:
            done = story.done(guide)
            for n, (before, event) in enumerate(pairwise(done)):
                gap = max(0.01, (event.at - before.at) / DAY)
                found.append(Look(gap, n, event.number("support", 3) > 0))
                people.add(story.person)
    return frozenset(people), found


def fit(data: Sequence[Look]) -> Curve | None:
    """Return the model that fits best, None without data."""
    if not data:
        return None
    strengths, gains = _grid(*_S0), _grid(*_K)
    profile: list[float] = []
    best = (-math.inf, 0.0, 0.0)
    for gain in gains:
        rows = [(gain**look.earlier, look) for look in data]
        top = -math.inf
        for strength in strengths:
            value = _log_likelihood(rows, strength)
            top = max(top, value)
            if value > best[0]:
                best = (value, strength, gain)
        profile.append(top)
    inside = [g for g, value in zip(gains, profile, strict=True) if value >= best[0] - _DROP]
    return Curve(best[1], best[2], min(inside), max(inside), len(data))


def _log_likelihood(rows: Iterable[tuple[float, Look]], strength: float) -> float:
    total = 0.0
    for factor, look in rows:
        known = 1.0 / math.sqrt(1.0 + look.gap / (strength * factor))
        total += math.log(max(1e-12, 1.0 - known if look.looked_up else known))
    return total


def _grid(low: float, high: float) -> list[float]:
    ratio = (high / low) ** (1 / (_CELLS - 1))
    return [low * ratio**n for n in range(_CELLS)]
