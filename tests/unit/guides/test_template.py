from __future__ import annotations

from jitdesk.guides.template import check_fields, fill, used


def test_values_are_never_expanded_again() -> None:
    assert fill("{{a}} {{ b }} {{c}} \\{{a}}", {"a": "{{b}}", "b": "2"}) == "{{b}} 2 {{c}} \\{{a}}"


def test_names_are_found_with_their_line() -> None:
    assert used("x\n{{a}} {{ {{b}} }} {{}}") == {"a": 1, "b": 1}


def test_faults_are_named() -> None:
    front = {"vars": {"a": {"default": "{{b}}"}, "b": {"default": "{{a}}"}, "c": {}}}
    text = " ".join(str(p) for p in check_fields(front, {}, "{{a}} {{d}}\n{{open", 5, "t.md"))
    assert all(part in text for part in ("a/b", '"c"', '"d"', "t.md:6", "not closed"))
    assert 'b" is not used' not in text
