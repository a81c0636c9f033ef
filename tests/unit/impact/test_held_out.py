"""The hold-out is an experiment: questions that help are told from those that do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jitdesk.impact import held_out
from jitdesk.impact.metrics import metrics
from jitdesk.impact.story import World
from jitdesk.learning.checkins import held_out as drawn
from jitdesk.learning.topic import Question
from tests.support.histories import LEARN, PAGES, Person, world

ASKS = {
    **PAGES,
    LEARN: replace(
        PAGES[LEARN], topic=replace(PAGES[LEARN].topic, recall=(Question("when?", "now"),))
    ),
}


def people(count: int, *, alone_with: int, alone_without: int) -> World:
    """Everybody did it four times after the first day; so many of them without the page."""
    found = []
    for number in range(count):
        person = Person(number)
        good = alone_without if drawn(person.name, LEARN) else alone_with
        person.perform(60, support=3)
        for k in range(4):
            person.perform(50 - 5 * k, support=0 if k < good else 3)
        found.append(person)
    return world(*found, pages=ASKS)


def test_questions_that_help_are_seen_and_counted_by_hand() -> None:
    got = held_out.groups(people(200, alone_with=3, alone_without=1))
    assert got.asked.alone is not None
    assert got.spared.alone is not None
    assert got.asked.alone.value == pytest.approx(3 / 4)
    assert got.spared.alone.value == pytest.approx(1 / 4)
    assert len(got.asked.people) + len(got.spared.people) == 200
    assert 25 <= len(got.spared.people) <= 55  # 20 % by hash
    assert got.reading.startswith("The questions help")


def test_questions_that_do_nothing_are_not_reported_as_help() -> None:
    got = held_out.groups(people(200, alone_with=2, alone_without=2))
    assert got.reading.startswith("Not shown")


def test_guides_without_a_question_do_not_count() -> None:
    got = held_out.groups(replace(people(30, alone_with=3, alone_without=1), pages=PAGES))
    assert got.asked.people | got.spared.people == frozenset()


def test_a_group_below_the_limit_says_nothing_of_the_other() -> None:
    found = metrics(people(12, alone_with=3, alone_without=1))
    asked, spared = next(m.figures for m in found if m.id == "Hold-out")
    assert asked.is_shown
    assert not spared.is_shown
    assert "intervals" not in spared.note
