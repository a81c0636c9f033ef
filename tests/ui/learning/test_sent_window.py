"""Everything that left is there word for word; what waits has ways out."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jitdesk.app.sent_controller import SentController
from jitdesk.library.shelf import Shelf
from jitdesk.loops.contribution import Contribution, Kind
from jitdesk.loops.outbox import HANDED, NO_FOLDER, SENT, Outbox, Own
from jitdesk.loops.sent import SentItem
from jitdesk.paths import find_paths
from jitdesk.services.sent import SentService
from jitdesk.ui.learning.sent_window import SentWindow
from jitdesk.ui.theme import Theme

WAITS = SentItem("1", "ask", "how to pay", "waiting", NO_FOLDER, exact='{"text": "how to pay"}')
WENT = SentItem("2", "suggest", "shorter", "sent", where="/share", exact='{"text": "shorter"}')
ASKED = Contribution("20260302T090000000Z-abcdef", Kind.ASK, "how to pay")


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> SentWindow:
    made = SentWindow(theme)
    qtbot.addWidget(made)
    made.open_window()
    return made


def test_what_waits_can_go_by_mail_or_file_or_be_taken_back(
    window: SentWindow, qtbot: QtBot
) -> None:
    window.show_items([WAITS, WENT])
    assert window.exact.toPlainText() == WAITS.exact
    for button, signal in (
        (window.mail, window.mail_wanted),
        (window.file, window.file_wanted),
        (window.back, window.back_wanted),
    ):
        assert button.isVisible()
        with qtbot.waitSignal(signal) as told:
            button.click()
        assert told.args == ["1"]


def test_what_was_sent_can_only_be_read(window: SentWindow) -> None:
    window.show_items([WAITS, WENT])
    window.list.setCurrentRow(1)
    assert window.exact.toPlainText() == WENT.exact
    assert window.exact.isReadOnly()
    assert not window.mail.isVisible()
    assert not window.back.isVisible()


def test_nothing_sent_is_said(window: SentWindow) -> None:
    window.show_items([])
    assert "Nothing has left" in window._head.text()
    assert not window.exact.isVisible()


@pytest.fixture
def service(qtbot: QtBot) -> SentService:
    paths = find_paths()
    Outbox(paths.loops).put(Own(ASKED, "", note=NO_FOLDER))
    return SentService(paths, lambda: Shelf(paths))


def test_the_service_mails_and_takes_back(service: SentService, qtbot: QtBot) -> None:
    with qtbot.waitSignal(service.mail_ready) as mailed:
        service.ask_mail(ASKED.id)
    assert mailed.args[1].startswith("mailto:?")
    with qtbot.waitSignal(service.listed) as told:
        service.note_handed(ASKED.id, "mail, 2026-03-02")
    assert told.args[0][0].state == HANDED
    with qtbot.waitSignal(service.listed) as told:
        service.take_back(ASKED.id)
    assert told.args[0] == ()
    service.close()


def test_a_file_is_handed_over_by_a_child(
    service: SentService, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "for-kim.json"
    with qtbot.waitSignals([service.written, service.listed], timeout=20_000):
        service.write(ASKED.id, str(file))
    assert "how to pay" in file.read_text()
    service.close()


def test_without_a_mail_program_it_still_waits(
    service: SentService, qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jitdesk.app.sent_controller.QDesktopServices.openUrl", lambda _url: False)
    controller = SentController(service, theme)
    with qtbot.waitSignal(service.listed):
        controller.open()
    qtbot.addWidget(controller._window)
    with qtbot.waitSignal(service.mail_ready):
        controller._window.mail.click()
    assert "no mail program" in controller._window._said.text()
    assert Outbox(find_paths().loops).waiting()[0].state != SENT
    service.close()
