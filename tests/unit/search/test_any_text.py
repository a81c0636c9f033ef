"""No text that a person types or pastes makes a search fail or wait."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jitdesk.search.hit import Query
from jitdesk.search.searcher import Searcher
from tests.support.guides import make_guide, open_searcher
from tests.support.odd_text import odd_text

WORDS = [f"{a}{b}{c}" for a in "bdgkmr" for b in "aeiou" for c in "lnst"]
LIMIT_MS = 1000.0
"""A bound that a hang would break; the bench holds the figures."""


@pytest.fixture(name="searcher", scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    dice = random.Random(7)
    guides = [
        make_guide(" ".join(dice.sample(WORDS, 3)) + f" {n}", " ".join(dice.choices(WORDS, k=60)))
        for n in range(400)
    ]
    with open_searcher(tmp_path_factory.mktemp("fuzz") / "index", guides) as searcher:
        searcher.warm()
        yield searcher


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \t\n",
        "AND OR NOT",
        '"unclosed (title:* ~2 ^',
        "a" * 10_000,
        "\x00\x1e\x1f\ud800",
        "bal des gin " * 900,
        "𝔅𝔞𝔩 \u202e\u0301\u0301 👩‍👩‍👧",
        "重" * 3000,
        "\\..\\.. /etc/passwd %00 {{x}} ${y}",
        "bal \u0301# gin",  # an accent and a sign: the first line of a word list once
        "bal \u0301++ gin",
    ],
)
def test_odd_text_is_answered_in_time(searcher: Searcher, text: str) -> None:
    for complete in (True, False):
        searcher.search(Query(text, complete=complete))
        answer = searcher.search(Query(text, complete=complete))
        assert answer.took_ms < LIMIT_MS


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=120), st.booleans())
def test_any_text_has_an_answer(searcher: Searcher, text: str, complete: bool) -> None:
    for hit in searcher.search(Query(text, complete=complete)).hits:
        for start, end in hit.marks:
            assert 0 <= start < end <= len(hit.title)
        for start, end in hit.line_marks:
            assert 0 <= start < end <= len(hit.line)


@pytest.mark.slow
def test_fifty_thousand_odd_questions_are_answered(searcher: Searcher) -> None:
    dice = random.Random(20)
    words = sorted(set(WORDS) | {"password", "reset", "print", "login", "folder", "über"})
    slowest = 0.0
    for _ in range(50_000):
        text = odd_text(dice, words)
        answer = searcher.search(Query(text, complete=dice.random() < 0.3))
        slowest = max(slowest, answer.took_ms)
    assert slowest < LIMIT_MS
