"""The tray's menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from jitdesk.models.browse import Branch, Menus
from jitdesk.ui.theme import Theme
from jitdesk.ui.tray import Tray

MENUS = Menus(
    by_situation=(Branch("The light is red", "p/a"),),
    by_pack=(Branch("Pack", children=(Branch("Guide", "p/b"), Branch("2 more: search…"))),),
)


@pytest.fixture
def tray(theme: Theme) -> Tray:
    return Tray(QIcon(), theme)


def labels(tray: Tray) -> list[str]:
    return [a.text() for a in tray.menu.actions() if a.isVisible() and not a.isSeparator()]


def test_what_is_empty_is_not_listed(tray: Tray) -> None:
    assert "Continue" not in labels(tray)
    tray.show_menus(MENUS)
    assert {"Browse by situation", "Browse by pack"} <= set(labels(tray))


def test_what_changed_this_month_has_its_own_list(tray: Tray, qtbot: QtBot) -> None:
    assert "Changed this month" not in labels(tray)
    tray.show_menus(Menus(changed=(Branch("Feed: two bowls", "p/a"),)))
    assert "Changed this month" in labels(tray)
    with qtbot.waitSignal(tray.guide_wanted) as told:
        tray._changed.actions()[0].trigger()
    assert told.args == ["p/a"]


def test_a_guide_is_opened_and_more_opens_the_search(tray: Tray, qtbot: QtBot) -> None:
    tray.show_menus(MENUS)
    pack = tray._pack.actions()[0].menu()
    with qtbot.waitSignal(tray.guide_wanted) as told:
        pack.actions()[0].trigger()
    assert told.args == ["p/b"]
    with qtbot.waitSignal(tray.search_wanted):
        pack.actions()[1].trigger()


def test_an_open_menu_does_not_change_under_the_hand(tray: Tray, qtbot: QtBot) -> None:
    tray.pop_up(QPoint(0, 0))
    tray.show_menus(MENUS)
    assert "Browse by pack" not in labels(tray)
    tray.menu.hide()
    qtbot.waitUntil(lambda: "Browse by pack" in labels(tray))


def test_sync_now_becomes_stop_while_it_runs(tray: Tray, qtbot: QtBot) -> None:
    tray.show_sync("Reading: 3 of 9", running=True)
    assert {"Reading: 3 of 9", "Stop looking for guides"} <= set(labels(tray))
    with qtbot.waitSignal(tray.cancel_wanted):
        tray._sync.trigger()
    tray.show_sync("Up to date, 12:00", running=False)
    with qtbot.waitSignal(tray.sync_wanted):
        tray._sync.trigger()


def test_the_live_hotkey_is_named(tray: Tray) -> None:
    tray.show_hotkey("Ctrl+F12")
    assert "Search\tCtrl+F12" in labels(tray)
    tray.show_hotkey("")
    assert "Search" in labels(tray)
