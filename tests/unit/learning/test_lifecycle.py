"""The life of a page by its clocks: use counts as review, nobody's page has an owner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jitdesk.errors import UsageError
from jitdesk.learning.lifecycle import Facts, Review, State, check_outcome, review

TODAY = date(2026, 3, 2)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


FRESH = Facts("validated", "finance", ago(100), 365, last_used=ago(3))


def told(**more: object) -> Review:
    return review(replace(FRESH, **more), TODAY, "publisher")  # type: ignore[arg-type]


def test_in_time_there_is_nothing_to_do() -> None:
    assert told() == Review(State.VALIDATED, "finance", ago(100) + timedelta(days=365))


def test_a_draft_waits_and_a_retired_page_is_left_alone() -> None:
    assert told(status="draft").state is State.DRAFT
    assert told(status="retired", reviewed_on=ago(999)).proposal == ""


@pytest.mark.parametrize(
    ("worked", "flags", "proposal"), [(2, 0, ""), (3, 0, "publish"), (3, 1, "")]
)
def test_a_draft_is_proposed_as_working_once_it_worked_for_three(
    worked: int, flags: int, proposal: str
) -> None:
    found = told(status="draft", worked=worked, flags=flags)
    assert (found.state, found.proposal) == (State.DRAFT, proposal)


def test_a_page_whose_rule_is_doubted_counts_as_working_at_once() -> None:
    found = told(doubted="3 people question a rule: “by hand”.", reviewed_on=ago(1))
    assert (found.state, found.proposal, found.due) == (State.WORKING, "check", TODAY)


@pytest.mark.parametrize(
    ("worked", "flags", "clean", "proposal"),
    [(5, 0, True, "validate"), (4, 0, True, ""), (5, 1, True, ""), (5, 0, False, "")],
)
def test_working_is_proposed_as_validated_once_it_worked_for_five(
    worked: int, flags: int, clean: bool, proposal: str
) -> None:
    found = told(status="working", worked=worked, flags=flags, clean=clean)
    assert (found.state, found.proposal) == (State.WORKING, proposal)


@pytest.mark.parametrize(("days", "proposal"), [(350, ""), (351, "review"), (365, "review")])
def test_the_owner_is_reminded_fourteen_days_before(days: int, proposal: str) -> None:
    found = told(reviewed_on=ago(days))
    assert (found.state, found.proposal) == (State.VALIDATED, proposal)


@pytest.mark.parametrize(("late", "seen"), [(1, False), (30, False), (31, True)])
def test_thirty_days_late_its_users_see_it(late: int, seen: bool) -> None:
    found = told(reviewed_on=ago(365 + late))
    assert (found.state, found.users_see) == (State.DUE, seen)


def test_reuse_is_review_once_and_by_half_a_period() -> None:
    late = {"reviewed_on": ago(400), "worked": 10}
    assert told(**late).state is State.VALIDATED
    assert told(**late, flags=1).state is State.DUE
    assert told(**late, stakes="high").state is State.DUE
    assert told(**{**late, "worked": 9}).state is State.DUE
    assert told(reviewed_on=ago(365 + 183), worked=99).state is State.DUE


def test_what_nobody_uses_is_retired_and_not_reviewed() -> None:
    idle = {"reviewed_on": ago(731), "last_used": None}
    assert told(**idle).proposal == "retire"
    assert told(**idle, stakes="high").proposal == "review"
    assert told(reviewed_on=ago(731), last_used=ago(10)).proposal == "review"


def test_what_it_stands_on_goes_before_any_calendar() -> None:
    found = told(changed="site value security_phone")
    assert (found.proposal, found.due) == ("check", TODAY)


def test_a_page_without_an_owner_has_the_fallback_owner() -> None:
    assert told(owner=" ").owner == "publisher"


def test_never_reviewed_is_due() -> None:
    assert told(reviewed_on=None).state is State.DUE


@pytest.mark.parametrize(
    ("outcome", "more"), [("fine", {}), ("retired", {}), ("retired", {"reason": "old"})]
)
def test_a_review_says_how_it_ended(outcome: str, more: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        check_outcome(outcome, **more)
    check_outcome("retired", reason="nobody pays so any more")
    check_outcome("retired", replaced_by="team.other")
    check_outcome("kept")
