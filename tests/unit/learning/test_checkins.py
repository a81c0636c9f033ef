"""Which question is asked, by a fake clock: cancelled by doing, never a nuisance."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from jitdesk.learning.checkins import CheckIn, Kind, due, held_out
from jitdesk.learning.event import Event, Name
from jitdesk.learning.fading import faded_view
from jitdesk.learning.recall import HAD, NOT_YET, PARTLY, Recalled, is_finished, next_due
from jitdesk.learning.topic import Question, Topic
from tests.support.clock import DAY, Clock

QUESTION = Question("You clicked a link that asked for your password. What first?", "Change it.")
LEARN = Topic("p/learn", "Report it", learns=True, frequency="weekly", recall=(QUESTION,))
PERFORM = Topic("p/perform", "Change the account", frequency="weekly")
PERSON = next(f"p-{n}" for n in range(99) if not held_out(f"p-{n}", LEARN.guide))


class Life:
    """A person's days; every event goes through here."""

    def __init__(self, *topics: Topic, person: str = PERSON, choice: str = "") -> None:
        self.clock = Clock()
        self.start = self.clock.now
        self.topics = {topic.guide: topic for topic in topics or (LEARN,)}
        self.events: list[Event] = []
        self.person, self.choice = person, choice

    def note(self, name: Name, topic: Topic = LEARN, episode: int = 0, **detail: object) -> None:
        event = Event(name, self.clock.now, topic.guide, episode=episode, detail=detail)  # type: ignore[arg-type]
        self.events.append(replace(event, id=len(self.events) + 1))

    def use(self, topic: Topic = LEARN, episode: int = 1) -> None:
        self.note(Name.USED, topic, episode)

    def perform(self, topic: Topic = LEARN, support: int = 3, episode: int = 99) -> None:
        self.note(Name.PERFORMED, topic, episode, result="worked", support=support)

    def go_to(self, day: float) -> None:
        self.clock.now = self.start + day * DAY

    def due(self) -> CheckIn | None:
        now = datetime.fromtimestamp(self.clock.now, UTC)
        return due(self.events, self.topics, now, self.person, self.choice)

    def asked(self, days: range, *, ignore: bool = False, answer: str = "") -> list[int]:
        """Live through days, once a day; return the days on which something was asked."""
        found = []
        for day in days:
            self.go_to(day)
            check = self.due()
            if check is None:
                continue
            found.append(day)
            topic = self.topics[check.guide]
            self.note(Name.PROMPTED, topic, day=check.day)
            if ignore:
                self.note(Name.IGNORED, topic, day=check.day)
            elif check.kind is Kind.RECALL:
                self.note(Name.RECALLED, topic, day=check.day, answer=answer or HAD)
            else:
                self.note(Name.NO_CHANCE, topic, day=check.day)
        return found


def test_not_performed_it_asks_on_day_1_7_and_30() -> None:
    life = Life()
    life.use()
    assert life.asked(range(1, 46)) == [1, 7, 30]


def test_performed_on_day_3_there_is_no_question_on_day_7() -> None:
    life = Life()
    life.use()
    assert life.asked(range(1, 3)) == [1]
    life.go_to(3)
    life.perform()
    assert life.asked(range(4, 46)) == [30]


def test_ignored_twice_in_a_row_a_guide_is_silent_for_good() -> None:
    life = Life()
    life.use()
    assert life.asked(range(1, 46), ignore=True) == [1, 7]
    life.go_to(60)
    life.use(episode=7)
    assert life.asked(range(61, 120)) == []


def test_an_answer_between_two_ignored_ones_keeps_it_going() -> None:
    life = Life()
    life.use()
    assert life.asked(range(1, 5), ignore=True) == [1]
    assert life.asked(range(5, 10)) == [7]
    assert life.asked(range(10, 46), ignore=True) == [30]


def test_four_ignored_ask_whether_to_go_on_and_the_answer_holds() -> None:
    topics = [replace(LEARN, guide=f"p/g{n}") for n in range(9)]
    topics = [t for t in topics if not held_out(PERSON, t.guide)][:5]
    life = Life(*topics)
    for n, topic in enumerate(topics):
        life.go_to(n)
        life.use(topic, episode=n + 1)
    for topic in topics[:4]:
        life.note(Name.PROMPTED, topic, day=1)
        life.note(Name.IGNORED, topic, day=1)
    life.go_to(14)
    check = life.due()
    assert check is not None
    assert check.kind is Kind.GO_ON
    life.choice = "stop"
    assert life.due() is None
    life.choice = f"keep@{len(life.events)}"
    check = life.due()
    assert check is not None
    assert check.kind is not Kind.GO_ON


def test_perform_asks_once_on_day_7_and_only_without_an_outcome() -> None:
    life = Life(PERFORM)
    life.use(PERFORM)
    assert life.asked(range(1, 46)) == [7]
    told = Life(PERFORM)
    told.use(PERFORM)
    told.perform(PERFORM, episode=1)  # the tap at closing
    assert told.asked(range(1, 46)) == []


