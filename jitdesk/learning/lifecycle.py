"""The life of a page: draft, working, validated, due, retired. Pure; the day is passed in.

- a draft is proposed as working once it worked for three different people.
- working becomes validated by its owner, or is proposed so once five people said *Worked*,
  no flag is open and the linter is clean: confidence grows by use (KCS).
- reuse is review: ten people *Worked* in the period and no open flag extend the clock once
  by half a period; not where the stakes are high.
- a page that nobody used in two periods is not reviewed by calendar but proposed for
  retiring; not where the stakes are high.
- the owner is reminded 14 days before; due, its authors see it; 30 days late its users.
- where the stakes are high, 180 days late, it opens with a confirming key only.
- where nobody owns a page, the pack's fallback owner does.
- enough people doubt a rule of it: it counts as working until somebody decided.
- what it stands on changed: it is to be checked at once, before any calendar.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from jitdesk.errors import UsageError

REMIND_DAYS: Final = 14
USERS_SEE_DAYS: Final = 30
WORKING_PEOPLE: Final = 3
VALIDATE_PEOPLE: Final = 5
CONFIRM_DAYS: Final = 180
EXTEND_PEOPLE: Final = 10
_IDLE_PERIODS: Final = 2
HIGH: Final = "high"


class State(StrEnum):
    """Where a page is."""

    DRAFT = "draft"
    WORKING = "working"
    VALIDATED = "validated"
    DUE = "due"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules look at.

    Attributes:
        status: as the author wrote it.
        period: days between reviews.
        worked: people who said *Worked* since the last review.
        flags: open suggestions, challenges and struggles about it.
        clean: the linter has nothing to say.
        last_used: None = never.
        changed: what it stands on and what changed ("site value phone"), "" = nothing.
        doubted: one sentence on why its rule is doubted by enough people, "" = it is not.
    """

    status: str
    owner: str = ""
    reviewed_on: date | None = None
    period: int = 365
    stakes: str = ""
    worked: int = 0
    flags: int = 0
    clean: bool = True
    last_used: date | None = None
    changed: str = ""
    doubted: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What the rules say.

    Attributes:
        owner: who reviews it.
        due: the day, reuse counted in; None = no clock.
        proposal: publish, validate, review, check, retire or "" for nothing to do.
        reason: one sentence.
        users_see: its users are told how old it is.
    """

    state: State
    owner: str
    due: date | None = None
    proposal: str = ""
    reason: str = ""
    users_see: bool = False


def review(facts: Facts, today: date, fallback: str) -> Review:
    """Return where a page is and what is to be done."""
    owner = facts.owner.strip() or fallback
    if facts.status == State.RETIRED:
        return Review(State.RETIRED, owner)
    if facts.status == State.DRAFT:
        return _draft(facts, owner)
    validated = facts.status == State.VALIDATED and not facts.doubted
    state = State.VALIDATED if validated else State.WORKING
    if facts.doubted or facts.changed:
        told = facts.doubted or f"It stands on what changed: {facts.changed}."
        return Review(state, owner, today, "check", told)
    if _idle(facts, today):
        days = _IDLE_PERIODS * facts.period
        return Review(state, owner, None, "retire", f"Nobody has used it in {days} days.")
    if state is State.WORKING:
        return _working(facts, owner)
    return _validated(facts, owner, today)


def _draft(facts: Facts, owner: str) -> Review:
    if facts.worked >= WORKING_PEOPLE and not facts.flags:
        reason = f"It worked for {facts.worked} people and nothing is open."
        return Review(State.DRAFT, owner, None, "publish", reason)
    return Review(State.DRAFT, owner, reason="Its users see that it is a draft.")


def _working(facts: Facts, owner: str) -> Review:
    if facts.worked >= VALIDATE_PEOPLE and not facts.flags and facts.clean:
        reason = f"It worked for {facts.worked} people, nothing is open and nothing to mend."
        return Review(State.WORKING, owner, None, "validate", reason)
    return Review(State.WORKING, owner)


def _validated(facts: Facts, owner: str, today: date) -> Review:
    if facts.reviewed_on is None:
        return Review(State.DUE, owner, today, "review", "It was never reviewed.")
    due = facts.reviewed_on + timedelta(days=facts.period)
    reused = facts.worked >= EXTEND_PEOPLE and not facts.flags and facts.stakes != HIGH
    if reused:
        due += timedelta(days=facts.period // 2)
    late = (today - due).days
    if late > 0:
        seen = late > USERS_SEE_DAYS
        return Review(State.DUE, owner, due, "review", f"{late} days late.", seen)
    if -late <= REMIND_DAYS:
        return Review(State.VALIDATED, owner, due, "review", f"Due in {-late} days.")
    told = f"It worked for {facts.worked} people: half a period longer." if reused else ""
    return Review(State.VALIDATED, owner, due, "", told)


def _idle(facts: Facts, today: date) -> bool:
    if facts.stakes == HIGH or facts.reviewed_on is None:
        return False
    last = max(facts.reviewed_on, facts.last_used or facts.reviewed_on)
    return (today - last).days > _IDLE_PERIODS * facts.period


def needs_confirming(due: date | None, stakes: str, today: date) -> bool:
    """Return whether a page opens with a confirming key only: stakes high, 180 days late."""
    return stakes == HIGH and due is not None and (today - due).days >= CONFIRM_DAYS


def check_outcome(outcome: str, *, reason: str = "", replaced_by: str = "") -> None:
    """Refuse an outcome of a review that does not say enough.

    Raises:
        UsageError: it is none, or retiring names neither a successor nor a reason.
    """
    if outcome not in {"working", "kept", "changed", "retired"}:
        raise UsageError(f"A review ends with working, kept, changed or retired, not “{outcome}”.")
    if outcome == "retired" and not replaced_by.strip() and len(reason.split()) < 2:
        raise UsageError("Retiring names what replaces it (--replaced-by) or why (--reason).")
