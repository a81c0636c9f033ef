"""What a question describes without naming it: "the folder is too big" is about disk usage.

A concept has two to four groups of cues (``big/huge + folder/directory > usage, du``); a
question that has a word of each, in any order, may be about the concept. People write
``resources/search/concepts.txt``; what is looked up is made of it by ``build_concepts.py``:

    stem group group ...    the groups that a cue is in
    #concept word, word     the words for a concept

The number of a group is that of its concept times 16, plus four times the place of the last
group of the concept, plus its own place; places count from 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import product

from jitdesk.paths import shipped
from jitdesk.search.folding import fold
from jitdesk.search.sorted_lines import SortedLines
from jitdesk.search.wordlists import names, root

SORTED = "concepts-sorted.txt"
_MOST = 3
"""Concepts that one question describes at most, those of most cues first."""

_LONGEST = 16
"""A longer text has a word of everything by chance."""

_MOST_GROUPS = 4


def described(words: Sequence[str]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the concepts that a question of `words` describes, the surest first.

    Returns:
        the words that describe -> the words for it.
    """
    if len(words) > _LONGEST:
        return {}
    met: dict[int, dict[int, list[str]]] = {}
    for word in words:
        for group in _groups(root(word)):
            met.setdefault(group >> 2, {}).setdefault(group & 3, []).append(word)
    whole = [key for key, cues in met.items() if len(cues) == (key & 3) + 1]
    whole.sort(key=lambda key: (-(key & 3), key))
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for key in whole:
        if cues := _one_each(met[key].values()):
            found[cues] = found.get(cues, ()) + names(_lines().rest(f"#{key >> 2}"))
            if len(found) == _MOST:
                break
    return found


def _one_each(groups: Iterable[list[str]]) -> tuple[str, ...]:
    """Return a word of each group, all different and sorted; () if there are no such words."""
    for chosen in product(*groups):
        if len({*chosen}) == len(chosen):
            return tuple(sorted(chosen))
    return ()


@cache
def _lines() -> SortedLines:
    return SortedLines(shipped("resources") / "search" / SORTED)


@lru_cache(maxsize=512)
def _groups(stem: str) -> tuple[int, ...]:
    return tuple(map(int, _lines().rest(stem).split()))


def sorted_concepts(text: str) -> str:
    """Return what is looked up, made of what people write.

    Raises:
        ValueError: a line cannot be read; the message says which.
    """
    cues: dict[str, dict[int, None]] = {}
    rows: list[str] = []
    written = (line.partition("#")[0].strip() for line in fold(text).splitlines())
    for line in filter(None, written):
        left, _, right = line.partition(" > ")
        groups = left.split(" + ")
        if not right or not 1 < len(groups) <= _MOST_GROUPS:
            raise ValueError(f"not a concept: {line}")
        for at, group in enumerate(groups):
            for cue in group.split("/"):
                number = len(rows) << 4 | (len(groups) - 1) << 2 | at
                cues.setdefault(root(cue.strip()), {})[number] = None
        rows.append(right)
    found = [f"{stem} {' '.join(map(str, numbers))}" for stem, numbers in cues.items()]
    found += [f"#{number} {row}" for number, row in enumerate(rows)]
    return "\n".join(sorted(found)) + "\n"
