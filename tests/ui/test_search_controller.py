"""The real popup and its controller over a search that answers late and out of order."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jitdesk.app.search_controller import SearchController
from jitdesk.desktop.foreground import ForegroundWindow, NullForeground
from jitdesk.desktop.hotkey import SEARCH, Press
from jitdesk.learning.plan import Plan
from jitdesk.models.hit_list import HitListModel
from jitdesk.models.reading import Origin
from jitdesk.search.hit import Hit
from jitdesk.settings import Settings
from jitdesk.ui.popup.popup import SearchPopup
from jitdesk.ui.theme import Theme
from tests.support.services import LateMeaning, LateSearch, QuietReading, hit_for


class Desk:
    """A popup, its controller, and a fast typist."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.popup = SearchPopup(HitListModel(), theme)
        qtbot.addWidget(self.popup)
        self.search = LateSearch()
        self.reading = QuietReading()
        self.meaning = LateMeaning()
        self.controller = SearchController(
            self.popup, self.search, self.reading, self.meaning, NullForeground(), theme,
            Settings(),
        )  # fmt: skip
        self.opened: list[tuple[str, Hit]] = []
        self.controller.open_wanted.connect(self._opened)
        self.reading.ask_home()
        self.controller.open(Press(SEARCH))

    def _opened(self, hit: Hit, _beside: object, origin: Origin) -> None:
        self.origin = origin
        self.opened.append((self.popup.edit.text(), hit))

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key; a hidden window gets none."""
        if self.popup.isVisible():
            QTest.keyClick(self.popup.edit, key, modifier)

    def type(self, text: str) -> None:
        if self.popup.isVisible():
            self.popup.edit.insert(text)

    def step(self, dice: random.Random) -> None:
        """Do one thing that a fast typist, or a slow search, may do."""
        deeds: list[Callable[[], None]] = [
            lambda: self.type(dice.choice("ab ")),
            lambda: self.press(Qt.Key.Key_Backspace),
            lambda: self.press(Qt.Key.Key_Return),
            lambda: self.press(Qt.Key.Key_Down),
            lambda: self.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier),
            lambda: self.press(Qt.Key.Key_Escape),
            lambda: self.controller.open(Press(SEARCH)),
            self.controller.index_changed,
            QApplication.processEvents,
        ]
        if self.search.open:
            deeds += [lambda: self.search.answer(dice.randrange(len(self.search.open)))] * 4
        if len(self.popup.edit.text()) > 2:
            number = self.controller.number - dice.randrange(2)
            deeds += [lambda: self.meaning.near.emit(number, {"p/x": 0.5})]
        dice.choices(deeds, weights=[6, 2, 4, 1, 1, 1, 2, 1, 2, *[1] * (len(deeds) - 9)])[0]()


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def check(desk: Desk, runs: int, seed: int) -> None:
    for run in range(runs):
        dice = random.Random(seed + run)
        desk.opened.clear()
        desk.search.open.clear()
        desk.controller.open(Press(SEARCH))
        for _ in range(20):
            was_open = desk.popup.isVisible()
            desk.step(dice)
            assert was_open or not desk.opened, f"seed {seed + run}: opened after Esc"
            for text, hit in desk.opened:
                assert hit.situation.strip() == text.strip(), f"seed {seed + run}"
            desk.opened.clear()


def test_enter_never_acts_on_rows_of_another_text(desk: Desk) -> None:
    """Pain 5, over 1,000 random runs of a fast typist; the slow proof makes ten thousand."""
    check(desk, 1_000, seed=1)


@pytest.mark.slow
def test_enter_never_acts_on_rows_of_another_text_in_ten_thousand_runs(desk: Desk) -> None:
    check(desk, 10_000, seed=100_000)


def test_enter_before_the_answer_opens_its_first_row_once(desk: Desk) -> None:
    desk.popup.edit.insert("ab")
    desk.press(Qt.Key.Key_Return)
    assert desk.opened == []
    desk.search.answer()
    assert [hit.title for _, hit in desk.opened] == ["ab 1"]


def test_escape_takes_a_waiting_enter_back(desk: Desk) -> None:
    desk.popup.edit.insert("ab")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Escape)
    desk.search.answer()
    assert desk.opened == []


@pytest.mark.parametrize(("locale", "language"), [("de_DE", "de"), ("en_GB", "en"), ("C", "")])
def test_the_persons_language_is_preferred(desk: Desk, locale: str, language: str) -> None:
    """Of a guide and its translation the popup showed a German the English one."""
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    desk.popup.edit.insert("ab")
    QLocale.setDefault(before)
    assert desk.search.open[-1][1].language == language


def test_an_older_answer_is_never_shown(desk: Desk) -> None:
    desk.popup.edit.insert("a")
    desk.popup.edit.insert("b")
    desk.search.answer(1)
    desk.search.answer(0)
    assert desk.popup.selected().situation == "ab"


def test_an_empty_field_lists_the_home_rows_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.popup.edit.insert("a")
    desk.search.answer()
    desk.press(Qt.Key.Key_Backspace)
    assert desk.popup.selected().situation == ""
    assert len(desk.search.open) == 0


def test_the_next_opening_starts_empty(desk: Desk, qtbot: QtBot) -> None:
    desk.popup.edit.insert("ab")
    desk.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.popup.edit.text() == "")
    desk.controller.open(Press(SEARCH))
    assert desk.popup.selected().situation == ""


def test_the_hotkey_inside_the_popup_closes_it_even_before_qt_knows(desk: Desk) -> None:
    desk.controller.toggle(Press(SEARCH, in_search=True))
    assert not desk.popup.isVisible()


def test_a_focus_that_came_and_went_unseen_hides_the_popup(desk: Desk) -> None:
    desk.popup.isActiveWindow = lambda: False
    desk.controller.focus_left()
    assert not desk.popup.isVisible()


def test_a_focus_that_qt_takes_for_its_own_is_looked_up_at_the_system(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under load one of six popups stayed open behind the window that was clicked."""
    other = ForegroundWindow(1, "editor")
    monkeypatch.setattr(desk.popup, "isActiveWindow", lambda: True)
    monkeypatch.setattr(desk.controller._foreground, "current", lambda: other)
    desk.controller.focus_left()
    assert desk.popup.isVisible()
    qtbot.waitUntil(lambda: not desk.popup.isVisible())


