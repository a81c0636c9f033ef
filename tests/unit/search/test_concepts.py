"""What is described rather than named is found by its cues, in any order and inflection."""

from __future__ import annotations

from pathlib import Path

import pytest

from jitdesk.paths import shipped
from jitdesk.search import reading
from jitdesk.search.concept_lines import sorted_concepts
from jitdesk.search.concepts import SORTED, Concepts
from jitdesk.search.hit import Query
from jitdesk.search.searcher import Searcher
from jitdesk.search.sorted_lines import SortedLines
from tests.support.guides import make_guide, open_searcher

FOLDER = shipped("resources") / "search"


def first(searcher: Searcher, text: str) -> str:
    return searcher.search(Query(text, complete=True)).hits[0].title


OWN = """
big/huge + folder/directory > du, usage  # plain
left + right/über + below > cross
old/file + file/page > find
one + two + three > count
one + two + four + five > jump, skip
"""


def _every(_words: tuple[str, ...]) -> bool:
    """Be a library that has a guide for everything."""
    return True


@pytest.fixture(name="own")
def own_concepts(tmp_path: Path) -> Concepts:
    """Return a few concepts of the test instead of those that ship."""
    (tmp_path / "lines").write_text(sorted_concepts(OWN), encoding="utf-8")
    return Concepts(SortedLines(tmp_path / "lines"))


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
def test_a_word_of_each_group_describes_a_concept(
    own: Concepts, asked: str, others: tuple[str, ...]
) -> None:
    found = own.described(asked.split(), _every, in_part=False)
    assert [concept.words for concept in found] == ([others] if others else [])


@pytest.mark.parametrize(
    ("asked", "others"),
    [
        ("below left", ("cross",)),
        ("one three", ("count",)),
        ("five words four one", ("jump", "skip")),
        ("two one", ("count",)),
        ("two four", ()),
        ("left", ()),
        ("big", ()),
    ],
)
def test_a_concept_of_three_or_four_groups_may_lack_one(
    own: Concepts, asked: str, others: tuple[str, ...]
) -> None:
    found = own.described(asked.split(), _every)
    assert [(c.words, c.whole) for c in found] == ([(others, False)] if others else [])


def test_words_that_are_cues_of_much_do_not_describe_in_part(tmp_path: Path) -> None:
    text = OWN + "\n".join(f"left/below + right + word{number} > some" for number in range(2000))
    (tmp_path / "lines").write_text(sorted_concepts(text), encoding="utf-8")
    assert not Concepts(SortedLines(tmp_path / "lines")).described(["left", "below"], _every)


def test_what_is_looked_up_was_made_of_what_people_write() -> None:
    written = (FOLDER / "concepts.txt").read_text(encoding="utf-8")
    looked_up = (FOLDER / SORTED).read_text(encoding="utf-8")
    assert sorted_concepts(written) == looked_up, "run resources/search/build_concepts.py"


@pytest.mark.parametrize("line", ["big + folder", "big > du", "a + b + c + d + e > f"])
def test_a_line_that_is_no_concept_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="not a concept: "):
        sorted_concepts(line)


def test_what_more_words_describe_comes_first_and_what_is_whole(own: Concepts) -> None:
    found = own.described(["one", "two", "three", "four", "five", "below", "left"], _every)
    assert [(concept.words, concept.whole) for concept in found] == [
        (("jump", "skip"), True),
        (("count",), True),
        (("cross",), False),
    ]


def test_what_the_library_has_no_guide_for_takes_no_place(tmp_path: Path) -> None:
    """In a team's library most concepts have no guide, and they hid the one that had."""
    crowd = "\n".join(f"here/left + there + word{number} > other{number}" for number in range(9))
    (tmp_path / "lines").write_text(sorted_concepts(f"{crowd}\nhere + there + left > ours"))
    concepts = Concepts(SortedLines(tmp_path / "lines"))
    found = concepts.described(["here", "there"], lambda words: "ours" in words)
    assert [concept.words for concept in found] == [("ours",)]


def test_a_name_of_three_words_is_looked_up_as_titles_have_it(tmp_path: Path) -> None:
    (tmp_path / "lines").write_text(sorted_concepts("a + b > task flow analysis"), "utf-8")
    found = Concepts(SortedLines(tmp_path / "lines")).described(["a", "b"], _every)
    assert found[0].words == ("taskflow", "flowanalysis")


def test_a_missing_list_is_an_empty_one(tmp_path: Path) -> None:
    assert not Concepts(SortedLines(tmp_path / "nothing")).described(["big", "folder"], _every)


def test_each_row_is_found_whole(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("a one\nab two\nabc three four\nb five\n", encoding="utf-8")
    lines = SortedLines(tmp_path / "list")
    found = [lines.rest(word) for word in ("a", "ab", "abc", "b", "abcd", "c", "")]
    assert found == ["one", "two", "three four", "five", "", "", ""]


def test_a_guide_is_found_by_a_description_without_its_words(
    own: Concepts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "shipped_concepts", lambda: own)
    guides = [make_guide("Show the usage", "Run it."), make_guide("Paint", "A big wall.")]
    with open_searcher(tmp_path / "index", guides) as searcher:
        for text in ("my folder is too big", "huge directories", "which folders are so big"):
            assert first(searcher, text) == "Show the usage"


def test_a_concept_tells_no_more_than_the_words_that_describe_it(
    own: Concepts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a small library a rare word of a concept outweighed all that was asked for by name."""
    monkeypatch.setattr(reading, "shipped_concepts", lambda: own)
    big = [make_guide(f"Big folder {n}", "What to do with it.") for n in range(20)]
    guides = [*big, make_guide("Tidy up", "Show the usage, or du."), make_guide("Big folders")]
    with open_searcher(tmp_path / "index", guides) as searcher:
        assert first(searcher, "big old folders") == "Big folders"


def test_what_a_concept_gives_does_not_depend_on_what_was_asked_before(
    own: Concepts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole, a concept gives more than in part: what it gave was remembered by its words alone."""
    monkeypatch.setattr(reading, "shipped_concepts", lambda: own)
    texts = ("Cross", "Paint left", "Paint right", "Paint below", *(f"Tea {n}" for n in range(9)))
    guides = [make_guide(text) for text in texts]
    asked = Query("left right", complete=True)
    with open_searcher(tmp_path / "index", guides) as searcher:
        new = [hit.score for hit in searcher.search(asked).hits]
    with open_searcher(tmp_path / "other", guides) as searcher:
        searcher.search(Query("left below right", complete=True))
        assert [hit.score for hit in searcher.search(asked).hits] == new


def test_phrases_are_known_in_each_form_of_their_words(tmp_path: Path) -> None:
    guides = [make_guide("Uninstall", "Goodbye."), make_guide("Paint", "Rid of walls.")]
    with open_searcher(tmp_path / "index", guides) as searcher:
        for text in ("get rid of it", "getting rid of it", "gets rid of it"):
            assert first(searcher, text) == "Uninstall"
