"""The few statistics that the report needs, each with its source. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

_Z: Final = 1.959963984540054
"""Two-sided 95 % of the normal distribution."""


class Share(NamedTuple):
    """A share with its 95 % interval; `n` is what it was counted over."""

    value: float
    low: float
    high: float
    n: int


def wilson(hits: int, n: int) -> Share | None:
    """Return a share with its Wilson score interval (Wilson 1927), None for nothing.

    >>> share = wilson(5, 10)
    >>> round(share.low, 2), round(share.high, 2)
    (0.24, 0.76)
    """
    if n <= 0:
        return None
    p = hits / n
    centre = p + _Z**2 / (2 * n)
    half = _Z * math.sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
    scale = 1 + _Z**2 / n
    return Share(p, max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale), n)


def quantile(values: Sequence[float], q: float) -> float | None:
    """Return a quantile by linear interpolation (Hyndman & Fan 1996, type 7).

    >>> quantile([1, 2, 3, 4], 0.5)
    2.5
    """
    if not values:
        return None
    ordered = sorted(values)
    place = (len(ordered) - 1) * q
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def median(values: Sequence[float]) -> float | None:
    """Return the middle value, None for nothing."""
    return quantile(values, 0.5)


def kaplan_meier_median(spans: Sequence[tuple[float, bool]]) -> float | None:
    """Return the median time to an event (Kaplan & Meier 1958).

    Args:
        spans: (time, whether the event came; False = only watched until then).

    Returns:
        The first time at which at most half are left, None while more than half are.

    >>> kaplan_meier_median([(5, True), (8, False), (9, True), (20, True)])
    9
    """
    left = 1.0
    for time in sorted({time for time, came in spans if came}):
        at_risk = sum(other >= time for other, _ in spans)
        events = sum(other == time and came for other, came in spans)
        left *= 1 - events / at_risk
        if left <= 0.5 + 1e-12:
            return time
    return None
