"""The names of the global keys that move an open guide; the same as their settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from jitdesk.desktop.hotkey import Binding
from jitdesk.ui.widgets.chord_text import chord_text

OUTCOME_KEYS: Final = ("outcome_worked", "outcome_fixed", "outcome_failed")
LOOP_KEYS: Final = {
    "?": "stuck",
    "+": "suggest",
    "!": "challenge",
    "&": "story",
    "*": "plan",
    "#": "link",
    "@": "card",
}
"""Keys of the guide window that no player uses: I'm stuck, do it better, question the rule,
when will I need it; copy a link to the step, or a card for a ticket."""
STEP_KEYS: Final = ("step_next", "step_back", "step_tick", "guide_close", *OUTCOME_KEYS)


def key_line(bindings: Mapping[str, Binding], *, ticks: bool, asks: bool) -> str:
    """Return the line that names the live keys; `asks`: the guide asks how it went."""
    tr = QCoreApplication.translate
    names = {
        "step_next": tr("StepKeys", "next"),
        "step_back": tr("StepKeys", "back"),
        "step_tick": tr("StepKeys", "tick") if ticks else "",
        "outcome_worked": tr("StepKeys", "worked") if asks else "",
        "guide_close": tr("StepKeys", "close"),
    }
    return "   ".join(
        f"{chord_text(str(bindings[name].chord))} {word}"
        for name, word in names.items()
        if word and name in bindings and bindings[name].bound
    )


def outcome_chords(bindings: Mapping[str, Binding]) -> dict[str, str]:
    """Return result -> its live chord."""
    return {
        name.removeprefix("outcome_"): chord_text(str(bindings[name].chord))
        for name in OUTCOME_KEYS
        if name in bindings and bindings[name].bound
    }
