"""What a question describes without naming it: "the folder is too big" is about disk usage.

A concept has two to four groups of cues (``big/huge + folder/directory > usage, du``); a
question that has a word of each, in any order, may be about the concept. People write
``resources/search/concepts.txt``; what is looked up is made of it by ``build_concepts.py``:

    stem group group ...    the groups that a cue is in
    #concept word, word     the words for a concept
    #groups count count     how many concepts have a third group, how many a fourth

The number of a group is four times that of its concept plus its place there, from 0. Concepts
of more groups have the lower numbers. Sets of concepts are whole numbers, a bit for each:
a question of ten words meets hundreds of groups, and this is asked at every keystroke.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, reduce
from itertools import product
from operator import or_

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

_Groups = tuple[int, int, int, int]
"""A set of concepts for each place that a group may have."""


def described(words: Sequence[str]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the concepts that a question of `words` describes, the surest first.

    Returns:
        the words that describe -> the words for it.
    """
    if not 1 < len(words) <= _LONGEST:
        return {}
    words = tuple(dict.fromkeys(words))
    met = [_groups(root(word)) for word in words]
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for concept in _members(_whole(met)):
        if cues := _one_each(concept, words, met):
            found[cues] = found.get(cues, ()) + _words(concept)
            if len(found) == _MOST:
                break
    return found


def _whole(met: Sequence[_Groups]) -> int:
    """Return the concepts of which each group is met."""
    whole = -1
    for groups, missing in zip(zip(*met, strict=True), _missing(), strict=True):
        whole &= reduce(or_, groups, missing)
    return whole


def _members(concepts: int) -> Iterator[int]:
    """Give the numbers in a set, the lowest first."""
    while concepts:
        yield (concepts & -concepts).bit_length() - 1
        concepts &= concepts - 1


def _one_each(concept: int, words: Sequence[str], met: Sequence[_Groups]) -> tuple[str, ...]:
    """Return a word of each group, all different and sorted; () if there are no such words."""
    cues = [
        [word for word, groups in zip(words, met, strict=True) if groups[place] >> concept & 1]
        for place in range(_MOST_GROUPS)
    ]
    for chosen in product(*filter(None, cues)):
        if len({*chosen}) == len(chosen):
            return tuple(sorted(chosen))
    return ()


@cache
def _lines() -> SortedLines:
    return SortedLines(shipped("resources") / "search" / SORTED)


@cache
def _missing() -> _Groups:
    """Return, for each place, the concepts that have no group there."""
    third, fourth = map(int, _lines().rest("#groups").split() or "00")
    return 0, 0, -1 << third, -1 << fourth


@lru_cache(maxsize=512)
def _groups(stem: str) -> _Groups:
    """Return, for each place, the concepts in whose group there `stem` is."""
    places = [0] * _MOST_GROUPS
    for group in map(int, _lines().rest(stem).split()):
        places[group % _MOST_GROUPS] |= 1 << group // _MOST_GROUPS
    first, second, third, fourth = places
    return first, second, third, fourth


@lru_cache(maxsize=512)
def _words(concept: int) -> tuple[str, ...]:
    return names(_lines().rest(f"#{concept}"))


def sorted_concepts(text: str) -> str:
    """Return what is looked up, made of what people write.

    Raises:
        ValueError: a line cannot be read; the message says which.
    """
    written = (line.partition("#")[0].strip() for line in fold(text).splitlines())
    rows = [_taken_apart(line) for line in filter(None, written)]
    rows.sort(key=lambda row: -len(row[0]))
    found = {"#groups": [sum(len(groups) > most for groups, _ in rows) for most in (2, 3)]}
    for concept, (groups, _) in enumerate(rows):
        for place, group in enumerate(groups):
            for cue in group.split("/"):
                numbers = found.setdefault(root(cue.strip()), [])
                number = concept * _MOST_GROUPS + place
                numbers += [number] if number not in numbers else []
    lines = [f"{stem} {' '.join(map(str, numbers))}" for stem, numbers in found.items()]
    lines += [f"#{concept} {words}" for concept, (_, words) in enumerate(rows)]
    return "\n".join(sorted(lines)) + "\n"


def _taken_apart(line: str) -> tuple[list[str], str]:
    left, _, words = line.partition(" > ")
    groups = left.split(" + ")
    if not words or not 1 < len(groups) <= _MOST_GROUPS:
        raise ValueError(f"not a concept: {line}")
    return groups, words
