"""A guide turned into index terms: what it can be found by, and how strongly.

Two fields of terms, both with one impact byte (0-255) per guide:

- ``w``, words: the stem, and ``=word`` where the word differs from its stem. The parts of
  a guide (title, other questions, headings, situation, text...) are weighed, normalised by
  their length and summed *before* saturation, which is what BM25F asks for (Robertson,
  Zaragoza and Taylor 2004), so one list per word is enough.
- ``p``, beginnings of words: of the title and of what the author added from the first
  letter on, of headings and situation from three letters on.

Lengths are compared with fixed usual lengths and not with the average of the index: a
guide's postings depend on that guide alone, and adding one gives the same index as a rebuild.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePosixPath

from jitdesk.guides.guide import Guide
from jitdesk.search.stemming import stem
from jitdesk.search.wordlists import stop_words
from jitdesk.search.words import chain_words, chains, is_unspaced, split_words

WORDS = "w"
PREFIXES = "p"
FULL = 255
LONGEST_PREFIX = 9
SITUATION_CHARACTERS = 300
"""How much of the first paragraph stands in for a situation that the author did not give."""

_HALF = 2.0
"""The weighted frequency at which the impact is half of what it can be."""
_CACHE_LIMIT = 200_000
_PATH_LIKE = re.compile(r"[./:@\\]|[-_].*[-_].*[-_]")
"""Chains whose joined form is nothing that a person would type."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a guide: its weight, the length it usually has, how far length counts."""

    weight: float
    usual: int
    slope: float
    shortest_prefix: int = 0


TITLE = Part(8, 4, 0.3, 1)
ASKED = Part(8, 12, 0.3, 1)
FILE = Part(4, 3, 0.3, 1)
SITUATION = Part(4, 20, 0.3, 3)
HEADINGS = Part(3, 30, 0.5, 3)
BODY = Part(1, 300, 0.6)
PLACE = Part(1, 6, 0.3)


@dataclass(slots=True)
class Terms:
    """All terms of one guide with their impacts, and the terms of each section."""

    words: dict[str, int] = field(default_factory=dict)
    prefixes: dict[str, int] = field(default_factory=dict)
    sections: tuple[frozenset[str], ...] = ()
    headings: tuple[frozenset[str], ...] = ()
    title: tuple[str, ...] = ()


class Analyser:
    """Text to terms in one language; remembers the chains that it has met.

    Attributes:
        spelled: the whole words met so far, for spelling.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._known: dict[str, tuple[str, ...]] = {}
        self.spelled: set[str] = set()

    def count(self, text: str) -> Counter[str]:
        """Return how often each term stands in `text`."""
        found: Counter[str] = Counter()
        for chain, times in Counter(chains(text)).items():
            for term in self.terms(chain):
                found[term] += times
        return found

    def terms(self, chain: str) -> tuple[str, ...]:
        """Return the terms of one chain: stems, and whole words that differ from them."""
        known = self._known.get(chain)
        if known is None:
            known = tuple(self._terms(chain))
            if not is_unspaced(chain) and len(chain) <= 40:
                self._remember(chain, known)
        return known

    def _remember(self, chain: str, terms: tuple[str, ...]) -> None:
        if len(self._known) >= _CACHE_LIMIT:
            self._known.clear()
        self._known[chain] = terms

    def _terms(self, chain: str) -> Iterable[str]:
        for word in chain_words(chain):
            if not (word.joined and _PATH_LIKE.search(chain)):
                self.spelled.add(word.text)
            yield from word_terms(word.text, self._language)
            if word.spelling:
                yield from word_terms(word.spelling, self._language)


def word_terms(word: str, language: str) -> Iterable[str]:
    """Give the terms under which the folded `word` is kept."""
    root = stem(word, language)
    yield root
    if root != word:
        yield "=" + word


def impact(weighted: float) -> int:
    """Return the impact byte of a weighted, length-normalised frequency; never 0."""
    return max(1, min(FULL, round(FULL * weighted / (weighted + _HALF))))


def guide_terms(guide: Guide, analyser: Analyser) -> Terms:
    """Return what `guide` can be found by."""
    weights: defaultdict[str, float] = defaultdict(float)
    beginnings: dict[str, float] = {}
    for part, text in _texts(guide):
        counted = analyser.count(text)
        _weigh(weights, counted, part)
        if part.shortest_prefix:
            _begin(beginnings, _plain_words(text), part)
    sections = tuple(analyser.count(f"{s.title}\n{s.text}") for s in guide.sections)
    body: Counter[str] = Counter()
    for counted in sections:
        body.update(counted)
    _weigh(weights, body, BODY)
    _add_spellings(weights, beginnings, guide.title)
    return Terms(
        {term: impact(weight) for term, weight in weights.items()},
        {term: impact(weight) for term, weight in beginnings.items()},
        tuple(frozenset(counted) for counted in sections),
        tuple(frozenset(analyser.count(section.title)) for section in guide.sections),
        tuple(analyser.count(guide.title)),
    )


def summary(guide: Guide) -> str:
    """Return the situation, or the beginning of the text where the author gave none."""
    if guide.situation:
        return guide.situation
    first = next((section.text for section in guide.sections if section.text.strip()), "")
    return first.strip()[:SITUATION_CHARACTERS]


def _texts(guide: Guide) -> Iterable[tuple[Part, str]]:
    path = PurePosixPath(guide.path)
    yield TITLE, guide.title
    yield ASKED, "\n".join((*guide.also_asked, *guide.tags))
    yield FILE, "" if path.stem.lower() in {"readme", "index"} else path.stem
    yield FILE, guide.id.rpartition("/")[2] if guide.id.rpartition("/")[2] != path.stem else ""
    yield SITUATION, summary(guide)
    yield HEADINGS, "\n".join(section.title for section in guide.sections)
    yield PLACE, f"{guide.pack} {path.parent} {' '.join(guide.context_words)}"


def _weigh(weights: defaultdict[str, float], counted: Mapping[str, int], part: Part) -> None:
    length = sum(counted.values())
    scale = part.weight / (1 - part.slope + part.slope * max(length, part.usual / 2) / part.usual)
    for term, times in counted.items():
        weights[term] += times * scale


def _plain_words(text: str) -> set[str]:
    words = set()
    for word in split_words(text):
        words.add(word.text)
        if word.spelling:
            words.add(word.spelling)
    return words


def _begin(beginnings: dict[str, float], words: Iterable[str], part: Part) -> None:
    for word in words:
        for end in range(part.shortest_prefix, min(len(word), LONGEST_PREFIX) + 1):
            head = word[:end]
            beginnings[head] = max(beginnings.get(head, 0.0), part.weight)


def _add_spellings(
    weights: defaultdict[str, float], beginnings: dict[str, float], title: str
) -> None:
    """Add what people make of a title: its initials, and neighbours written as one."""
    words = [w.text for w in split_words(title) if not w.joined and not is_unspaced(w.text)]
    initials = {"".join(word[0] for word in words)}
    initials.add("".join(word[0] for word in words if word not in stop_words()))
    joined = {a + b for a, b in pairwise(words) if len(a) > 1 < len(b)}
    made = {word for word in initials if len(word) > 2} | joined
    for word in made:
        weights[word] += FILE.weight
    _begin(beginnings, made, Part(FILE.weight, 1, 0, 3))