def test_a_popup_opened_again_while_it_has_the_focus_is_not_told_that_it_has_none(
    desk: Desk, qtbot: QtBot
) -> None:
    """Qt sends no second activation: 150 ms later it said "Click here to type"."""
    qtbot.waitUntil(desk.popup.isActiveWindow)
    desk.controller.open(Press(SEARCH))
    check = desk.controller._focus_check
    qtbot.waitUntil(lambda: not check.isActive())
    assert desk.popup.status.text() != "Click here to type"


def test_a_popup_opened_in_the_moment_it_was_closed_is_not_told_that_it_has_no_focus(
    desk: Desk, qtbot: QtBot
) -> None:
    """Qt tells of no activation then; ten thousand fast runs ended so now and then."""
    qtbot.waitUntil(desk.popup.isActiveWindow)
    desk.press(Qt.Key.Key_Escape)
    desk.controller.open(Press(SEARCH))
    check = desk.controller._focus_check
    qtbot.waitUntil(lambda: not check.isActive())
    assert desk.popup.status.text() != "Click here to type"


def ask_for_meaning(desk: Desk, qtbot: QtBot, text: str) -> None:
    """Type, let the words answer weakly, and rest until meaning is asked for."""
    desk.popup.edit.insert(text)
    desk.search.answer()
    qtbot.waitUntil(lambda: bool(desk.meaning.open))
    desk.meaning.answer()


def test_a_weak_answer_is_asked_for_meaning_after_a_rest(desk: Desk, qtbot: QtBot) -> None:
    ask_for_meaning(desk, qtbot, "abcdef")
    number, query = desk.search.open[-1]
    assert query.near == {"p/abcdef3": 0.9}
    assert number == desk.controller.number
    desk.search.answer()
    assert desk.popup.list.model().rowCount() == 3


def test_better_rows_never_move_the_row_that_a_person_is_on(desk: Desk, qtbot: QtBot) -> None:
    ask_for_meaning(desk, qtbot, "abcdef")
    desk.press(Qt.Key.Key_Down)
    chosen = desk.popup.selected()
    desk.search.answer()
    assert desk.popup.selected() == chosen


