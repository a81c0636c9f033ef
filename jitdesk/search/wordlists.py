"""The word lists that ship in ``resources/search``: stop words, synonyms, abbreviations.

Plain text files, one entry a line, ``#`` starts a comment. Each is read once, when it is
first asked for. A missing file is an empty list: search works without any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from jitdesk.paths import shipped
from jitdesk.search.folding import fold
from jitdesk.search.sorted_lines import SortedLines
from jitdesk.search.stemming import stem
from jitdesk.search.words import pairs

SYNONYMS = "synonyms-sorted.txt"
_VERB_AND_PARTICLE = 2
_SIGNS = re.compile(r"[\s._/-]+")

SMALL = frozenset(
    "a an the my your our his her their der die das den dem mein dein unser".split()  # noqa: SIM905
)
"""Words that are left out of phrases: people put them in anywhere."""


_PARTICLES = frozenset(
    "up down off on out away back apart together aside over in around through "  # noqa: SIM905
    "smaller bigger larger shorter longer faster slower lighter private public".split()
)
"""What may stand behind the thing that is dealt with, in phrases of two words."""


@cache
def stop_words() -> frozenset[str]:
    """Return the folded words of all languages that say little about what is asked."""
    lines = (line.partition(":")[2] for line in _lines("stopwords.txt"))
    return frozenset(word for line in lines for word in fold(line).split())


@cache
def abbreviations() -> dict[str, tuple[str, ...]]:
    """Return short form -> the words it stands for, folded (``k8s: kubernetes``)."""
    found = {}
    for line in _lines("abbreviations.txt"):
        short, _, long = line.partition(":")
        found[fold(short).strip()] = tuple(fold(long).split())
    return found


def synonyms(word: str, language: str = "") -> list[tuple[str, str]]:
    """Return other words, each with its stem, for what a folded word says.

    Args:
        word: looked up as it is, without inflections.
        language: that it may be of, beside English: code, "" = not known.
    """
    row = _synonyms().rest(word).split(",")
    if language not in {"", "en"}:
        row = [*_synonyms().rest(f"{language}:{word}").split(","), *row]
    return list(map(_with_stem, filter(None, row)))


def synonyms_of_stem(stem: str) -> list[tuple[str, str]]:
    """Return what `synonyms` does, for the words that have this stem."""
    row = _synonyms().rest(f"~{stem}") or _synonyms().rest(stem)
    return list(map(_with_stem, filter(None, row.split(","))))


def _with_stem(other: str) -> tuple[str, str]:
    word, _, root = other.partition("/")
    return word, root or word


@cache
def _synonyms() -> SortedLines:
    return SortedLines(shipped("resources") / "search" / SYNONYMS)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is said in several words, as stems, and other words for it.

    Attributes:
        apart: a verb and its particle: what is dealt with may stand between them.
    """

    words: tuple[str, ...]
    others: tuple[str, ...]
    apart: bool


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """Return stem of the first word -> phrases that begin with it, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for line in _lines("phrases.txt"):
        left, _, right = fold(line).partition(">")
        words = [word for word in left.split() if word not in SMALL]
        apart = len(words) == _VERB_AND_PARTICLE and words[1] in _PARTICLES
        phrase = Phrase(tuple(map(root, words)), names(right), apart)
        found.setdefault(phrase.words[0], []).append(phrase)
    return {first: tuple(sorted(each, key=_shorter)) for first, each in found.items()}


@lru_cache(maxsize=512)
def runs(pair: str) -> tuple[Phrase, ...]:
    """Return the words of a script without spaces that begin with `pair`, the longest first.

    They are looked up by their pairs, as a phrase is by its words.
    """
    listed = filter(None, _synonyms().rest(f"#{pair}").split(","))
    return tuple(
        Phrase(tuple(pairs(run)), tuple(other for other, _ in synonyms(run)), apart=False)
        for run in listed
    )


def _shorter(phrase: Phrase) -> int:
    return -len(phrase.words)


@cache
def root(word: str) -> str:
    """Return the stem under which the words of phrases and concepts are compared."""
    return stem(word, "en")


def related(word: str) -> list[tuple[str, float]]:
    """Return English words for nearly the same thing, and how near each is (0..1)."""
    row = _related().rest(word).split()
    return [(other, int(near) / 100) for other, _, near in (r.partition(":") for r in row)]


def is_listed(word: str) -> bool:
    """Tell whether `word` is in one of the lists: it is no typing error, whoever has it."""
    return bool(_synonyms().rest(word) or _related().rest(word))


@cache
def _related() -> SortedLines:
    return SortedLines(shipped("resources") / "search" / "related.txt")


def names(text: str) -> tuple[str, ...]:
    """Return the words of a list with commas, chains such as ``ssh-keygen`` written as one."""
    return tuple(_SIGNS.sub("", name) for name in text.split(",") if name.strip())


def _lines(name: str) -> Iterator[str]:
    path: Path = shipped("resources") / "search" / name
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        return
    for line in text.splitlines():
        if content := line.partition("#")[0].strip():
            yield content
