"""A guide turned into index terms: what it can be found by, and how strongly.

Four fields of terms, all with one impact byte (0-255) per guide:

- ``w``, words: the stem, and ``=word`` where the word differs from its stem. The parts of
  a guide (title, other questions, headings, situation, text...) are weighed, normalised by
  their length and summed *before* saturation, which is what BM25F asks for (Robertson,
  Zaragoza and Taylor 2004), so one list per word is enough.
- ``p``, beginnings of words: of the title and of what the author added from the first
  letter on, of headings and situation from three letters on;
- ``r``, long stems of languages that write words as one, backwards: what a compound ends with
  is found as easily as what it begins with;
- ``t``, whole titles and questions that the author listed: who types one is shown that guide,
  whatever else has its words.

Lengths are compared with fixed usual lengths and not with the average of the index: a
guide's postings depend on that guide alone, and adding one gives the same index as a rebuild.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from pathlib import PurePosixPath

from jitdesk.guides.guide import Guide
from jitdesk.search.stemming import joins_words, stem
from jitdesk.search.wordlists import stop_words
from jitdesk.search.words import (
    MAX_WORD,
    chain_parts,
    chain_words,
    chains,
    is_unspaced,
    pairs,
    split_words,
)

REVERSED = "r"
TITLES = "t"
WORDS = "w"
PREFIXES = "p"
WHOLE = "="
"""Before a whole word that is kept beside its stem."""

FULL = 255
LONGEST_PREFIX = 9
SHORTEST_COMPOUND = 8
SITUATION_CHARACTERS = 300
"""How much of the first paragraph stands in for a situation that the author did not give."""

_HALF = 2.0
"""The weighted frequency at which the impact is half of what it can be."""
_CACHE_LIMIT = 200_000
_MNEMONIC = re.compile(r"\[(\w)\](?=[^\W\d_])")
"""A letter in brackets before other letters, as manuals write ``E[x]tract``: one word."""

_PATH_LIKE = re.compile(r"[./:@\\]|[-_].*[-_].*[-_]")
"""Chains whose joined form is nothing that a person would type."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a guide: its weight, the length it usually has, how far length counts."""

    weight: float
    usual: int
    slope: float
    shortest_prefix: int = 0  # 0 = none, 1 or `_LONGER`


_LONGER = 3
TITLE = Part(8, 4, 0.3, 1)
ASKED = Part(8, 12, 0.3, 1)
FILE = Part(4, 3, 0.3, 1)
SITUATION = Part(4, 20, 0.3, _LONGER)
HEADINGS = Part(3, 30, 0.5, _LONGER)
BODY = Part(1, 300, 0.6)
PLACE = Part(1, 6, 0.3)


@dataclass(slots=True)
class Terms:
    """All terms of one guide with their impacts, and the terms of each section.

    Attributes:
        begun: letters of the shortest beginning that is kept -> whole words.
        asked: the terms of each question that the author listed, as those of the title.
    """

    words: dict[str, int] = field(default_factory=dict)
    begun: dict[int, dict[str, int]] = field(default_factory=dict)
    reversed: dict[str, int] = field(default_factory=dict)
    sections: tuple[Counter[str], ...] = ()
    title: tuple[str, ...] = ()
    asked: tuple[tuple[str, ...], ...] = ()


class Analyser:
    """Text to terms in one language; remembers the chains that it has met.

    Attributes:
        joins: the language writes words as one.
        spelled: the whole words met so far, for spelling.
    """

    def __init__(self, language: str) -> None:
        self.joins = joins_words(language)
        self.spelled: set[str] = set()
        self._words = _Words()
        self._terms = _Terms(language, self.spelled)

    def count(self, text: str) -> Counter[str]:
        """Return how often each term stands in `text`."""
        return self.count_chains(chains_of(text))

    def count_chains(self, found: Iterable[str]) -> Counter[str]:
        """Return how often each term stands in the chains of a text."""
        return Counter(chain.from_iterable(map(self._terms.__getitem__, found)))

    def words(self, found: Iterable[str]) -> set[str]:
        """Return the words of the chains of a text as they can be begun to be typed."""
        return set(chain.from_iterable(map(self._words.__getitem__, found)))


def chains_of(text: str) -> list[str]:
    """Return the chains of `text`, with ``E[x]tract`` as one word."""
    return chains(_MNEMONIC.sub(r"\1", text) if "[" in text else text)


class _Memory(dict[str, Sequence[str]]):
    """What a chain gives, made when it is first met.

    Runs without spaces are not kept: few come again. Their pairs have no stems and are not
    spelled.
    """

    def __missing__(self, text: str) -> Sequence[str]:
        if is_unspaced(text):
            return pairs(text)
        made = tuple(self.make(text))
        if len(text) <= MAX_WORD:
            if len(self) >= _CACHE_LIMIT:
                self.clear()
            self[text] = made
        return made

    def make(self, text: str) -> Iterable[str]:
        raise NotImplementedError


class _Words(_Memory):
    """Chain -> its words and their other spellings."""

    def make(self, text: str) -> Iterable[str]:
        parts, together = chain_parts(text)
        if parts:
            yield from chain.from_iterable(self[part] for part in parts)
            if together:
                yield together
            return
        for word in chain_words(text):
            yield word.text
            if word.spelling:
                yield word.spelling


