"""The dialog is the declared settings; a change is told at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jitdesk.declared import SETTINGS
from jitdesk.desktop.chord import parse_chord
from jitdesk.models.folder_row import FolderRow
from jitdesk.settings import Settings
from jitdesk.ui.settings.dialog import SettingsDialog
from jitdesk.ui.settings.hotkey_edit import HotkeyEdit
from jitdesk.ui.theme import Theme


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> SettingsDialog:
    made = SettingsDialog(theme, Settings())
    qtbot.addWidget(made)
    made.show()
    return made


def editor(dialog: SettingsDialog, name: str) -> QWidget:
    return dialog._editors[name]


def test_every_declared_setting_has_a_named_editor(dialog: SettingsDialog) -> None:
    for setting in SETTINGS:
        assert editor(dialog, setting.name).accessibleName().startswith(setting.label)


def test_a_screen_reader_hears_the_chord_that_is_set(dialog: SettingsDialog) -> None:
    dialog.show_settings(Settings({"hotkey": "Ctrl+F12"}))
    assert editor(dialog, "hotkey").accessibleName() == "Open the search: Ctrl+F12"


def test_a_change_is_told_once(dialog: SettingsDialog, qtbot: QtBot) -> None:
    told: list[tuple[str, object]] = []
    dialog.changed.connect(lambda name, value: told.append((name, value)))
    editor(dialog, "text_size").setValue(150)
    editor(dialog, "theme").setCurrentIndex(2)
    editor(dialog, "remember_use").setChecked(False)
    assert told == [("text_size", 150), ("theme", "dark"), ("remember_use", False)]


def test_showing_values_tells_nothing(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.changed):
        dialog.show_settings(Settings({"theme": "dark", "text_size": 120}))
    assert editor(dialog, "text_size").value() == 120


def test_what_the_organisation_fixed_is_shown_and_says_so(dialog: SettingsDialog) -> None:
    dialog.show_settings(Settings({"theme": "light"}, frozenset({"theme"})))
    assert not editor(dialog, "theme").isEnabled()
    assert dialog._notes["theme"].text() == "Set by your organisation."


@pytest.mark.parametrize(
    ("key", "modifiers", "chord"),
    [
        (Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier, "Ctrl+Space"),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier, "Alt+PgDown"),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier, "F4"),
    ],
)
def test_a_chord_is_recorded_by_pressing_it(
    qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, chord: str
) -> None:
    edit = HotkeyEdit()
    qtbot.addWidget(edit)
    edit.click()
    with qtbot.waitSignal(edit.chosen) as told:
        qtbot.keyClick(edit, key, modifiers)
    assert told.args == [parse_chord(chord)]


def test_a_plain_letter_is_refused_with_a_reason(qtbot: QtBot) -> None:
    edit = HotkeyEdit()
    qtbot.addWidget(edit)
    edit.click()
    with qtbot.waitSignal(edit.refused) as told:
        qtbot.keyClick(edit, Qt.Key.Key_A)
    assert "add Ctrl or Alt" in told.args[0]


def test_escape_leaves_the_chord_as_it_was(qtbot: QtBot) -> None:
    edit = HotkeyEdit()
    qtbot.addWidget(edit)
    edit.show_chord("Ctrl+Alt+Space")
    edit.click()
    with qtbot.waitSignal(edit.recording) as told:
        qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert told.args == [False]
    assert edit.text() == "Ctrl+Alt+Space"


def test_folders_are_listed_and_the_shipped_one_stays(dialog: SettingsDialog) -> None:
    page = dialog.folders
    page.show_folders(
        [FolderRow("jitdesk", "/x", "updated", removable=False), FolderRow("it", "/y", "updated")]
    )
    page._list.setCurrentRow(0)
    assert not page._remove.isEnabled()
    page._list.setCurrentRow(1)
    assert page._remove.isEnabled()


@pytest.mark.parametrize("name", ["text_size", "theme"])
def test_scrolling_the_page_changes_no_setting_under_the_pointer(
    dialog: SettingsDialog, qtbot: QtBot, name: str
) -> None:
    field = editor(dialog, name)
    field.clearFocus()
    none = Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        none, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.assertNotEmitted(dialog.changed):
        QApplication.sendEvent(field, turn)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_empty_check_box_is_drawn_in_both_schemes(
    dialog: SettingsDialog, theme: Theme, scheme: str
) -> None:
    theme.apply(scheme, 100)
    picture = editor(dialog, "autostart").grab().toImage()
    colours = {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}
    assert theme.color("muted").name() in colours
