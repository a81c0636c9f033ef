from __future__ import annotations

from datetime import date

import pytest

from jitdesk.errors import Level
from jitdesk.guides.fields import near_miss, read_fields
from jitdesk.guides.guide import GuideType


def test_fields_of_other_tools_are_understood() -> None:
    front = {"description": "When it rains", "lang": "de", "categories": ["a", "b"], "tags": "c, d"}
    fields = read_fields(front, {}, "a.md")
    assert (fields.situation, fields.language) == ("When it rains", "de")
    assert fields.tags == ("c", "d", "a", "b")


def test_keys_of_publishing_tools_make_no_noise() -> None:
    front = {
        "ms.date": "3/29/2021",
        "layout": "page",
        "weight": 3,
        "author": "x",
        "aliases": ["/a"],
    }
    fields = read_fields(front, {}, "a.md")
    assert (fields.problems, fields.also_asked) == ([], ())


def test_wrong_values_are_named_with_their_lines() -> None:
    front = {"title": {"en": "T"}, "minutes": -3, "kind": "hologram", "expires": "tomorrow"}
    lines = {(key,): n for n, key in enumerate(front, 2)}
    problems = read_fields(front, lines, "a.md").problems
    assert {p.line for p in problems} == {2, 3, 4, 5}
    assert {p.level for p in problems} == {Level.WARNING}


def test_the_content_models_fields_are_read() -> None:
    front = {
        "id": "mail.check", "kind": "decision-table", "time_to_use": "40s",
        "owner": {"role": "it"}, "context": {"apps": ["Outlook"], "words": ["send"]},
        "reviewed_on": date(2026, 1, 1), "review_every": "P30D",
    }  # fmt: skip
    fields = read_fields(front, {}, "a.md")
    assert (fields.id, fields.type, fields.minutes) == ("mail.check", GuideType.FRAMEWORK, 1)
    assert (fields.owner, fields.apps, fields.context_words) == ("it", ("outlook",), ("send",))
    assert fields.review_due == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("key", "meant"),
    [("titel", "title"), ("tilte", "title"), ("created", ""), ("x-owner", ""), ("weight", "")],
)
def test_one_slip_is_guessed(key: str, meant: str) -> None:
    assert near_miss(key) == meant
