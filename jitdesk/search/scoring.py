"""Scores from postings: each guide adds up, over the words, the best that it has of each.

The sum is soft: a guide needs not have every word, so a known word always finds something.
A word in more than `COMMON` guides decides nothing by itself; it only adds to the guides
that rarer words have found, and alone it gives the guides in which it weighs most.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import nlargest

from jitdesk.search.alternatives import Alternative, Meaning
from jitdesk.search.codec import Postings

COMMON = 3000
RESCORED = 200
STOP_WEIGHT = 0.15
PRESENCE = 0.15
"""What having the word at all is worth beside how strongly it is there (0..1)."""

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
            _add(found, meaning, weight)
        elif found:
            _rescore(found, meaning, weight)
        else:
            found = _strongest(meaning, weight)
    return found


def _size(meaning: Meaning) -> int:
    return sum(alternative.found.count for alternative in meaning.alternatives)


def _steps(factor: float) -> list[float]:
    return [factor * (PRESENCE + impact / 255) for impact in range(256)]


def _add(scores: Scores, meaning: Meaning, weight: float) -> None:
    best: Scores = {}
    known = best.get
    for alternative in meaning.alternatives:
        step = weight * alternative.factor / 255
        least = weight * alternative.factor * PRESENCE
        for base, part in alternative.found.parts:
            guides = (base + guide for guide in part.guides) if base else part.guides
            pairs = zip(guides, part.impacts, strict=True)
            if not best:
                best.update({guide: least + step * impact for guide, impact in pairs})
                continue
            for guide, impact in pairs:
                value = least + step * impact
                if value > known(guide, 0.0):
                    best[guide] = value
    if not scores:
        scores.update(best)
        return
    for guide, value in best.items():
        scores[guide] = scores.get(guide, 0.0) + value


def _rescore(scores: Scores, meaning: Meaning, weight: float) -> None:
    for guide in nlargest(RESCORED, scores, key=scores.__getitem__):
        best = max((_value(a, guide) for a in meaning.alternatives), default=0.0)
        scores[guide] += weight * best


def _value(alternative: Alternative, guide: int) -> float:
    for base, part in reversed(alternative.found.parts):
        if guide >= base:
            at = bisect_left(part.guides, guide - base)
            if at < len(part.impacts) and part.guides[at] == guide - base:
                return alternative.factor * (PRESENCE + part.impacts[at] / 255)
            return 0.0
    return 0.0


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
