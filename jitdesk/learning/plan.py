"""`Plan`: when a person means to use a guide: in a program, or from a day on. Pure.

An if-then plan (Gollwitzer and Sheeran 2006: d = 0.65 over 94 tests) names the cue. When it
comes, the guide is the first row of the search; nothing opens by itself. A plan is kept as one
text, ``app:outlook`` or ``on:2026-12-01``, until the guide is opened from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

NAME: Final = "plan:"
"""What the name of a plan begins with among the remembered facts; the guide's key follows."""

_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Plan:
    """A guide and its cue: `app` is set (lower case), or `on`."""

    guide: str
    app: str = ""
    on: date | None = None

    @property
    def kept(self) -> str:
        """The text that is remembered."""
        return f"on:{self.on.isoformat()}" if self.on is not None else f"app:{self.app}"

    def is_due(self, apps: Iterable[str], today: date) -> bool:
        """Tell whether the cue is there: one of the names of the program in front, or the day."""
        return self.on <= today if self.on is not None else self.app in apps


def make_plan(guide: str, app: str, on: date | None) -> Plan | None:
    """Return a plan; None if there is no cue, or it is no name of a program."""
    name = app.strip().casefold()
    if on is not None:
        return Plan(guide, on=on)
    return Plan(guide, app=name) if 1 < len(name) <= _LONGEST and name.isprintable() else None


def read_plan(guide: str, kept: str) -> Plan | None:
    """Return what was remembered, None if it cannot be read."""
    kind, _, cue = kept.partition(":")
    if kind == "app" and cue:
        return Plan(guide, app=cue)
    if kind == "on":
        try:
            return Plan(guide, on=date.fromisoformat(cue))
        except ValueError:
            return None
    return None
