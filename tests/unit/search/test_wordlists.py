"""The word lists that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from jitdesk.paths import shipped
from jitdesk.search.folding import fold
from jitdesk.search.hit import Query
from jitdesk.search.stemming import query_stems
from jitdesk.search.synonym_lines import WRITTEN, sorted_synonyms
from jitdesk.search.wordlists import (
    SYNONYMS,
    abbreviations,
    is_listed,
    stop_words,
    synonyms,
    synonyms_of_stem,
)
from tests.support.guides import make_guide, open_searcher


def words(word: str) -> set[str]:
    return {other for other, _ in synonyms(word)}


def test_every_list_is_there_and_folded() -> None:
    assert "the" in stop_words()
    assert "nicht" in stop_words()
    assert abbreviations()["k8s"] == ("kubernetes",)
    assert all(fold(word) == word for word in (*stop_words(), *abbreviations()))


def test_synonyms_go_both_ways_and_arrows_one_way() -> None:
    assert "remove" in words("delete")
    assert "delete" in words("remove")
    assert "restore" in words("undo")
    assert "undo" not in words("reset")


def test_what_is_looked_up_is_made_of_what_people_write() -> None:
    folder = shipped("resources") / "search"
    written = {
        language: (folder / name).read_text(encoding="utf-8") for language, name in WRITTEN.items()
    }
    looked_up = (folder / SYNONYMS).read_text(encoding="utf-8")
    assert sorted_synonyms(written) == looked_up, "run resources/search/build_synonyms.py"


def test_what_is_looked_up_has_stems_and_spellings_and_no_word_for_itself() -> None:
    made = sorted_synonyms({"de": "Käse, Gouda > cheese, käse # gelb", "en": "list, show"})
    assert made.splitlines() == [
        "gouda kase/kas,cheese/chees",
        "kaese gouda,cheese/chees,kase/kas",
        "kase gouda,cheese/chees",
        "list show",
        "show list",
    ]


def test_a_stem_of_some_language_is_no_word_that_is_spelled_right() -> None:
    assert ("delete", "delet") in synonyms_of_stem("elimin")  # of the Spanish eliminar
    assert is_listed("eliminar")
    assert not is_listed("elimin")


def test_a_word_that_english_has_too_is_of_the_other_language_for_those_who_ask_in_it() -> None:
    assert ("manager", "manag") in synonyms("chef", "de")
    assert ("manager", "manag") not in synonyms("chef")
    assert ("manager", "manag") not in synonyms("chef", "en")


@pytest.mark.parametrize("word", ["kontrolliert", "gelöschte", "abgeschaltet", "deleting"])
def test_an_inflected_word_has_the_synonyms_of_its_stem(word: str) -> None:
    roots = query_stems(fold(word), ("de", "en"))
    found = {other for root in roots for other, _ in synonyms_of_stem(root)}
    assert {"prufen", "remove", "disable"} & found


@pytest.mark.parametrize(
    ("language", "title", "question"),
    [
        ("de", "Löschen eines Ordners", "verzeichnis entfernen"),
        ("de", "Delete a folder", "verzeichnis gelöscht"),
        ("fr", "Effacer un dossier", "supprimer le répertoire"),
        ("es", "Borrar una carpeta", "eliminar directorio"),
        ("ru", "Удаление папки", "стереть каталог"),
        ("ar", "حذف مجلد", "إزالة المجلد"),
        ("zh", "移除目录", "删除文件夹"),
        ("ja", "データの除去", "データ削除"),
        ("ja", "文書のコピー", "複製したい"),
        ("ja", "Delete a folder", "フォルダを消す"),
        ("zh", "Delete a folder", "文件夹"),
        ("ru", "Delete a folder", "удалить каталог"),
        ("zh", "Delete a folder", "删除目录"),
    ],
)
def test_another_word_of_the_language_or_the_english_one_finds_a_guide(
    tmp_path: Path, language: str, title: str, question: str
) -> None:
    own = "en" if title.isascii() and language != "es" else language
    front = f"language: {own}"
    guides = [make_guide(title, front=front), make_guide("Book a room", front=front)]
    with open_searcher(tmp_path, guides) as searcher:
        hits = searcher.search(Query(question, language=language)).hits
    assert [hit.title for hit in hits[:1]] == [title]
