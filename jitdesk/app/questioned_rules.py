"""The rules of a guide that can be questioned by a number. Pure.

Each assumption that the author wrote down, and below them what they break by: who has seen
that it happened says so by its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from jitdesk.guides.guide import Guide
from jitdesk.loops.contribution import one_line

_MOST: Final = 5
_LONGEST: Final = 140


class Rule(NamedTuple):
    """One line to choose: the words shown, the assumption meant, whether it has broken."""

    text: str
    assumption: str
    broken: bool = False


def rules_of(guide: Guide) -> tuple[Rule, ...]:
    """Return the assumptions of a guide, then what they break by."""
    listed = guide.front.get("assumptions")
    rows = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    return (*_assumptions(rows[:_MOST]), *_breaks(rows[:_MOST]))


def chosen(rules: Sequence[Rule], words: str) -> Rule:
    """Return the rule that somebody's words name by number, or the words as a rule of their own."""
    number = int(words) if words.isdecimal() and len(words) < 3 else 0
    return rules[number - 1] if 0 < number <= len(rules) else Rule(words, words)


def _assumptions(rows: Sequence[dict[str, object]]) -> Iterator[Rule]:
    for row in rows:
        if text := one_line(row.get("text"), _LONGEST):
            yield Rule(text, text)


def _breaks(rows: Sequence[dict[str, object]]) -> Iterator[Rule]:
    for row in rows:
        text, breaks = (one_line(row.get(name), _LONGEST) for name in ("text", "breaks_if"))
        if text and breaks:
            yield Rule(breaks, text, broken=True)
