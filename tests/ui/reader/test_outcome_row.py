"""How it went: one tap closes; Esc never asks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jitdesk.ui.reader.outcome_row import FAILED, FIXED, WORKED, OutcomeRow
from jitdesk.ui.theme import Theme


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> OutcomeRow:
    made = OutcomeRow(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_worked_is_one_tap(row: OutcomeRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.mouseClick(row._buttons[WORKED], Qt.MouseButton.LeftButton)
    assert told.args == [WORKED, ""]


@pytest.mark.parametrize("result", [FIXED, FAILED])
def test_the_others_ask_for_one_line_that_may_stay_empty(
    row: OutcomeRow, qtbot: QtBot, result: str
) -> None:
    row._buttons[result].click()
    assert row.line.isVisible()
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert told.args == [result, ""]


def test_what_was_written_is_told_as_one_line(row: OutcomeRow, qtbot: QtBot) -> None:
    row.press(FAILED)
    row.line.setText("  the   field is\tgone ")
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert told.args == [FAILED, "the field is gone"]
    assert not row.line.isVisible()


def test_the_same_key_twice_goes_on_without_words(row: OutcomeRow, qtbot: QtBot) -> None:
    row.press(FAILED)
    with qtbot.waitSignal(row.chosen):
        row.press(FAILED)


def test_esc_in_the_line_goes_back_and_tells_nothing(row: OutcomeRow, qtbot: QtBot) -> None:
    row.press(FIXED)
    with qtbot.assertNotEmitted(row.chosen):
        qtbot.keyClick(row.line, Qt.Key.Key_Escape)
    assert row._buttons[FIXED].isVisible()
