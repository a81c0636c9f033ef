"""Signals of a struggle, S1 to S8, computed inside one episode. Pure.

They say where people get stuck, never who. One signal is a hint; the inbox shows which
signals came and from how many people, and adds them to no score (measurement model B3).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from jitdesk.learning.episode import (
    Asked,
    Episode,
    Visit,
    answered_by_preview,
    has_intent,
    useful_visit,
)

STABLE_SECONDS: Final = 0.6
FAR_APART: Final = 0.4
"""Normalised edit distance above which a query is another one, not a longer one."""
POGO_SECONDS: Final = 10.0
REBOUND_SECONDS: Final = 600.0
_SHORTEST: Final = 3


class Signal(StrEnum):
    """What was seen."""

    ZERO = "S1"
    REFORMULATED = "S2"
    ABANDONED = "S3"
    POGO = "S4"
    REBOUND = "S5"
    STALL = "S6"
    FAILED = "S7"
    STUCK = "S8"


def stable(queries: Sequence[Asked], ended: float) -> list[Asked]:
    """Return the queries that stood long enough to have been looked at."""
    following = [*(asked.at for asked in queries[1:]), ended][: len(queries)]
    return [
        asked
        for asked, after in zip(queries, following, strict=True)
        if after - asked.at >= STABLE_SECONDS and len(asked.text.strip()) >= _SHORTEST
    ]


def signals(episode: Episode, ended: float, before: Episode | None = None) -> tuple[Signal, ...]:
    """Return the signals of an episode, in their order; `before` is the one before it."""
    useful = useful_visit(episode, ended)
    settled = stable(episode.queries, ended)
    seen = {
        Signal.ZERO: any(asked.results == 0 for asked in settled),
        Signal.REFORMULATED: _reformulated(settled, useful),
        Signal.ABANDONED: has_intent(episode)
        and useful is None
        and not answered_by_preview(episode),
        Signal.POGO: _is_pogo(episode.visits, ended),
        Signal.REBOUND: _rebounded(episode, before),
        Signal.STALL: any(visit.stalled for visit in episode.visits),
        Signal.FAILED: any(visit.failed for visit in episode.visits),
        Signal.STUCK: any(visit.stuck for visit in episode.visits),
    }
    return tuple(signal for signal, here in seen.items() if here)


def is_stall(step_seconds: float, median: float, returns: int) -> bool:
    """Return S6: one step stood longer than 2 minutes and 3 medians, left and seen again 3 times.

    Args:
        step_seconds: how long the step was visible.
        median: the guide's median seconds a step, 0 = not known.
        returns: how often the focus went away and came back.
    """
    return step_seconds > max(120.0, 3 * median) and returns >= 3


def distance(one: str, two: str) -> float:
    """Return the edit distance of two texts as a share of the longer one (Levenshtein 1966)."""
    one, two = one.casefold().strip(), two.casefold().strip()
    if not one or not two:
        return float(one != two)
    row = list(range(len(two) + 1))
    for i, left in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, right in enumerate(two, 1):
            cost = min(row[j] + 1, row[j - 1] + 1, above + (left != right))
            above, row[j] = row[j], cost
    return row[-1] / max(len(one), len(two))


def is_another(one: str, two: str) -> bool:
    """Return whether the second query asks anew instead of going on with the first."""
    a, b = one.casefold().strip(), two.casefold().strip()
    return not (a.startswith(b) or b.startswith(a)) and distance(a, b) > FAR_APART


def _reformulated(settled: Sequence[Asked], useful: Visit | None) -> bool:
    early = [asked.text for asked in settled if useful is None or asked.at < useful.opened]
    return any(is_another(a, b) for n, a in enumerate(early) for b in early[n + 1 :])


def _is_pogo(visits: Sequence[Visit], ended: float) -> bool:
    short = {v.guide for v in visits if v.seconds(ended) < POGO_SECONDS and not v.worked}
    return len(short) >= 2


def _rebounded(episode: Episode, before: Episode | None) -> bool:
    visits = [*(before.visits if before is not None else ()), *episode.visits]
    for n, first in enumerate(visits):
        for again in visits[n + 1 :]:
            soon = first.closed is not None and again.opened - first.closed <= REBOUND_SECONDS
            if first.guide == again.guide and soon and not first.worked:
                return True
    asked = {a.text.casefold().strip() for a in before.queries[-1:]} if before else set()
    soon = before is not None and episode.shown - before.last_input <= REBOUND_SECONDS
    worked = before is not None and any(v.worked for v in before.visits)
    last = [a for a in episode.queries[-1:] if a.text.casefold().strip() in asked]
    return soon and not worked and bool(last)
