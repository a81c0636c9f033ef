"""What is described rather than named is found by its cues, in any order and inflection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jitdesk.paths import shipped
from jitdesk.search import concepts
from jitdesk.search.concepts import SORTED, described, sorted_concepts
from jitdesk.search.hit import Query
from jitdesk.search.searcher import Searcher
from jitdesk.search.sorted_lines import SortedLines
from tests.support.guides import make_guide, open_searcher

FOLDER = shipped("resources") / "search"


def first(searcher: Searcher, text: str) -> str:
    return searcher.search(Query(text, complete=True)).hits[0].title


@pytest.fixture(name="own")
def own_concepts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Use the concepts of the test instead of those that ship."""
    text = (
        "big/huge + folder/directory > du, usage  # plain\n"
        "left + right/über + below > cross\n"
        "old/file + file/page > find\n"
        "one + two + three > count\n"
        "one + two + four + five > jump, skip"
    )
    caches = (concepts._groups, concepts._missing, concepts._words)
    (tmp_path / "lines").write_text(sorted_concepts(text), encoding="utf-8")
    monkeypatch.setattr(concepts, "_lines", lambda: SortedLines(tmp_path / "lines"))
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(
    ("asked", "others"),
    [
        ("folders huge", ("du", "usage")),
        ("a directory gets so big", ("du", "usage")),
        ("below uber left", ("cross",)),
        ("big huge", ()),
        ("folder", ()),
        ("left right", ()),
        ("file old", ("find",)),
        ("old file", ("find",)),
        ("file", ()),
        ("", ()),
        ("one two", ()),
        ("three two one", ("count",)),
        ("one two four", ()),
        ("five four two one", ("jump", "skip")),
        (f"big folder {'word ' * 20}", ()),
    ],
)
def test_a_word_of_each_group_describes_a_concept(asked: str, others: tuple[str, ...]) -> None:
    assert tuple(described(asked.split()).values()) == ((others,) if others else ())


def test_what_is_looked_up_was_made_of_what_people_write() -> None:
    written = (FOLDER / "concepts.txt").read_text(encoding="utf-8")
    looked_up = (FOLDER / SORTED).read_text(encoding="utf-8")
    assert sorted_concepts(written) == looked_up, "run resources/search/build_concepts.py"


@pytest.mark.parametrize("line", ["big + folder", "big > du", "a + b + c + d + e > f"])
def test_a_line_that_is_no_concept_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="not a concept: "):
        sorted_concepts(line)


@pytest.mark.usefixtures("own")
def test_what_more_words_describe_comes_first() -> None:
    found = described(["one", "two", "three", "four", "five", "big", "folder"])
    assert list(found.values()) == [("jump", "skip"), ("count",), ("du", "usage")]


def test_a_missing_list_is_an_empty_one(tmp_path: Path) -> None:
    assert SortedLines(tmp_path / "nothing").rest("word") == ""


def test_each_row_is_found_whole(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("a one\nab two\nabc three four\nb five\n", encoding="utf-8")
    lines = SortedLines(tmp_path / "list")
    found = [lines.rest(word) for word in ("a", "ab", "abc", "b", "abcd", "c", "")]
    assert found == ["one", "two", "three four", "five", "", "", ""]


@pytest.mark.usefixtures("own")
def test_a_guide_is_found_by_a_description_without_its_words(tmp_path: Path) -> None:
    guides = [make_guide("Show the usage", "Run it."), make_guide("Paint", "A big wall.")]
    with open_searcher(tmp_path / "index", guides) as searcher:
        for text in ("my folder is too big", "huge directories", "which folders are so big"):
            assert first(searcher, text) == "Show the usage"


def test_phrases_are_known_in_each_form_of_their_words(tmp_path: Path) -> None:
    guides = [make_guide("Uninstall", "Goodbye."), make_guide("Paint", "Rid of walls.")]
    with open_searcher(tmp_path / "index", guides) as searcher:
        for text in ("get rid of it", "getting rid of it", "gets rid of it"):
            assert first(searcher, text) == "Uninstall"
