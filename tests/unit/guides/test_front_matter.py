from __future__ import annotations

from jitdesk.guides.front_matter import split_front_matter


def test_fields_and_body_know_their_lines() -> None:
    front = split_front_matter("---\ntitle: A\n---\n\nText", "a.md")
    assert front.fields == {"title": "A"}
    assert (front.body, front.body_line, front.lines["title",]) == ("\nText", 4, 2)


def test_an_empty_block_is_no_fault() -> None:
    front = split_front_matter("---\n---\nText", "a.md")
    assert (front.fields, front.body, front.problems) == ({}, "Text", ())


def test_a_block_that_is_not_closed_is_an_error_of_line_1() -> None:
    problem = split_front_matter("---\ntitle: A\n\n# H\n", "a.md").problems[0]
    assert (problem.line, problem.rule) == (1, "front-not-closed")


def test_hugo_fields_in_toml_are_read() -> None:
    front = split_front_matter('+++\ntitle = "A"\ntags = ["x"]\n+++\nText', "a.md")
    assert front.fields == {"title": "A", "tags": ["x"]}
    assert front.body_line == 5


def test_a_rule_further_down_is_text() -> None:
    assert not split_front_matter("Intro\n\n---\n\nText", "a.md").present
