from __future__ import annotations

from jitdesk.guides.lines import line_of, normalise, split_lines


def test_only_three_ends_count() -> None:
    text = normalise("a\rb\r\nc\nd\u2028still d\x0cstill d")
    assert split_lines(text) == ["a", "b", "c", "d\u2028still d\x0cstill d"]
    assert line_of(text, text.index("c")) == 3
