"""Nothing is agreed to without the records on the screen."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from jitdesk.paths import find_paths
from jitdesk.services.sharing import SharingService
from jitdesk.ui.learning.sharing_window import SharingWindow
from jitdesk.ui.theme import Theme


def test_the_records_stand_there_before_the_button_does_anything(
    qtbot: QtBot, theme: Theme
) -> None:
    window = SharingWindow(theme)
    qtbot.addWidget(window)
    window.open_window()
    window.show_preview("https://lrs", '[{"id": 1}]', agreed=False, waiting=0)
    assert window.records.toPlainText() == '[{"id": 1}]'
    assert window.start.isVisible()
    assert not window.stop.isVisible()
    with qtbot.waitSignal(window.start_wanted):
        window.start.click()
    window.show_preview("https://lrs", "", agreed=True, waiting=3)
    assert window.stop.isVisible()


def test_without_an_organisation_there_is_no_button(qtbot: QtBot, theme: Theme) -> None:
    window = SharingWindow(theme)
    qtbot.addWidget(window)
    window.open_window()
    window.show_nothing()
    assert not window.start.isVisible()


def test_without_an_organisation_no_child_is_started(qtbot: QtBot) -> None:
    service = SharingService(find_paths(), command=("/nonexistent",))
    service.send()
    assert service._far._thread is None
    service.close()


def test_the_service_previews_and_agrees(qtbot: QtBot) -> None:
    file = find_paths().xapi_file
    file.parent.mkdir(parents=True)
    file.write_text("endpoint: http://127.0.0.1:9\nbase: https://a.example/\n")
    service = SharingService(find_paths())
    with qtbot.waitSignal(service.previewed, timeout=20_000) as told:
        service.preview()
    assert told.args[0]["agreed"] is False
    with qtbot.waitSignal(service.previewed, timeout=20_000) as told:
        service.start()
    assert told.args[0]["agreed"] is True
    service.close()
