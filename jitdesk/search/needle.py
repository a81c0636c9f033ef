"""`Needle`: one asked word, ready to be looked for in outlines, lines and titles."""

from __future__ import annotations

from dataclasses import dataclass, field

from jitdesk.search.alternatives import SHORTEST_EXPANSION, Meaning
from jitdesk.search.terms import PREFIXES

ENDING = 4
"""A word may be so many letters longer than a stem that it is marked for."""

_ANY = 1000
_MOST = 8
"""Terms that are looked for in texts, the best first: of the many that may bring a guide in,
the faint ones do not choose its line."""


@dataclass(frozen=True, slots=True, eq=False)
class Needle:
    """A word to look for in text; the same only as itself, so that answers are remembered.

    Attributes:
        endings: what a marked word begins with, and how many letters it may be longer.
        heads: what a marked word begins with.
        terms: its terms as they stand in an `Outline`.
        fragments: what a folded line has if the word stands in it.
        weight: how much it tells.
        begun: one or two letters of a word: too little to choose a line by.
        seen: text -> the places to mark, as far as they were asked for.
    """

    endings: tuple[tuple[str, int], ...]
    heads: tuple[str, ...]
    terms: tuple[str, ...]
    fragments: tuple[str, ...]
    weight: float
    begun: bool = False
    seen: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)


def make_needle(meaning: Meaning, weight: float) -> Needle:
    """Return what to look for of one word."""
    heads = {a.term for a in meaning.alternatives if a.field == PREFIXES}
    if meaning.word.partial and len(meaning.word.text) >= SHORTEST_EXPANSION:
        heads.add(meaning.word.text)
    begins = tuple(heads)
    terms = [a.term for a in meaning.alternatives if a.field != PREFIXES][:_MOST]
    terms = [term for term in terms if not term.removeprefix("=").startswith(begins)]
    plain = {term.removeprefix("="): 0 for term in terms}
    plain |= {t: ENDING for t in terms if not t.startswith("=") and len(t) >= ENDING}
    endings = tuple((plain | dict.fromkeys(begins, _ANY)).items())
    begun = meaning.word.partial and len(meaning.word.text) < 3
    fragments = _fragments({*plain, *heads})
    return Needle(endings, begins, tuple(terms), fragments, weight, begun)


def _fragments(words: set[str]) -> tuple[str, ...]:
    """Return `words` without those that contain another of them."""
    found: list[str] = []
    for word in sorted(words, key=len):
        if not any(fragment in word for fragment in found):
            found.append(word)
    return tuple(found)
