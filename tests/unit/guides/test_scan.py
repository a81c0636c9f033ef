from __future__ import annotations

from jitdesk.guides.scan import scan


def test_sections_have_anchors_lines_and_text() -> None:
    found = scan("# One\n\na\n\n## Two\nb\n\n## Two\nc", 5)
    assert [(s.anchor, s.level, s.line, s.text) for s in found.sections] == [
        ("one", 1, 5, "a"), ("two", 2, 9, "b"), ("two-1", 2, 12, "c"),
    ]  # fmt: skip


def test_headings_in_code_and_comments_are_none() -> None:
    found = scan("```\n# no\n```\n<!-- \n# no\n-->\n    \nText\n####### no")
    assert [s.level for s in found.sections] == [0]


def test_underlined_headings_count() -> None:
    assert [(s.title, s.level) for s in scan("One\n===\n\nTwo\n---\n").sections] == [
        ("One", 1), ("Two", 2),
    ]  # fmt: skip


def test_a_part_below_a_text_is_not_the_title() -> None:
    assert scan("Intro.\n\n## Dos\n").title == ""
    assert scan("## Dos\n").title == "Dos"
    assert scan("Intro.\n\n# Real\n").title == "Real"


def test_items_steps_and_templates_are_counted() -> None:
    found = scan("- [ ] a\n- [x] b\n-[ ] no\n- [] no\n1. s\n```text template\n- [ ] no\n```\n")
    assert (found.tasks, found.steps, found.template) == (2, 1, True)
