"""Scores from postings: each guide adds up, over the words, the best that it has of each.

The sum is soft: a guide needs not have every word, so a known word always finds something.
Only a few dozen guides are looked at closely, and what cannot come among them is not scored
(MaxScore: Turtle and Flood 1995): a word lifts a guide by no more than it weighs, so the word
that is being typed is looked up only in guides which it could lift among the best, and brings
new ones only if it outweighs those. Of a long list the strongest guides are known; the rest
is read only for the best that the other words have found. So what a keystroke costs hardly
grows with the library.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from itertools import islice

from jitdesk.search.alternatives import Meaning
from jitdesk.search.found import Found, impacts_of
from jitdesk.search.words import is_seam

CLOSER = 24
"""So many guides are ranked on their faces: several times what a popup shows."""

RESCORED = 40
"""So many of the best are also looked up in the weaker part of a long list."""

_WAYS = 3
"""So many alternatives of a word are looked up there, if they are not faint."""

_CLEAR = 0.5

_ROOM = 400
"""After so many guides of a finished word only the strongest of its fainter alternatives."""

STOP_WEIGHT = 0.15
SEAM_WEIGHT = 0.5
"""Where two Japanese words meet, a pair of characters tells half: few guides put them so. Chosen,
as `question.PAIRS`, on sentences of Japanese guides and thirty questions about them."""

LEAST = 1.0
"""What a word tells that all guides have, beside BM25's inverse document frequency. In a team's
ninety guides most words of a question are in a third of them, and the one that is not would
decide alone."""

PRESENCE = 0.15
"""What having the word at all is worth beside how strongly it is there (0..1)."""

Scores = dict[int, float]


def word_weight(meaning: Meaning, size: int) -> float:
    """Return how much a word tells: its rarity; little for stop words."""
    weight = rarity(meaning.count, size)
    if meaning.word.stop:
        return weight * STOP_WEIGHT
    return weight * SEAM_WEIGHT if is_seam(meaning.word.text) else weight


def rarity(count: int, size: int) -> float:
    """Return what a word in `count` of `size` guides tells."""
    return LEAST + math.log(1 + (size - min(count, size) + 0.5) / (count + 0.5))


class Scored:
    """What the words of a question have scored, with what the next word asks of it.

    Attributes:
        scores: guide -> score.
    """

    def __init__(self, scores: Scores) -> None:
        self.scores = scores
        self._pool: Scores = scores
        self._pool_least = 0.0

    @cached_property
    def least(self) -> float:
        """What the last of the `CLOSER` best scores, 0 if there are fewer."""
        return min(self._highest[:CLOSER]) if len(self._highest) >= CLOSER else 0.0

    @cached_property
    def leaders(self) -> Scores:
        """The `CLOSER` best, with all that score the same."""
        return self.above(self.least)

    @cached_property
    def leading(self) -> list[int]:
        """The `RESCORED` best."""
        least = self._highest[-1] if len(self._highest) >= RESCORED else 0.0
        return list(islice(self.above(least), RESCORED))

    def above(self, least: float) -> Scores:
        """Return the guides that score at least `least`, and perhaps a few more."""
        if least < self._pool_least or least - self._pool_least > self._pool_least / 2:
            values = self.scores.items()
            self._pool = {g: v for g, v in values if v >= least} if least > 0 else self.scores
            self._pool_least = max(least, 0.0)
        return self._pool

    @cached_property
    def _highest(self) -> list[float]:
        return nlargest(RESCORED, self.scores.values())


def score_all(meanings: Sequence[Meaning], weights: Sequence[float]) -> Scores:
    """Return the score of every guide that has one of the words."""
    scores: Scores = {}
    for meaning, weight in zip(meanings, weights, strict=True):
        best: Scores = {}
        for way in meaning.alternatives:
            _raise(best, impacts_of(way.found.parts), weight * way.factor)
        scores = _sum(scores, best)
    return scores


def finished(meaning: Meaning, weight: float) -> Scores:
    """Return what a finished word gives to guides; of its fainter alternatives the strongest."""
    best: Scores = {}
    room = _ROOM
    for way in meaning.alternatives:
        impacts = way.found.impacts
        if best and room < len(impacts):
            impacts = {guide: impact for impact, guide in way.found.top}
        _raise(best, impacts, weight * way.factor)
        room -= len(impacts)
    return best


def add_word(scored: Scored, given: Scores, meaning: Meaning, weight: float) -> Scored:
    """Return `scored` with a further, finished word, of which `given` is known."""
    best = dict(given)
    _look_up_weak(best, scored, meaning, weight)
    return Scored(_sum(scored.scores, best))


def closest(scored: Scored, meaning: Meaning, weight: float) -> Scores:
    """Return the guides that may be among the `CLOSER` best with a further word.

    Args:
        scored: what the other words have scored.
        meaning: of the word.
        weight: how much it tells.
    """
    ways = [(weight * way.factor, way.found) for way in meaning.alternatives]
    needed = scored.least - weight * (1 + PRESENCE)
    reach = scored.above(needed)
    lifts: Scores = {}
    for factor, found in ways if reach else ():
        common = reach.keys() & found.impacts.keys()
        if common:
            impacts = found.impacts
            _raise(lifts, {guide: impacts[guide] for guide in common}, factor)
    _look_up_weak(lifts, scored, meaning, weight)
    sums = {guide: reach.get(guide, 0.0) + value for guide, value in lifts.items()}
    if needed <= 0:
        return _with_new(scored.leaders | sums, ways, scored.scores)
    return scored.leaders | sums


def _with_new(scores: Scores, ways: Iterable[tuple[float, Found]], known: Scores) -> Scores:
    """Return `scores` with the strongest guides of a word that no other word has found."""
    new: Scores = {}
    least = 0.0
    for factor, found in ways:
        if factor * (PRESENCE + 1) <= least:
            break  # the strongest of fainter alternatives come behind enough others
        if len(found.top) >= CLOSER:
            least = max(least, factor * (PRESENCE + found.top[CLOSER - 1][0] / 255))
        for impact, guide in found.top:
            if guide not in known:
                value = factor * (PRESENCE + impact / 255)
                if value > new.get(guide, 0.0):
                    new[guide] = value
    return scores | new


def value_of(guide: int, scored: Scored, meaning: Meaning, weight: float) -> float:
    """Return the score of one guide with a further word."""
    return scored.scores.get(guide, 0.0) + weight * _best_of(guide, meaning)


def _best_of(guide: int, meaning: Meaning) -> float:
    return max(
        (
            way.factor * (PRESENCE + impact / 255)
            for way in meaning.alternatives
            if (impact := way.found.impact(guide))
        ),
        default=0.0,
    )


def _raise(best: Scores, impacts: Mapping[int, int], factor: float) -> None:
    """Raise what each guide has of a word to what an alternative gives."""
    base, step = factor * PRESENCE, factor / 255
    if not best:
        best.update({guide: base + step * impact for guide, impact in impacts.items()})
        return
    known = best.get
    for guide, impact in impacts.items():
        value = base + step * impact
        if value > known(guide, 0.0):
            best[guide] = value


def _look_up_weak(best: Scores, scored: Scored, meaning: Meaning, weight: float) -> None:
    """Raise `best` for the best of `scored` to what the weaker part of long lists gives."""
    ways = [way for way in meaning.alternatives if way.factor > _CLEAR and not way.found.whole]
    for way in ways[:_WAYS]:
        factor = weight * way.factor
        most = factor * (PRESENCE + way.found.weakest / 255)
        for guide in scored.leading:
            if best.get(guide, 0.0) < most and (impact := way.found.impact(guide)):
                best[guide] = max(best.get(guide, 0.0), factor * (PRESENCE + impact / 255))


def _sum(left: Scores, right: Scores) -> Scores:
    """Return the sum of both. They are joined in C; only what both have is met in Python."""
    total = left | right
    for guide in left.keys() & right.keys():
        total[guide] = left[guide] + right[guide]
    return total
