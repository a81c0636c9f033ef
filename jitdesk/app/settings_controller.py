"""`SettingsController`: every change holds at once, is saved, and can be tried.

The dialog is built when it is first opened. "Press it now" is the only place that says a
hotkey works, and it says so only after a real press came through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from jitdesk.declared import BY_NAME, Value
from jitdesk.desktop.autostart import AutostartPlug
from jitdesk.desktop.hotkey import SEARCH, Press
from jitdesk.errors import JITDeskError
from jitdesk.models.folder_row import FolderRow
from jitdesk.paths import Paths
from jitdesk.services.hotkey import HotkeyService
from jitdesk.services.reading import ReadingService
from jitdesk.services.sync import SyncService
from jitdesk.settings import Settings, save
from jitdesk.ui.theme import Theme

if TYPE_CHECKING:
    from jitdesk.ui.settings.dialog import SettingsDialog

_TEST_PATIENCE = 10_000  # ms to press the hotkey in the test
_ZOOM_STEP = 10


class SettingsController(QObject):
    """Settings dialog <-> settings file, hotkeys, autostart and sources."""

    changed = Signal(object)
    """The new `Settings`."""
    forget_wanted = Signal()

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        theme: Theme,
        hotkeys: HotkeyService,
        reading: ReadingService,
        sync: SyncService,
        autostart: AutostartPlug,
    ) -> None:
        """Take what it connects."""
        super().__init__()
        self._paths, self.settings, self._theme = paths, settings, theme
        self._hotkeys, self._reading = hotkeys, reading
        self._sync, self._autostart = sync, autostart
        self._dialog: SettingsDialog | None = None
        self._offered = ""
        self._recording = False
        self._test = QTimer(self, singleShot=True, interval=_TEST_PATIENCE)
        self._test.timeout.connect(self._test_failed)
        sync.finished.connect(lambda _outcome: self._ask_folders())
        reading.sources_ready.connect(self._show_folders)
        sync.command_said.connect(self._command_said)

    def open(self, group: str = "") -> None:
        """Show the dialog."""
        dialog = self._made()
        dialog.show_settings(self._with_autostart())
        self._ask_folders()
        dialog.open_page(group)

    def takes(self, press: Press) -> bool:
        """Take a press for the test or while a chord is recorded; else leave it."""
        if self._recording:
            return True
        if self._test.isActive() and press.name == SEARCH and self._dialog is not None:
            self._test.stop()
            self._dialog.show_note(
                SEARCH,
                self.tr("It works: JITDesk heard {0} by {1}.").format(
                    self.settings.text(SEARCH), self._hotkeys.plug_name
                ),
                tone="good",
            )
            return True
        return False

    def zoom(self, step: int) -> None:
        """Make the text of every window larger, smaller, or as it was."""
        size = 100 if step == 0 else self.settings.number("text_size") + step * _ZOOM_STEP
        low, high = BY_NAME["text_size"].bounds
        self._change("text_size", max(low, min(size, high)))

    # -- inside --------------------------------------------------------------------------

    def _made(self) -> SettingsDialog:
        if self._dialog is None:
            from jitdesk.ui.settings.dialog import SettingsDialog  # noqa: PLC0415  (seldom used)

            dialog = SettingsDialog(self._theme, self.settings)
            dialog.changed.connect(self._change)
            dialog.recording.connect(self._record)
            dialog.test_wanted.connect(self._start_test)
            dialog.offer_taken.connect(lambda: self._change(SEARCH, self._offered))
            dialog.forget_wanted.connect(self.forget_wanted)
            dialog.folders.add_wanted.connect(self._add_folder)
            dialog.folders.remove_wanted.connect(
                lambda name: self._sync.run_command("source", "remove", name)
            )
            dialog.folders.sync_wanted.connect(self._sync.sync_now)
            self._dialog = dialog
        return self._dialog

    def _with_autostart(self) -> Settings:
        """The switch shows what the system really does, not what was once wished."""
        values = {**self.settings.values, "autostart": self._autostart.is_on()}
        return Settings(values, self.settings.locked, self.settings.problems)

    def _record(self, recording: bool) -> None:
        self._recording = recording

    def _change(self, name: str, value: Value) -> None:
        dialog = self._dialog
        try:
            changed = self.settings.changed(name, value)
            if name == "autostart":
                self._autostart.set_on(bool(value))
            self.settings = changed
            save(changed, self._paths.settings_file)
            self._say(name, "")
        except JITDeskError as error:
            self._say(name, str(error), tone="danger")
        self.changed.emit(self.settings)
        if dialog is not None:
            dialog.show_settings(self._with_autostart())
            self._say_binding(name)

    def _say(self, name: str, text: str, *, tone: str = "muted") -> None:
        if self._dialog is not None:
            self._dialog.show_note(name, text, tone=tone)

    def _say_binding(self, name: str) -> None:
        binding = self._hotkeys.bindings.get(name)
        if self._dialog is None or name != SEARCH or binding is None:
            return
        self._offered = ""
        if binding.bound:
            self._say(name, self.tr("Set. Try it with “Press it now…”."))
        else:
            free = self._hotkeys.free_chord()
            self._offered = str(free) if free is not None else ""
            self._say(name, binding.reason, tone="danger")
        self._dialog.show_offer(self._offered)

    def _start_test(self) -> None:
        self._test.start()
        self._say(SEARCH, self.tr("Press {0} now.").format(self.settings.text(SEARCH)))

    def _test_failed(self) -> None:
        self._say(
            SEARCH,
            self.tr(
                "Nothing came in ten seconds. Choose another hotkey, or give “jitdesk toggle” "
                "a shortcut in your desktop's own settings."
            ),
            tone="warn",
        )

    def _add_folder(self, location: str) -> None:
        if self._dialog is not None:
            self._dialog.folders.say(self.tr("Looking at {0}…").format(location))
        self._sync.run_command("source", "add", location)

    def _command_said(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.folders.say(text)
            self._ask_folders()

    def _ask_folders(self) -> None:
        if self._dialog is not None:
            self._reading.ask_sources()

    def _show_folders(self, rows: tuple[FolderRow, ...]) -> None:
        if self._dialog is not None:
            self._dialog.folders.show_folders(rows)
