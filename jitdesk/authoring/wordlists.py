"""The word lists of the linter, by language: verbs to begin with, words nobody can carry out."""

from __future__ import annotations

import re
from functools import lru_cache

from jitdesk.paths import shipped

LANGUAGES = ("en", "de")
_PREFIX = re.compile(r"(?:re|un|de|dis|pre|over|out|mis|co|sub|cross|double)-?(?=[a-z]{3})")


@lru_cache(maxsize=8)
def verbs(language: str) -> frozenset[str]:
    """Return the verbs of a language in their base form; empty for an unknown language."""
    return frozenset(word for line in _lines("verbs", language) for word in line.split())


@lru_cache(maxsize=8)
def vague(language: str) -> re.Pattern[str] | None:
    """Return a pattern that finds words nobody can carry out, None for an unknown language."""
    phrases = sorted(_lines("vague", language), key=len, reverse=True)
    if not phrases:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)


def _lines(name: str, language: str) -> list[str]:
    if language not in LANGUAGES:
        return []
    text = (shipped("resources") / "lint" / f"{name}-{language}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]


def begins_with_verb(text: str, language: str) -> bool:
    """Return whether the first word is a verb in the imperative; True for unknown languages."""
    known = verbs(language)
    first = text.strip("*_\"'„“ ").split()[:1]
    if not known or not first:
        return not known
    word = first[0].strip(",.:;").lower()
    if language == "de":
        return word in known or _du(word, known)
    return word in known or _derived(word, known)


def ends_with_verb(text: str, language: str) -> bool:
    """Return whether the last word is a verb in its base form (German titles)."""
    last = text.strip(" .!?").split()[-1:]
    return bool(last) and last[0].lower() in verbs(language)


def _derived(word: str, known: frozenset[str]) -> bool:
    """Return whether a word is a verb made of another: descale, preheat, re-open."""
    match = _PREFIX.match(word)
    return match is not None and word[match.end() :] in known


def _du(word: str, known: frozenset[str]) -> bool:
    """Return whether a word is the imperative of one person (du): press -> pressen."""
    return len(word) > 2 and not {f"{word}en", f"{word}n", f"{word.rstrip('e')}en"}.isdisjoint(
        known
    )
