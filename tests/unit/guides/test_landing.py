"""First screens by moment, views by need, sections by name; nothing of a page is lost."""

from __future__ import annotations

import pytest

from jitdesk.guides.guide import Guide, PackId
from jitdesk.guides.landing import (
    Moment,
    View,
    arrange,
    changes_since,
    moment_of,
    version_of,
)
from jitdesk.guides.loader import load
from jitdesk.guides.page import Callout, Heading, Page, Step
from jitdesk.guides.render import render
from jitdesk.guides.sections import Role, parts, role_of

PAGE = """---
version: 2.0.0
situation: The light is red.
not_for: A green light. Use a.green-light.
course: {title: Lights, url: "https://lms.example/l", when: You are new}
changes:
  - {version: 1.0.1, date: 2026-01-01, what: Wording}
  - {version: 1.1.0, date: 2026-02-01, what: A new step}
  - {version: 2.0.0, date: 2026-03-01, what: Another switch}
---
# Switch the light

## Steps

1. **Press it.** Hard. {#press}
   - You see: green.
2. **Wait.** {#wait}

## If it goes wrong

| You notice | Do this |
|---|---|
| Smoke | Run |

## Done when

The light is green.

## Why

Because.
"""


def guide() -> Guide:
    made = load(PAGE.encode(), "a.md", PackId("p")).guide
    assert made is not None
    return made


def headings(page: Page) -> list[str]:
    return [block.title for block in page.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize(
    ("heading", "role", "adds"),
    [
        ("Steps", Role.STEPS, ""), ("Schritte: Vorher", Role.STEPS, "Vorher"),
        ("Pause point: at the door, you alone", Role.PAUSE, "at the door, you alone"),
        ("Haltepunkt: vor dem Senden", Role.PAUSE, "vor dem Senden"),
        ("If it goes wrong", Role.WRONG, "If it goes wrong"),
        ("Fertig, wenn", Role.DONE, "Fertig, wenn"),
        ("Before you send", Role.BEFORE, "Before you send"), ("Notes", Role.OTHER, "Notes"),
        ("Text zum Kopieren", Role.COPY, "Text zum Kopieren"), ("Warum", Role.WHY, "Warum"),
    ],
)  # fmt: skip
def test_a_heading_names_its_section(heading: str, role: Role, adds: str) -> None:
    assert role_of(heading) == (role, adds)


def test_parts_lose_no_block() -> None:
    page = render(guide())
    assert tuple(block for part in parts(page) for block in part.blocks) == page.blocks


def test_only_major_and_minor_changes_concern_somebody() -> None:
    assert [c.what for c in changes_since(guide(), "1.0.0")] == ["Another switch", "A new step"]
    assert changes_since(guide(), "2.0.0") == ()
    assert changes_since(guide(), "") == ()


def test_versions_are_read_from_what_people_write() -> None:
    assert version_of("v1.2") == (1, 2, 0)
    assert version_of("first") is None


@pytest.mark.parametrize(
    ("facts", "moment"),
    [
        ({"opened_before": False, "seen": ""}, Moment.NEW),
        ({"opened_before": True, "seen": "2.0.0"}, Moment.APPLY),
        ({"opened_before": True, "seen": "1.1.0"}, Moment.CHANGE),
        ({"opened_before": True, "seen": "", "section": "if-it-goes-wrong"}, Moment.SOLVE),
        ({"opened_before": False, "seen": "", "words": ("light", "broken")}, Moment.SOLVE),
    ],
)
def test_the_moment_follows_from_what_led_here(facts: dict[str, object], moment: Moment) -> None:
    assert moment_of(guide(), **facts) is moment  # type: ignore[arg-type]


def test_solving_shows_the_recovery_first_and_everything_else_below() -> None:
    page = arrange(guide(), render(guide()), Moment.SOLVE)
    assert headings(page) == ["If it goes wrong", "Steps", "Done when", "Why"]


def test_a_change_is_told_once_above_the_steps() -> None:
    page = arrange(guide(), render(guide()), Moment.CHANGE, seen="1.0.0")
    first = page.blocks[0]
    assert isinstance(first, Callout)
    assert "1.0.0 → 2.0.0" in first.html
    assert "Another switch" in first.html
    assert "Wording" not in first.html


def test_the_first_time_says_when_to_use_it_and_names_the_course() -> None:
    titles = {"a.green-light": "Pass the green light"}
    first = arrange(guide(), render(guide()), Moment.NEW, titles=titles).blocks[0]
    assert isinstance(first, Callout)
    assert "The light is red." in first.html
    assert '<a href="https://lms.example/l">Lights</a>' in first.html
    assert '<a href="guide:a.green-light">Pass the green light</a>' in first.html


def test_the_brief_view_keeps_the_actions_and_their_keys() -> None:
    full, brief = render(guide()), arrange(guide(), render(guide()), Moment.APPLY, View.BRIEF)
    assert [key for key, _ in brief.stops] == [key for key, _ in full.stops]
    steps = [block for block in brief.blocks if isinstance(block, Step)]
    assert steps[0].html == "<b>Press it.</b>"
    assert steps[0].details == ()
    assert "Why" not in headings(brief)


def test_the_cue_is_when_it_is_done() -> None:
    assert headings(arrange(guide(), render(guide()), Moment.APPLY, View.CUE)) == ["Done when"]
