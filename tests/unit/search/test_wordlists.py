"""The word lists that ship."""

from __future__ import annotations

from jitdesk.search.folding import fold
from jitdesk.search.wordlists import abbreviations, stop_words, synonyms


def test_every_list_is_there_and_folded() -> None:
    assert "the" in stop_words()
    assert "nicht" in stop_words()
    assert abbreviations()["k8s"] == ("kubernetes",)
    words = {*stop_words(), *abbreviations(), *synonyms()}
    assert all(fold(word) == word for word in words)


def test_synonyms_go_both_ways_and_arrows_one_way() -> None:
    assert "remove" in synonyms()["delete"]
    assert "delete" in synonyms()["remove"]
    assert "restore" in synonyms()["undo"]
    assert "undo" not in synonyms().get("reset", ())


def test_no_word_stands_for_itself() -> None:
    assert all(word not in others for word, others in synonyms().items())
