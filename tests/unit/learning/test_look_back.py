"""A look back begins with what is recorded, and is offered once."""

from __future__ import annotations

from jitdesk.learning.event import Event, Name
from jitdesk.learning.look_back import facts, offered
from tests.support.clock import DAY, Clock

NOW = Clock().now


def did(number: int, result: str, ago: float = 1.0, **more: object) -> Event:
    detail = {"result": result, "support": 3, **more}
    return Event(Name.PERFORMED, NOW - ago * DAY, "p/a", "1.2.0", number, detail, number)  # type: ignore[arg-type]


def test_it_is_offered_once_for_the_newest_failure_within_three_days() -> None:
    events = [did(1, "failed", 9), did(2, "worked", 2), did(3, "failed", 1)]
    assert offered(events, 0, NOW) == events[2]
    assert offered(events, 3, NOW) is None
    assert offered(events, 0, NOW + 3 * DAY) is None
    assert offered([did(1, "worked")], 0, NOW) is None


def test_the_facts_are_times_steps_and_what_was_before() -> None:
    failed = did(3, "failed", words="the key was gone", seconds=200)
    used = Event(Name.USED, NOW - DAY, "p/a", "1.2.0", 3, {"done": 4, "total": 6}, 4)
    told = facts([did(1, "worked", 5), did(2, "fixed", 4), used, failed], failed, "Open it",
                 ["no light in there"])  # fmt: skip
    assert "Open it 1.2.0 did not work." in told
    for line in (
        "Said then: the key was gone",
        "Open for 3 min.",
        "Steps: 4 of 6.",
        "Left out: no light in there",
        "Before: worked 1 of 2 times.",
    ):
        assert line in told
