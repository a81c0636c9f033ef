"""Scores from postings: each guide adds up, over the words, the best that it has of each.

The sum is soft: a guide needs not have every word, so a known word always finds something.
Of a word in more than `COMMON` guides only the guides in which it weighs most are taken, and
the best that rarer words have found: what a keystroke costs does not grow with the library.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import nlargest

from jitdesk.search.alternatives import Meaning
from jitdesk.search.lexicon import Found, Parts

COMMON = 1200
RESCORED = 60
_WAYS = 6
"""So many alternatives of a common word are looked at where guides are scored again."""

STOP_WEIGHT = 0.15
PRESENCE = 0.15
"""What having the word at all is worth beside how strongly it is there (0..1)."""

_FEW = 300
"""Up to so many impacts are computed one by one, more are looked up in a table."""

Scores = dict[int, float]


def word_weight(meaning: Meaning, size: int) -> float:
    """Return how much a word tells: BM25's inverse document frequency; little for stop words."""
    count = meaning.count
    weight = math.log(1 + (size - min(count, size) + 0.5) / (count + 0.5))
    return weight * STOP_WEIGHT if meaning.word.stop else weight


class Scored:
    """What a question has scored so far: guide -> score, and the best of them when asked."""

    def __init__(self, scores: Scores) -> None:
        self.scores = scores
        self._best: list[int] | None = None

    def best(self) -> list[int]:
        """Return the `RESCORED` guides with the highest scores."""
        if self._best is None:
            self._best = nlargest(RESCORED, self.scores, key=self.scores.__getitem__)
        return self._best


def score(
    meanings: Sequence[Meaning],
    weights: Sequence[float],
    scored: Scored,
    *,
    limited: bool = True,
) -> Scored:
    """Return `scored` (of words scored before) with `meanings` added.

    Args:
        meanings: of the words.
        weights: how much each tells.
        scored: not changed.
        limited: of common words only the strongest; False scores every guide.
    """
    pairs = sorted(zip(meanings, weights, strict=True), key=lambda pair: _size(pair[0]))
    for meaning, weight in pairs:
        ways = meaning.alternatives
        if not limited or _size(meaning) <= COMMON:
            best = _best(((a.factor, a.found.parts) for a in ways), weight)
            scored = Scored(_sum(dict(scored.scores), best))
        else:
            best = _best(((a.factor, a.found.strongest) for a in ways), weight)
            scored = Scored(best | scored.scores | _rescored(scored, meaning, weight))
    return scored


def _size(meaning: Meaning) -> int:
    return sum(alternative.found.count for alternative in meaning.alternatives)


def _steps(factor: float) -> list[float]:
    """Return what each impact is worth."""
    return [factor * (PRESENCE + impact / 255) for impact in range(256)]


def _values(factor: float, impacts: bytes) -> Iterable[float]:
    if len(impacts) > _FEW:
        return map(_steps(factor).__getitem__, impacts)
    least, step = factor * PRESENCE, factor / 255
    return [least + step * impact for impact in impacts]


def _best(alternatives: Iterable[tuple[float, Parts]], weight: float) -> Scores:
    """Return the best that each guide has of one word."""
    best: Scores = {}
    # The largest first: it is taken over as a whole, the others guide by guide.
    for factor, parts in sorted(alternatives, key=lambda a: -sum(len(p) for _, p in a[1])):
        for base, part in parts:
            guides = [base + guide for guide in part.guides] if base else part.guides
            values = _values(weight * factor, part.impacts)
            if best:
                _raise(best, guides, values)
            else:
                best = dict(zip(guides, values, strict=True))
    return best


def _sum(left: Scores, right: Scores) -> Scores:
    """Return the sum of both; the larger one is used up for it."""
    small, large = (left, right) if len(left) < len(right) else (right, left)
    known = large.get
    for guide, value in small.items():
        large[guide] = known(guide, 0.0) + value
    return large


def _raise(best: Scores, guides: Iterable[int], values: Iterable[float]) -> None:
    known = best.get
    for guide, value in zip(guides, values, strict=True):
        if value > known(guide, 0.0):
            best[guide] = value


def _rescored(scored: Scored, meaning: Meaning, weight: float) -> Scores:
    """Return the best guides with what they have of a common word added."""
    ways = sorted(meaning.alternatives, key=lambda a: -a.factor)[:_WAYS]
    alternatives = [(a.factor, a.factor * (1 + PRESENCE), a.found) for a in ways]
    found: Scores = {}
    for guide in scored.best():
        best = 0.0
        for factor, most, postings in alternatives:
            if most <= best:
                break
            if impact := _impact(postings, guide):
                best = max(best, factor * (PRESENCE + impact / 255))
        found[guide] = scored.scores[guide] + weight * best
    return found


def _impact(found: Found, guide: int) -> int:
    for base, part in reversed(found.parts):
        if guide >= base:
            at = bisect_left(part.guides, guide - base)
            fits = at < len(part.impacts) and part.guides[at] == guide - base
            return part.impacts[at] if fits else 0
    return 0
