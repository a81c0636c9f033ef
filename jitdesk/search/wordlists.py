"""The word lists that ship in ``resources/search``: stop words, synonyms, abbreviations.

Plain text files, one entry a line, ``#`` starts a comment. Each is read once, when it is
first asked for. A missing file is an empty list: search works without any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jitdesk.paths import shipped
from jitdesk.search.folding import fold

_HEAD = 2
_FIRST = re.compile(rb"\n([a-z]{2})[a-z]* [^\n]*(?:\n\1[^\n]*)*")
"""The first line that begins with two letters, and all others that do."""

SMALL = frozenset(
    "a an the my your our his her their der die das den dem mein dein unser".split()  # noqa: SIM905
)
"""Words that are left out of phrases: people put them in anywhere."""


PARTICLES = frozenset(
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


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """Return word -> other words for the same thing, folded.

    A line ``a, b, c`` says that each may stand for each; ``a > b, c`` only that who asks
    for a may mean b or c.
    """
    found: dict[str, dict[str, None]] = {}
    for line in _lines("synonyms.txt"):
        left, arrow, right = fold(line).partition(">")
        targets = _names(right if arrow else left)
        for word in _names(left):
            others = found.setdefault(word, {})
            others.update((other, None) for other in targets if other != word)
    return {word: tuple(others) for word, others in found.items()}


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """Return first word -> (all words of a phrase, words for it), the longest phrases first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for line in _lines("phrases.txt"):
        left, _, right = fold(line).partition(">")
        words = tuple(word for word in left.split() if word not in SMALL)
        found.setdefault(words[0], []).append((words, tuple(_names(right))))
    return {first: tuple(sorted(each, key=lambda p: -len(p[0]))) for first, each in found.items()}


def related(word: str) -> list[tuple[str, float]]:
    """Return English words for nearly the same thing, and how near each is (0..1)."""
    data, places = _related()
    start, end = places.get(word[:_HEAD], (0, 0))
    at = data.find(f"\n{word} ".encode(), start, end)
    if at < 0:
        return []
    row = data[at + 1 : data.index(b"\n", at + 1)].decode().split()
    return [(other, int(near) / 100) for other, _, near in (r.partition(":") for r in row[1:])]


@cache
def _related() -> tuple[bytes, dict[str, tuple[int, int]]]:
    """Return the sorted file as it is, and where the words with the same two first letters are.

    As bytes it takes a tenth of the memory that a dict of its words would.
    """
    try:
        data = b"\n" + (shipped("resources") / "search" / "related.txt").read_bytes() + b"\n"
    except OSError:
        return b"", {}
    starts = [(match[1].decode(), match.start()) for match in _FIRST.finditer(data)]
    ends = [*(start for _, start in starts[1:]), len(data)]
    return data, {head: (at, end) for (head, at), end in zip(starts, ends, strict=True)}


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _lines(name: str) -> Iterator[str]:
    path: Path = shipped("resources") / "search" / name
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        return
    for line in text.splitlines():
        if content := line.partition("#")[0].strip():
            yield content
