"""The place in a guide that answers best: a section, a line of it, and the marked words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from jitdesk.search.alternatives import SHORTEST_EXPANSION, Meaning
from jitdesk.search.card import Outline
from jitdesk.search.folding import fold
from jitdesk.search.terms import PREFIXES
from jitdesk.search.words import split_words

MAX_LINES = 300
MAX_LINE = 240
HEADING = 0.6
"""A word in a section's heading counts so much more than one in its text."""

_ENDING = 4
"""A word may be so many letters longer than a stem that it is marked for."""

Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Needle:
    """A word to look for in text.

    Attributes:
        whole: words that are marked as they stand.
        stems: what a marked word begins with, with a short ending.
        heads: what a marked word begins with.
        terms: its terms as they stand in an `Outline`.
        fragments: what a folded line has if the word stands in it.
        weight: how much it tells.
    """

    whole: frozenset[str]
    stems: tuple[str, ...]
    heads: tuple[str, ...]
    terms: tuple[str, ...]
    fragments: tuple[str, ...]
    weight: float


class Wanted:
    """All that is looked for in one question; `marks` finds it in a text."""

    def __init__(self, needles: Sequence[Needle]) -> None:
        self.needles = needles
        self._whole = frozenset[str]().union(*(each.whole for each in needles))
        self._heads = tuple(head for each in needles for head in each.heads)
        self._stems = tuple(stem for each in needles for stem in each.stems)

    def marks(self, text: str) -> Marks:
        """Return the ranges of the words of `text` that were asked for, in order."""
        found: list[tuple[int, int]] = []
        for word, start, end in _words(text):
            if not self._fits(word):
                continue
            if found and start < found[-1][1]:
                found[-1] = (min(found[-1][0], start), max(found[-1][1], end))
            else:
                found.append((start, end))
        return tuple(found)

    def _fits(self, word: str) -> bool:
        if word in self._whole or word.startswith(self._heads):
            return True
        return word.startswith(self._stems) and any(
            word.startswith(stem) and len(word) - len(stem) <= _ENDING for stem in self._stems
        )


def needle(meaning: Meaning, weight: float) -> Needle:
    """Return what to look for of one word."""
    heads = {a.term for a in meaning.alternatives if a.field == PREFIXES}
    if meaning.word.partial and len(meaning.word.text) >= SHORTEST_EXPANSION:
        heads.add(meaning.word.text)
    begins = tuple(heads)
    terms = [a.term for a in meaning.alternatives if a.field != PREFIXES]
    terms = [term for term in terms if not term.removeprefix("=").startswith(begins)]
    plain = {term.removeprefix("=") for term in terms}
    stems = tuple(t for t in terms if not t.startswith("=") and len(t) >= _ENDING)
    return Needle(frozenset(plain), stems, begins, tuple(terms), _fragments(plain | heads), weight)


def _fragments(words: set[str]) -> tuple[str, ...]:
    """Return `words` without those that contain another of them."""
    found: list[str] = []
    for word in sorted(words, key=len):
        if not any(fragment in word for fragment in found):
            found.append(word)
    return tuple(found)


class Page:
    """The sections of a guide and their texts; remembers the lines that it has folded."""

    def __init__(self, outline: Outline, texts: Sequence[str]) -> None:
        self.outline = outline
        self._texts = texts
        self._lines: dict[int, list[tuple[str, str]]] = {}

    def best_section(self, wanted: Sequence[Needle]) -> int:
        """Return the number of the section that answers best, -1 if none has a word."""
        if len(self.outline.levels) == 1:
            return 0
        values: dict[int, float] = {}
        for each in wanted:
            for number in self.outline.sections_with(each.terms, each.heads):
                heading = self.outline.headings[number]
                weight = each.weight
                for fragment in each.fragments:
                    if fragment in heading:
                        weight *= 1 + HEADING
                        break
                values[number] = values.get(number, 0.0) + weight
        return max(values, key=lambda number: (round(values[number], 6), -number), default=-1)

    def best_line(self, number: int, wanted: Sequence[Needle]) -> str:
        """Return the line of a section that has most of the words, "" if none has any."""
        best, best_value = "", 0.0
        for line, folded in self._folded(number):
            value = 0.0
            for each in wanted:
                for fragment in each.fragments:
                    if fragment in folded:
                        value += each.weight
                        break
            if value > best_value:
                best, best_value = line, value
        return best

    def _folded(self, number: int) -> list[tuple[str, str]]:
        known = self._lines.get(number)
        if known is None:
            lines = self._texts[number].split("\n", MAX_LINES)[:MAX_LINES]
            cut = (line.strip()[:MAX_LINE] for line in lines)
            known = self._lines[number] = [(line, fold(line)) for line in cut if line]
        return known


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((word.text, word.start, word.end) for word in split_words(text))
