"""What an empty search field lists, for the window in front. Pure.

First what was planned for now, then what is going on, then the guides that fit the program
and window in front, then what was used and the first steps. A guide that the
person does not want in a program is never suggested there again; it stays findable.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from jitdesk.models.reading import Home
from jitdesk.search.hit import Hit
from jitdesk.search.program import program_names

ROWS: Final = 8
MOST_FITTING: Final = 5
"""So many suggestions leave room for what was used last."""


def not_here(app: str, key: str) -> str:
    """Return the name under which it is remembered that a guide is not wanted in a program."""
    return f"{app}|{key}"


def fitting_here(home: Home, fitting: Sequence[Hit], app: str) -> tuple[Hit, ...]:
    """Return the suggestions that the person has not sent away from this program."""
    wanted = (hit for hit in fitting if not_here(app, hit.key) not in home.not_here)
    return tuple(wanted)[:MOST_FITTING]


def planned_here(home: Home, app: str, today: date) -> tuple[Hit, ...]:
    """Return the guides whose planned moment is now."""
    names = program_names(app)
    return tuple(hit for plan, hit in home.plans if plan.is_due(names, today))


def listed(home: Home, here: Sequence[Hit], planned: Sequence[Hit] = ()) -> tuple[Hit, ...]:
    """Return the rows of an empty field, each guide once."""
    going_on, rest = home.hits[: home.going_on], home.hits[home.going_on :]
    rows: dict[str, Hit] = {}
    for hit in (*planned, *going_on, *here, *rest):
        rows.setdefault(hit.key, hit)
    return tuple(replace(hit, rank=n) for n, hit in enumerate(list(rows.values())[:ROWS], 1))
