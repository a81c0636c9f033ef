"""Filters, other keyboards, other words, translations: what people type beside plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from jitdesk.search.filters import Filters, read_filters
from jitdesk.search.hit import Answer, Query
from jitdesk.search.layouts import retyped
from jitdesk.search.lexicon import Lexicon
from jitdesk.search.searcher import Searcher
from jitdesk.search.wordlists import phrases, related
from tests.support.guides import index_guides, make_guide, open_searcher

GUIDES = (
    make_guide("Reset a password", "Open the portal.", front="tags: [security, account]"),
    make_guide("Reset a phone", "Hold both buttons.", pack="phones", front="tags: [device]"),
    make_guide("Lock a phone", "Press the button.", pack="phones", front="type: checklist"),
    make_guide("Kennwort zurücksetzen", "Das Portal öffnen.", front="language: de"),
    make_guide("Watch a log file", "Follow it with tail. The option is -name."),
    make_guide("Erase a disk", "Overwrite it."),
    make_guide("Passwörter verwalten", "So geht es.", front="language: de"),
    make_guide("Сбросить пароль", "Откройте портал.", front="language: ru"),
)


@pytest.fixture(name="searcher")
def opened(tmp_path: Path) -> Iterator[Searcher]:
    with open_searcher(tmp_path / "index", GUIDES) as searcher:
        yield searcher


def titles(answer: Answer) -> list[str]:
    return [hit.title for hit in answer.hits]


def find(searcher: Searcher, text: str) -> Answer:
    return searcher.search(Query(text, complete=True))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#security", ["Reset a password"]),
        ("reset #device", ["Reset a phone"]),
        ("@phones", ["Lock a phone", "Reset a phone"]),
        ("@pho reset", ["Reset a phone"]),
        ("type:check phone", ["Lock a phone"]),
        ("lang:de", ["Kennwort zurücksetzen", "Passwörter verwalten"]),
        ("reset -phone", ["Reset a password"]),
        ("#account zebra", ["Reset a password"]),
    ],
)
def test_filters_are_typed_like_words(searcher: Searcher, text: str, found: list[str]) -> None:
    answer = find(searcher, text)
    assert titles(answer)[: len(found)] == found
    assert answer.filters
    if text.startswith(("#", "@", "lang")):
        assert len(answer.hits) == len(found)


@pytest.mark.parametrize("text", ["#1234 reset", "@Override reset", "type:zebra", "c# reset"])
def test_what_names_nothing_stays_a_word(searcher: Searcher, text: str) -> None:
    assert not find(searcher, text).filters


@pytest.mark.parametrize("text", ["tail -f", "rm --force", "-name"])
def test_options_of_a_command_are_no_negative_words(tmp_path: Path, text: str) -> None:
    assert read_filters(text, Lexicon([])) == Filters((), (), text)


def test_a_word_that_a_guide_only_mentions_does_not_hide_it(searcher: Searcher) -> None:
    assert "Watch a log file" in titles(find(searcher, "file -name"))


def test_a_whole_title_comes_first_whatever_else_has_its_words(tmp_path: Path) -> None:
    others = [make_guide(f"Reset the reset of reset {n}", "reset " * 50) for n in range(80)]
    with open_searcher(tmp_path / "index", [make_guide("Reset", "Short."), *others]) as searcher:
        usage = {hit.key: 1.0 for hit in find(searcher, "reset").hits[1:]}
        answer = searcher.search(Query("reset", complete=True, usage=usage))
        assert titles(answer)[0] == "Reset"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("куыуе зщкефд", "reset portal"), ("gfhjkm", "пароль"), ("קקרשד ג", "")],
)
def test_text_in_another_keyboard_layout_is_read(
    searcher: Searcher, typed: str, meant: str
) -> None:
    assert find(searcher, typed).did_you_mean == meant


def test_a_short_command_in_another_layout_that_begins_a_word_is_read(tmp_path: Path) -> None:
    """`gh run` is "пр кгт" on Russian keys, and "пр" begins "программа"."""
    guides = [make_guide("gh run", "View runs."), make_guide("Запустить программу", "Файл.")]
    with open_searcher(tmp_path / "index", guides) as searcher:
        assert titles(find(searcher, "пр кгт"))[0] == "gh run"
        assert titles(searcher.search(Query("пр")))[0] == "Запустить программу"


def test_a_typing_error_is_no_inflection_in_another_language(tmp_path: Path) -> None:
    """German leaves "type" of "typeest", so the slip in "typeset" was not seen."""
    guides = [
        make_guide("typeset", "Set the text of a book."),
        *(make_guide(f"type {n}", "Type it.") for n in range(30)),
        make_guide("Eine Datei drucken", "Drucken.", front="language: de"),
    ]
    with open_searcher(tmp_path / "index", guides) as searcher:
        assert titles(find(searcher, "typeest"))[0] == "typeset"


def test_retyped_is_its_own_reverse() -> None:
    assert "reset" in retyped("куыуе")
    assert "куыуе" in retyped("reset")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("keep an eye on it", "Watch a log file"),
        ("wipe out my drive", "Erase a disk"),
        ("passworter", "Passwörter verwalten"),
        ("p asswort zurück setzen", "Kennwort zurücksetzen"),
    ],
)
def test_people_say_it_in_their_own_words(searcher: Searcher, text: str, title: str) -> None:
    assert titles(find(searcher, text))[0] == title


def test_a_list_is_never_empty(searcher: Searcher) -> None:
    for text in ("zzzqqqq", "rqx", "想喝", "Ω", "7"):
        assert find(searcher, f"{text} p").hits, text


def test_a_guide_and_its_translations_are_one_row(tmp_path: Path) -> None:
    english = make_guide("Restart the router", "Pull the plug.", front="id: router")
    german = make_guide(
        "Router neu starten", "Stecker ziehen.", front="language: de\ntranslation_of: router@1.2.0"
    )
    with open_searcher(tmp_path / "index", [english, german]) as searcher:
        hits = find(searcher, "router").hits
        assert len(hits) == 1
        assert {hits[0].key, *hits[0].also} == {english.key, german.key}
        preferred = searcher.search(Query("router", complete=True, language="de")).hits[0]
        assert preferred.key == german.key


def test_guides_of_one_language_are_never_folded(tmp_path: Path) -> None:
    same = "id: router\nlanguage: en"
    pair = [make_guide("Restart the router", "One.", front=same),
            make_guide("Replace the router", "Two.", front="language: en\ntranslation_of: router")]  # fmt: skip  # noqa: E501
    with open_searcher(tmp_path / "index", pair) as searcher:
        assert len(find(searcher, "router").hits) == 2


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("rücksetzung", "Passwortrücksetzung"),
        ("passwort", "Passwortrücksetzung"),
        ("Antrag", "Urlaubsantrag stellen"),
        ("urlaub", "Urlaubsantrag stellen"),
        ("Reisekostenabrechnung", "Abrechnung von Reisekosten"),
        ("Firmenwagenbestellung", "Firmenwagen und seine Bestellung"),
        ("drucker patronen", "Druckerpatronen wechseln"),
    ],
)
def test_german_compounds_are_found_by_their_parts(tmp_path: Path, text: str, title: str) -> None:
    names = ("Passwortrücksetzung", "Urlaubsantrag stellen", "Abrechnung von Reisekosten",
             "Firmenwagen und seine Bestellung", "Druckerpatronen wechseln")  # fmt: skip
    guides = [make_guide(name, "So geht das.", front="language: de") for name in names]
    with open_searcher(tmp_path / "index", guides) as searcher:
        assert titles(find(searcher, text))[0] == title


def test_an_inflected_word_finds_a_guide_of_any_language(tmp_path: Path) -> None:
    guide = make_guide("Configurazione della stampante", "Ecco.", front="language: it")
    with open_searcher(tmp_path / "index", [guide]) as searcher:
        assert titles(find(searcher, "configurazioni stampanti")) == [guide.title]


def test_the_first_row_stays_while_a_word_is_typed_on(tmp_path: Path) -> None:
    index_guides(tmp_path / "index", [make_guide(f"Reset part {n}", "Text.") for n in range(9)])
    searcher = Searcher.open(tmp_path / "index")
    first = searcher.search(Query("reset p")).hits[0].key
    for text in ("reset pa", "reset par", "reset part", "reset part "):
        assert searcher.search(Query(text)).hits[0].key == first
    searcher.close()


def test_what_is_near_in_meaning_joins_a_weak_answer(searcher: Searcher) -> None:
    plain = find(searcher, "get back into my mailbox")
    assert plain.weak
    near = {GUIDES[0].key: 0.9}
    answer = searcher.search(Query(plain.query.text, complete=True, near=near))
    assert titles(answer)[0] == "Reset a password"


def test_who_types_a_title_is_not_told_that_nothing_fits(tmp_path: Path) -> None:
    guides = [make_guide("How to"), *(make_guide(f"How to go {n}") for n in range(9))]
    with open_searcher(tmp_path / "index", guides) as searcher:
        answer = find(searcher, "how to")
    assert titles(answer)[0] == "How to"
    assert not answer.weak


@pytest.mark.parametrize(
    ("text", "poor"),
    [
        ("reset a phone", False),
        ("reset my broken phone", False),
        ("carrot soup for a cold winter evening with a phone", True),
        ("carrot soup", True),
        ("", False),
    ],
)
def test_nothing_fits_is_said_only_where_hardly_a_word_is_known(
    searcher: Searcher, text: str, poor: bool
) -> None:
    assert find(searcher, text).poor == poor


def test_a_word_that_is_spelled_right_is_not_read_as_another(tmp_path: Path) -> None:
    guides = [make_guide("Store a parcel"), make_guide("Order a laptop")]
    with open_searcher(tmp_path / "index", guides) as searcher:
        assert not find(searcher, "my laptop was stolen").did_you_mean
        assert find(searcher, "my lpatop").did_you_mean == "my laptop"


@pytest.mark.parametrize(
    "text", ["how does it go", "How does it go?", "red button", "what is the red button for"]
)
def test_a_question_that_the_author_listed_counts_as_a_title(tmp_path: Path, text: str) -> None:
    """Of those that our own guides list one in eight was not answered by its guide first."""
    asked = 'also_asked: ["How does it go?", red button, "?!"]'
    others = [make_guide(f"How to go on with button {n}", "Red.") for n in range(9)]
    with open_searcher(tmp_path / "index", [*others, make_guide("Tea", front=asked)]) as searcher:
        answer = find(searcher, text)
    assert titles(answer)[0] == "Tea"
    assert not answer.poor


def test_a_file_name_with_the_signs_that_part_fields_breaks_no_search(tmp_path: Path) -> None:
    odd = replace(make_guide("Tea"), path="guides/a\x1eb\x1fc.md")
    guides = [odd, make_guide("Coffee")]
    with open_searcher(tmp_path / "index", guides) as searcher:
        assert titles(find(searcher, "tea")) == ["Tea"]


def test_a_title_comes_before_the_same_question_listed_elsewhere(tmp_path: Path) -> None:
    guides = [make_guide("Tea", front="also_asked: [make coffee]"), make_guide("Make coffee")]
    with open_searcher(tmp_path / "index", guides) as searcher:
        assert titles(find(searcher, "make coffee")) == ["Make coffee", "Tea"]


def test_a_word_that_people_use_is_not_read_as_another(tmp_path: Path) -> None:
    """Who typed "recipe for apple pie" was shown results for "retire for apple pie"."""
    with open_searcher(tmp_path / "index", [make_guide("Retire a server")]) as searcher:
        assert not find(searcher, "recipe of a server").did_you_mean


def test_the_lists_that_ship_are_read() -> None:
    assert "keep" in phrases()
    assert ("remove", 0.76) in related("delete")
    assert related("zzzz") == []


def test_what_is_done_may_stand_around_what_it_is_done_to(tmp_path: Path) -> None:
    guides = [make_guide("Shutdown", "Ends all sessions."), make_guide("Paint", "Walls.")]
    with open_searcher(tmp_path / "index", guides) as searcher:
        for text in ("turn off", "turn the radiator off", "turn our dusty old radiator off"):
            assert titles(find(searcher, text))[:1] == ["Shutdown"]
        far = find(searcher, "turn dusty old radiators which nobody needs off")
        assert "Shutdown" not in titles(far)


def test_what_helped_for_these_words_comes_first_and_says_why(searcher: Searcher) -> None:
    learned = {GUIDES[5].key: 0.7}
    hit = searcher.search(Query("phone", complete=True, learned=learned)).hits[0]
    assert hit.title == "Erase a disk"
    assert hit.why == "It helped you before when you asked like this."


def test_a_letter_in_brackets_is_part_of_its_word(tmp_path: Path) -> None:
    guides = [
        make_guide("tar", "E[x]tract an archive. [C]reate one."),
        make_guide("Cars", "Drive."),
    ]
    index_guides(tmp_path / "index", guides)
    searcher = Searcher.open(tmp_path / "index")
    for text in ("extract", "create"):
        assert titles(searcher.search(Query(text, complete=True))) == ["tar"]
    searcher.close()


def test_a_word_that_is_only_the_beginning_of_another_is_a_slip(tmp_path: Path) -> None:
    guides = [
        make_guide("Make it smaller", "Compress the folder."),
        make_guide("Fold the paper", "Fold."),
        make_guide("Comprendre", "On comprend.", front="language: fr"),
    ]
    index_guides(tmp_path / "index", guides)
    searcher = Searcher.open(tmp_path / "index")
    answer = searcher.search(Query("compres folder", complete=True))
    assert titles(answer)[0] == "Make it smaller"
    searcher.close()
