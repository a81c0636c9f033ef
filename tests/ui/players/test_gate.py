"""A page that is too old for its stakes opens with a key only."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from jitdesk.app.players.choose import gate_for
from jitdesk.app.players.gate import StaleGate
from jitdesk.learning.lifecycle import needs_confirming
from tests.ui.players.conftest import Play

TODAY = date(2026, 11, 26)
PAGE = """---
reviewed_on: 2025-01-01
review_every: P180D
aim_why: {frequency: rare, stakes: %s, time_pressure: none, changes: rarely}
owner: {role: finance, contact: x}
---
# Change a bank account

## Steps

1. **Call them.**
"""


@pytest.mark.parametrize(
    ("stakes", "late", "wanted"),
    [("high", 180, True), ("high", 179, False), ("medium", 999, False), ("", 999, False)],
)
def test_only_high_stakes_and_half_a_year_late(stakes: str, late: int, wanted: bool) -> None:
    assert needs_confirming(TODAY - timedelta(days=late), stakes, TODAY) is wanted
    assert not needs_confirming(None, stakes, TODAY)


def test_the_steps_are_not_shown_before_the_key(play: Play, qtbot: QtBot) -> None:
    player = play(PAGE % "high")
    gate = gate_for(player.opened, (player.make, player.theme, player.reading), TODAY)  # type: ignore[arg-type]
    assert isinstance(gate, StaleGate)
    qtbot.addWidget(gate.view)
    assert gate.view.stops == ("#",)  # the sentence, and no step
    assert gate.current() is not None
    with qtbot.assertNotEmitted(gate.confirmed):
        gate.next()
    with qtbot.waitSignal(gate.confirmed):
        gate.act()


def test_a_page_with_low_stakes_has_no_gate(play: Play) -> None:
    player = play(PAGE % "low")
    tools = (player.make, player.theme, player.reading)
    assert gate_for(player.opened, tools, TODAY) is None  # type: ignore[arg-type]
