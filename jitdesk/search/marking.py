"""The words of a text that were asked for, to be marked on the screen.

Looks for what is wanted in the text instead of taking the text apart: a question has a
handful of words, and a list of answers has hundreds.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from jitdesk.search.folding import fold
from jitdesk.search.needle import Needle
from jitdesk.search.words import is_unspaced, split_words

Marks = tuple[tuple[int, int], ...]


class Wanted:
    """All that is looked for in one question; `marks` finds it in a text."""

    def __init__(self, needles: Sequence[Needle]) -> None:
        self.needles = needles

    def marks(self, text: str) -> Marks:
        """Return the ranges of the words of `text` that were asked for, in order."""
        found: list[tuple[int, int]] = []
        folded = ""
        for needle in self.needles:
            places = needle.seen.get(text)
            if places is None:
                folded = folded or fold(text)
                places = needle.seen.keep(text, _marks(text, folded, needle))
            found += places
        return _merged(found) if len(found) > 1 else tuple(found)


def _marks(text: str, folded: str, needle: Needle) -> Marks:
    for fragment in needle.fragments:
        if fragment in folded:
            break
    else:  # most needles are in few of the texts
        return _by_chains(text, folded, needle)
    if len(folded) != len(text):  # a letter that is two when folded: places do not fit
        return _by_words(text, needle)
    found: list[tuple[int, int]] = []
    for wanted, most in needle.endings:
        if wanted in folded:
            _add_places(found, text, folded, wanted, most)
    return tuple(found) or _by_chains(text, folded, needle)


def _by_chains(text: str, folded: str, needle: Needle) -> Marks:
    """Mark what is wanted as one word and stands in parts, such as ``git-reset``."""
    if "-" not in text and "_" not in text:
        return ()
    plain = _unchained(folded)
    for wanted, _ in needle.endings:
        if wanted in plain and plain.count(wanted) > folded.count(wanted):
            return _by_words(text, needle)
    return ()


@lru_cache(maxsize=256)
def _unchained(folded: str) -> str:
    return folded.replace("-", "").replace("_", "")


def _by_words(text: str, needle: Needle) -> Marks:
    return tuple(
        (start, end)
        for word, start, end in _words(text)
        if any(word.startswith(w) and len(word) - len(w) <= most for w, most in needle.endings)
    )


def _add_places(
    found: list[tuple[int, int]], text: str, folded: str, wanted: str, most: int
) -> None:
    """Add where a word of `text` begins with `wanted` and is at most `most` longer."""
    apart = is_unspaced(wanted)
    size = len(folded)
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if apart:
            found.append((at, end))
        elif at == 0 or _boundary(text, folded, at):
            stop = min(size, end + most)
            while end < stop and not _boundary(text, folded, end):
                end += 1
            if end == size or _boundary(text, folded, end):
                found.append((at, end))
        at = folded.find(wanted, at + 1)


def _boundary(text: str, folded: str, at: int) -> bool:
    """Tell whether a word may begin or end before character `at` > 0."""
    before, here = folded[at - 1], folded[at]
    if not (before.isalnum() and here.isalnum()):
        return True
    if text[at].isupper():
        return not text[at - 1].isupper() or text[at + 1 : at + 2].islower()
    return before.isdigit() != here.isdigit()


def _merged(found: list[tuple[int, int]]) -> Marks:
    found.sort()
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((word.text, word.start, word.end) for word in split_words(text))
