"""What a person asks and which guides come back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from jitdesk.errors import SearchIndexError
from jitdesk.search.hit import Answer, Query
from jitdesk.search.searcher import Searcher
from tests.support.guides import index_guides, make_guide, open_searcher

GUIDES = (
    make_guide("Reset your password", "Open the portal.\n\n## If you are locked out\n\nCall 4711."),
    make_guide("git reset", "Undo commits.", front="id: git-reset\ncontext: {apps: [terminal]}"),
    make_guide("git reset --hard", "Discard every change in the working tree."),
    make_guide("Postmortem", "Write down what happened."),
    make_guide("Ändern der Straße im Adressbuch", "So geht es.", front="language: de"),
    make_guide("Réserver une salle à l'école", "Voici comment.", front="language: fr"),
    make_guide("パスワードを変更する", "設定を開きます。", front="language: ja"),
    make_guide("إعادة تعيين كلمة المرور", "افتح الإعدادات", front="language: ar"),
    make_guide("KubePodCrashLooping", "The pod restarts all the time."),
    make_guide("Cross-Site Request Forgery", "Tokens prevent it."),
    make_guide("Book travel", "Ask first.", front='also_asked: ["how do I get a train ticket"]'),
)


@pytest.fixture(name="searcher")
def opened(tmp_path: Path) -> Iterator[Searcher]:
    with open_searcher(tmp_path / "index", GUIDES) as searcher:
        yield searcher


def first(answer: Answer) -> str:
    return answer.hits[0].title if answer.hits else ""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("reset your password", "Reset your password"),
        ("how can I reset the password please", "Reset your password"),
        ("git reset", "git reset"),
        ("git-reset", "git reset"),
        ("passw", "Reset your password"),
        ("pasword rseet", "Reset your password"),
        ("post mortem", "Postmortem"),
        ("gitreset", "git reset"),
        ("strasse", "Ändern der Straße im Adressbuch"),
        ("aendern", "Ändern der Straße im Adressbuch"),
        ("Strassen", "Ändern der Straße im Adressbuch"),
        ("ecole", "Réserver une salle à l'école"),
        ("変更", "パスワードを変更する"),
        ("ﾊﾟｽﾜｰﾄﾞ", "パスワードを変更する"),
        ("المرور", "إعادة تعيين كلمة المرور"),
        ("مرور", "إعادة تعيين كلمة المرور"),
        ("KubePodCrashLooping", "KubePodCrashLooping"),
        ("crash looping pod", "KubePodCrashLooping"),
        ("csrf", "Cross-Site Request Forgery"),
        ("train ticket", "Book travel"),
        ("locked out", "Reset your password"),
    ],
)
def test_the_right_guide_comes_first(searcher: Searcher, text: str, title: str) -> None:
    assert first(searcher.search(Query(text, complete=True))) == title
    assert first(searcher.search(Query(text))) == title


def test_a_hit_names_the_section_and_the_line_that_answer(searcher: Searcher) -> None:
    hit = searcher.search(Query("locked out call", complete=True)).hits[0]
    assert hit.section == "if-you-are-locked-out"
    assert hit.line == "Call 4711."
    assert [hit.line[start:end] for start, end in hit.line_marks] == ["Call"]


def test_the_asked_words_of_the_title_are_marked(searcher: Searcher) -> None:
    hit = searcher.search(Query("passwor")).hits[0]
    assert [hit.title[start:end] for start, end in hit.marks] == ["password"]
    assert hit.why == "Title matches «password»."


def test_a_corrected_word_is_said(searcher: Searcher) -> None:
    answer = searcher.search(Query("pasword", complete=True))
    assert answer.did_you_mean == "password"
    assert searcher.search(Query("password", complete=True)).did_you_mean == ""


def test_another_way_of_asking_is_given_as_the_reason(searcher: Searcher) -> None:
    hit = searcher.search(Query("get a train ticket", complete=True)).hits[0]
    assert hit.why == "It answers «how do I get a train ticket»."


def test_what_helped_before_is_lifted(searcher: Searcher) -> None:
    plain = searcher.search(Query("reset", complete=True)).hits
    lifted = plain[1].key
    hits = searcher.search(Query("reset", complete=True, usage={lifted: 1.0})).hits
    rank = next(hit.rank for hit in hits if hit.key == lifted)
    assert rank == 1
    assert hits[rank - 1].why.endswith("You used it before.")


def test_the_program_in_front_and_the_language_are_preferred(tmp_path: Path) -> None:
    guides = [
        make_guide("Print a page", front="context: {apps: [writer]}\nlanguage: en"),
        make_guide("Print one page", front="context: {apps: [viewer]}\nlanguage: de"),
    ]
    with open_searcher(tmp_path / "index", guides) as searcher:
        assert first(searcher.search(Query("print page", app="viewer"))) == "Print one page"
        assert first(searcher.search(Query("print page", app="writer"))) == "Print a page"
        assert first(searcher.search(Query("print page", language="de"))) == "Print one page"


def test_copies_of_a_file_are_one_row(tmp_path: Path) -> None:
    guides = [make_guide("Book a room", "Ask Ann.", pack=pack) for pack in ("a", "b", "c")]
    with open_searcher(tmp_path / "index", guides) as searcher:
        assert len(searcher.search(Query("book room")).hits) == 1


def test_words_that_nobody_wrote_find_nothing(searcher: Searcher) -> None:
    assert searcher.search(Query("xyzzyq", complete=True)).hits == ()


def test_one_known_word_is_enough(searcher: Searcher) -> None:
    answer = searcher.search(Query("xyzzyq qqqq forgery wwww", complete=True))
    assert first(answer) == "Cross-Site Request Forgery"


def test_the_number_of_hits_is_what_was_asked_for(searcher: Searcher) -> None:
    assert len(searcher.search(Query("reset", limit=1)).hits) == 1
    assert searcher.search(Query("reset", limit=0)).hits == ()


def test_an_open_searcher_keeps_answering_while_a_new_index_lands(
    searcher: Searcher, tmp_path: Path
) -> None:
    assert searcher.fresh()
    index_guides(tmp_path / "index", GUIDES[:1])
    assert not searcher.fresh()
    assert first(searcher.search(Query("postmortem"))) == "Postmortem"
    with contextlib.closing(Searcher.open(tmp_path / "index")) as newer:
        assert first(newer.search(Query("postmortem"))) != "Postmortem"


def test_without_an_index_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SearchIndexError, match="no search index"):
        Searcher.open(tmp_path / "none")


def test_an_empty_index_answers_nothing(tmp_path: Path) -> None:
    with open_searcher(tmp_path / "index", []) as searcher:
        assert searcher.search(Query("anything at all")).hits == ()
