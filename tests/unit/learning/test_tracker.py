"""Episodes by a fake clock: what is useful, how long it took, where people struggle."""

from __future__ import annotations

from jitdesk.learning.event import Event, Name, Result, Support
from jitdesk.learning.tracker import Tracker
from tests.support.clock import Clock


class Person:
    """Does things at a pace of its own."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.tracker = Tracker(self.clock)

    def search(self, *texts: str, results: int = 3) -> None:
        self.tracker.shown()
        for text in texts:
            self.clock.wait(1)
            self.tracker.answered(text, results)
            self.clock.wait(1)

    def read(self, guide: str, seconds: float, done: int = 0) -> None:
        self.tracker.hidden()
        self.tracker.opened(guide, "1.0.0")
        self.clock.wait(seconds)
        if done:
            self.tracker.moved(done, 4, support=Support.FULL)

    def summary(self) -> Event:
        self.tracker.end()
        return [e for e in self.tracker.take() if e.name is Name.EPISODE][-1]


def test_the_time_to_answer_runs_from_the_popup_to_the_first_useful_guide() -> None:
    person = Person()
    person.search("iban change")
    person.read("p/wrong", 5)
    person.tracker.left()
    person.search("iban account")
    person.read("p/right", 40)
    person.tracker.outcome(Result.WORKED)
    person.tracker.left()
    told = person.summary()
    assert (told.guide, told.number("ms"), told.detail["useful"]) == ("p/right", 9000, True)


def test_reading_beside_another_window_for_half_a_minute_is_useful() -> None:
    person = Person()
    person.search("printer")
    person.read("p/a", 31)
    person.tracker.left()
    assert person.summary().detail["useful"] is True


def test_asking_again_at_once_shows_that_it_was_not() -> None:
    person = Person()
    person.search("printer")
    person.read("p/a", 31)
    person.tracker.left()
    person.search("scanner broken")
    assert person.summary().detail["useful"] is False


def test_opening_again_within_a_minute_goes_on_with_the_episode() -> None:
    person = Person()
    person.search("one")
    person.tracker.hidden()
    person.clock.wait(59)
    person.search("two")
    assert person.tracker.episode is not None
    assert person.tracker.episode.number == 1
    person.tracker.hidden()
    person.clock.wait(61)
    person.search("three")
    assert person.tracker.episode.number == 2


def test_five_quiet_minutes_end_an_episode() -> None:
    person = Person()
    person.search("one")
    person.clock.wait(301)
    person.tracker.shown()
    assert person.tracker.episode is not None
    assert person.tracker.episode.number == 2


def test_the_popup_opened_and_closed_is_no_episode_worth_a_row() -> None:
    person = Person()
    person.tracker.shown()
    person.tracker.hidden()
    person.tracker.end()
    assert person.tracker.take() == []


def test_a_preview_that_was_read_is_an_answer() -> None:
    person = Person()
    person.search("opening hours")
    person.tracker.previewed()
    person.clock.wait(6)
    person.tracker.hidden()
    told = person.summary()
    assert told.detail["preview"] is True
    assert "S3" not in told.detail["signals"]  # type: ignore[operator]


def test_nothing_that_leaves_the_tracker_holds_what_was_typed() -> None:
    person = Person()
    person.search("salary of kim okafor")
    person.read("p/a", 40, done=2)
    person.tracker.left()
    person.tracker.end()
    told = person.tracker.take()
    assert {e.name for e in told} == {Name.SEARCHED, Name.OPENED, Name.USED, Name.EPISODE}
    assert "okafor" not in str(told)


def test_half_of_the_steps_is_a_use_and_less_is_not() -> None:
    for done, used in ((1, False), (2, True)):
        person = Person()
        person.search("abc")
        person.read("p/a", 10, done=done)
        person.tracker.left()
        assert any(e.name is Name.USED for e in person.tracker.take()) is used


def test_an_outcome_with_a_trace_is_a_grade_higher() -> None:
    for trace, grade in ((False, "E2"), (True, "E3")):
        person = Person()
        person.tracker.shown()
        person.tracker.opened("p/a", "2.1.0")
        person.tracker.moved(1, 4, trace=trace, support=Support.BRIEF)
        person.tracker.outcome(Result.FIXED, "the form was old")
        done = next(e for e in person.tracker.take() if e.name is Name.PERFORMED)
        assert (done.text("grade"), done.result, done.number("support")) == (grade, "fixed", 2)
        assert (done.version, done.text("words")) == ("2.1.0", "the form was old")


def signals(*deeds: object) -> set[str]:
    person = Person()
    for deed in deeds:
        deed(person)  # type: ignore[operator]
    return set(person.summary().detail["signals"])  # type: ignore[arg-type]


def test_each_signal_comes_from_what_it_is_named_after() -> None:
    def leave(p: Person) -> None:
        p.tracker.left()

    assert "S1" in signals(lambda p: p.search("zzzz", results=0))
    assert "S2" in signals(lambda p: p.search("vat form", "tax exemption"))
    assert "S2" not in signals(lambda p: p.search("vat", "vat form", "vat from"))
    assert "S3" in signals(lambda p: p.search("anything"))
    pogo = signals(
        lambda p: p.search("abc"), lambda p: p.read("p/a", 3), leave,
        lambda p: p.search("abc"), lambda p: p.read("p/b", 3), leave,
    )  # fmt: skip
    assert "S4" in pogo
    rebound = signals(
        lambda p: p.search("abc"), lambda p: p.read("p/a", 50), leave,
        lambda p: p.clock.wait(400), lambda p: p.search("abc"), lambda p: p.read("p/a", 50),
    )  # fmt: skip
    assert "S5" in rebound
    assert "S6" in signals(lambda p: p.read("p/a", 3), lambda p: p.tracker.stalled())
    assert "S7" in signals(lambda p: p.read("p/a", 3), lambda p: p.tracker.outcome(Result.FAILED))
    assert "S8" in signals(lambda p: p.read("p/a", 3), lambda p: p.tracker.stuck("2", "how?"))


def test_a_good_episode_has_no_signal() -> None:
    told = signals(
        lambda p: p.search("vat form"),
        lambda p: p.read("p/a", 40),
        lambda p: p.tracker.outcome(Result.WORKED),
        lambda p: p.tracker.left(),
    )
    assert told == set()
