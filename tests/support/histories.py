"""Synthetic histories with a known truth."""

from __future__ import annotations

from dataclasses import replace

from jitdesk.impact.story import Page, Story, World
from jitdesk.learning.event import Event, Name
from jitdesk.learning.topic import Topic
from tests.support.clock import DAY, Clock

NOW = Clock().now
LEARN = "p/mail.send"
PERFORM = "p/pay.change"
PAGES = {
    LEARN: Page(
        Topic(LEARN, "Send it safely", learns=True, frequency="weekly"),
        (("cap.send", "Send external mail safely"),),
        in_date=True,
    ),
    PERFORM: Page(Topic(PERFORM, "Change an account", frequency="rare")),
}


class Person:
    """Somebody's events, told by days before now."""

    def __init__(self, number: int) -> None:
        self.name = f"p-{number:04d}"
        self.events: list[Event] = []

    def add(self, name: Name, ago: float, guide: str = LEARN, **detail: object) -> Person:
        event = Event(name, NOW - ago * DAY, guide, "1.0.0", 1, detail)  # type: ignore[arg-type]
        self.events.append(replace(event, id=len(self.events) + 1))
        return self

    def perform(
        self,
        ago: float,
        result: str = "worked",
        support: int = 3,
        grade: str = "E2",
        **more: object,
    ) -> Person:
        return self.add(Name.PERFORMED, ago, result=result, support=support, grade=grade, **more)

    def episode(
        self, ago: float, ms: int | None = None, guide: str = LEARN, **more: object
    ) -> Person:
        facts: dict[str, object] = {
            "intent": True, "useful": ms is not None, "preview": False, "actions": 2,
            "seconds": 60, "signals": [],
        }  # fmt: skip
        if ms is not None:
            facts["ms"] = ms
        return self.add(Name.EPISODE, ago, guide, **{**facts, **more})

    def story(self) -> Story:
        return Story(self.name, tuple(self.events))


def world(*people: Person, minimum: int = 5, days: float = 200, **more: object) -> World:
    stories = [person.story() for person in people]
    facts = {"pages": PAGES, "now": NOW, "since": NOW - days * DAY, "minimum": minimum, **more}
    return World(stories, **facts)  # type: ignore[arg-type]
