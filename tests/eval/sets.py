"""Query sets: JSON lines of query, class, language and the files that answer.

A set is in two halves, by the pack of the first file that answers: what is tuned may be
looked at while working on search, what is checked only as a table at the end. A third set is
fresh: 65 questions in people's own words, of ten words on average, for guides drawn at random,
by somebody who had not seen the word lists. Another 65 of these, and 98 written in the same way
after most of the lists, were looked at and are tuned.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SETS = ROOT / "tests/data/eval"
HALVES = ("tune", "check")
FRESH = "fresh"


@dataclass(frozen=True, slots=True)
class Case:
    """A query and the files that answer it, relative to the corpora."""

    query: str
    kind: str
    language: str
    expected: tuple[str, ...]


def read_cases(paths: Iterable[Path]) -> list[Case]:
    """Return the cases of files of JSON lines.

    Raises:
        OSError: a file cannot be read.
        KeyError, ValueError: a line is not a case.
    """
    lines = (line for path in paths for line in path.read_text("utf-8").splitlines() if line)
    rows = map(json.loads, lines)
    return [
        Case(row["query"], row["class"], row["language"], tuple(row["expected"])) for row in rows
    ]


def halves(names: Iterable[str]) -> list[Path]:
    """Return the files of the named halves."""
    return [SETS / f"{name}.jsonl" for name in names]
