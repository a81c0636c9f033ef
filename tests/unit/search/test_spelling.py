"""Typing errors and the words that are meant."""

from __future__ import annotations

import pytest

from jitdesk.search.spelling import WordTable, corrections, encode_words

WORDS = ("git", "password", "kubectl", "rebase", "reset", "calendar", "meeting", "größe", "пароль")


def table_of(data: bytes) -> WordTable:
    return WordTable(lambda start, length: data[start : start + length], len(data))


def nearest(word: str) -> list[str]:
    table = table_of(encode_words(WORDS))
    return [correction.word for correction in corrections(word, [table])]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("passwrod", "password"),
        ("pasword", "password"),
        ("psasword", "password"),
        ("kubeclt", "kubectl"),
        ("ubectl", "kubectl"),
        ("rebsae", "rebase"),
        ("erbase", "rebase"),
        ("xebase", "rebase"),
        ("gti", "git"),
        ("calender", "calendar"),
        ("meetign", "meeting"),
        ("пароьл", "пароль"),
    ],
)
def test_slips_find_the_word(typed: str, meant: str) -> None:
    assert meant in nearest(typed)


@pytest.mark.parametrize("typed", ["rst", "x", "zzzzzzz", "a" * 300, "re5et"])
def test_too_short_too_long_or_too_far_is_not_corrected(typed: str) -> None:
    assert nearest(typed) == []


def test_an_empty_table_knows_nothing() -> None:
    assert table_of(b"").words(5, "a") == []
    assert corrections("password", [table_of(b"")]) == []


def test_a_missing_first_letter_is_found_beside_a_near_word() -> None:
    """`xpose` was only read as `expos`, so "kubectl xpose" did not find "kubectl expose"."""
    table = table_of(encode_words(("xposed", "expose")))
    assert {c.word for c in corrections("xpose", [table])} == {"xposed", "expose"}


def test_y_and_z_are_likelier_exchanged_than_any_other_slip() -> None:
    table = table_of(encode_words(("zapier", "rapier", "papier")))
    assert [c.word for c in corrections("yapier", [table])] == ["zapier"]
