from __future__ import annotations

from jitdesk.guides.table import check_table, parts_text

TABLE = {
    "conditions": [{"key": "who", "ask": "Who?"}],
    "rows": [{"who": "*", "do": "Call | wait"}, {"what": "x", "do": ""}],
}


def test_a_table_is_shown_with_its_questions() -> None:
    assert "| Who? | Do this |" in parts_text({"table": TABLE})
    assert "| any | Call \\| wait |" in parts_text({"table": TABLE})


def test_wrong_rows_are_named() -> None:
    problems = check_table({"table": TABLE}, {("table", "rows", 1): 9}, "t.md")
    assert [p.line for p in problems] == [9, 9]


def test_a_table_without_rows_is_named() -> None:
    assert check_table({"table": {}}, {}, "t.md")


def test_items_and_steps_of_a_yaml_file_are_shown() -> None:
    assert parts_text({"items": ["a", {"title": "b"}]}).startswith("- [ ] a\n- [ ] b")
