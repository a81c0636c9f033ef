"""A checklist with a mode is a run: states, values, skips with a reason, a record."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from jitdesk.app.players.checklist_player import ChecklistPlayer
from jitdesk.app.players.page_player import PagePlayer
from jitdesk.learning.run import Kind
from tests.ui.players.conftest import Play, settle

PAGE = """---
mode: {mode}
version: 1.2.0
---
# Close the shop

## Pause point: at the door, you alone

- [ ] **Till** -> empty, counted by {{{{name}}}} {{killer}}
- [ ] **Oven** -> dial on 0
- [ ] **Bins** -> outside

## Pause point: in the street, you alone

- [ ] **Light** -> off

## Done when

The street is quiet.
"""
READ_DO, DO_CONFIRM = PAGE.format(mode="read-do"), PAGE.format(mode="do-confirm")


def words(player: object) -> str:
    view = player.view  # type: ignore[attr-defined]
    return "\n".join(label.text() for label in view.findChildren(QLabel) if not label.isHidden())


def press(player: object, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(player.window, key)  # type: ignore[attr-defined]
    settle()


def test_read_do_shows_one_item_and_not_the_next(play: Play) -> None:
    player = play(READ_DO)
    assert isinstance(player, ChecklistPlayer)
    assert "Till" in words(player)
    assert "Oven" not in words(player)
    assert "2 more after this" in words(player)


def test_an_item_that_asks_for_a_value_is_not_done_without_it(play: Play) -> None:
    player = play(READ_DO)
    player.act()
    settle()
    assert player.place().done == 0
    field = player.view.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("Ms Okafor")
    field.textEdited.emit("Ms Okafor")
    player.act()
    settle()
    assert player.place().done == 1
    assert player.run.text("name", Kind.VALUE) == "Ms Okafor"
    assert "Oven" in words(player)


def test_a_skip_takes_a_reason(play: Play, qtbot: QtBot) -> None:
    player = play(READ_DO)
    press(player, qtbot, Qt.Key.Key_S)
    assert "must not be skipped" in words(player)
    field = player.view.findChildren(QLineEdit)[-1]
    field.returnPressed.emit()
    settle()
    assert player.place().done == 0
    field.setText("no till today")
    field.returnPressed.emit()
    settle()
    assert player.run.text(player.run.position, Kind.SKIPPED) == "no till today"
    assert "no till today" in words(player)


def test_esc_takes_the_question_for_a_reason_away(play: Play, qtbot: QtBot) -> None:
    player = play(READ_DO)
    press(player, qtbot, Qt.Key.Key_S)
    assert player.view.skipping
    assert player.key(Qt.Key.Key_Escape, "", control=False)
    assert not player.view.skipping


def test_do_confirm_shows_all_items_and_asks_for_the_call(play: Play, qtbot: QtBot) -> None:
    player = play(DO_CONFIRM)
    for text in ("Till", "Oven", "Bins"):
        assert text in words(player)
    assert "Light" not in words(player)
    press(player, qtbot, Qt.Key.Key_C)
    assert player.place().done == 0  # the till asks for a name
    field = player.view.findChildren(QLineEdit)[-1]
    field.setText("Kim")
    field.textEdited.emit("Kim")
    settle()
    player.key(Qt.Key.Key_C, "c", control=False)
    settle()
    assert player.place().done == 3
    assert "Light" in words(player)


def test_what_was_done_can_be_taken_back(play: Play) -> None:
    player = play(PAGE.format(mode="read-do").replace("counted by {{name}} ", ""))
    player.act()
    settle()
    assert player.place().done == 1
    player.back()
    settle()
    assert player.place().done == 0
    assert "Till" in words(player)


def test_a_finished_run_gives_a_record_for_a_ticket(play: Play, qtbot: QtBot) -> None:
    player = play(PAGE.format(mode="read-do").replace("counted by {{name}} ", ""))
    player.key(Qt.Key.Key_S, "s", control=False)
    player.view.skip_wanted.emit(player.run.position or player._marked, "till is gone")
    settle()
    for _ in range(3):
        player.act()
        settle()
    assert player.finished
    assert "3 done, 1 skipped" in words(player)
    player.key(Qt.Key.Key_R, "r", control=False)
    record = QApplication.clipboard().text()
    assert record.startswith("Checklist: Close the shop (version 1.2.0)\nGuide: p/")
    assert "SKIPPED, MUST NOT BE SKIPPED: till is gone" in record
    assert "Oven: dial on 0" in record
    assert "Items: 3 of 4 done, 1 skipped" in record


def test_a_list_without_a_mode_stays_a_page_with_boxes(play: Play) -> None:
    assert isinstance(play("# A\n\n- [ ] one\n- [ ] two\n"), PagePlayer)


def test_a_press_while_a_tick_is_stored_is_for_the_next_item(play: Play) -> None:
    """Two presses of the global key within a slow disk's time made one tick."""
    player = play(
        "# Feed the cat\n\n- [ ] Bowl -> washed\n- [ ] Food -> weighed\n- [ ] Cat -> fed\n"
    )
    player.act()
    player.act()
    settle()
    assert len(player.run.ticked) == 2


def test_a_tick_that_could_not_be_stored_does_not_block_the_next(play: Play) -> None:
    """On a full disk no answer comes; once there is room the list goes on."""
    for text in (
        PAGE.format(mode="read-do").replace("counted by {{name}} ", ""),
        "# A\n\n- [ ] b\n",
    ):
        player = play(text)
        keeper = player.reading
        tick = keeper.tick
        keeper.tick = lambda *_args, **_more: None  # type: ignore[method-assign]
        player.act()
        settle()
        assert player.place().done == 0
        keeper.tick = tick  # type: ignore[method-assign]
        player.not_stored()
        player.act()
        settle()
        assert player.place().done == 1
