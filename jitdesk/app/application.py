"""The composition root: builds, connects, starts and stops. The only place that knows all.

Start order: Qt, popup, hotkey (the hotkey is live here), tray; then, in idle time, search
and what an empty field lists; the first sync last. Nothing waits for a disk, a share or an
index before the hotkey works.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from jitdesk.app.reading_controller import STEP_KEYS, ReadingController
from jitdesk.app.search_controller import SearchController
from jitdesk.app.settings_controller import SettingsController
from jitdesk.app.sync_controller import SyncController
from jitdesk.app.tray_controller import TrayController
from jitdesk.desktop.chord import Chord, parse_chord
from jitdesk.desktop.foreground import ForegroundPlug
from jitdesk.desktop.hotkey import SEARCH, Press
from jitdesk.desktop.session import (
    Session,
    autostart_plug,
    find_session,
    foreground_plug,
    hotkey_plugs,
)
from jitdesk.errors import DesktopError
from jitdesk.learning.records import open_records
from jitdesk.library.library import Library
from jitdesk.models.hit_list import HitListModel
from jitdesk.paths import Paths, find_paths, shipped
from jitdesk.search.hit import Hit
from jitdesk.services.hotkey import HotkeyService
from jitdesk.services.instance import InstanceService
from jitdesk.services.reading import ReadingService
from jitdesk.services.search import SearchService
from jitdesk.services.sync import SyncService
from jitdesk.settings import BY_NAME, Settings, load
from jitdesk.ui.notices import Notices
from jitdesk.ui.popup.popup import SearchPopup
from jitdesk.ui.reader.window import GuideWindow
from jitdesk.ui.theme import Theme
from jitdesk.ui.tray import Tray

_log = logging.getLogger(__name__)

_IDLE: Final = 50  # ms after start before the index is opened
_FIRST_SYNC: Final = 1500  # ms after start before the folders are looked at
_SWITCH_INTERVAL: Final = 0.001
"""Seconds a thread may hold the interpreter: the hotkey thread must thaw the keyboard
promptly while the GUI thread paints (Python's default is 5 ms)."""


class Application(QObject):
    """Everything that runs, connected."""

    def __init__(self, qt: QApplication, paths: Paths, settings: Settings) -> None:
        """Build; nothing runs before `start`."""
        super().__init__()
        self._qt, self._paths, self.settings = qt, paths, settings
        self._session = find_session()
        self._searchable = False
        resources = shipped("resources")
        self._theme = Theme(resources / "icons")
        self._theme.apply(settings.text("theme"), settings.number("text_size"))
        qt.setPalette(self._theme.palette())
        icon = QIcon(str(resources / "icons" / "jitdesk.svg"))
        qt.setWindowIcon(icon)
        self._foreground: ForegroundPlug = foreground_plug(self._session)
        self._instance = InstanceService(paths.socket_name, self._state, self)
        self._build_services()
        self._build_views(icon)
        self._build_controllers()
        self._connect()

    def _build_services(self) -> None:
        def opened() -> Library:
            return Library(self._paths)

        self._search = SearchService(opened, self)
        self._reading = ReadingService(opened, lambda: open_records(self._paths.records_file), self)
        self._reading.remember = self.settings.switch("remember_use")
        self._sync = SyncService(parent=self)
        self._hotkeys = HotkeyService(hotkey_plugs(self._session, _described(self.settings)), self)

    def _build_views(self, icon: QIcon) -> None:
        self._popup = SearchPopup(HitListModel(self), self._theme)
        self._popup.set_round(self._foreground.composited())
        self._window = GuideWindow(self._theme)
        self._tray = Tray(icon, self._theme)
        self._notices = Notices(self._tray)

    def _build_controllers(self) -> None:
        settings = self.settings
        self._searching = SearchController(
            self._popup, self._search, self._reading, self._foreground, self._theme, settings
        )
        self._steps = ReadingController(
            self._window, self._reading, self._hotkeys, self._notices, self._theme, settings
        )
        self._syncing = SyncController(self._sync, self._tray, self._notices)
        self._browsing = TrayController(self._tray, self._reading)
        self._choosing = SettingsController(
            self._paths,
            settings,
            self._theme,
            self._hotkeys,
            self._sync,
            autostart_plug(self._session),
        )

    # -- starting and stopping -----------------------------------------------------------

    def start(self) -> bool:
        """Go live; False if another JITDesk of this person runs already."""
        if not self._instance.claim():
            return False
        self._warm_popup()
        self._hotkeys.start()
        self._bind_search()
        self._hotkeys.set_target(int(self._popup.winId()))
        self._tray.show()
        _log.info("hotkey live by %s", self._hotkeys.plug_name)
        QTimer.singleShot(_IDLE, self._go_idle)
        return True

    def stop(self) -> None:
        """Give everything back; waits at most a second for the records."""
        self._hotkeys.stop()
        self._sync.close()
        self._search.close()
        self._reading.close()
        self._instance.close()
        self._tray.hide()
        self._foreground.close()

    def _warm_popup(self) -> None:
        """Paint the popup once unseen: the first opening is then as fast as the others."""
        self._popup.winId()
        self._popup.grab()

    def _go_idle(self) -> None:
        self._reading.ask_home()
        self._search.warm()
        self._browsing.refresh()
        self._sync.poll_every(self.settings.number("sync_minutes"))
        QTimer.singleShot(_FIRST_SYNC, self._sync.sync_now)
        for problem in self.settings.problems:
            self._notices.tell(str(problem))

    # -- connections ---------------------------------------------------------------------

    def _connect(self) -> None:
        self._hotkeys.pressed.connect(self._pressed)
        self._instance.asked.connect(self._asked)
        self._searching.open_wanted.connect(self._open_hit)
        self._popup.menu_wanted.connect(self._pop_up_menu)
        self._search.warmed.connect(self._note_searchable)
        self._reading.failed.connect(self._notices.tell)
        self._notices.status_wanted.connect(self._searching.show_status)
        self._steps.link_wanted.connect(lambda key, at: self._steps.open(key, at, None))
        self._steps.zoom_wanted.connect(self._choosing.zoom)
        self._steps.closed.connect(self._reading.ask_home)
        self._steps.closed.connect(self._browsing.refresh)
        self._syncing.landed.connect(self._searching.index_changed)
        self._syncing.landed.connect(self._browsing.refresh)
        self._tray.search_wanted.connect(lambda: self._searching.open(Press(SEARCH)))
        self._tray.guide_wanted.connect(lambda key: self._steps.open(key, "", None))
        self._tray.settings_wanted.connect(self._choosing.open)
        self._tray.quit_wanted.connect(self._qt.quit)
        self._choosing.changed.connect(self._settings_changed)
        self._choosing.forget_wanted.connect(self._reading.forget)
        self._theme.changed.connect(self._restyle)

    def _pressed(self, press: Press) -> None:
        if self._choosing.takes(press):
            return
        if press.name == SEARCH:
            self._searching.toggle(press)
        else:
            self._steps.pressed(press)

    def _asked(self, word: str) -> None:
        actions: dict[str, Callable[[], None]] = {
            "toggle": lambda: self._searching.toggle(Press(SEARCH)),
            "open": lambda: self._searching.open(Press(SEARCH)),
            "sync": self._sync.sync_now,
            "quit": self._qt.quit,
        }
        actions[word]()

    def _open_hit(self, hit: Hit, beside: object) -> None:
        self._steps.open(hit.key, hit.section, beside)  # type: ignore[arg-type]  # a Qt signal

    def _pop_up_menu(self) -> None:
        self._popup.hold_open = True
        self._tray.pop_up(self._popup.menu_corner())
        self._popup.hold_open = False

    def _bind_search(self) -> None:
        try:
            chord = parse_chord(self.settings.text("hotkey"))
        except DesktopError as error:
            self._notices.tell(str(error))
            return
        binding = self._hotkeys.bind({SEARCH: chord})[SEARCH]
        self._tray.show_hotkey(str(chord) if binding.bound else "")
        if not binding.bound:
            self._notices.tell(
                self.tr(
                    "{0} Choose another hotkey in the settings, or open the search from the tray."
                ).format(binding.reason)
            )

    def _settings_changed(self, settings: Settings) -> None:
        before, self.settings = self.settings, settings
        self._searching.settings = self._steps.settings = settings
        self._reading.remember = settings.switch("remember_use")
        if before.text("hotkey") != settings.text("hotkey"):
            self._bind_search()
        if any(before.text(name) != settings.text(name) for name in STEP_KEYS):
            self._steps.restyle()
        if before.number("sync_minutes") != settings.number("sync_minutes"):
            self._sync.poll_every(settings.number("sync_minutes"))
        self._theme.apply(settings.text("theme"), settings.number("text_size"))

    def _restyle(self) -> None:
        self._qt.setPalette(self._theme.palette())
        self._steps.restyle()

    def _note_searchable(self) -> None:
        self._searchable = True

    def _state(self) -> str:
        """Return, as JSON, what `jitdesk doctor` asks of the running app."""
        bindings = {
            name: {"chord": str(found.chord), "bound": found.bound, "reason": found.reason}
            for name, found in self._hotkeys.bindings.items()
        }
        return json.dumps(
            {
                "session": self._session.value,
                "plug": self._hotkeys.plug_name,
                "presses": self._hotkeys.presses,
                "bindings": bindings,
                "searchable": self._searchable,
                "tray": self._tray.available(),
                "foreground": self._foreground.name,
            }
        )


def _described(settings: Settings) -> dict[str, tuple[str, Chord]]:
    """Return every chord that may be wanted, with what it does."""
    found = {}
    for name in (SEARCH, *STEP_KEYS):
        with contextlib.suppress(DesktopError):  # told when it is bound
            found[name] = (BY_NAME[name].label, parse_chord(settings.text(name)))
    return found


def run_application() -> int:
    """Run the tray app until the person quits; return the exit code."""
    if find_session() is Session.WAYLAND and os.environ.get("DISPLAY"):
        # Wayland windows can neither be placed nor kept on top; XWayland's can.
        os.environ.setdefault("QT_QPA_PLATFORM", "xcb")
    sys.setswitchinterval(_SWITCH_INTERVAL)
    paths = find_paths()
    QGuiApplication.setDesktopFileName("jitdesk")
    qt = QApplication(["jitdesk"])
    qt.setApplicationName("jitdesk")
    qt.setApplicationDisplayName("")
    qt.setStyle("Fusion")
    qt.setQuitOnLastWindowClosed(False)
    application = Application(qt, paths, load(paths.settings_file, paths.policy_file))
    _quit_on_signals(qt)
    if not application.start():
        return 0
    code = qt.exec()
    application.stop()
    return int(code)


def _quit_on_signals(qt: QApplication) -> None:
    """Quit in order on Ctrl+C and on the end of the session, without waking up for it."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, qt)
    notifier.activated.connect(qt.quit)
    signal.set_wakeup_fd(writer)

    def noted(_number: int, _frame: FrameType | None) -> None:
        """Do nothing: the wake-up descriptor has already told Qt."""

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, noted)
