from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jitdesk.errors import Level
from jitdesk.fileio import write_atomic
from jitdesk.yamlio import MAX_DEPTH, Decimal, dump_yaml, load_yaml


def test_plain_words_of_yaml_1_1_stay_text() -> None:
    value = load_yaml("a: yes\nb: off\nc: 012\nd: 12:30\ne: true\nf: 7\n").value
    assert value == {"a": "yes", "b": "off", "c": "012", "d": "12:30", "e": True, "f": 7}


def test_a_version_keeps_its_zero() -> None:
    value = load_yaml("version: 1.10").value["version"]
    assert (str(value), value) == ("1.10", 1.1)


def test_dates_are_dates_and_impossible_ones_are_named() -> None:
    document = load_yaml("a: 2026-03-31\nb: 2026-02-30")
    assert document.value["a"] == date(2026, 3, 31)
    assert [(p.line, p.level) for p in document.problems] == [(2, Level.WARNING)]


def test_lines_of_keys_and_entries_are_known() -> None:
    lines = load_yaml("a:\n  - x\n  - k: 1\n", first_line=2).lines
    assert (lines["a",], lines["a", 1], lines["a", 1, "k"]) == (2, 4, 4)


def test_a_key_written_twice_names_both_lines_and_keeps_the_first() -> None:
    document = load_yaml("a: 1\nb: 2\na: 3")
    assert document.value["a"] == 1
    assert "lines 1 and 3" in document.problems[0].message


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('a: 1\nb: "open\nc: 2\n', 2, "quote is opened"),
        ("a: 1\n\tb: 2\n", 2, "tab"),
        ("a: b: c", 1, "second colon"),
        ("a: &x 1", 1, "begins with &"),
        ("a: *x", 1, "begins with *"),
        ("a: !!python/object:os.system x", 1, "begins with !"),
        ("a: [1, 2\nb: 3", 2, "bracket"),
        ("a: @x", 1, "sign that has its own meaning"),
        ("a: 1\n---\nb: 2", 2, "second document"),
        ("a: x\x01", 1, "control character"),
        ("? [a]\n: 1", 1, "name of a field"),
    ],
)
def test_faults_are_said_in_an_authors_words(text: str, line: int, words: str) -> None:
    error = load_yaml(text).error
    assert error is not None
    assert error.line == line
    assert words in error.message


@pytest.mark.parametrize("bomb", ["a: " + "[" * 100_000, "a: " + "{a: " * 100_000, "- " * 50_000])
def test_deep_nesting_is_refused_at_once(bomb: str) -> None:
    error = load_yaml(bomb).error
    assert error is not None
    assert str(MAX_DEPTH) in error.message


def test_merge_keys_are_plain_keys() -> None:
    assert load_yaml("<<: {a: 1}").value == {"<<": {"a": 1}}


_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**15), 10**15),
    st.dates(),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
)


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.lists(_SCALARS), max_size=5)
)
def test_what_is_dumped_is_read_back(value: dict[str, list[object]]) -> None:
    assert load_yaml(dump_yaml(value)).value == value


def test_a_decimal_is_dumped_as_it_was_written() -> None:
    assert dump_yaml({"v": Decimal("1.10")}) == "v: 1.10\n"


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    load_yaml(text)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_atomic(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_atomic(path, "\ud800")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]
