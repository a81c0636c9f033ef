"""What a question describes without naming it: "the folder is too big" is about disk usage.

A concept has two to four groups of cues (``big/huge + folder/directory > usage, du``); a
question that has a word of each, in any order, may be about the concept. One that lacks a
group of three or four may be, too, if its words tell enough: people leave out what is plain
to them. `concept_lines` has the form in which concepts are looked up.

Sets of concepts are whole numbers, a bit for each: a question of ten words meets hundreds of
groups, and this is asked at every keystroke.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import islice, product
from math import log
from operator import or_
from typing import NamedTuple

from jitdesk.paths import shipped
from jitdesk.search.concept_lines import MOST_GROUPS
from jitdesk.search.sorted_lines import SortedLines
from jitdesk.search.wordlists import names, root

SORTED = "concepts-sorted.txt"
_MOST = 3
"""Whole concepts that one question describes at most, those of most cues first."""

_LOOKED_AT = 12
"""So many are looked at, whole and in part: a small library has guides for few of them."""

_MOST_IN_PART = 3
_MOST_OF_BOTH = 4
_TELLING = 8.0
"""What the words of a concept in part must tell together. A word that is a cue in `n` groups
tells `log(_GROUPS / n)`: "berth, book" tells that one is booked even if nobody says for whom,
"show, file" tells nothing. Chosen on the tune half, as the two numbers above."""

_GROUPS = 8000  # about as many as there are concepts; it only sets the scale
_LONGEST = 16
"""A longer text has a word of everything by chance."""

_Sets = tuple[int, int, int, int]
"""A set of concepts for each place that a group may have."""


@dataclass(frozen=True, slots=True)
class Concept:
    """What a question describes.

    Attributes:
        cues: the words that describe it, sorted.
        words: the words for it.
        whole: none of its groups is missing.
    """

    cues: tuple[str, ...]
    words: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class _Cue:
    """A word of a question: for each place the concepts that it is a cue of, and what it tells."""

    word: str
    sets: _Sets
    tells: float


class _InPart(NamedTuple):
    """Cues of a concept that may lack one group; a tuple, as dozens are sorted at a time.

    Attributes:
        order: what they tell, negative: the surest sort first.
    """

    order: float
    concept: int
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """What the first words of a question have said.

    Attributes:
        cues: those words that are cues of anything.
        met: for each place, the concepts whose group there is met.
        in_part: concepts of three or four groups of which at most one is missing.
    """

    cues: tuple[_Cue, ...] = ()
    met: _Sets = (0, 0, 0, 0)
    in_part: Mapping[int, _InPart] = field(default_factory=dict)


class Concepts:
    """Concepts by the words that describe them; what is remembered is the same for any thread."""

    def __init__(self, lines: SortedLines) -> None:
        self._lines = lines
        third, fourth = map(int, lines.rest("#groups").split() or "00")
        self._no_third = -1 << third
        self._no_fourth = -1 << fourth
        self._cue = lru_cache(maxsize=1024)(self._read_cue)
        self._words = lru_cache(maxsize=512)(self._read_words)
        self._said = lru_cache(maxsize=32)(self._listen)

    def described(
        self, words: Sequence[str], has: Callable[[tuple[str, ...]], bool], *, in_part: bool = True
    ) -> list[Concept]:
        """Return the concepts that a question of `words` describes, the surest first.

        Args:
            words: the question, without small words.
            has: tells whether there is a guide with one of the words for a concept; those of
                which there is none take no place.
            in_part: whether a concept of three or four groups may lack one; such come last.
        """
        if not 1 < len(words) <= _LONGEST:
            return []
        said = self._said(tuple(dict.fromkeys(words)))
        whole = self._all_of(said.met)
        found: dict[tuple[str, ...], tuple[str, ...]] = {}
        for concept in islice(_members(whole), _LOOKED_AT):
            cues = _one_each(concept, said.cues)
            if cues and has(others := self._words(concept)):
                found[cues] = found.get(cues, ()) + others
                if len(found) == _MOST:
                    break
        room = min(_MOST_IN_PART, _MOST_OF_BOTH - len(found)) if in_part else 0
        left = (each for each in sorted(said.in_part.values()) if not whole >> each.concept & 1)
        parts = (
            Concept(each.cues, others, whole=False)
            for each in islice(left, _LOOKED_AT)
            if has(others := self._words(each.concept))
        )
        return [
            *(Concept(cues, others, whole=True) for cues, others in found.items()),
            *islice(parts, room),
        ]

    def is_cue(self, word: str) -> bool:
        """Tell whether `word` is a cue of anything: a word that people use."""
        return any(self._cue(word).sets)

    def _all_of(self, met: _Sets) -> int:
        """Return the concepts of which each group is met."""
        first, second, third, fourth = met
        return first & second & (third | self._no_third) & (fourth | self._no_fourth)

    def _listen(self, words: tuple[str, ...]) -> _Said:
        """Return what `words` say; all but the last are known from the keystrokes before."""
        if not words:
            return _Said()
        before, last = self._said(words[:-1]), self._cue(words[-1])
        if not any(last.sets):
            return before
        cues = (*before.cues, last)
        in_part = dict(before.in_part)
        of_three = self._no_fourth & ~self._no_third
        for cue in before.cues:
            if cue.tells + last.tells >= _TELLING:
                for concept in _members(_pairs(cue.sets, last.sets) & of_three):
                    _keep(in_part, concept, (cue, last))
        for concept in _members(_triples(before.met, last.sets) & ~self._no_fourth):
            said = _one_each(concept, cues)
            _keep(in_part, concept, [self._cue(word) for word in said])
        first, second, third, fourth = map(or_, before.met, last.sets)
        return _Said(cues, (first, second, third, fourth), in_part)

    def _read_cue(self, word: str) -> _Cue:
        numbers = [*map(int, self._lines.rest(root(word)).split())]
        places = [0] * MOST_GROUPS
        for number in numbers:
            places[number % MOST_GROUPS] |= 1 << number // MOST_GROUPS
        first, second, third, fourth = places
        return _Cue(word, (first, second, third, fourth), log(_GROUPS / max(1, len(numbers))))

    def _read_words(self, concept: int) -> tuple[str, ...]:
        return names(self._lines.rest(f"#{concept}"))


def _pairs(one: _Sets, other: _Sets) -> int:
    """Return the concepts of whose first three groups the two meet different ones."""
    a, b, c, _ = one
    first, second, third, _ = other
    return a & (second | third) | b & (first | third) | c & (first | second)


def _triples(met: _Sets, last: _Sets) -> int:
    """Return the concepts of which `last` meets one group, and others meet two more."""
    a, b, c, d = met
    first, second, third, fourth = last
    return (
        first & (b & c | b & d | c & d)
        | second & (a & c | a & d | c & d)
        | third & (a & b | a & d | b & d)
        | fourth & (a & b | a & c | b & c)
    )


def _keep(found: dict[int, _InPart], concept: int, cues: Sequence[_Cue]) -> None:
    """Keep the words of a concept if they tell enough, and more than others of the question."""
    told = sum(cue.tells for cue in cues)
    known = found.get(concept)
    if told >= _TELLING and (known is None or -told < known.order):
        found[concept] = _InPart(-told, concept, tuple(sorted(cue.word for cue in cues)))


def _members(concepts: int) -> Iterator[int]:
    """Give the numbers in a set, the lowest first."""
    while concepts:
        yield (concepts & -concepts).bit_length() - 1
        concepts &= concepts - 1


def _one_each(concept: int, cues: Sequence[_Cue]) -> tuple[str, ...]:
    """Return a word of each group that is met, all different and sorted; () = impossible."""
    said = [
        [cue.word for cue in cues if cue.sets[place] >> concept & 1] for place in range(MOST_GROUPS)
    ]
    for chosen in product(*filter(None, said)):
        if len({*chosen}) == len(chosen):
            return tuple(sorted(chosen))
    return ()


@cache
def shipped_concepts() -> Concepts:
    """Return the concepts that ship."""
    return Concepts(SortedLines(shipped("resources") / "search" / SORTED))
