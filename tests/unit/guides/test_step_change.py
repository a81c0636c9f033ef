"""What is different in the steps: old and new side by side, once."""

from __future__ import annotations

from jitdesk.guides.guide import PackId
from jitdesk.guides.landing import Moment, arrange
from jitdesk.guides.loader import load
from jitdesk.guides.page import Callout, Prose
from jitdesk.guides.render import render
from jitdesk.guides.step_change import StepChange, difference_table, differences, step_texts

PAGE = """---
version: {version}
changes: [{{version: 2.0.0, date: 2026-02-01, what: Use the portal}}]
---
# Pay it

## Steps

1. **Open {place}.**
2. **Pay <b> & go.**
{more}
"""


def page(version: str, place: str, more: str = "") -> object:
    text = PAGE.format(version=version, place=place, more=more)
    guide = load(text.encode(), "pay.md", PackId("p")).guide
    assert guide is not None
    return guide


def test_a_changed_and_a_new_step_stand_side_by_side() -> None:
    old, new = page("1.0.0", "the form"), page("2.0.0", "the portal", "3. **File it.**")
    before = step_texts(render(old))
    told = differences(before, step_texts(render(new)))
    assert told == (StepChange("Open the form.", "Open the portal."), StepChange("", "File it."))


def test_a_step_that_is_gone_has_nothing_beside_it() -> None:
    assert differences(("a", "b"), ("b",)) == (StepChange("a", ""),)
    assert differences((), ("b",)) == ()


def test_the_landing_shows_what_changed_and_then_the_steps() -> None:
    old, new = page("1.0.0", "the form"), page("2.0.0", "the portal")
    before = step_texts(render(old))
    landed = arrange(new, render(new), Moment.CHANGE, seen="1.0.0", before=before)
    assert isinstance(landed.blocks[0], Callout)
    assert isinstance(landed.blocks[1], Prose)
    assert "Open the form." in landed.blocks[1].html
    assert len(landed.stops) == 2
    alone = arrange(new, render(new), Moment.CHANGE, seen="1.0.0")
    assert not any(isinstance(b, Prose) and "<table" in b.html for b in alone.blocks)


def test_what_stands_in_a_step_is_text_in_the_table() -> None:
    assert "&lt;b&gt;" in difference_table([StepChange("<b>", "x & y")])
