"""What every command prints in the same way: one JSON document, problems, the time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from jitdesk.errors import Level, Problem


def print_json(value: object) -> None:
    """Print one JSON document on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_problems(problems: Iterable[Problem], *, hints: bool = False) -> None:
    """Print problems, one a line; hints only if asked for."""
    for problem in problems:
        if hints or problem.level is not Level.HINT:
            print(f"  {problem.level}: {problem}")


def local_time(stamp: str) -> str:
    """Return an ISO time as a person's clock shows it, "never" for none."""
    if not stamp:
        return "never"
    return datetime.fromisoformat(stamp).astimezone().strftime("%Y-%m-%d %H:%M")
