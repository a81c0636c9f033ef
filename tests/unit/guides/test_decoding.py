from __future__ import annotations

import pytest

from jitdesk.guides.decoding import decode


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_texts_with_marks_are_read(encoding: str) -> None:
    data = ("\ufeff" * (encoding == "utf-16-le") + "Grüße\r\nzwei").encode(encoding)
    assert decode(data, "a.md") == ("Grüße\nzwei", ())


def test_windows_1252_is_read_and_its_place_is_named() -> None:
    text, problems = decode("a\nGröße".encode("cp1252"), "a.md")
    assert text == "a\nGröße"
    assert (problems[0].line, problems[0].rule) == (2, "encoding")


def test_a_program_is_no_text() -> None:
    text, problems = decode(b"MZ\0\0\0\0" * 50, "a.md")
    assert text is None
    assert problems[0].rule == "not-text"


def test_one_zero_byte_does_not_hide_a_page() -> None:
    assert decode(b"# Title\n" + b"x" * 200 + b"\0", "a.md")[0]


def test_a_large_file_is_cut_at_a_line() -> None:
    text, problems = decode(b"line\n" * 100, "a.md", limit=52)
    assert text == "line\n" * 10
    assert problems[0].rule == "too-large"


def test_a_character_cut_in_half_at_the_end_is_dropped() -> None:
    assert decode("é".encode()[:1], "a.md") == ("", ())
