"""A plan names its cue and is due when the cue is there."""

from __future__ import annotations

from datetime import date

import pytest

from jitdesk.learning.plan import Plan, make_plan, read_plan

TODAY = date(2026, 11, 26)


def test_a_plan_for_a_program_is_due_in_front_of_it() -> None:
    plan = make_plan("p/a", " Outlook ", None)
    assert plan == Plan("p/a", app="outlook")
    assert plan.is_due(("outlook",), TODAY)
    assert not plan.is_due(("excel",), TODAY)


def test_a_plan_for_a_day_is_due_from_it_on() -> None:
    plan = Plan("p/a", on=date(2026, 11, 27))
    assert not plan.is_due(("outlook",), TODAY)
    assert plan.is_due((), date(2026, 11, 27))
    assert plan.is_due((), date(2026, 12, 24))


@pytest.mark.parametrize("plan", [Plan("p/a", app="outlook"), Plan("p/a", on=TODAY)])
def test_what_is_kept_is_read(plan: Plan) -> None:
    assert read_plan("p/a", plan.kept) == plan


@pytest.mark.parametrize("kept", ["", "app:", "on:soon", "x:y", "on:"])
def test_what_cannot_be_read_is_no_plan(kept: str) -> None:
    assert read_plan("p/a", kept) is None


@pytest.mark.parametrize("app", ["", "x", "a" * 41, "a\nb"])
def test_what_is_no_program_is_no_plan(app: str) -> None:
    assert make_plan("p/a", app, None) is None
