"""Acts and states: what may be done in which state, and what it must say. Pure.

A kind of loop is a table of `Act`s. An act that lacks a field, or is not possible now, is
refused with a sentence; nothing else can be written onto a board.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from jitdesk.errors import UsageError
from jitdesk.learning.working_days import between


class Need(NamedTuple):
    """A field that an act needs: its name and the question for it."""

    name: str
    ask: str


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done.

    Attributes:
        name: as it stands on the board; `label` is what a button says.
        sources: the states in which it is possible; `to` is the state after it.
        needs: fields that it must say.
        hint: fields that it may say.
    """

    name: str
    label: str
    sources: frozenset[str]
    to: str
    needs: tuple[Need, ...] = ()
    hint: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case is.

    Attributes:
        state: one of its kind's states.
        since: the day on which it came into it.
        days: working days that it may stay, 0 = for ever.
    """

    state: str
    since: date
    days: int = 0

    def waited(self, today: date) -> int:
        """Return the working days since then."""
        return between(self.since, today)

    def is_overdue(self, today: date) -> bool:
        """Return whether its clock ran out: it goes to the deputy."""
        return self.days > 0 and self.waited(today) > self.days


def possible(acts: Sequence[Act], state: str) -> list[Act]:
    """Return what may be done in a state."""
    return [act for act in acts if state in act.sources]


def allowed(acts: Sequence[Act], state: str, name: str, fields: Mapping[str, str]) -> Act:
    """Return the act, if it may be done now and says what it must.

    Raises:
        UsageError: one sentence on what is missing or why it cannot be.
    """
    act = next((a for a in acts if a.name == name), None)
    if act is None:
        names = ", ".join(a.name for a in acts)
        raise UsageError(f"There is no “{name}” here; it is one of: {names}.")
    if state not in act.sources:
        now = ", ".join(a.name for a in possible(acts, state)) or "nothing"
        raise UsageError(f"“{name}” is not possible while it is “{state}”; now: {now}.")
    for need in act.needs:
        if not fields.get(need.name, "").strip():
            raise UsageError(f"“{name}” needs {need.name}: {need.ask}")
    return act


def check_day(text: str, today: date, longest: int, what: str) -> None:
    """Refuse a last day that is none, is past, or is more than `longest` working days away.

    Raises:
        UsageError: one sentence; `what` is what ends on it.
    """
    try:
        until = date.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError(f"“{text}” is no day; write it like 2026-12-24.") from error
    if not 0 < between(today, until) <= longest:
        raise UsageError(f"A {what} ends within {longest} working days from now.")


def responsible(owner: str, deputy: str, standing: Standing, today: date) -> str:
    """Return who has to answer: the owner, or the deputy once the clock ran out."""
    return deputy if deputy and standing.is_overdue(today) else owner
