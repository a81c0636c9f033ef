"""The author's inbox: one list, what may be done now, nothing written without its fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jitdesk.models.inbox_items import items
from jitdesk.models.loops import InboxTold
from jitdesk.ui.learning.inbox_window import InboxWindow
from jitdesk.ui.theme import Theme

MOMENT = {
    "id": "20260302T090000000Z-aa", "state": "new", "askers": 2, "kinds": {"ask": 2},
    "words": ["settle a bill", "pay it"], "apps": ["erp"], "guide": "", "steps": [], "names": [],
    "late": False, "pack": "team", "title": "Team", "answer": "", "reason": "",
    "acts": [
        {"name": "found", "label": "It exists", "needs": [["guide", "Which guide?"]]},
        {"name": "build", "label": "Build it", "needs": []},
    ],
}  # fmt: skip
CASE = {
    "id": "20260302T090000000Z-bb", "kind": "challenge", "state": "raised", "open": True,
    "overdue": True, "responsible": "deputy", "lines": [["text", "eleven days"]],
    "text": "eleven days", "guide": "pay", "log": [], "replies": [],
    "acts": [{"name": "acknowledged", "label": "Acknowledge",
              "needs": [["goal", "Which goal?"], ["decider", "Who?"]], "hints": []}],
}  # fmt: skip


def opened(qtbot: QtBot, theme: Theme) -> InboxWindow:
    window = InboxWindow(theme)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.open_window()
    window.show_items(items(InboxTold((MOMENT,), (), (CASE,))))
    return window


def test_what_is_late_stands_first_and_says_for_whom(qtbot: QtBot, theme: Theme) -> None:
    window = opened(qtbot, theme)
    assert "late" in window.list.item(0).text()
    assert "for deputy" in window.list.item(0).text()
    assert "2 people" in window.list.item(1).text()


def test_an_act_without_fields_is_done_at_once_by_its_key(qtbot: QtBot, theme: Theme) -> None:
    window = opened(qtbot, theme)
    window.list.setCurrentRow(1)
    with qtbot.waitSignal(window.act_wanted) as told:
        qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert (told.args[0].id, told.args[1:]) == (MOMENT["id"], ["build", {}])


def test_an_act_that_needs_words_is_not_done_without_them(qtbot: QtBot, theme: Theme) -> None:
    window = opened(qtbot, theme)
    window.form.press(1)
    goal, decider = window.form._fields["goal"], window.form._fields["decider"]
    with qtbot.assertNotEmitted(window.act_wanted):
        qtbot.keyClick(goal, Qt.Key.Key_Return)
    goal.setText("nobody pays a forged invoice")
    decider.setText("cfo")
    with qtbot.waitSignal(window.act_wanted) as told:
        qtbot.keyClick(decider, Qt.Key.Key_Return)
    assert told.args[2] == {"goal": "nobody pays a forged invoice", "decider": "cfo"}


def test_guides_that_may_answer_are_one_click(qtbot: QtBot, theme: Theme) -> None:
    window = opened(qtbot, theme)
    window.list.setCurrentRow(1)
    window.form.press(1)
    window.show_suggestions([("team/pay", "Pay an invoice")])
    hit = next(b for b in window.form._hits.findChildren(QPushButton) if b.isVisible())
    with qtbot.waitSignal(window.act_wanted) as told:
        hit.click()
    assert told.args[2] == {"guide": "team/pay"}


def test_esc_leaves_the_fields_before_the_window(qtbot: QtBot, theme: Theme) -> None:
    window = opened(qtbot, theme)
    window.form.press(1)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert not window.form.asking


def test_a_page_whose_ground_changed_is_checked_or_changed(qtbot: QtBot, theme: Theme) -> None:
    row = {
        "id": "p/a",
        "title": "Pay",
        "reason": "site value phone",
        "owner": "kim",
        "file": "/a.md",
    }
    window = InboxWindow(theme)
    qtbot.addWidget(window)
    window.open_window()
    window.show_items(items(InboxTold(checks=(row,))))
    assert list(window.form.buttons) == ["checked", "write"]
    with qtbot.waitSignal(window.act_wanted) as told:
        window.form.press(1)
    assert told.args[1:] == ["checked", {}]


def test_nobody_waiting_is_said(qtbot: QtBot, theme: Theme) -> None:
    window = InboxWindow(theme)
    qtbot.addWidget(window)
    window.open_window()
    window.show_items([])
    assert window._empty.isVisible()


def test_an_answered_one_is_hidden_until_wanted(qtbot: QtBot, theme: Theme) -> None:
    window = opened(qtbot, theme)
    window.show_items(items(InboxTold(({**MOMENT, "state": "found"},), (), ())))
    assert window.list.count() == 0
    window._all.setChecked(True)
    assert window.list.count() == 1


def test_the_keyboard_goes_to_the_list_when_somebody_waits(qtbot: QtBot, theme: Theme) -> None:
    window = InboxWindow(theme)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.open_window()
    assert not window.list.isVisible()
    assert window.focusWidget() is window.first
    window.show_items(items(InboxTold((MOMENT,), (), ())))
    assert window.focusWidget() is window.list
    window.show_items(())
    assert not window.list.isVisible()
    assert window.focusWidget() is window.first is not window.list
