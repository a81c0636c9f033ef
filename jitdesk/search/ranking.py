"""The order of the best guides: what the postings cannot see, decided on their faces.

How much of the question the title covers, how much of the title the question covers, the
exact title first of all; then, modestly, what helped before, the program in front and the
language. Pure: numbers in, numbers out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jitdesk.search.alternatives import Meaning
from jitdesk.search.card import Face
from jitdesk.search.terms import PREFIXES

TITLE_COVERS = 0.1
TITLE_COVERED = 0.3
TITLE_IN_MESSAGE = 0.6
"""A message is longer than any title: that it has all of one tells more."""

SPEAKER = 0.35
"""A message is first of all about the program that it names as its author."""

EXACT = 10.0
"""More than all else together: who types a title wants that guide."""

EXACT_ASKED = 3.0
"""The author has listed the very question; only a title comes before it."""

EXACT_NAME = 1.0
EXACT_CORRECTED = 0.3
BEGINS = 0.25
NEAR = 0.5
LEARNED = 2.0
"""What helped for the very same words comes before all but an exact title."""

USAGE = 0.6
IN_FRONT = 0.4
"""A guide for the program in front scores a fifth more, one for its very window three fifths."""

LANGUAGE = 1.15
OTHER_LANGUAGE = 0.9
_BEGINNING = 0.8
"""What the beginning of a title's word covers of it."""

_MOST = 12
"""Alternatives of a word that are looked for in titles, the best first."""

_OTHER_WORDS = 0.2
"""A synonym or correction in the title covers a fifth of what the word itself would."""

_PHRASE_WORDS = 0.6
"""What a phrase means was written by hand and is no guess at one of its words."""


STALE = 0.92
"""What is left of the score of a guide whose review is overdue: behind its equals, no more."""

TitleTerms = tuple[tuple[str, float], ...]
"""What a word may be in `Face.terms`, with the share of it that each is, the best first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as ranking sees it.

    Attributes:
        words, weights: what each word may be in a title, and how much it tells.
        today: ISO date; a guide whose review was due before it is stale.
        title: the whole question as a title would be; `corrected` likewise, "" = as typed.
        partial: the last word may be half a word.
        message, speaker: as in `Question`.
    """

    words: Sequence[TitleTerms]
    weights: Sequence[float]
    title: str
    partial: bool
    corrected: str = ""
    message: bool = False
    speaker: str = ""
    language: str = ""
    today: str = ""


def title_terms(meaning: Meaning) -> TitleTerms:
    """Return what `meaning` may be in a title, once a question."""
    other = _PHRASE_WORDS if meaning.word.phrase else _OTHER_WORDS
    found = []
    for alternative in meaning.alternatives[:_MOST]:
        begins = alternative.field == PREFIXES
        share = _BEGINNING if begins else alternative.factor
        share = other if alternative.synonym else share
        found.append((f" {alternative.term}" if begins else f" {alternative.term} ", share))
    return tuple(sorted(found, key=lambda term: -term[1]))


def rank_score(
    asked: Asked,
    score: float,
    face: Face,
    usage: float = 0.0,
    near: float = 0.0,
    fit: float = 0.0,
) -> float:
    """Return the final score of a guide; about 0..1 without an exact title.

    Args:
        asked: the question.
        score: what its postings add up to.
        face: the guide.
        usage: how much it helped before, 0..1.
        near: how near it is in meaning, 0..1.
        fit: how well it fits the program and window in front, 0..2.
    """
    total = sum(asked.weights) or 1.0
    value = score / (1.5 * total) + _named(asked, face, total)
    value += NEAR * near
    value *= (1 + USAGE * usage) * (1 + IN_FRONT * fit)
    if face.due and face.due < asked.today:
        value *= STALE
    return value * _language(asked.language, face.language) + _exact(asked, face)


def _language(wanted: str, has: str) -> float:
    if not wanted or not has:
        return 1.0
    return LANGUAGE if wanted[:2].lower() == has[:2] else OTHER_LANGUAGE


def _named(asked: Asked, face: Face, total: float) -> float:
    """Return what the title is worth, or the question the author listed that fits better."""
    fits = TITLE_IN_MESSAGE if asked.message else TITLE_COVERED
    covers, covered = _coverage(asked, face.terms, face.count, total)
    best = covers * (TITLE_COVERS + fits * covered)
    if face.asked:
        most, _ = _coverage(asked, face.asked_terms, 1, total)
        if most * (TITLE_COVERS + fits) > best:  # most faces are done with here
            for text, terms in face.asked:
                covers, covered = _coverage(asked, terms, text.count(" ") + 1, total)
                best = max(best, covers * (TITLE_COVERS + fits * covered))
    return best


def _coverage(asked: Asked, title: str, count: int, total: float) -> tuple[float, float]:
    """Return how much of the question a title of `count` words covers, and how much of it is."""
    covers = matched = 0.0
    for terms, weight in zip(asked.words, asked.weights, strict=True):
        for term, share in terms:
            if term in title:
                covers += weight * share
                matched += share
                break
    return min(1.0, covers / total), min(1.0, matched / (count or 1))


def _exact(asked: Asked, face: Face) -> float:
    if asked.title == face.title:
        return EXACT
    if asked.corrected == face.title:
        return EXACT_CORRECTED
    if face.is_asked(asked.title):
        return EXACT_ASKED
    if asked.title == face.name:
        return EXACT_NAME
    if asked.speaker and asked.speaker == face.title:
        return SPEAKER
    begins = asked.partial and len(asked.title) > 2 and face.title.startswith(asked.title)
    return BEGINS if begins else 0.0