class _Terms(_Memory):
    """Chain -> its terms: stems, and whole words that differ from them."""

    def __init__(self, language: str, spelled: set[str]) -> None:
        super().__init__()
        self._language = language
        self._spelled = spelled

    def make(self, text: str) -> Iterable[str]:
        parts, together = chain_parts(text)
        if parts:
            yield from chain.from_iterable(self[part] for part in parts)
            if together:
                yield from self._word(together, spelled=not _PATH_LIKE.search(text))
        else:
            for word in chain_words(text):
                yield from self._word(word.text)
                if word.spelling:
                    yield from self._word(word.spelling, spelled=False)

    def _word(self, word: str, *, spelled: bool = True) -> Iterable[str]:
        if spelled:
            self._spelled.add(word)
        return word_terms(word, self._language)


def word_terms(word: str, language: str) -> Iterable[str]:
    """Give the terms under which the folded `word` is kept."""
    root = stem(word, language)
    return (root,) if root == word else (root, WHOLE + word)


def guide_terms(guide: Guide, analyser: Analyser) -> Terms:
    """Return what `guide` can be found by."""
    weights: dict[str, float] = {}
    begun: dict[int, dict[str, int]] = {1: {}, _LONGER: {}}
    for part, text in _texts(guide):
        found = chains_of(text)
        _weigh(weights, analyser.count_chains(found), part)
        if part.shortest_prefix:
            _begin(begun, analyser.words(found), part)
    sections = tuple(analyser.count(f"{s.title}\n{s.text}") for s in guide.sections)
    _weigh(weights, _sum(sections), BODY)
    _add_spellings(weights, begun, guide.title)
    words = _impacts(weights)
    backwards = _reversed(words) if analyser.joins else {}
    title, *asked = (tuple(analyser.count(text)) for text in (guide.title, *guide.also_asked))
    return Terms(words, begun, backwards, sections, title, tuple(asked))


def _reversed(words: Mapping[str, int]) -> dict[str, int]:
    """Return the stems that may be compounds, written backwards."""
    return {
        word[::-1]: impact
        for word, impact in words.items()
        if len(word) >= SHORTEST_COMPOUND and word.isalpha()
    }


def _sum(counts: Sequence[Counter[str]]) -> Counter[str]:
    if len(counts) == 1:
        return counts[0]
    total: Counter[str] = Counter()
    for counted in counts:
        total.update(counted)
    return total


def _impacts(weights: Mapping[str, float]) -> dict[str, int]:
    """Return the impact byte of each weighted, length-normalised frequency; never 0."""
    return {
        term: int(FULL * weight / (weight + _HALF) + 0.5) or 1 for term, weight in weights.items()
    }


def _impact(weight: float) -> int:
    return int(FULL * weight / (weight + _HALF) + 0.5)


def summary(guide: Guide) -> str:
    """Return the situation, or the beginning of the text where the author gave none."""
    if guide.situation:
        return guide.situation
    first = next((section.text for section in guide.sections if section.text.strip()), "")
    return first.strip()[:SITUATION_CHARACTERS]


def _texts(guide: Guide) -> Iterable[tuple[Part, str]]:
    """Give the parts beside the text, the lighter before the heavier."""
    path = PurePosixPath(guide.path)
    name = guide.id.rpartition("/")[2]
    yield PLACE, f"{guide.pack} {path.parent} {' '.join(guide.context_words)}"
    yield HEADINGS, "\n".join(section.title for section in guide.sections)
    yield SITUATION, summary(guide)
    yield FILE, "" if path.stem.lower() in {"readme", "index"} else path.stem
    yield FILE, name if name != path.stem else ""
    yield ASKED, "\n".join((*guide.also_asked, *guide.tags))
    yield TITLE, guide.title


def _weigh(weights: dict[str, float], counted: Counter[str], part: Part) -> None:
    if not counted:
        return
    length = counted.total()
    scale = part.weight / (1 - part.slope + part.slope * max(length, part.usual / 2) / part.usual)
    known = weights.get
    for term, times in counted.items():
        weights[term] = known(term, 0.0) + times * scale


def _begin(begun: dict[int, dict[str, int]], words: Iterable[str], part: Part) -> None:
    """Add `words` that may be begun to be typed; heavier parts come later."""
    begun[part.shortest_prefix].update(dict.fromkeys(words, _impact(part.weight)))


def _add_spellings(weights: dict[str, float], begun: dict[int, dict[str, int]], title: str) -> None:
    """Add what people make of a title: its initials, and neighbours written as one."""
    words = [w.text for w in split_words(title) if not w.joined and not is_unspaced(w.text)]
    initials = {"".join(word[0] for word in words)}
    initials.add("".join(word[0] for word in words if word not in stop_words()))
    joined = {a + b for a, b in pairwise(words) if len(a) > 1 < len(b)}
    made = {word for word in initials if len(word) > 2} | joined
    for word in made:
        weights[word] = weights.get(word, 0.0) + FILE.weight
    begun[_LONGER] = dict.fromkeys(made, _impact(FILE.weight)) | begun[_LONGER]
