"""What a person hands to others from the guide window: a link to the step, or a card. Pure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from jitdesk.guides.deep_link import guide_link
from jitdesk.guides.guide import Guide

_MOST_WORDS = 160


def step_link(guide: Guide, anchor: str) -> str:
    """Return the address of a step of a guide, with the version it was made for."""
    return guide_link(guide.key, anchor, guide.version)


def hand_over_card(guide: Guide, anchor: str, place: str, words: str) -> str:
    """Return lines for a ticket or a colleague: where somebody is stuck.

    Args:
        guide: the guide.
        anchor: of the step.
        place: where the person is, such as "Step 4 of 7"; "" = the guide as a whole.
        words: the author's words of that step.
    """
    tr = QCoreApplication.translate
    version = tr("HandOver", " (version {0})").format(guide.version) if guide.version else ""
    at = (
        tr("HandOver", "I am stuck at: {0}").format(place)
        if place
        else tr("HandOver", "I am stuck")
    )
    said = " ".join(words.split())
    said = said if len(said) <= _MOST_WORDS else said[: _MOST_WORDS - 1] + "…"
    rows = (f"{guide.title}{version}", at, f"“{said}”" if said else "", step_link(guide, anchor))
    return "\n".join(row for row in rows if row)
