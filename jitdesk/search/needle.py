"""`Needle`: one asked word, ready to be looked for in outlines, lines and titles."""

from __future__ import annotations

from dataclasses import dataclass, field

from jitdesk.search.alternatives import SHORTEST_EXPANSION, Meaning
from jitdesk.search.memory import Memory
from jitdesk.search.outline import term_key
from jitdesk.search.terms import PREFIXES

ENDING = 4
"""A word may be so many letters longer than a stem that it is marked for."""

_ANY = 1000
_REMEMBERED = 128
_MOST = 8
"""Terms that are looked for in texts, the best first: of the many that may bring a guide in,
the faint ones do not choose its line."""


@dataclass(frozen=True, slots=True, eq=False)
class Needle:
    """A word to look for in text; the same only as itself, so that answers are remembered.

    Attributes:
        endings: what a marked word begins with, and how many letters it may be longer.
        keys: its terms as an `Outline` keeps them.
        fragments: what a folded line has if the word stands in it.
        weight: how much it tells.
        begun: one or two letters of a word: too little to choose a line by.
        seen: text -> the places to mark, as far as they were asked for.
    """

    endings: tuple[tuple[str, int], ...]
    keys: tuple[int, ...]
    fragments: tuple[str, ...]
    weight: float
    begun: bool = False
    seen: Memory[str, tuple[tuple[int, int], ...]] = field(
        default_factory=lambda: Memory(_REMEMBERED)
    )


def make_needle(meaning: Meaning, weight: float) -> Needle:
    """Return what to look for of one word."""
    word = meaning.word
    heads = {a.term for a in meaning.alternatives if a.field == PREFIXES}
    if word.partial and len(word.text) >= SHORTEST_EXPANSION:
        heads.add(word.text)
    begins = tuple(heads)
    best = [a.term for a in meaning.alternatives if a.field != PREFIXES][:_MOST]
    keys = tuple(map(term_key, best))
    terms = [term for term in best if not term.removeprefix("=").startswith(begins)]
    plain = {term.removeprefix("="): 0 for term in terms}
    plain |= {t: ENDING for t in terms if not t.startswith("=") and len(t) >= ENDING}
    endings = tuple((plain | dict.fromkeys(begins, _ANY)).items())
    begun = word.partial and len(word.text) < 3
    return Needle(endings, keys, _fragments({*plain, *heads}), weight, begun)


def _fragments(words: set[str]) -> tuple[str, ...]:
    """Return `words` without those that contain another of them."""
    found: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(fragment in word for fragment in found):
            found.append(word)
    return tuple(found)
