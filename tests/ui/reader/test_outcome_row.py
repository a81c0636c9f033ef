"""How it went: one tap closes; Esc never asks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
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
    assert told.args == [WORKED, "", False]


@pytest.mark.parametrize("result", [FIXED, FAILED])
def test_the_others_ask_for_one_line_that_may_stay_empty(
    row: OutcomeRow, qtbot: QtBot, result: str
) -> None:
    row._buttons[result].click()
    assert row.line.isVisible()
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert told.args == [result, "", False]


def test_what_was_written_is_told_as_one_line(row: OutcomeRow, qtbot: QtBot) -> None:
    row.press(FAILED)
    row.line.setText("  the   field is\tgone ")
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert told.args == [FAILED, "the field is gone", False]
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


def test_ctrl_enter_also_sends_what_happened(row: OutcomeRow, qtbot: QtBot) -> None:
    row.target = "the team"
    row.press(FAILED)
    assert "the team" in row._note.text()
    row.line.setText("it is gone")
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.keyClick(row.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [FAILED, "it is gone", True]


class _Above(QObject):
    """Sees the keys that a line leaves to what stands around it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.keys += event.type() == QEvent.Type.KeyPress
        return False


def test_enter_in_the_line_is_no_step_further(row: OutcomeRow, qtbot: QtBot) -> None:
    above = _Above()
    row.installEventFilter(above)
    row.ask_line("stuck", "Where are you stuck?", "")
    row.line.setText("here")
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert above.keys == 0


def test_a_line_to_be_sent_cannot_be_empty(row: OutcomeRow, qtbot: QtBot) -> None:
    row.ask_line("stuck", "Where are you stuck?", "Sent to the team.")
    with qtbot.assertNotEmitted(row.said):
        qtbot.keyClick(row.line, Qt.Key.Key_Return)
    row.line.setText("which tab?")
    with qtbot.waitSignal(row.said) as told:
        qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert told.args == ["stuck", "which tab?"]


def test_ctrl_enter_does_the_other_thing_where_there_is_one(row: OutcomeRow, qtbot: QtBot) -> None:
    row.ask_line("suggest", "What would be better?", "Ctrl+Enter puts it right.", other=True)
    with qtbot.waitSignal(row.instead) as told, qtbot.assertNotEmitted(row.said):
        qtbot.keyClick(row.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["suggest", ""]


def test_the_words_to_be_changed_stand_in_the_line(row: OutcomeRow, qtbot: QtBot) -> None:
    row.ask_line("fix", "How is it right?", "", "Open the old one.")
    assert row.line.text() == "Open the old one."
    row.line.setText("Open the new one.")
    with qtbot.waitSignal(row.said) as told:
        qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert told.args == ["fix", "Open the new one."]


def test_ctrl_enter_before_it_is_known_who_may_write_counts_once_it_is(
    row: OutcomeRow, qtbot: QtBot
) -> None:
    """Pressed in the first second on a busy machine, it was lost."""
    row.ask_line("suggest", "What would be better?", "Goes to your outbox.")
    qtbot.keyClick(row.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.assertNotEmitted(row.instead):
        row.learn("stuck", "About another line.", other=True)
        row.learn("suggest", "Goes to the team.", other=False)
    assert row._note.text() == "Goes to the team."
    with qtbot.waitSignal(row.instead) as told:
        row.learn("suggest", "Ctrl+Enter puts it right.", other=True)
    assert told.args == ["suggest", ""]


def test_words_typed_meanwhile_are_not_taken_away(row: OutcomeRow, qtbot: QtBot) -> None:
    row.ask_line("suggest", "What would be better?", "Goes to your outbox.")
    qtbot.keyClick(row.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row.line.setText("Use the new form")
    with qtbot.assertNotEmitted(row.instead):
        row.learn("suggest", "Ctrl+Enter puts it right.", other=True)
    assert row.line.text() == "Use the new form"


def test_what_is_known_later_leaves_the_words_in_the_line(row: OutcomeRow) -> None:
    row.ask_line("suggest", "What would be better?", "Goes to your outbox.")
    row.line.setText("Use the new form")
    row.learn("suggest", "Goes to the team.", other=True)
    assert row.line.text() == "Use the new form"
    assert "the team" in row.line.accessibleName()
