"""One line on whether a page can be believed: owner, review, use, how it went."""

from __future__ import annotations

from datetime import date

from jitdesk.models.trust import trust_line
from tests.support.guides import make_guide

TODAY = date(2026, 11, 26)
PAGE = "Text.\n"


def test_it_names_the_role_and_the_review() -> None:
    guide = make_guide("A", PAGE, front="owner: {role: head-of-it}\nreviewed_on: 2026-10-01")
    assert trust_line(guide, today=TODAY) == "head of it · reviewed 2026-10-01"


def test_a_review_that_is_overdue_is_said() -> None:
    guide = make_guide("A", PAGE, front="reviewed_on: 2024-10-01\nreview_every: P30D")
    assert trust_line(guide, today=TODAY) == "review overdue, last reviewed 2024-10-01"


def test_use_and_how_it_went_stand_behind_once_known() -> None:
    guide = make_guide("A", PAGE)
    told = trust_line(guide, 3, TODAY, went=(2, 3))
    assert told == "not reviewed · used here 3 times · worked 2 of 3"
