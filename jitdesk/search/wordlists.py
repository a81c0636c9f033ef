"""The word lists that ship in ``resources/search``: stop words, synonyms, abbreviations.

Plain text files, one entry a line, ``#`` starts a comment. Each is read once, when it is
first asked for. A missing file is an empty list: search works without any of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jitdesk.paths import shipped
from jitdesk.search.folding import fold


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
