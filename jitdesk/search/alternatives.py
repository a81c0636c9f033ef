"""For each asked word, the index terms that may stand for it, and how well each does.

A guide counts the best alternative that it has, once. Order of trust: the word itself, its
stems, the word written as one with its neighbour, a known abbreviation, the beginning of a
word, a word for the same thing; and a corrected spelling only where nothing else is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from jitdesk.search.asking import AskedWord
from jitdesk.search.concepts import shipped_concepts
from jitdesk.search.found import Found
from jitdesk.search.lexicon import Lexicon
from jitdesk.search.stemming import joins_words, query_stems, stem
from jitdesk.search.terms import (
    LONGEST_PREFIX,
    PREFIXES,
    REVERSED,
    SHORTEST_COMPOUND,
    WORDS,
)
from jitdesk.search.wordlists import abbreviations, is_listed, related, synonyms, synonyms_of_stem
from jitdesk.search.words import PAIR, is_unspaced, pairs

STEM = 0.92
SPELLING = 0.95
JOINED = 0.95
ABBREVIATION = 0.9
BEGINNING_PARTIAL = 0.8
BEGINNING = 0.5
BEGINNING_WHOLE = 0.25
EXPANSION = 0.55
SYNONYM = 0.5
RELATED = 0.35
PHRASE = 1.0
CONCEPT = 0.9
CONCEPT_IN_PART = 0.4
MOST_FORMS = 5
"""So many forms of the words for a phrase: who writes a list begins with what is meant most."""
GUESS = 0.3
COMPOUND = 0.45
LISTED_LANGUAGES = frozenset({"en", "de"})
"""The word lists are in these: their words have no stems in others."""

FEW = 20
"""Only a word in at most so many guides is looked for inside of others: a common one has its
own guides, and in a mixed library an English word stands in German ones by chance."""

MAX_COMPOUNDS = 10
_SHORTEST_PART = 3
_LINKS = ("s", "es", "n", "en", "er", "e")
"""What German puts between the parts of a compound."""

SLIP = 0.12
"""What each typing error takes from a corrected word."""

FOREIGN = 0.4
"""What a stem of a language that nobody asked for keeps beside a word one slip away; it comes
behind the word then, also as the beginning of a title."""

MAX_EXPANSIONS = 5
SHORTEST_EXPANSION = 4
RARE = 2
RARE_SHARE = 500
"""A word in so few guides, or in one of so many, may be a slip of a far more frequent one."""

Languages = tuple[str, ...]
"""Codes of the languages that a word may be of, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A term that stands for a word, its guides, and how well it does (0..1)."""

    field: str
    term: str
    factor: float
    found: Found
    correction: str = ""
    synonym: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """An asked word and everything that may stand for it; `correction` = read as that."""

    word: AskedWord
    alternatives: tuple[Alternative, ...]
    correction: str = ""

    @property
    def count(self) -> int:
        """The number of guides that the word itself is in, or its likeliest reading."""
        own = [a.found.count for a in self.alternatives if a.field == WORDS and not a.synonym]
        return max(own, default=max((a.found.count for a in self.alternatives), default=0))


def find_meanings(word: AskedWord, lexicon: Lexicon, languages: Languages) -> list[Meaning]:
    """Return what `word` may mean: mostly one meaning, none if it is unknown.

    A word that is two known words written as one gives a meaning for each.
    """
    if word.plain:
        own = [found for found in _own(word, lexicon, languages) if found.found.count]
        return [Meaning(word, _best(own))] if own else []
    known, meant = _spelled(word, _known(word, lexicon, languages), lexicon, languages)
    far = not meant or meant[0].factor < 1 - SLIP
    if not known and far and (halves := _halves(word.text, lexicon)):
        parts = [AskedWord(half) for half in halves]
        return [Meaning(part, _known(part, lexicon, languages)) for part in parts]
    others = (*known, *meant, *_synonyms(word, lexicon, languages))
    read_as = meant[0].correction if meant and not known else ""
    return [Meaning(word, _best(others), read_as)] if others else []


def _known(word: AskedWord, lexicon: Lexicon, languages: Languages) -> tuple[Alternative, ...]:
    own = [found for found in _own(word, lexicon, languages) if found.found.count]
    tried = (
        *_joined(word, lexicon, languages),
        *_long_forms(word, lexicon, languages),
        *_beginnings(word, lexicon, whole=bool(own)),
        *(() if _common(own) else _compounds(word, lexicon, languages)),
    )
    return (*own, *(found for found in tried if found.found.count))


def _lookup(lexicon: Lexicon, field: str, term: str, factor: float) -> Alternative:
    return Alternative(field, term, factor, lexicon.find(field, term))


def _own(word: AskedWord, lexicon: Lexicon, languages: Languages) -> Iterator[Alternative]:
    yield _lookup(lexicon, WORDS, "=" + word.text, 1.0)
    yield _lookup(lexicon, WORDS, word.text, 1.0)
    if word.partial:  # half a word has no endings; what begins with it is looked up anyway
        languages = languages[:1]
    for text, factor in ((word.text, STEM), (word.spelling, SPELLING)):
        if text:
            for root in query_stems(text, languages):
                if root != word.text:
                    yield _lookup(lexicon, WORDS, root, factor)


def _joined(word: AskedWord, lexicon: Lexicon, languages: Languages) -> Iterator[Alternative]:
    for text in word.joined:
        if word.partial and len(text) <= LONGEST_PREFIX:
            yield _lookup(lexicon, PREFIXES, text, BEGINNING_PARTIAL * JOINED)
        elif not word.partial:
            for term in dict.fromkeys((text, "=" + text, *query_stems(text, languages))):
                yield _lookup(lexicon, WORDS, term, JOINED)


def _long_forms(word: AskedWord, lexicon: Lexicon, languages: Languages) -> Iterator[Alternative]:
    for long in abbreviations().get(word.text, ()):
        for found in _own(AskedWord(long), lexicon, languages):
            yield replace(found, factor=found.factor * ABBREVIATION)


def _beginnings(word: AskedWord, lexicon: Lexicon, *, whole: bool) -> Iterator[Alternative]:
    """Give what begins with `word`; `whole`: it is a word of its own."""
    if word.stop:
        return
    factor = BEGINNING_PARTIAL if word.partial else BEGINNING_WHOLE if whole else BEGINNING
    begins = word.partial or len(word.text) > 1 or is_unspaced(word.text)
    if begins and len(word.text) <= LONGEST_PREFIX:
        yield _lookup(lexicon, PREFIXES, word.text, factor)
    if len(word.text) >= SHORTEST_EXPANSION and (word.partial or len(word.text) > LONGEST_PREFIX):
        for term in lexicon.starting(word.text, MAX_EXPANSIONS):
            if term != word.text:
                yield _lookup(lexicon, WORDS, term, EXPANSION)


def _common(own: Sequence[Alternative]) -> bool:
    return max((found.found.count for found in own), default=0) > FEW


def _compounds(word: AskedWord, lexicon: Lexicon, languages: Languages) -> Iterator[Alternative]:
    """Give compounds that begin or end with `word`, where such a language is in the index."""
    if word.stop or word.partial or not word.text.isalpha():
        return
    for code in languages:
        root = stem(word.text, code) if joins_words(code) else ""
        if len(root) >= SHORTEST_EXPANSION:
            heads = lexicon.starting(root, MAX_COMPOUNDS)
            tails = lexicon.starting(root[::-1], MAX_COMPOUNDS, REVERSED)
            for term in (*heads, *(tail[::-1] for tail in tails)):
                if len(term) >= max(SHORTEST_COMPOUND, len(root) + _SHORTEST_PART):
                    yield _lookup(lexicon, WORDS, term, COMPOUND)


def guess(word: AskedWord, lexicon: Lexicon) -> Meaning | None:
    """Return what begins as `word` does, as far as anything does: better than an empty list."""
    for end in range(len(word.text), 0, -1):
        head = word.text[:end]
        tried = [(PREFIXES, head)] if end <= LONGEST_PREFIX else []
        if end > 2 or is_unspaced(head):
            tried += [(WORDS, term) for term in lexicon.starting(head, MAX_EXPANSIONS)]
        found = [_lookup(lexicon, field, term, GUESS) for field, term in tried]
        if known := [each for each in found if each.found.count]:
            return Meaning(AskedWord(head, partial=True), _best(known))
    return None


def _synonyms(word: AskedWord, lexicon: Lexicon, languages: Languages) -> Iterator[Alternative]:
    """Give other words for the same thing: those listed by hand, and those of `related`."""
    listed = synonyms(word.text, languages[0])
    whole = not word.partial and not word.stop
    if whole and not listed:
        roots = query_stems(word.text, languages)
        listed = next(filter(None, map(synonyms_of_stem, roots)), [])
    for other, root in listed:
        yield from _other(other, SYNONYM, lexicon, (root,))
    seen = {word.text, *(other for other, _ in listed)}
    for other, near in related(word.text) if whole else ():
        if other not in seen:
            yield from _other(other, RELATED * near, lexicon, query_stems(other, ("en",)))


def _other(
    other: str, factor: float, lexicon: Lexicon, roots: Iterable[str]
) -> Iterator[Alternative]:
    if is_unspaced(other) and len(other) > PAIR:  # the rarest of its pairs says it best
        rarest = min(pairs(other), key=lambda pair: lexicon.find(WORDS, pair).count)
        forms = {rarest: 1.0}
    else:
        forms = dict.fromkeys(roots, STEM) | {other: 1.0, "=" + other: 1.0}
    for term, share in forms.items():
        found = lexicon.find(WORDS, term)
        if found.count:
            yield Alternative(WORDS, term, factor * share, found, synonym=other)


def find_phrase(
    others: Sequence[str], lexicon: Lexicon, languages: Languages, factor: float
) -> Meaning | None:
    """Return what a phrase means that `others`, the likeliest first, are words for, if known."""
    listed = tuple(code for code in languages if code in LISTED_LANGUAGES)
    found = [
        alternative
        for other in others
        for alternative in _other(other, factor, lexicon, query_stems(other, listed))
    ]
    word = AskedWord(", ".join(others), phrase=True)
    return Meaning(word, _best(found)[:MOST_FORMS]) if found else None


def _spelled(
    word: AskedWord, known: tuple[Alternative, ...], lexicon: Lexicon, languages: Languages
) -> tuple[tuple[Alternative, ...], list[Alternative]]:
    """Return what is known of a word, and its corrected spellings.

    That a stem of a language which nobody asked for is known does not say that the word is one:
    German leaves `type` of `typeest`. One slip away from a known word it counts for less.
    """
    asked = query_stems(word.text, tuple(dict.fromkeys((*languages[:1], "en"))))
    own = {word.text, "=" + word.text, *asked}
    sure = tuple(a for a in known if a.factor != STEM or a.term in own)
    meant = _corrected(word, sure, lexicon, languages)
    if len(sure) == len(known) or not meant or _as_typed(word, known):
        return known, meant
    if meant[0].factor < 1 - SLIP:
        return known, []
    foreign = (replace(a, factor=a.factor * FOREIGN) for a in known if a not in sure)
    return (*sure, *foreign), meant


def _corrected(
    word: AskedWord, known: Sequence[Alternative], lexicon: Lexicon, languages: Languages
) -> list[Alternative]:
    """Return corrected spellings: of an unknown word, or of one that is hardly there."""
    # What merely begins with it, or has it inside, does not say that it is a word.
    known = [found for found in known if found.factor >= BEGINNING_PARTIAL]
    count = max((found.found.count for found in known), default=0)
    if count > max(RARE, lexicon.size // RARE_SHARE) or word.stop or (known and len(word.text) < 5):
        return []
    if not word.partial and _is_word(word.text):  # spelled as it should be, and in no guide
        return []
    near = lexicon.corrections(word.text)
    fewest = min((c.slips for c in near), default=0)
    if known and (fewest > 1 or word.partial):
        return []
    found = []
    for correction in near:
        if correction.slips == fewest:
            found += _reading(correction.word, correction.slips, lexicon, languages)
    if _as_typed(word, known):
        found = [replace(a, factor=a.factor * 0.6) for a in found if a.found.count > count * 8]
    else:  # known by a stem alone, perhaps of a language that nobody meant
        found = [a for a in found if a.found.count > count]
    found.sort(key=lambda a: (-a.factor, -a.found.count))
    return found[:6]


def _is_word(text: str) -> bool:
    return is_listed(text) or shipped_concepts().is_cue(text)


def _as_typed(word: AskedWord, known: Sequence[Alternative]) -> bool:
    """Tell whether some guide has the word just as it was typed, or begun as it is."""
    begun = word.partial and any(a.field == PREFIXES for a in known)
    return begun or any(a.field == WORDS and a.term.removeprefix("=") == word.text for a in known)


def _reading(text: str, slips: int, lexicon: Lexicon, languages: Languages) -> list[Alternative]:
    return [
        replace(found, factor=found.factor - SLIP * slips, correction=text)
        for found in _own(AskedWord(text), lexicon, languages)
        if found.found.count
    ]


def _halves(text: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return two known words that are `text` when written as one; the most even split."""
    known = []
    for at in range(3, len(text) - 2):
        left, right = text[:at], text[at:]
        if lexicon.knows(right) and (found := _part(left, lexicon)):
            known.append((found, right))
    return max(known, key=lambda s: min(len(s[0]), len(s[1])), default=None)


def _part(text: str, lexicon: Lexicon) -> str:
    """Return the known word that `text` is, with or without a link at its end; "" = none."""
    if lexicon.knows(text):
        return text
    bare = (text.removesuffix(link) for link in _LINKS if text.endswith(link))
    return next((word for word in bare if len(word) > 3 and lexicon.knows(word)), "")


def _best(alternatives: Sequence[Alternative]) -> tuple[Alternative, ...]:
    """Return each term once, with its best factor, the best first."""
    best: dict[tuple[str, str], Alternative] = {}
    for found in alternatives:
        name = (found.field, found.term)
        if name not in best or best[name].factor < found.factor:
            best[name] = found
    return tuple(sorted(best.values(), key=lambda a: -a.factor))
