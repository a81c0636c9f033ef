"""`Reading`: an asked word read once for all that looks at it: scores, titles, passages.

Between two keystrokes all words but the last stay the same; `Readings` remembers them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jitdesk.search.alternatives import (
    CONCEPT,
    CONCEPT_IN_PART,
    PHRASE,
    Languages,
    Meaning,
    find_meanings,
    find_phrase,
    guess,
)
from jitdesk.search.asking import AskedWord
from jitdesk.search.concepts import shipped_concepts
from jitdesk.search.lexicon import Lexicon
from jitdesk.search.memory import Memory
from jitdesk.search.needle import Needle, make_needle
from jitdesk.search.ranking import TitleTerms, title_terms
from jitdesk.search.scoring import rarity, word_weight
from jitdesk.search.wordlists import SMALL, Phrase, phrases, root, runs
from jitdesk.search.words import is_unspaced

_REMEMBERED = 512
_MOST_LANGUAGES = 8
_BETWEEN = 3
"""Words that may stand between them, beside articles."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of one word, with what is derived from it.

    Attributes:
        known: it stands in the index as it was typed.
        spoken: the words of the question that say it.
    """

    meaning: Meaning
    weight: float
    known: bool
    title: TitleTerms
    needle: Needle
    spoken: tuple[str, ...]


def _spoken(phrase: Phrase, stems: Sequence[str]) -> int:
    """Return how many of `stems`, from the first on, are a phrase and no more; 0 = none.

    What is done to something may stand around it: "turn the old server off".
    """
    size = len(phrase.words)
    if tuple(stems[:size]) == phrase.words:
        return size
    return int(phrase.apart and phrase.words[1] in stems[2 : 2 + _BETWEEN])


def _without_small(words: Sequence[AskedWord]) -> list[str]:
    return [word.text for word in words if word.text not in SMALL]


class Readings:
    """Reads words against one lexicon and remembers the last few hundred."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: Memory[tuple[AskedWord, str], tuple[Reading, ...]] = Memory(_REMEMBERED)
        self._phrases: Memory[tuple[tuple[str, ...], float, str], tuple[Reading, ...]] = Memory(
            _REMEMBERED
        )

    def read(self, words: Sequence[AskedWord], language: str) -> list[Reading]:
        """Return the readings of `words`, in order; an unknown word has none."""
        return [reading for word in words for reading in self._word(word, language)]

    def unknown(self, words: Sequence[AskedWord], language: str) -> int:
        """Return how many of the telling `words` no guide has in any form."""
        return sum(not word.stop and not self._word(word, language) for word in words)

    def phrases(self, words: Sequence[AskedWord], language: str) -> list[Reading]:
        """Return the readings of the phrases among `words`."""
        plain = _without_small(words)
        stems = list(map(root, plain))
        found: list[Reading] = []
        at = 0
        while at + 1 < len(plain):
            size = 1
            listed = runs(plain[at]) if is_unspaced(plain[at]) else phrases().get(stems[at], ())
            for phrase in listed:
                if taken := _spoken(phrase, stems[at:]):
                    spoken = (plain[at], *(plain[at + 1 : at + taken] or phrase.words[1:]))
                    found += self._phrase(spoken, phrase.others, language, PHRASE)
                    size = taken
                    break
            at += size
        return found

    def concepts(
        self, words: Sequence[AskedWord], language: str, *, in_part: bool
    ) -> list[Reading]:
        """Return the readings of what `words` describe; none tells more than its cues."""

        def has(others: tuple[str, ...]) -> bool:
            return bool(self._meant(others, language, CONCEPT))

        found = []
        plain = _without_small(words)
        for concept in shipped_concepts().described(plain, has, in_part=in_part):
            factor = CONCEPT if concept.whole else CONCEPT_IN_PART
            for reading in self._phrase(concept.cues, concept.words, language, factor):
                told = sum(self._told(w, language) for w in words if w.text in concept.cues)
                found.append(reading if told >= reading.weight else replace(reading, weight=told))
        return found

    def _told(self, word: AskedWord, language: str) -> float:
        known = self._word(word, language)
        return max((each.weight for each in known), default=rarity(0, self._lexicon.size))

    def guessed(self, words: Sequence[AskedWord]) -> list[Reading]:
        """Return the reading of the beginning of one of `words`, for want of a better one."""
        found = (guess(word, self._lexicon) for word in reversed(words))
        return [self._reading(meaning) for meaning in found if meaning][:1]

    def _phrase(
        self, spoken: tuple[str, ...], others: tuple[str, ...], language: str, factor: float
    ) -> Iterator[Reading]:
        """Give what is meant by `spoken`, if the index has one of `others`."""
        known = self._meant(others, language, factor)
        return (replace(reading, spoken=spoken) for reading in known)

    def _meant(self, others: tuple[str, ...], language: str, factor: float) -> tuple[Reading, ...]:
        """Return the reading of `others`, nothing if the index has none of them."""
        known = self._phrases.get((others, factor, language))
        if known is None:
            meaning = find_phrase(others, self._lexicon, self._languages(language), factor)
            made = (self._reading(meaning),) if meaning else ()
            known = self._phrases.keep((others, factor, language), made)
        return known

    def _word(self, word: AskedWord, language: str) -> tuple[Reading, ...]:
        known = self._known.get((word, language))
        if known is None:
            meanings = find_meanings(word, self._lexicon, self._languages(language))
            made = tuple(self._reading(meaning) for meaning in meanings)
            known = self._known.keep((word, language), made)
        return known

    def _languages(self, preferred: str) -> Languages:
        """Return the languages of the index, `preferred` and English first."""
        first = [code for code in (preferred[:2].lower(), "en") if code]
        codes = [tag[:2].lower() or "en" for tag in self._lexicon.languages]
        return tuple(dict.fromkeys(code for code in (*first, *codes)))[:_MOST_LANGUAGES]

    def _reading(self, meaning: Meaning) -> Reading:
        weight = word_weight(meaning, self._lexicon.size)
        known = not meaning.correction and any(
            not found.synonym and not found.correction for found in meaning.alternatives
        )
        title, needle = title_terms(meaning), make_needle(meaning, weight)
        return Reading(meaning, weight, known, title, needle, (meaning.word.text,))
