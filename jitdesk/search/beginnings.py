"""Postings of the beginnings of words, made from the postings of the words when all are known.

A beginning has the guides of all words that begin so. Where it leads to the same guides by one
letter alone it is left out of the index: whoever looks it up takes the first beginning that
starts with it. Adding each beginning of each word of each guide would be millions of steps,
and three of four beginnings lead to one word.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from jitdesk.search.codec import PackedList
from jitdesk.search.terms import LONGEST_PREFIX

EXACT = 3
"""Shorter beginnings are kept of some words only, so none of them is left out."""

Value = TypeVar("Value")


def beginnings(words: Mapping[int, Mapping[str, PackedList]]) -> dict[str, PackedList]:
    """Return the beginnings of `words` with their postings; in each guide the highest impact.

    Args:
        words: letters of the shortest beginning that is kept -> word -> postings.
    """
    heads: dict[str, list[PackedList]] = {}
    known = heads.get
    for shortest, lists in words.items():
        for word, packed in lists.items():
            for end in range(shortest, min(len(word), LONGEST_PREFIX) + 1):
                head = word[:end]
                if (found := known(head)) is None:
                    heads[head] = [packed]
                else:
                    found.append(packed)
    made: dict[tuple[int, ...], PackedList] = {}
    for found in heads.values():
        key = tuple(map(id, found))
        if key not in made:
            made[key] = found[0] if len(found) == 1 else _union(found)
    return {head: made[tuple(map(id, found))] for head, found in heads.items()}


def _union(lists: Sequence[PackedList]) -> PackedList:
    """Return the postings of all of `lists`; of one guide the highest, which sorts last."""
    parts = ((packed,) if isinstance(packed, int) else packed for packed in lists)
    best = {packed >> 8: packed for packed in sorted(chain.from_iterable(parts))}
    return array("I", best.values()) if len(best) > 1 else next(iter(best.values()))


def leave_out(heads: Mapping[str, PackedList]) -> dict[str, PackedList]:
    """Return `heads` without those that lead to the same guides by one letter alone."""
    following = Counter(head[:-1] for head in heads)
    single = (head for head in heads if following[head[:-1]] == 1)
    out = {head[:-1] for head in single if heads[head] == heads.get(head[:-1])}
    return {head: packed for head, packed in heads.items() if len(head) < EXACT or head not in out}


def with_left_out(heads: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    """Give `heads` and those that `leave_out` had left out."""
    for head, value in heads.items():
        yield head, value
        for end in range(len(head) - 1, EXACT - 1, -1):
            if head[:end] in heads:
                break
            yield head[:end], value
