"""The place in a guide that answers best: a section, a line of it, and the marked words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jitdesk.search.alternatives import SHORTEST_EXPANSION, Meaning
from jitdesk.search.card import SectionTerms
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
        fragments: what a folded line must have for the word to stand in it.
        spaced: its terms as they stand in `SectionTerms`.
        weight: how much it tells.
    """

    fragments: tuple[str, ...]
    spaced: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """All the words of a question to look for; `word` fits a folded word that is marked."""

    needles: tuple[Needle, ...]
    word: re.Pattern[str]


def wanted_words(meanings: Sequence[Meaning], weights: Sequence[float]) -> Wanted:
    """Return what to look for, once a question."""
    found = tuple(_needle(m, weight) for m, weight in zip(meanings, weights, strict=True))
    patterns = [pattern for meaning in meanings for pattern in _patterns(meaning)]
    return Wanted(found, re.compile("|".join(dict.fromkeys(patterns)) or r"(?!)", re.DOTALL))


def _needle(meaning: Meaning, weight: float) -> Needle:
    heads, terms = _heads_and_terms(meaning)
    spaced = [f" {head}" for head in heads] + [f" {term} " for term in terms]
    spaced += [f" ={head}" for head in heads]
    words = sorted({term.removeprefix("=") for term in terms} | heads, key=len)
    fragments: list[str] = []
    for word in words:
        if not any(fragment in word for fragment in fragments):
            fragments.append(word)
    return Needle(tuple(fragments), tuple(spaced), weight)


def _heads_and_terms(meaning: Meaning) -> tuple[set[str], list[str]]:
    """Return the beginnings to look for, and the terms that do not begin with one of them."""
    heads = {a.term for a in meaning.alternatives if a.field == PREFIXES}
    if meaning.word.partial and len(meaning.word.text) >= SHORTEST_EXPANSION:
        heads.add(meaning.word.text)
    begins = tuple(heads)
    terms = (a.term for a in meaning.alternatives if a.field != PREFIXES)
    return heads, [term for term in terms if not term.removeprefix("=").startswith(begins)]


def _patterns(meaning: Meaning) -> Iterator[str]:
    heads, terms = _heads_and_terms(meaning)
    yield from (f"{re.escape(head)}.*" for head in heads)
    for term in terms:
        word = re.escape(term.removeprefix("="))
        whole = term.startswith("=") or len(term) < _ENDING
        yield word if whole else f"{word}.{{0,{_ENDING}}}"


class Page:
    """The sections of a guide and their texts; remembers the lines that it has folded."""

    def __init__(self, sections: tuple[SectionTerms, ...], texts: Sequence[str]) -> None:
        self.sections = sections
        self._texts = texts
        self._lines: dict[int, list[tuple[str, str]]] = {}

    def best_section(self, wanted: Wanted) -> int:
        """Return the number of the section that answers best, -1 if none has a word."""
        best, best_value = -1, 0.0
        for number, section in enumerate(self.sections):
            value = sum(needle.weight * _in_section(needle, section) for needle in wanted.needles)
            if value > best_value * 1.001:
                best, best_value = number, value
        return best

    def best_line(self, number: int, wanted: Wanted) -> str:
        """Return the line of a section that has most of the words, "" if none has any."""
        best, best_value = "", 0.0
        for line, folded in self._folded(number):
            value = sum(needle.weight for needle in wanted.needles if _stands_in(needle, folded))
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


def _in_section(needle: Needle, section: SectionTerms) -> float:
    if not any(term in section.terms for term in needle.spaced):
        return 0.0
    return 1 + HEADING * any(term in section.heading for term in needle.spaced)


def _stands_in(needle: Needle, folded: str) -> bool:
    return any(fragment in folded for fragment in needle.fragments)


def marks(text: str, wanted: Wanted) -> Marks:
    """Return the character ranges of the words of `text` that were asked for, in order."""
    found: list[tuple[int, int]] = []
    fits = wanted.word.fullmatch
    for text_, start, end in _words(text):
        if not fits(text_):
            continue
        if found and start < found[-1][1]:
            found[-1] = (min(found[-1][0], start), max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


@lru_cache(maxsize=512)
def _words(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((word.text, word.start, word.end) for word in split_words(text))
