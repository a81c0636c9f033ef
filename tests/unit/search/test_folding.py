"""One spelling for every way to write a word."""

from __future__ import annotations

import pytest

from jitdesk.search.folding import fold, umlaut_spelling


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("École", "ecole"),
        ("Straße", "STRASSE"),
        ("re\u0301sume\u0301", "resume"),
        ("ﾊﾞｯｸｱｯﾌﾟ", "バックアップ"),
        ("ＡＢＣ１２", "abc12"),
        ("أَمْنٌ", "امن"),
        ("مكتبة", "مكتبه"),
        ("שָׁלוֹם", "שלום"),
        ("İstanbul", "istanbul"),
        ("ISPARTA", "ısparta"),
        ("ёлка", "елка"),
        ("Øre", "ore"),
    ],
)
def test_both_spellings_are_one_word(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_japanese_voicing_marks_and_the_short_i_stay() -> None:
    assert fold("が") != fold("か")
    assert fold("мой") != fold("мои")


def test_umlauts_have_a_second_spelling() -> None:
    assert umlaut_spelling("Änderung") == "aenderung"
    assert umlaut_spelling("Anderung") == ""


def test_folding_twice_changes_nothing() -> None:
    for text in ("Straße", "İI", "ﾊﾞ", "\u0345Ω", "ﬁ", "ǅ"):
        assert fold(fold(text)) == fold(text)