def test_nearness_for_another_text_is_not_searched_for(desk: Desk, qtbot: QtBot) -> None:
    desk.popup.edit.insert("abcdef")
    desk.search.answer()
    qtbot.waitUntil(lambda: bool(desk.meaning.open))
    desk.popup.edit.insert("g")
    desk.search.answer()
    desk.meaning.answer(0)
    assert desk.search.open == []


def test_a_short_text_is_not_asked_for_meaning(desk: Desk, qtbot: QtBot) -> None:
    desk.popup.edit.insert("abc")
    desk.search.answer()
    assert not desk.controller.resting


OUTLOOK = ForegroundWindow(7, "outlook", "New mail - Outlook")


def open_over_outlook(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    desk.search.open.clear()
    desk.controller.open(Press(SEARCH, window=OUTLOOK))


def titles(desk: Desk) -> list[str]:
    return [hit.title for hit in desk.popup.list.model().hits]


def test_what_fits_the_window_in_front_comes_first_and_says_why(desk: Desk) -> None:
    open_over_outlook(desk)
    ((_, query),) = desk.search.open
    assert (query.text, query.app, query.window) == ("", "outlook", "New mail - Outlook")
    desk.search.answer_with((replace(hit_for("mail", 1), why="It is for Outlook."),))
    assert titles(desk)[0] == "mail 1"
    assert "It is for Outlook." in desk.popup.status.text()
    desk.press(Qt.Key.Key_Down)
    assert "It is for Outlook." not in desk.popup.status.text()


def test_a_suggestion_that_is_sent_away_does_not_come_back(desk: Desk) -> None:
    open_over_outlook(desk)
    desk.search.answer_with((hit_for("mail", 1), hit_for("mail", 2)))
    desk.press(Qt.Key.Key_Delete)
    assert titles(desk)[0] == "mail 2"
    assert desk.reading.sent_away == ["outlook|p/mail1"]
    open_over_outlook(desk)
    desk.search.answer_with((hit_for("mail", 1), hit_for("mail", 2)))
    assert titles(desk)[0] == "mail 2"


def test_delete_takes_no_other_row_away(desk: Desk) -> None:
    open_over_outlook(desk)
    before = titles(desk)
    desk.press(Qt.Key.Key_Delete)
    assert titles(desk) == before
    assert desk.reading.sent_away == []


def test_suggestions_that_come_late_disturb_nobody(desk: Desk) -> None:
    open_over_outlook(desk)
    desk.press(Qt.Key.Key_Down)
    before = titles(desk)
    desk.search.answer_with((hit_for("mail", 1),))
    assert titles(desk) == before
    open_over_outlook(desk)
    desk.popup.edit.insert("ab")
    desk.search.answer(0)
    desk.search.answer()
    assert titles(desk)[0] == "ab 1"


def test_without_the_name_of_the_program_nothing_is_suggested(desk: Desk) -> None:
    desk.controller.settings = desk.controller.settings.changed("use_program_name", False)
    open_over_outlook(desk)
    assert desk.search.open == []


def test_what_was_planned_for_this_program_is_the_first_row_until_it_is_opened(desk: Desk) -> None:
    planned = (Plan("p/tax1", app="outlook"), hit_for("tax", 1))
    desk.reading.plans = (planned, (Plan("p/tax2", app="excel"), hit_for("tax", 2)))
    open_over_outlook(desk)
    open_over_outlook(desk)
    assert titles(desk)[0] == "tax 1"
    assert "tax 2" not in titles(desk)
    assert "You planned this." in desk.popup.status.text()
    desk.press(Qt.Key.Key_Return)
    assert [hit.title for _, hit in desk.opened] == ["tax 1"]
    assert desk.origin.source == "plan"
    assert desk.reading.unplanned == ["p/tax1"]


def test_a_plan_is_given_up_on_its_key(desk: Desk) -> None:
    desk.reading.plans = ((Plan("p/tax1", app="outlook"), hit_for("tax", 1)),)
    open_over_outlook(desk)
    open_over_outlook(desk)
    desk.press(Qt.Key.Key_Delete)
    assert titles(desk)[0] != "tax 1"
    assert desk.reading.unplanned == ["p/tax1"]
