"""`Candidates`: the few guides that are looked at more closely, with what their words score.

Remembers what the finished words of a question scored, so that each further letter of the
last word costs only that word. Whoever has the whole title, or is near in meaning, is among
them, whatever its words score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import islice

from jitdesk.search.filters import Filters, allowed
from jitdesk.search.lexicon import Lexicon
from jitdesk.search.memory import Memory
from jitdesk.search.needle import Needle
from jitdesk.search.question import Question
from jitdesk.search.reading import Reading
from jitdesk.search.scoring import (
    CLOSER,
    Scored,
    Scores,
    add_word,
    closest,
    finished,
    rarity,
    score_all,
    value_of,
)
from jitdesk.search.segment import key_of
from jitdesk.search.stemming import query_stems
from jitdesk.search.terms import TITLES, WORDS

LISTED = 300
"""So many guides are listed, by title, for a filter without words."""

ABOUT = 150
"""A guide is about a word of this impact: it is in its title, situation or a heading. One
that only mentions it, as the text of a command mentions options, is put further back."""

WEAK = 1.0
"""An answer is weak whose best guide has less of what the asked words tell, and all that they
may stand for. One that has all of them in its title scores about 1, in its text about 0.5."""

POOR = 0.45
"""An answer is poor whose best guide has less of what the asked words themselves tell, known or
not. On the tune half and the core set 7 % of the answers are that have a right guide among the
first three, and a third of the others; of twenty questions about cooking and travel all but three.
"""

_MENTIONS = 0.5
_REMEMBERED = 16

_Key = tuple[Needle, float]
"""What a reading scores by: each has a needle of its own, and keeps it between keystrokes."""


class Candidates:
    """Finds candidates in one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._chain: list[tuple[_Key, Scored]] = []
        self._finished: Memory[_Key, Scores] = Memory(_REMEMBERED)
        self._numbers: dict[str, int] | None = None

    def find(self, question: Question, also: Iterable[str]) -> Scores:
        """Return guide -> score of the candidates, 0 for those that have no asked word.

        Args:
            question: what was asked.
            also: keys of guides that are candidates whatever their words score.
        """
        chosen = [r for r in question.readings if not r.meaning.word.stop] or question.readings
        if question.filters:
            return self._filtered(_all_scores(chosen), question.filters, bool(chosen))
        before, last = self._before(chosen), chosen[-1:]
        scores = closest(before, last[0].meaning, last[0].weight) if last else before.scores
        found = _best(scores, CLOSER)
        titles = (question.title, question.corrected, question.speaker)
        for guide in (*self._titled(*titles), *self._named(also)):
            if guide not in found:
                found[guide] = _value(guide, before, last)
        return found

    def _before(self, chosen: Sequence[Reading]) -> Scored:
        """Return what all words but the last scored; remembered while that one is typed."""
        scored = Scored({})
        for place, reading in enumerate(chosen[:-1]):
            key = reading.needle, reading.weight
            if place < len(self._chain) and self._chain[place][0] == key:
                scored = self._chain[place][1]
                continue
            del self._chain[place:]
            scored = add_word(scored, self._given(reading), reading.meaning, reading.weight)
            self._chain.append((key, scored))
        return scored

    def _given(self, reading: Reading) -> Scores:
        """Return what a finished word gives; remembered, as a further word moves concepts on."""
        key = reading.needle, reading.weight
        known = self._finished.get(key)
        if known is None:
            known = self._finished.keep(key, finished(reading.meaning, reading.weight))
        return known

    def _filtered(self, scores: Scores, filters: Filters, asked: bool) -> Scores:
        if filters.labels:
            only = allowed(filters.labels, self._lexicon)
            fitting = {guide: value for guide, value in scores.items() if guide in only}
            scores = fitting or dict.fromkeys(sorted(only)[:LISTED], 0.0)
        for word in filters.without:
            scores = self._without(scores, word)
        living = {
            guide: value for guide, value in scores.items() if guide not in self._lexicon.gone
        }
        return _best(living, CLOSER if asked else LISTED)

    def _without(self, scores: Scores, word: str) -> Scores:
        """Return `scores` without the guides about `word`; all if none would be left."""
        left = dict(scores)
        stems = query_stems(word, tuple(tag[:2] for tag in self._lexicon.languages))
        for term in dict.fromkeys((word, *stems)):
            for base, part in self._lexicon.find(WORDS, term).parts:
                for guide, impact in zip(part.guides, part.impacts, strict=True):
                    if base + guide in left:
                        if impact >= ABOUT:
                            del left[base + guide]
                        else:
                            left[base + guide] *= _MENTIONS
        return left or scores

    def _titled(self, *titles: str) -> set[int]:
        found: set[int] = set()
        for title in titles:
            if title:
                for base, part in self._lexicon.find(TITLES, title).strongest:
                    found.update(base + guide for guide in part.guides[:CLOSER])
        return found - self._lexicon.gone

    def _named(self, keys: Iterable[str]) -> list[int]:
        keys = list(keys)
        if not keys:
            return []
        if self._numbers is None:
            self._numbers = {
                key_of(name): segment.base + number
                for segment in self._lexicon.segments
                for number, name in enumerate(segment.names())
                if name
            }
        return [self._numbers[key] for key in keys if key in self._numbers]


def _best(scores: Scores, count: int) -> Scores:
    """Return the `count` best of `scores`, a few more where they score the same."""
    if len(scores) <= count:
        return scores
    # Numbers alone are compared faster than pairs.
    least = nlargest(count, scores.values())[-1]
    found = {guide: value for guide, value in scores.items() if value > least}
    ties = (guide for guide, value in scores.items() if value == least)
    return found | dict.fromkeys(islice(ties, count), least)


def _all_scores(readings: Sequence[Reading]) -> Scores:
    return score_all([r.meaning for r in readings], [r.weight for r in readings])


def _value(guide: int, before: Scored, last: Sequence[Reading]) -> float:
    if not last:
        return before.scores.get(guide, 0.0)
    return value_of(guide, before, last[0].meaning, last[0].weight)


def is_weak(readings: Sequence[Reading], scores: Mapping[int, float]) -> bool:
    """Tell whether there may be a guide that fits better than those that words have found."""
    telling = [r for r in readings if not r.meaning.word.stop]
    total = sum(reading.weight for reading in telling)
    return not telling or max(scores.values(), default=0.0) < WEAK * total


def is_poor(question: Question, scores: Mapping[int, float], size: int) -> bool:
    """Tell whether it seems that no guide fits, of `size` guides."""
    own = [r for r in question.readings if not (r.meaning.word.stop or r.meaning.word.phrase)]
    total = sum(reading.weight for reading in own) + question.unknown * rarity(0, size)
    return max(scores.values(), default=0.0) < POOR * total
