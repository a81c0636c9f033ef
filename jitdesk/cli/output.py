"""What every command prints in the same way: one JSON document, problems, the time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from jitdesk.errors import Level, Problem


def print_json(value: object) -> None:
    """Print one JSON document on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_problems(problems: Iterable[Problem], most: int = 20) -> None:
    """Print errors and warnings, errors first, one a line, and how many more there are."""
    shown = [problem for problem in problems if problem.level is not Level.HINT]
    shown.sort(key=lambda problem: problem.level is not Level.ERROR)
    for problem in shown[:most]:
        print(f"  {problem.level}: {problem}")
    if len(shown) > most:
        print(f"  and {len(shown) - most} more; --json lists all of them")


def local_time(stamp: str) -> str:
    """Return an ISO time as a person's clock shows it, "never" for none."""
    if not stamp:
        return "never"
    return datetime.fromisoformat(stamp).astimezone().strftime("%Y-%m-%d %H:%M")
