"""A rule is questioned by its number, and so is what it breaks by."""

from __future__ import annotations

from jitdesk.app.questioned_rules import chosen, rules_of
from tests.support.guides import make_guide

FRONT = """assumptions:
  - {id: a1, text: Invoices come on paper., why: law, breaks_if: one comes by mail}
  - {id: a2, text: Two people sign.}"""


def test_assumptions_are_numbered_and_below_them_what_breaks_them() -> None:
    rules = rules_of(make_guide("Pay", "x", front=FRONT))
    assert [rule.text for rule in rules] == [
        "Invoices come on paper.", "Two people sign.", "one comes by mail",
    ]  # fmt: skip
    assert chosen(rules, "2").assumption == "Two people sign."
    assert chosen(rules, "3") == ("one comes by mail", "Invoices come on paper.", True)


def test_other_words_are_a_rule_that_nobody_wrote() -> None:
    rules = rules_of(make_guide("Pay", "x", front=FRONT))
    assert chosen(rules, "9").assumption == "9"
    assert chosen(rules, "that it must be today") == (
        "that it must be today", "that it must be today", False,
    )  # fmt: skip


def test_a_guide_without_assumptions_has_no_rules() -> None:
    assert rules_of(make_guide("Pay", "x", front="assumptions: soon")) == ()
