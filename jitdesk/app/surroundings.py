"""The second stage of the composition root: tray, guide window, settings and sync.

Built in the first idle moment after the hotkey is live.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon

from jitdesk.app.asking_controller import AskingController
from jitdesk.app.check_in_controller import CheckInController
from jitdesk.app.flow import Flow
from jitdesk.app.foot import Foot
from jitdesk.app.learning_controller import LearningController
from jitdesk.app.reading_controller import ReadingController
from jitdesk.app.settings_controller import SettingsController
from jitdesk.app.side_windows import SideWindows
from jitdesk.app.step_keys import STEP_KEYS
from jitdesk.app.sync_controller import SyncController
from jitdesk.app.telling_controller import TellingController
from jitdesk.app.tray_controller import TrayController
from jitdesk.desktop.foreground import ForegroundWindow
from jitdesk.desktop.hotkey import SEARCH, Binding, Press
from jitdesk.desktop.session import autostart_plug, recorder_plug
from jitdesk.learning.look_back import FACTS_BOX
from jitdesk.models.reading import Origin
from jitdesk.paths import shipped
from jitdesk.search.hit import Hit
from jitdesk.services.learning import LearningService
from jitdesk.services.loops import LoopsService
from jitdesk.services.sharing import SharingService
from jitdesk.services.sync import SyncService
from jitdesk.services.writing import WritingService
from jitdesk.settings import Settings
from jitdesk.ui.notices import Notices
from jitdesk.ui.reader.window import GuideWindow
from jitdesk.ui.tray import Tray
from jitdesk.ui.widgets.chord_text import chord_text

if TYPE_CHECKING:
    from jitdesk.app.application import Application
    from jitdesk.app.recording_controller import RecordingController
    from jitdesk.app.writing_controller import WritingController

_FIRST_SYNC: Final = 1500  # ms after the hotkey is live before the folders are looked at


class Surroundings(QObject):
    """Everything around the popup, connected."""

    def __init__(self, core: Application) -> None:
        """Build on top of the first stage."""
        super().__init__(core)
        self._core = core
        settings = core.settings
        icon = QIcon(str(shipped("resources") / "icons" / "jitdesk.svg"))
        core.qt.setWindowIcon(icon)
        self.sync = SyncService(parent=self)
        self.tray = Tray(icon, core.theme)
        self._notices = Notices(self.tray)
        window = GuideWindow(core.theme)
        self._steps = ReadingController(
            window,
            core.reading,
            core.hotkeys,
            self._notices,
            core.theme,
            settings,
            core.foreground,
        )
        self.learning = LearningService(core.open_shelf, core.open_records, self)
        self.noting = LearningController(
            self.learning, core.searching, self._steps, window, settings
        )
        self.loops = LoopsService(core.paths, core.open_shelf, parent=self)
        foot = Foot(core.popup, core.theme)
        self.asking = AskingController(core.popup, core.searching, self.loops, foot)
        self.telling = TellingController(window, self._steps, self.asking, self.loops)
        self.telling.stuck.connect(self.noting.stuck)
        core.reading.run_changed.connect(self.noting.run_changed)
        self.asking.name = settings.text("sign_as").strip()
        self.checking = CheckInController(core.popup, core.searching, self.learning, foot)
        self.checking.enabled = settings.switch("check_ins")
        self.flow = Flow(core, window, self._steps, foot)
        self.sharing = SharingService(core.paths, parent=self)
        self.windows = SideWindows(core, self.learning, self.loops, self.sharing)
        self._writing = WritingService(core.open_shelf, self)
        self._author: WritingController | None = None
        self._recording: RecordingController | None = None
        self._subscribed = False
        self._syncing = SyncController(self.sync, self.tray, self._notices)
        self._browsing = TrayController(self.tray, core.reading)
        self._choosing = SettingsController(
            core.paths,
            settings,
            core.theme,
            core.hotkeys,
            core.reading,
            self.sync,
            autostart_plug(core.session),
        )
        self._connect()

    def start(self) -> None:
        """Show the tray, list what an empty field shows, and sync soon."""
        settings = self._core.settings
        self.tray.show()
        self._say_binding(self._core.hotkeys.bindings.get(SEARCH))
        self._core.reading.ask_home()
        self._browsing.refresh()
        self.checking.ask()
        self.learning.ask_sender()
        self.tray.show_sharing(self.sharing.configured)
        self.sharing.send()
        self.loops.ask_targets()
        self.flow.start()
        self.sync.poll_every(settings.number("sync_minutes"))
        QTimer.singleShot(_FIRST_SYNC, self.sync.sync_now)
        for problem in settings.problems:
            self._notices.tell(str(problem))

    def stop(self) -> None:
        """Let the sync go and take the icon away."""
        self.sync.close()
        self.flow.stop()
        if self._recording is not None:
            self._recording.stop()
        self._writing.close()
        self.noting.stop()
        self.learning.close()
        self.loops.close()
        self.sharing.close()
        self.windows.close()
        self.tray.hide()

    def takes(self, press: Press) -> bool:
        """Take a press of a step key, or of a test; return False for the search."""
        if self._choosing.takes(press):
            return True
        if self._recording is not None and self._recording.takes(press):
            return True
        if press.name == SEARCH:
            return False
        self._steps.pressed(press)
        return True

    def _connect(self) -> None:
        core, tray = self._core, self.tray
        core.searching.open_wanted.connect(self._open_hit)
        core.searching.repair_wanted.connect(self._repair)
        core.popup.menu_wanted.connect(self._pop_up_menu)
        core.reading.failed.connect(self._notices.tell)
        core.theme.changed.connect(self._restyle)
        self._notices.status_wanted.connect(core.searching.show_status)
        self._steps.link_wanted.connect(
            lambda key, at: self._steps.open(key, at, None, Origin(source="link"))
        )
        self._steps.zoom_wanted.connect(self._choosing.zoom)
        self._steps.closed.connect(core.reading.ask_home)
        self._steps.closed.connect(self._browsing.refresh)
        self._syncing.landed.connect(core.searching.index_changed)
        self._syncing.landed.connect(self._browsing.refresh)
        self._syncing.landed.connect(core.meaning.update)
        tray.search_wanted.connect(lambda: core.searching.open(Press(SEARCH)))
        tray.guide_wanted.connect(self._browsed)
        tray.data_wanted.connect(self.windows.data)
        tray.inbox_wanted.connect(self.windows.inbox)
        tray.report_wanted.connect(self.windows.report)
        tray.sharing_wanted.connect(self.windows.sharing)
        tray.capabilities_wanted.connect(self.windows.capabilities)
        tray.sent_wanted.connect(self.windows.sent)
        self.windows.write_wanted.connect(self._write_file)
        self.windows.changed.connect(self.sync.sync_now)
        tray.write_wanted.connect(self._write)
        tray.record_wanted.connect(self._record)
        tray.settings_wanted.connect(self._choosing.open)
        tray.quit_wanted.connect(core.qt.quit)
        self._choosing.changed.connect(self._settings_changed)
        self._choosing.forget_wanted.connect(core.reading.forget)
        self.learning.failed.connect(self._notices.tell)
        self.noting.noted.connect(self.checking.ask)
        self.noting.noted.connect(self.sharing.send)
        self.checking.open_wanted.connect(self._open_asked)
        self.checking.canvas_wanted.connect(self._look_back)
        self.asking.open_wanted.connect(self._open_asked)
        self.asking.helped.connect(self.noting.helped)
        self.learning.sender_ready.connect(self._take_sender)
        self._syncing.landed.connect(self.loops.ask_targets)
        self.sync.finished.connect(lambda _outcome: self.loops.fetch())
        self.loops.failed.connect(self._notices.tell)
        self.loops.fixed.connect(lambda _said: self.sync.sync_now())
        self._syncing.landed.connect(self.telling.fixing.landed)

    def _take_sender(self, name: str) -> None:
        self.asking.installation = name

    def _look_back(self, key: str, facts: str) -> None:
        self._core.searching.close()
        self._steps.begin(key, {FACTS_BOX: facts})

    def _open_asked(self, key: str) -> None:
        self._core.searching.close()
        self._steps.open(key, "", None, Origin(source="check-in"))

    def _browsed(self, key: str) -> None:
        self._steps.open(key, "", None, Origin(source="tray"))

    def _write(self) -> None:
        """Open the author's window."""
        self._authoring().open()

    def _write_file(self, path: str) -> None:
        self._authoring().open_file(path)

    def _authoring(self) -> WritingController:
        """Return the author's window, which is built when it is first wanted."""
        if self._author is None:
            from jitdesk.app.writing_controller import WritingController  # noqa: PLC0415
            from jitdesk.ui.writing.window import WritingWindow  # noqa: PLC0415

            core = self._core
            window = WritingWindow(core.theme)
            self._author = WritingController(window, self._writing, core.paths, core.theme)
            self._author.published.connect(self._publish)
            self._author.record_wanted.connect(self._record)
        return self._author

    def _record(self) -> None:
        """Offer to record a guide."""
        if self._recording is None:
            from jitdesk.app.recording_controller import RecordingController  # noqa: PLC0415
            from jitdesk.services.recorder import RecorderService  # noqa: PLC0415

            core = self._core
            self._recording = RecordingController(
                RecorderService(recorder_plug(core.session), self),
                core.hotkeys,
                core.foreground,
                core.theme,
                lambda page: self._authoring().open_recorded(page),
                lambda: [core.settings.text(name) for name in (SEARCH, *STEP_KEYS)],
                int(core.popup.winId()),
            )
        self._recording.open()

    def _publish(self, path: str) -> None:
        """Make a page that was just saved findable: its folder becomes a source if it is none."""
        own = self._core.paths.data / "my-guides"
        if Path(path).is_relative_to(own) and not self._subscribed:
            self._subscribed = True
            self.sync.run_command("source", "add", str(own))
        self.sync.sync_now()

    def _repair(self) -> None:
        if not self.sync.running:
            self.sync.sync_now()

    def _open_hit(self, hit: Hit, beside: ForegroundWindow | None, origin: Origin) -> None:
        self._steps.open(hit.key, hit.section, beside, origin)

    def _pop_up_menu(self) -> None:
        popup = self._core.popup
        popup.hold_open = True
        self.tray.pop_up(popup.menu_corner())
        popup.hold_open = False

    def _say_binding(self, binding: Binding | None) -> None:
        bound = binding is not None and binding.bound
        self.tray.show_hotkey(
            chord_text(str(binding.chord)) if binding is not None and bound else ""
        )
        if not bound:
            reason = binding.reason if binding is not None else self.tr("There is no hotkey.")
            way_out = self.tr("Choose one in the settings, or open the search from the tray.")
            self._notices.tell(f"{reason} {way_out}")

    def _settings_changed(self, settings: Settings) -> None:
        core = self._core
        before, core.settings = core.settings, settings
        core.searching.settings = self._steps.settings = settings
        core.reading.remember = settings.switch("remember_use")
        self.noting.take_settings(settings)
        self.flow.take_settings(settings)
        self.checking.enabled = settings.switch("check_ins")
        self.checking.ask()
        self.asking.name = settings.text("sign_as").strip()
        if before.text(SEARCH) != settings.text(SEARCH):
            self._say_binding(core.bind_search())
        if before.number("sync_minutes") != settings.number("sync_minutes"):
            self.sync.poll_every(settings.number("sync_minutes"))
        self._steps.rebind()
        core.theme.apply(settings.text("theme"), settings.number("text_size"))

    def _restyle(self) -> None:
        self._core.qt.setPalette(self._core.theme.palette())
        self._steps.restyle()
