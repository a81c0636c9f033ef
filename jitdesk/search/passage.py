"""The place in a guide that answers best: a section, a line of it, and the marked words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jitdesk.search.alternatives import Meaning
from jitdesk.search.card import SectionTerms
from jitdesk.search.folding import fold
from jitdesk.search.stemming import query_stems
from jitdesk.search.terms import PREFIXES
from jitdesk.search.words import split_words

MAX_LINES = 400
MAX_LINE = 240
HEADING = 0.6
"""A word in a section's heading counts so much more than one in its text."""

Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Needle:
    """A word to look for in text: the terms that stand for it, its weight."""

    terms: frozenset[str]
    heads: tuple[str, ...]
    weight: float
    text: str


def needles(meanings: Sequence[Meaning], weights: Sequence[float]) -> list[Needle]:
    """Return what to look for, once a question."""
    found = []
    for meaning, weight in zip(meanings, weights, strict=True):
        terms = frozenset(a.term for a in meaning.alternatives if a.field != PREFIXES)
        heads = tuple(a.term for a in meaning.alternatives if a.field == PREFIXES)
        found.append(Needle(terms, heads, weight, meaning.correction or meaning.word.text))
    return found


def best_section(sections: Sequence[SectionTerms], wanted: Sequence[Needle]) -> int:
    """Return the number of the section that answers best, -1 if none has any of the words."""
    best, best_value = -1, 0.0
    for number, section in enumerate(sections):
        value = sum(n.weight * _in_section(n, section) for n in wanted)
        if value > best_value * 1.001:
            best, best_value = number, value
    return best


def _in_section(needle: Needle, section: SectionTerms) -> float:
    if not any(f" {term} " in section.terms for term in needle.terms):
        return 0.5 if any(f" {head}" in section.terms for head in needle.heads) else 0.0
    return 1 + HEADING * bool(section.title and marks(section.title, (needle,)))


def best_line(text: str, wanted: Sequence[Needle]) -> str:
    """Return the line of `text` that has most of the words, "" if none has any."""
    best, best_value = "", 0.0
    for line in text.split("\n", MAX_LINES)[:MAX_LINES]:
        folded = fold(line[:MAX_LINE])
        value = sum(n.weight for n in wanted if _stands_in(n, folded))
        if value > best_value:
            best, best_value = line, value
    return best.strip()[:MAX_LINE]


def _stands_in(needle: Needle, folded: str) -> bool:
    return any(term.removeprefix("=") in folded for term in needle.terms) or any(
        head in folded for head in needle.heads
    )


def marks(text: str, wanted: Sequence[Needle]) -> Marks:
    """Return the character ranges of the words of `text` that were asked for, in order."""
    found: list[tuple[int, int]] = []
    for word in split_words(text):
        if any(_matches(needle, word.text) for needle in wanted):
            if found and word.start <= found[-1][1] and word.end > found[-1][1]:
                if word.start < found[-1][1]:
                    found[-1] = (found[-1][0], word.end)
                else:
                    found.append((word.start, word.end))
            elif not found or word.start >= found[-1][1]:
                found.append((word.start, word.end))
    return tuple(found)


def _matches(needle: Needle, word: str) -> bool:
    if word in needle.terms or "=" + word in needle.terms:
        return True
    if any(root in needle.terms for root in query_stems(word)):
        return True
    return any(word.startswith(head) for head in needle.heads)
