"""Stems per language, and the stems that a question may have."""

from __future__ import annotations

import pytest

from jitdesk.search.folding import fold
from jitdesk.search.stemming import query_stems, stem


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "deleting", "deletes"),
        ("de", "passworter", "passwort"),
        ("fr", "connexions", "connexion"),
        ("es", "archivos", "archivo"),
        ("ru", "пароли", "паролем"),
        ("ar", fold("المصادقة"), fold("مصادقة")),
        ("ar", fold("والملفات"), fold("ملفات")),
    ],
)
def test_forms_of_a_word_share_a_stem(language: str, left: str, right: str) -> None:
    assert stem(left, language) == stem(right, language)


def test_short_words_numbers_and_unknown_languages_stay_whole() -> None:
    assert stem("git", "en") == "git"
    assert stem("0x80070005", "en") == "0x80070005"
    assert stem("wordings", "xx") == "wordings"
    assert stem("パス", "ja") == "パス"


def test_a_question_is_tried_in_every_language_of_the_index() -> None:
    assert query_stems("anderungen", ("en", "de")) == ("anderungen", stem("anderungen", "de"))
    assert query_stems("anderungen", ("de", "en"))[0] == stem("anderungen", "de")
