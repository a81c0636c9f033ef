"""Events become steps: what is merged, and that no letter can be in them."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from jitdesk.authoring.recorded_page import recorded_page, sentence
from jitdesk.authoring.recording import (
    Act,
    Chord,
    Click,
    Control,
    Event,
    Note,
    Place,
    Release,
    Role,
    Scroll,
    Step,
    Steps,
    Typed,
    listed,
    taken,
    undone,
)

HERE = Place("Recorded", "Settings")
NAME, SECRET = Control(Role.FIELD, "Name"), Control(Role.PASSWORD, "Password")
SAVE = Control(Role.BUTTON, "Save")
DAY = date(2026, 11, 26)


def click(control: Control | None = SAVE, time: int = 0, x: int = 10, **more: int) -> Click:
    return Click(more.get("button", 1), x, 10, time, HERE, control)


def steps(*events: Event) -> Steps:
    made: Steps = ()
    for event in events:
        made = taken(made, event, b"picture")
    return listed(made)


def said(*events: Event) -> list[str]:
    return [sentence(step, before=HERE) for step in steps(*events)]


def test_typing_is_one_step_with_the_click_that_went_into_the_field() -> None:
    (step,) = steps(click(NAME), Typed(HERE), Typed(HERE, NAME), Typed(HERE, NAME))
    assert (step.act, step.control, step.picture) == (Act.TYPE, NAME, b"picture")


def test_tab_leads_to_the_next_field() -> None:
    typed = (Typed(HERE, NAME), Chord("Tab", HERE), Typed(HERE, SECRET))
    assert said(*typed) == ["Type … in **Name**.", "Type your password."]


def test_typing_into_another_field_than_the_clicked_one_is_a_step_of_its_own() -> None:
    assert [step.act for step in steps(click(NAME), Typed(HERE, SECRET))] == [Act.CLICK, Act.TYPE]


def test_lines_of_a_text_are_one_step() -> None:
    text = Typed(HERE, NAME)
    enter = Chord("Enter", HERE)
    assert [s.act for s in steps(text, enter, text, enter, text)] == [Act.TYPE]
    assert [s.act for s in steps(text, enter)] == [Act.TYPE, Act.PRESS]


@pytest.mark.parametrize(
    ("second", "acts"),
    [
        (click(time=300), [Act.DOUBLE]),
        (click(time=600), [Act.CLICK, Act.CLICK]),
        (click(time=300, x=40), [Act.CLICK, Act.CLICK]),
        (click(time=300, button=3), [Act.CLICK, Act.RIGHT]),
    ],
)
def test_a_second_click_at_once_is_a_double_click(second: Click, acts: list[Act]) -> None:
    assert [step.act for step in steps(click(), second)] == acts


def test_a_release_far_away_is_a_drag() -> None:
    assert [step.act for step in steps(click(), Release(12, 11))] == [Act.CLICK]
    assert said(click(), Release(90, 11)) == ['Drag **Save** in "Settings".']


def test_chords_are_counted_and_a_correction_is_no_step() -> None:
    undo = Chord("Ctrl+Z", HERE)
    assert said(undo, undo) == ["Press **Ctrl+Z** 2 times."]
    assert said(Typed(HERE, NAME), Chord("Delete", HERE)) == ["Type … in **Name**."]
    assert said(Chord("Enter", HERE, SAVE)) == ["Press **Enter** on **Save**."]


def test_scrolling_is_a_hint_of_the_click_behind_it() -> None:
    assert [step.scrolled for step in steps(click(), Scroll(), Scroll(), click(time=90))] == [
        False,
        True,
    ]
    assert len(steps(click(), Scroll())) == 1
    assert said(click(), Scroll(), Note("wait")) == ['Click **Save** in "Settings".', "wait"]


def test_the_last_step_can_be_taken_back() -> None:
    made = steps(click(), Chord("Enter", HERE), Scroll())
    assert [step.act for step in undone(made)] == [Act.CLICK]
    assert undone(()) == ()


def test_an_event_of_typing_has_no_room_for_what_was_typed() -> None:
    assert {field.name for field in fields(Typed)} == {"place", "control"}


@pytest.mark.parametrize(
    ("step", "english", "german"),
    [
        (
            Step(Act.CLICK, HERE, SAVE),
            'Click **Save** in "Settings".',
            'Klicken Sie auf **Save** in "Settings".',
        ),
        (
            Step(Act.CLICK, Place("XTerm")),
            "Click … in **XTerm**.",
            "Klicken Sie auf … in **XTerm**.",
        ),
        (
            Step(Act.TYPE, HERE, SECRET),
            'Type your password in "Settings".',
            'Tippen Sie Ihr Passwort in "Settings".',
        ),
        (
            Step(Act.CLICK, HERE, NAME),
            'Click into **Name** in "Settings".',
            'Klicken Sie in **Name** in "Settings".',
        ),
        (
            Step(Act.RIGHT, HERE, Control(Role.ENTRY, "a*b [c](d)")),
            'Right-click **a\\*b \\[c\\](d)** in "Settings".',
            'Klicken Sie rechts auf **a\\*b \\[c\\](d)** in "Settings".',
        ),
    ],
)
def test_steps_are_sentences_in_two_languages(step: Step, english: str, german: str) -> None:
    assert sentence(step) == english
    assert sentence(step, "de") == german


def test_a_click_says_where_and_typing_goes_on_there() -> None:
    events = (click(), Typed(HERE, SECRET), Chord("Ctrl+S", HERE), Typed(HERE), click(None, 900))
    page = recorded_page(steps(*events), "r", DAY)
    rows = [row for row in page.text.split("\n") if row[:1].isdigit()]
    assert rows == [
        '1. Click **Save** in "Settings". {#step-1}',
        "2. Type your password. {#step-2}",
        "3. Press **Ctrl+S**. {#step-3}",
        '4. Type … in "Settings". {#step-4}',
        '5. Click … in "Settings". {#step-5}',
    ]


def test_a_long_recording_has_a_phase_for_each_dialog() -> None:
    other = Place("Recorded", "Print")
    many = [click(time=900 * n) for n in range(5)]
    there = [Click(1, 10, 10, 9000 * n, other, SAVE) for n in range(1, 5)]
    rows = recorded_page(steps(*many, *there), "r", DAY).text.split("\n")
    assert [row for row in rows if row.startswith("##")] == [
        "## Steps: Settings",
        "## Steps: Print",
        "## Done when",
    ]
    assert '1. Click **Save** in "Print". {#step-6}' in rows
    short = recorded_page(steps(*many[:2], *there[:2]), "r", DAY).text
    assert "## Steps\n" in short


def test_pictures_have_names_words_and_a_month() -> None:
    page = recorded_page(steps(click(), Chord("Ctrl+S", HERE)), "recorded-1", DAY)
    assert page.pictures == {"recorded-1-1.png": b"picture"}
    assert (
        '   ![Save is marked in Settings; the rest is blurred](recorded-1-1.png "Recorded, '
        'captured 2026-11")' in page.text
    )
    assert "title: Use Recorded\n" in page.text


def test_an_unknown_language_is_english() -> None:
    assert "language: en\n" in recorded_page(steps(click()), "r", DAY, "fr").text
    assert "title: Recorded benutzen\n" in recorded_page(steps(click()), "r", DAY, "de").text
