"""How much of a page is shown next time: less with every success, more after a failure. Pure.

Only where the aim is to learn the task. Where it is to perform it with the page, the page
stays whole, always (expertise reversal, Kalyuga 2003; fading, Eiriksdottir & Catrambone
2011; a page that stands for a rare or dangerous task must not shrink).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jitdesk.guides.landing import View
from jitdesk.learning.event import Event, Result, performances

_STEPS: Final = (View.FULL, View.BRIEF, View.CUE)
_IN_A_ROW: Final = 2
"""Successes in a row after which a step of support is taken away (content model A4)."""


def faded_view(events: Iterable[Event], *, learns: bool, chosen: str = "") -> View:
    """Return the view to open with.

    Args:
        events: the history of this guide.
        learns: the guide's aim is to learn.
        chosen: the view that the person chose by key, "" = never: a choice is kept.
    """
    if chosen in set(View):
        return View(chosen)
    if not learns:
        return View.FULL
    level, row = 0, 0
    for event in performances(events):
        if event.result is Result.WORKED:
            row += 1
        else:
            level, row = max(0, level - 1), 0
        if row == _IN_A_ROW:
            level, row = min(level + 1, len(_STEPS) - 1), 0
    return _STEPS[level]
