"""`DecisionTable`: conditions, rows, which row answers, and proof that one always does.

Values are compared as text, so ``3`` and ``"3"`` are one value; ``"*"`` in a row means any.
Questions whose answer cannot change the outcome any more are not asked.

    >>> table = read_table({"table": {"conditions": [{"key": "k", "values": ["a", "b"]}],
    ...                               "rows": [{"k": "*", "do": "Go."}]}})
    >>> next_question(table, {}) is None, matching(table, {"k": "a"})[0].do
    (True, 'Go.')
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from jitdesk.guides.inline import neutral

MOST_COMBINATIONS = 20_000
"""A table with more is not proven, and no table for people: 2 to 4 questions are meant."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One question with its possible answers."""

    key: str
    ask: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An outcome; `when` holds the values that lead to it, a missing key = any.

    `number` is the place in the author's list (0-based).
    """

    number: int
    when: Mapping[str, frozenset[str]]
    do: str
    next: str = ""

    def fits(self, answers: Mapping[str, str]) -> bool:
        """Return whether nothing that was answered speaks against the row."""
        return all(answers[key] in want for key, want in self.when.items() if key in answers)


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """`unique`: each case has exactly one row; otherwise the first that fits answers."""

    conditions: tuple[Condition, ...]
    rows: tuple[Row, ...]
    unique: bool = True

    @property
    def combinations(self) -> int:
        """The number of cases."""
        return prod(len(condition.values) for condition in self.conditions)


def read_table(front: Mapping[str, Any]) -> DecisionTable | None:
    """Return the table of a framework's fields, None if there is none that can be played."""
    raw = front.get("table")
    if not isinstance(raw, dict):
        return None
    conditions = tuple(_conditions(raw))
    rows = tuple(_rows(raw, {c.key for c in conditions}))
    if not conditions or not rows or not all(c.values for c in conditions):
        return None
    return DecisionTable(conditions, rows, raw.get("hit", "unique") != "first")


def _conditions(raw: Mapping[str, Any]) -> Iterator[Condition]:
    listed = raw.get("conditions")
    for entry in listed if isinstance(listed, list) else []:
        if isinstance(entry, dict) and entry.get("key") is not None:
            values = entry.get("values")
            texts = tuple(dict.fromkeys(map(_text, values))) if isinstance(values, list) else ()
            yield Condition(str(entry["key"]), _text(entry.get("ask") or entry["key"]), texts)


def _rows(raw: Mapping[str, Any], keys: set[str]) -> Iterator[Row]:
    listed = raw.get("rows")
    for number, entry in enumerate(listed if isinstance(listed, list) else []):
        if not isinstance(entry, dict):
            continue
        when = {str(k): _wanted(v) for k, v in entry.items() if str(k) in keys and v != "*"}
        yield Row(number, when, _text(entry.get("do")), _text(entry.get("next")))


def _wanted(value: object) -> frozenset[str]:
    return frozenset(map(_text, value if isinstance(value, list) else [value]))


def _text(value: object) -> str:
    return "" if value is None else neutral(str(value))


def matching(table: DecisionTable, answers: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the rows that are still possible; with all answers given, the rows hit."""
    found = tuple(row for row in table.rows if row.fits(answers))
    complete = all(condition.key in answers for condition in table.conditions)
    return found[:1] if complete and not table.unique else found


def next_question(table: DecisionTable, answers: Mapping[str, str]) -> Condition | None:
    """Return the next question that can change the outcome, None when the row is certain."""
    possible = [row for row in table.rows if row.fits(answers)]
    for condition in table.conditions:
        if condition.key in answers:
            continue
        wants = {_limit(row, condition) for row in possible}
        if wants != {frozenset(condition.values)}:
            return condition if len(possible) > 0 else None
    return None


def _limit(row: Row, condition: Condition) -> frozenset[str]:
    return row.when.get(condition.key, frozenset(condition.values)) & frozenset(condition.values)


def outcome(table: DecisionTable, answers: Mapping[str, str]) -> Row | None:
    """Return the row that the answers lead to, None while a question is open or none fits."""
    if next_question(table, answers) is not None:
        return None
    return next((row for row in table.rows if row.fits(answers)), None)


def cases(table: DecisionTable) -> Iterator[dict[str, str]]:
    """Yield every combination of answers."""
    keys = [condition.key for condition in table.conditions]
    for values in product(*(condition.values for condition in table.conditions)):
        yield dict(zip(keys, values, strict=True))


def gaps(table: DecisionTable) -> list[dict[str, str]]:
    """Return the cases that no row answers."""
    return [case for case in cases(table) if not any(row.fits(case) for row in table.rows)]


def overlaps(table: DecisionTable) -> list[tuple[dict[str, str], tuple[Row, ...]]]:
    """Return the cases that more than one row answers, with these rows."""
    found = ((case, tuple(row for row in table.rows if row.fits(case))) for case in cases(table))
    return [(case, rows) for case, rows in found if len(rows) > 1]


def unused(table: DecisionTable) -> list[Row]:
    """Return the rows that no case leads to."""
    reached = {rows[0].number for case in cases(table) if (rows := matching(table, case))}
    return [row for row in table.rows if row.number not in reached]
