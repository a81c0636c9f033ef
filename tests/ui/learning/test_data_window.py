"""My data: everything is shown, deleting takes a second press."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jitdesk.learning.event import Event, Name
from jitdesk.learning.records_file import open_records
from jitdesk.learning.sentences import lines, sentence
from jitdesk.library.shelf import Shelf
from jitdesk.paths import find_paths
from jitdesk.services.learning import LearningService
from jitdesk.ui.learning.data_window import DataWindow
from jitdesk.ui.theme import Theme

DONE = Event(Name.PERFORMED, 0.0, "p/a", "", 1, {"result": "worked", "support": 0})


def test_every_kind_of_event_has_a_sentence() -> None:
    for name in Name:
        told = sentence(Event(name, 0.0, "p/a"), {"p/a": "Send it"})
        assert told
        assert "{" not in told
    assert sentence(DONE, {"p/a": "Send it"}) == "“Send it”: worked, without the page"
    assert sentence(DONE, {}) == "“a”: worked, without the page"


def test_deleting_asks_once_more(qtbot: QtBot, theme: Theme) -> None:
    window = DataWindow(theme)
    qtbot.addWidget(window)
    window.open_window()
    window.show_lines(lines([DONE], {}), 0, enabled=True)
    assert window.table.rowCount() == 1
    with qtbot.assertNotEmitted(window.delete_wanted):
        window.delete.click()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert not window.sure.isVisible()
    window.delete.click()
    with qtbot.waitSignal(window.delete_wanted):
        window.sure.click()


def test_the_service_stores_exports_and_deletes(qtbot: QtBot, tmp_path: Path) -> None:
    paths = find_paths()
    service = LearningService(lambda: Shelf(paths), lambda: open_records(paths.records_file))
    service.note([DONE])
    with qtbot.waitSignal(service.told) as told:
        service.ask_told()
    assert [e.name for e in told.args[0].events] == [Name.PERFORMED]
    target = tmp_path / "mine.json"
    with qtbot.waitSignal(service.exported):
        service.export(str(target))
    assert json.loads(target.read_text())["events"][0]["result"] == "worked"
    with qtbot.waitSignal(service.deleted):
        service.delete()
    with qtbot.waitSignal(service.told) as told:
        service.ask_told()
    assert told.args[0].events == ()
    service.close()


def test_nothing_is_stored_while_the_history_is_off(qtbot: QtBot) -> None:
    paths = find_paths()
    service = LearningService(lambda: Shelf(paths), lambda: open_records(paths.records_file))
    service.enabled = False
    service.note([DONE])
    with qtbot.waitSignal(service.told) as told:
        service.ask_told()
    assert told.args[0].events == ()
    service.close()
