"""What is counted: success within so many rows, mean reciprocal rank, and calm while typing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from tests.eval.sets import Case

MISSED = 99
ROWS = 8
WITHIN = (1, 3, 5)
_TOP = 3

Ask = Callable[[str, bool], Sequence[str]]
"""(text, complete) -> paths of the rows, the best first."""


@dataclass(frozen=True, slots=True)
class Typing:
    """What happens while a query is typed letter by letter.

    Attributes:
        empty: share of keystrokes with an empty list.
        flicker: share of keystrokes on which the first row changes.
        letters: median number of letters until the answer is in the first three rows, over
            the queries whose answer comes there.
        reached: share of those queries.
    """

    empty: float
    flicker: float
    letters: float
    reached: float


def rank(paths: Sequence[str], case: Case) -> int:
    """Return the 1-based rank of the first right row, `MISSED` if there is none."""
    return next((n for n, path in enumerate(paths[:ROWS], 1) if path in case.expected), MISSED)


def ranks_by_kind(cases: Sequence[Case], ask: Ask) -> dict[str, list[int]]:
    """Return the ranks of all cases and of those of each class."""
    ranks: defaultdict[str, list[int]] = defaultdict(list)
    for case in cases:
        found = rank(ask(case.query, True), case)
        ranks["all"].append(found)
        ranks[case.kind].append(found)
    return dict(ranks)


def success(ranks: Sequence[int], within: int) -> float:
    """Return the share of `ranks` that lie within so many rows."""
    return sum(found <= within for found in ranks) / len(ranks)


def reciprocal(ranks: Sequence[int]) -> float:
    """Return the mean reciprocal rank, 0 for what was missed."""
    return sum(1 / found for found in ranks if found != MISSED) / len(ranks)


def typing(cases: Sequence[Case], ask: Ask) -> Typing:
    """Type every query and return what was seen."""
    keystrokes = empty = changes = 0
    letters: list[int] = []
    for case in cases:
        first = ""
        found_at = 0
        for end in range(1, len(case.query) + 1):
            paths = ask(case.query[:end], False)
            keystrokes += 1
            empty += not paths
            top = paths[0] if paths else ""
            changes += end > 1 and top != first
            first = top
            if not found_at and rank(paths[:_TOP], case) != MISSED:
                found_at = end
        if found_at:
            letters.append(found_at)
    return Typing(
        empty / keystrokes,
        changes / keystrokes,
        median(letters) if letters else 0.0,
        len(letters) / len(cases),
    )
