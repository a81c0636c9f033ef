"""`Reading`: an asked word read once for all that looks at it: scores, titles, passages.

Between two keystrokes all words but the last stay the same; `Readings` remembers them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jitdesk.search.alternatives import (
    CONCEPT,
    PHRASE,
    Languages,
    Meaning,
    find_meanings,
    find_phrase,
    guess,
)
from jitdesk.search.asking import AskedWord
from jitdesk.search.concepts import described
from jitdesk.search.lexicon import Lexicon
from jitdesk.search.needle import Needle, make_needle
from jitdesk.search.ranking import TitleTerms, title_terms
from jitdesk.search.scoring import word_weight
from jitdesk.search.wordlists import SMALL, Phrase, phrases, root

_REMEMBERED = 256
_MOST_LANGUAGES = 8
_LEAST_WORDS = 2
_BETWEEN = 3
"""Words that may stand between them, beside articles."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of one word, with what is derived from it.

    Attributes:
        known: it stands in the index as it was typed.
    """

    meaning: Meaning
    weight: float
    known: bool
    title: TitleTerms
    needle: Needle


def _spoken(phrase: Phrase, stems: Sequence[str]) -> int:
    """Return how many of `stems`, from the first on, are a phrase and no more; 0 = none.

    What is done to something may stand around it: "turn the old server off".
    """
    size = len(phrase.words)
    if tuple(stems[:size]) == phrase.words:
        return size
    return int(phrase.apart and phrase.words[1] in stems[2 : 2 + _BETWEEN])


class Readings:
    """Reads words against one lexicon and remembers the last few hundred."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[tuple[AskedWord, str], tuple[Reading, ...]] = {}
        self._phrases: dict[tuple[AskedWord, tuple[str, ...], str], tuple[Reading, ...]] = {}

    def read(self, words: Sequence[AskedWord], language: str) -> list[Reading]:
        """Return the readings of `words`, in order; an unknown word has none."""
        return [reading for word in words for reading in self._word(word, language)]

    def phrases(self, words: Sequence[AskedWord], language: str) -> list[Reading]:
        """Return the readings of the phrases and concepts among `words`."""
        plain = [word.text for word in words if word.text not in SMALL]
        if len(plain) < _LEAST_WORDS:
            return []
        stems = list(map(root, plain))
        found: list[Reading] = []
        given: set[str] = set()
        at = 0
        while at < len(plain):
            size = 1
            for phrase in phrases().get(stems[at], ()):
                if taken := _spoken(phrase, stems[at:]):
                    spoken = (plain[at], *(plain[at + 1 : at + taken] or phrase.words[1:]))
                    found += self._phrase(spoken, phrase.others, language, PHRASE)
                    given.update(phrase.others)
                    size = taken
                    break
            at += size
        for cues, others in described(plain).items():
            new = tuple(word for word in others if word not in given)
            found += self._phrase(cues, new, language, CONCEPT)
            given.update(others)
        return found

    def guessed(self, words: Sequence[AskedWord]) -> list[Reading]:
        """Return the reading of the beginning of one of `words`, for want of a better one."""
        found = (guess(word, self._lexicon) for word in reversed(words))
        return [self._reading(meaning) for meaning in found if meaning][:1]

    def _phrase(
        self, phrase: tuple[str, ...], others: tuple[str, ...], language: str, factor: float
    ) -> tuple[Reading, ...]:
        asked = AskedWord(" ".join(phrase))
        known = self._phrases.get((asked, others, language))
        if known is None:
            if len(self._phrases) >= _REMEMBERED:
                self._phrases.clear()
            languages = self._languages(language)
            meaning = find_phrase(phrase, others, self._lexicon, languages, factor)
            known = (self._reading(meaning),) if meaning else ()
            self._phrases[asked, others, language] = known
        return known

    def _word(self, word: AskedWord, language: str) -> tuple[Reading, ...]:
        known = self._known.get((word, language))
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            meanings = find_meanings(word, self._lexicon, self._languages(language))
            known = tuple(self._reading(meaning) for meaning in meanings)
            self._known[word, language] = known
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
        return Reading(meaning, weight, known, title_terms(meaning), make_needle(meaning, weight))
