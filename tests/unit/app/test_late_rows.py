"""Rows that come late fill up; what is being read stays."""

from __future__ import annotations

from jitdesk.app.late_rows import merged_rows
from tests.support.services import hit_for

A, B, C, D = (hit_for(name, 1) for name in "abcd")


def test_the_selected_row_and_those_above_it_stay() -> None:
    assert merged_rows((A, B, C), (D, C, A), 1) == (A, B, D)


def test_no_guide_is_listed_twice() -> None:
    assert merged_rows((A, B), (B, A, C), 0) == (A, B, C)


def test_an_empty_list_takes_all() -> None:
    assert merged_rows((), (A, B), 0) == (A, B)
