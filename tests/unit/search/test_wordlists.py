"""The word lists that ship."""

from __future__ import annotations

import pytest

from jitdesk.paths import shipped
from jitdesk.search.folding import fold
from jitdesk.search.stemming import query_stems
from jitdesk.search.synonym_lines import WRITTEN, sorted_synonyms
from jitdesk.search.wordlists import SYNONYMS, abbreviations, stop_words, synonyms


def test_every_list_is_there_and_folded() -> None:
    assert "the" in stop_words()
    assert "nicht" in stop_words()
    assert abbreviations()["k8s"] == ("kubernetes",)
    assert all(fold(word) == word for word in (*stop_words(), *abbreviations()))


def test_synonyms_go_both_ways_and_arrows_one_way() -> None:
    assert "remove" in synonyms("delete")
    assert "delete" in synonyms("remove")
    assert "restore" in synonyms("undo")
    assert "undo" not in synonyms("reset")


def test_what_is_looked_up_is_made_of_what_people_write() -> None:
    folder = shipped("resources") / "search"
    written = {
        language: (folder / name).read_text(encoding="utf-8") for language, name in WRITTEN.items()
    }
    looked_up = (folder / SYNONYMS).read_text(encoding="utf-8")
    assert sorted_synonyms(written) == looked_up, "run resources/search/build_synonyms.py"


def test_synonyms_are_sorted_and_folded_and_none_stands_for_itself() -> None:
    made = sorted_synonyms({"de": "Käse, Gouda > cheese, käse # gelb", "en": "list, show"})
    assert made.splitlines() == [
        "gouda kase,cheese",
        "kaese gouda,cheese,kase",
        "kase gouda,cheese",
        "list show",
        "show list",
    ]


@pytest.mark.parametrize("word", ["kontrolliert", "gelöschte", "abgeschaltet", "deleting"])
def test_an_inflected_word_has_the_synonyms_of_its_stem(word: str) -> None:
    listed = [synonyms(root) for root in query_stems(fold(word), ("de", "en"))]
    assert {"prufen", "remove", "disable"} & {other for others in listed for other in others}