def test_a_monthly_task_is_asked_about_on_day_30() -> None:
    monthly = replace(PERFORM, frequency="monthly")
    life = Life(monthly)
    life.use(monthly)
    life.perform(monthly, episode=1)
    assert life.asked(range(1, 46)) == [30]


def test_two_doings_without_the_page_are_the_end() -> None:
    life = Life()
    life.use()
    life.go_to(2)
    life.perform(support=0)
    life.go_to(3)
    life.perform(support=0)
    assert life.asked(range(4, 46)) == []


def test_day_7_asks_for_a_recall_once_a_performance_is_known() -> None:
    life = Life()
    life.use()
    life.perform(episode=1)
    life.go_to(7)
    check = life.due()
    assert check is not None
    assert (check.kind, check.ask, check.answer) == (Kind.RECALL, QUESTION.ask, QUESTION.answer)
    unknown = Life()
    unknown.use()
    unknown.go_to(7)
    check = unknown.due()
    assert check is not None
    assert (check.kind, check.since) == (Kind.APPLIED, datetime(2026, 3, 2).date())


def test_nothing_is_asked_at_the_weekend() -> None:
    life = Life()
    life.go_to(3.9)  # Friday
    life.use()
    assert life.asked(range(4, 11)) == [7]  # Monday, the next working day


def test_one_in_five_guides_gets_no_recall() -> None:
    share = sum(held_out("p-1", f"p/{n}") for n in range(5_000)) / 5_000
    assert 0.18 < share < 0.22
    person = next(f"p-{n}" for n in range(99) if held_out(f"p-{n}", LEARN.guide))
    life = Life(person=person)
    life.use()
    assert life.asked(range(1, 46)) == [7, 30]  # the application question stays


def test_an_answer_that_was_not_there_comes_again_soon() -> None:
    life = Life()
    life.use()
    life.perform(episode=1)
    assert life.asked(range(1, 2), answer=NOT_YET) == [1]
    assert life.asked(range(2, 7), answer=HAD) == [3]


@pytest.mark.parametrize("seed", range(5))
def test_in_sixty_days_never_more_than_one_a_day_and_three_a_week(seed: int) -> None:
    luck = random.Random(seed)
    topics = [replace(LEARN, guide=f"p/g{n}") for n in range(40)]
    life = Life(*topics)
    asked: list[int] = []
    for day in range(60):
        for n in luck.sample(range(40), 5):
            life.go_to(day)
            life.use(topics[n], episode=day * 100 + n)
        for _ in range(6):  # the popup is opened six times that day
            life.clock.wait(3_600)
            check = life.due()
            if check is None or check.kind is Kind.GO_ON:
                continue
            asked.append(day)
            life.note(Name.PROMPTED, life.topics[check.guide], day=check.day)
            deed = luck.choice([Name.RECALLED, Name.NO_CHANCE])
            answer = luck.choice([HAD, PARTLY, NOT_YET])
            life.note(deed, life.topics[check.guide], day=check.day, answer=answer)
    assert len(asked) > 10
    assert all(asked.count(day) <= 1 for day in asked)
    assert all(sum(day <= one < day + 7 for one in asked) <= 3 for day in range(60))


def test_had_it_twice_a_week_apart_is_finished() -> None:
    assert not is_finished([Recalled(0, HAD), Recalled(6 * DAY, HAD)])
    assert is_finished([Recalled(0, HAD), Recalled(7 * DAY, HAD)])
    assert not is_finished([Recalled(0, HAD), Recalled(3 * DAY, NOT_YET), Recalled(7 * DAY, HAD)])


def test_the_gap_grows_with_every_success() -> None:
    answers = [Recalled(0.0, HAD)]
    gaps = []
    for _ in range(3):
        at = next_due(answers)
        gaps.append(at - answers[-1].at)
        answers.append(Recalled(at, HAD))
    assert gaps == sorted(gaps)
    assert gaps[0] >= DAY
    assert next_due([Recalled(0.0, NOT_YET)]) == 2 * DAY


def events(*results: str) -> list[Event]:
    return [
        Event(Name.PERFORMED, n * DAY, "p/a", detail={"result": result}, id=n)
        for n, result in enumerate(results)
    ]


def test_the_page_shrinks_with_success_where_the_aim_is_to_learn() -> None:
    two, four = events(*["worked"] * 2), events(*["worked"] * 4)
    assert faded_view(events("worked"), learns=True) == "full"
    assert faded_view(two, learns=True) == "brief"
    assert faded_view(four, learns=True) == "cue"
    assert faded_view(events(*["worked"] * 4, "failed"), learns=True) == "brief"
    assert faded_view(events("worked", "worked", "failed"), learns=True) == "full"


def test_it_never_shrinks_where_the_page_is_to_stay() -> None:
    assert faded_view(events(*["worked"] * 20), learns=False) == "full"


def test_a_choice_by_key_is_kept() -> None:
    assert faded_view(events(*["worked"] * 4), learns=True, chosen="full") == "full"


def test_the_date_of_the_test_clock_is_a_monday() -> None:
    assert datetime.fromtimestamp(Clock().now, UTC).weekday() == 0
    assert timedelta(days=1).total_seconds() == DAY
