"""Patterns of window titles are quick, whoever wrote them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jitdesk.guides.window_pattern import LONGEST_TITLE, fault, fits


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?i)\b(bank|iban|vendor|supplier)\b",
        "(?i)message|nachricht|new mail",
        r"Invoice \d+",
        r"^Inbox.* - Outlook$",
        r"\[draft\]",
        "(Re|Fwd)?: ",
    ],
)
def test_what_authors_write_is_used(pattern: str) -> None:
    assert fault(pattern) == ""


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$",
        "(a|a)*$",
        "((a|b)c)+d",
        "(?:x*){2,}",
        ".*.*.*x",
        "(.)(.)\\1",
        "a{500}",
        "(",
        "",
        ".*",
        "x" * 101,
        "[[a]",
    ],
)
def test_what_is_slow_or_wrong_is_left_out(pattern: str) -> None:
    assert fault(pattern)
    assert not fits(pattern, "aaaa")


@given(st.text("ab|()*+?{}.,2[]^$\\", max_size=24), st.sampled_from(("a" * 400, "ab" * 200)))
def test_no_pattern_that_is_used_takes_long(pattern: str, title: str) -> None:
    before = time.thread_time()
    fits(pattern, title)
    assert time.thread_time() - before < 5  # a hang; speed is the bench's


def test_only_the_beginning_of_a_title_is_looked_at() -> None:
    assert not fits("end", "x" * LONGEST_TITLE + "end")
