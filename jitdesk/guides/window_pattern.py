"""Patterns of window titles (`context.windows`): which ones are used, and what is wrong with one.

A pattern comes with a pack and runs on every opening of the search, so it must never take
long: it is short, repeats without bound at most twice, never repeats a repetition and refers
to nothing that it matched before. The linter says what is wrong; whoever matches leaves such
a pattern out.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache

MOST = 5
LONGEST = 100
LONGEST_TITLE = 200
"""So much of a window's title is looked at: two repetitions over it are 40,000 steps, 1 ms."""

_MOST_UNBOUNDED = 2
_ESCAPED = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_REPEATED_GROUP = re.compile(r"\)[*+{]")
_UNBOUNDED = re.compile(r"[*+]|\{\d*,\}")
_LARGE = re.compile(r"\{(?:\d*,)?(\d+)\}")
_BACK = re.compile(r"\\[1-9]|\(\?P=|\(\?\(")
_LARGEST = 20


def fault(pattern: str) -> str:
    """Return what is wrong with a pattern, as the end of a sentence; "" = nothing."""
    if len(pattern) > LONGEST:
        return f"is longer than {LONGEST} characters"
    if slow := _slow(pattern):
        return slow
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        return f"is no regular expression ({error})"
    return "matches every window" if compiled.search("") else ""


def _slow(pattern: str) -> str:
    """Return what could make a pattern take long, "" = nothing."""
    plain = _ESCAPED.sub("a", pattern)
    if _repeats_repetition(plain):
        return "repeats a repetition, which can take for ever"
    if len(_UNBOUNDED.findall(plain)) > _MOST_UNBOUNDED:
        return "has more than two repetitions (* or +)"
    if any(int(most) > _LARGEST for most in _LARGE.findall(plain)):
        return f"repeats more than {_LARGEST} times"
    return "refers back to what it matched" if _BACK.search(pattern) else ""


def _repeats_repetition(plain: str) -> bool:
    """Tell whether a group that repeats or chooses inside is repeated as a whole."""
    begun: list[bool] = []
    for at, sign in enumerate(plain):
        if sign == "(":
            begun.append(False)
        elif sign == ")" and begun:
            inside = begun.pop()
            if inside and _REPEATED_GROUP.match(plain, at):
                return True
            if begun and inside:
                begun[-1] = True
        elif sign in "*+{|" and begun:
            begun[-1] = True
    return False


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str] | None:
    """Return a pattern ready to be searched for, None if it is not used."""
    return None if fault(pattern) else re.compile(pattern)


def fits(pattern: str, title: str) -> bool:
    """Tell whether a window with this title is one that `pattern` means."""
    found = compiled(pattern)
    return found is not None and found.search(title[:LONGEST_TITLE]) is not None
