"""Scores from postings: each guide adds up, over the words, the best that it has of each.

The sum is soft: a guide needs not have every word, so a known word always finds something.
A word in more than `COMMON` guides decides nothing by itself; it only adds to the guides
that rarer words have found, and alone it gives the guides in which it weighs most.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest

from jitdesk.search.alternatives import Alternative, Meaning
from jitdesk.search.codec import Postings
from jitdesk.search.lexicon import Found

COMMON = 3000
RESCORED = 200
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


def score(meanings: Sequence[Meaning], weights: Sequence[float], scores: Scores) -> Scores:
    """Return `scores` (of words scored before) with those of `meanings` added."""
    found = dict(scores)
    pairs = sorted(zip(meanings, weights, strict=True), key=lambda pair: _size(pair[0]))
    for meaning, weight in pairs:
        if _size(meaning) <= COMMON:
            found = _add(found, meaning, weight)
        elif found:
            _rescore(found, meaning, weight)
        else:
            found = _strongest(meaning, weight)
    return found


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


def _add(scores: Scores, meaning: Meaning, weight: float) -> Scores:
    """Return `scores` and what the guides have of `meaning`; the larger of both is reused."""
    best: Scores = {}
    # The largest first: it is taken over as a whole, the others guide by guide.
    for alternative in sorted(meaning.alternatives, key=lambda a: -a.found.count):
        factor = weight * alternative.factor
        for base, part in alternative.found.parts:
            guides = [base + guide for guide in part.guides] if base else part.guides
            values = _values(factor, part.impacts)
            if best:
                _raise(best, guides, values)
            else:
                best = dict(zip(guides, values, strict=True))
    small, large = (scores, best) if len(scores) < len(best) else (best, scores)
    known = large.get
    for guide, value in small.items():
        large[guide] = known(guide, 0.0) + value
    return large


def _raise(best: Scores, guides: Iterable[int], values: Iterable[float]) -> None:
    known = best.get
    for guide, value in zip(guides, values, strict=True):
        if value > known(guide, 0.0):
            best[guide] = value


def _rescore(scores: Scores, meaning: Meaning, weight: float) -> None:
    alternatives = [(a.factor, a.factor * (1 + PRESENCE), a.found) for a in meaning.alternatives]
    alternatives.sort(key=lambda alternative: -alternative[0])
    for guide in nlargest(RESCORED, scores, key=scores.__getitem__):
        best = 0.0
        for factor, most, found in alternatives:
            if most <= best:
                break
            if impact := _impact(found, guide):
                best = max(best, factor * (PRESENCE + impact / 255))
        scores[guide] += weight * best


def _impact(found: Found, guide: int) -> int:
    for base, part in reversed(found.parts):
        if guide >= base:
            at = bisect_left(part.guides, guide - base)
            fits = at < len(part.impacts) and part.guides[at] == guide - base
            return part.impacts[at] if fits else 0
    return 0


def _strongest(meaning: Meaning, weight: float) -> Scores:
    found: Scores = {}
    for alternative in meaning.alternatives:
        steps = _steps(weight * alternative.factor)
        for base, part in alternative.found.parts:
            for at in _highest(part):
                guide = base + part.guides[at]
                found[guide] = max(found.get(guide, 0.0), steps[part.impacts[at]])
    return found


def _highest(part: Postings) -> Iterator[int]:
    """Give the places of about the `RESCORED` highest impacts."""
    impacts = part.impacts
    count, lowest = 0, 256
    while lowest > 1 and count < RESCORED:
        lowest -= 1
        count += impacts.count(lowest)
    pattern = re.compile(b"[%s-\xff]" % re.escape(bytes([lowest])), re.DOTALL)
    for number, match in enumerate(pattern.finditer(impacts)):
        if number >= RESCORED * 2:
            return
        yield match.start()
