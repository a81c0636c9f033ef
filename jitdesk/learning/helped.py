"""What helped before: which guide, for which words, in front of which program. Pure.

Noted when a guide that was opened from a search was really used (`USED_SECONDS`, or a step
further, or a tick); a glance proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

USED_SECONDS: Final = 20.0
"""A guide that stays open so long is read: three lines at 175 words a minute (Brysbaert 2019)."""

_ENOUGH: Final = 0.5
_OTHER_PROGRAM: Final = 0.6


@dataclass(frozen=True, slots=True)
class Helped:
    """That `guide` helped `times` times for these words in front of `app` ("" = unknown)."""

    words: frozenset[str]
    app: str
    guide: str
    times: int


def lifts(helped: Iterable[Helped], asked: Sequence[str], app: str) -> dict[str, float]:
    """Return guide -> 0..1: how much it helped for words like those `asked`.

    Args:
        helped: what is known.
        asked: the words of the question; the last may be the beginning of one.
        app: the program in front, "" = unknown.
    """
    found: dict[str, float] = {}
    for each in helped:
        alike = _alike(each.words, asked)
        if alike < _ENOUGH:
            continue
        value = alike * each.times / (each.times + 0.5)
        if each.app and app and each.app != app:
            value *= _OTHER_PROGRAM
        found[each.guide] = max(found.get(each.guide, 0.0), round(value, 3))
    return found


def _alike(words: frozenset[str], asked: Sequence[str]) -> float:
    """Return the share of the words of both that are the same (Jaccard 1901)."""
    if not words or not asked:
        return 0.0
    last = asked[-1]
    typed = {*asked[:-1], next((word for word in words if word.startswith(last)), last)}
    return len(words & typed) / len(words | typed)
