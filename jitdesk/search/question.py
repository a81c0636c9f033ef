"""`Question`: what was typed, read against one index: filters, words, title, corrections."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from jitdesk.search.asking import MAX_CHARACTERS, AskedWord, asked_words
from jitdesk.search.card import MAX_TITLE, plain_title
from jitdesk.search.filters import Filters, read_filters
from jitdesk.search.fingerprint import fingerprint, speaker
from jitdesk.search.hit import Query
from jitdesk.search.layouts import retyped
from jitdesk.search.lexicon import Lexicon
from jitdesk.search.reading import Reading, Readings
from jitdesk.search.words import is_unspaced

MAX_SCORED = 24
"""Of a pasted text only the words that tell most are scored."""

IN_PHRASE = 0.5
"""What the words of a phrase tell by themselves: "no room" is hardly about rooms."""

PAIRS = 2.0
"""What the pairs of one word without spaces tell together, beside a pair by itself."""

BEGUN = {1: 0.2, 2: 0.45, 3: 0.75}
"""What a word of so many letters tells beside finished words: it may still become anything,
and the first row must not jump with each guess."""

ADVICE = 0.6
"""What a message says after its first sentence ("ensure that ...") tells less of the case."""

_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?] (?=[^\W\d_a-z]\w+ \S+ \S)")

MAX_RETYPED = 120
"""Who types more than that has seen that the letters are others."""

_SIGNS = frozenset("#@:-")


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was read.

    Attributes:
        readings: what its words may mean; an unknown word has none.
        title: the question as a title would be.
        corrected: the same with the words that were read as others, "" = as typed.
        message: a program's own words were pasted.
        speaker: the program that they are from, as a title would be; "" = not said.
        unknown: how many telling words are in no guide.
    """

    filters: Filters
    readings: list[Reading]
    title: str
    corrected: str = ""
    message: bool = False
    speaker: str = ""
    unknown: int = 0


class Questions:
    """Reads questions against one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._readings = Readings(lexicon)

    def read(self, query: Query) -> Question:
        """Return what `query` asks."""
        program, text = speaker(query.text[:MAX_CHARACTERS])
        message = fingerprint(text)
        filters = Filters((), (), message or text)
        if not message and not _SIGNS.isdisjoint(text):  # a message has signs of its own
            filters = read_filters(text, self._lexicon)
        words = asked_words(filters.text, complete=query.complete)
        readings = self._read(words, query, message=bool(message))
        if message:
            readings = _fact_first(readings, message)
        title = plain_title(filters.text[:MAX_TITLE])
        if not any(reading.known for reading in readings) or self._foreign(filters.text, words):
            for other in retyped(filters.text) if len(filters.text) <= MAX_RETYPED else ():
                if readings and other.isascii() == filters.text.isascii():
                    continue  # within a script a slip is likelier than another layout
                if found := self._read_known(other, query):
                    corrected = plain_title(other[:MAX_TITLE])
                    return Question(filters, _telling(found), title, corrected)
        unknown = self._readings.unknown(words, query.language)
        if not readings:
            return Question(filters, self._readings.guessed(words), title, unknown=unknown)
        return Question(
            filters,
            _telling(readings),
            title,
            _corrected(title, readings),
            message=bool(message),
            speaker=plain_title(program),
            unknown=unknown,
        )

    def _foreign(self, text: str, words: Sequence[AskedWord]) -> bool:
        """Tell whether a text of another script than the Latin has a word that nobody wrote.

        What a short command is in another layout often begins some word of that language.
        """
        known = self._lexicon.knows
        return not text.isascii() and not all(known(w.text, begun=w.partial) for w in words)

    def _read_known(self, text: str, query: Query) -> list[Reading]:
        """Return the readings of `text` if all of its words are known; cheap if not."""
        words = asked_words(text, complete=query.complete)
        known = self._lexicon.knows
        if not all(known(word.text, begun=word.partial) for word in words):
            return []
        return self._readings.read(words, query.language)

    def _read(self, words: list[AskedWord], query: Query, *, message: bool) -> list[Reading]:
        phrases = self._readings.phrases(words, query.language)
        concepts = self._readings.concepts(
            words,
            query.language,
            in_part=not message,  # it says what it is about
        )
        readings = self._readings.read(words, query.language)
        if len(readings) > 1 and readings[-1].meaning.word.partial:
            begun = BEGUN.get(len(readings[-1].meaning.word.text), 1.0)
            readings[-1] = replace(readings[-1], weight=readings[-1].weight * begun)
        if phrases:
            parts = {text: _part(phrase) for phrase in phrases for text in phrase.spoken}
            readings = [_in_phrase(each, parts) for each in readings]
        # What finished words have scored is remembered while the last one is typed.
        return [*readings[:-1], *phrases, *concepts, *readings[-1:]]


def _part(phrase: Reading) -> float:
    """Return what a word of `phrase` tells beside it: of a word's pairs all together tell it."""
    if is_unspaced(phrase.spoken[0]):
        return min(1.0, PAIRS / len(phrase.spoken))
    return IN_PHRASE


def _in_phrase(reading: Reading, parts: Mapping[str, float]) -> Reading:
    """Return `reading`, of less weight if its word is one of those of a phrase."""
    if not all(text in parts for text in reading.spoken):
        return reading
    return replace(reading, weight=reading.weight * parts[reading.spoken[0]])


def _fact_first(readings: list[Reading], message: str) -> list[Reading]:
    """Weigh the words of a message's first sentence above what it advises after it."""
    fact = message[: found.start()] if (found := _SENTENCE_END.search(message)) else message
    words = {word.text for word in asked_words(fact, complete=True)}
    return [
        each if words.issuperset(each.spoken) else replace(each, weight=each.weight * ADVICE)
        for each in readings
    ]


def _telling(readings: list[Reading]) -> list[Reading]:
    """Return the readings in their order, of many only those that tell most."""
    if len(readings) <= MAX_SCORED:
        return readings
    kept = {id(r) for r in nlargest(MAX_SCORED, readings, key=lambda reading: reading.weight)}
    return [reading for reading in readings if id(reading) in kept]


def _corrected(title: str, readings: Sequence[Reading]) -> str:
    """Return `title` with the words that were read as others, "" if none was."""
    meanings = [reading.meaning for reading in readings]
    changed = {m.word.text: m.correction for m in meanings if m.correction}
    return " ".join(changed.get(word, word) for word in title.split()) if changed else ""
