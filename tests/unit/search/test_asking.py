"""What was typed, as words."""

from __future__ import annotations

from jitdesk.search.asking import MAX_WORDS, asked_words


def test_only_a_last_word_that_touches_the_end_is_half_typed() -> None:
    assert asked_words("git res", complete=False)[-1].partial
    assert not asked_words("git res ", complete=False)[-1].partial
    assert not asked_words("git res", complete=True)[-1].partial


def test_neighbours_are_also_tried_as_one_word() -> None:
    first, second = asked_words("post mortem", complete=True)
    assert first.joined == second.joined == ("postmortem",)


def test_stop_words_are_known_in_several_languages() -> None:
    words = asked_words("how do I löschen der Datei", complete=True)
    assert [word.text for word in words if not word.stop] == ["loschen", "datei"]


def test_a_page_that_was_pasted_is_cut() -> None:
    assert len(asked_words("word%d " * 10_000, complete=True)) <= MAX_WORDS


def test_operators_are_words_like_others() -> None:
    words = asked_words('title:"a" AND (NOT b*) OR ~2', complete=True)
    assert "title" in {word.text for word in words}
