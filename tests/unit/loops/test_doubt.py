"""Enough people who doubt a rule make its page count as working."""

from __future__ import annotations

from jitdesk.loops.case import cases
from jitdesk.loops.contribution import Contribution, Kind
from jitdesk.loops.doubt import doubted
from tests.unit.loops.test_loops import did, said


def doubt(sender: str, rule: str = "invoices come on paper", **more: str) -> Contribution:
    told = {"assumption": rule, **more}
    return said("seen", Kind.CHALLENGE, guide="a", sender=sender, more=told)


def test_three_people_who_doubt_one_rule_make_it_count_as_working() -> None:
    two = [doubt("p1"), doubt("p1"), doubt("p2", "Invoices come on paper")]
    assert doubted(cases(two, [])) == {}
    found = doubted(cases([*two, doubt("p3", "all invoices come on paper")], []))
    assert (found["a"].people, found["a"].counts) == (3, True)
    assert "3 people question a rule" in found["a"].reason


def test_two_who_saw_it_break_are_enough() -> None:
    one = [doubt("p1", broken="yes"), doubt("p2")]
    assert doubted(cases(one, [])) == {}
    found = doubted(cases([*one, doubt("p3", broken="yes")], []))
    assert "2 people saw" in found["a"].reason


def test_three_doubts_about_three_rules_are_no_common_doubt() -> None:
    rules = ("paper only", "monday morning", "two signatures")
    three = [doubt(f"p{n}", rule) for n, rule in enumerate(rules)]
    assert doubted(cases(three, [])) == {}


def test_a_decided_question_is_no_doubt_any_more() -> None:
    three = [doubt(f"p{n}") for n in range(3)]
    acted = [did(three[0], act, day) for day, act in enumerate(("acknowledged", "upheld"), 1)]
    assert doubted(cases(three, acted)) == {}
