"""The composition root: builds, connects, starts and stops.

Two stages. The first builds what the hotkey needs and nothing else: Qt, popup, search. The
hotkey is live at its end. The second (`surroundings`) builds tray, guide window, settings
and sync in the first idle moment. Nothing waits for a disk, a share or an index before the
hotkey works; modules that only the second stage needs are imported with it.
"""

from __future__ import annotations

import contextlib
import gc
import json
import logging
import os
import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jitdesk.app.collector import Collector, calm_collector
from jitdesk.app.language import Language
from jitdesk.app.search_controller import SearchController
from jitdesk.app.step_keys import STEP_KEYS
from jitdesk.declared import BY_NAME
from jitdesk.desktop.chord import Chord, parse_chord
from jitdesk.desktop.hotkey import SEARCH, Binding, Press
from jitdesk.desktop.session import Session, find_session, foreground_plug, hotkey_plugs
from jitdesk.errors import DesktopError
from jitdesk.guides.deep_link import DeepLink
from jitdesk.models.hit_list import HitListModel
from jitdesk.paths import Paths, find_paths, shipped
from jitdesk.search.program import program, program_names
from jitdesk.services.hotkey import HotkeyService
from jitdesk.services.instance import InstanceService
from jitdesk.services.meaning import MeaningService
from jitdesk.services.reading import ReadingService
from jitdesk.services.search import SearchService
from jitdesk.settings import Settings, load
from jitdesk.ui.popup.popup import SearchPopup
from jitdesk.ui.theme import Theme

if TYPE_CHECKING:
    from jitdesk.app.surroundings import Surroundings
    from jitdesk.learning.records import Records
    from jitdesk.library.shelf import Shelf

_log = logging.getLogger(__name__)

_SWITCH_INTERVAL: Final = 0.001
"""Seconds a thread may hold the interpreter: the hotkey thread must thaw the keyboard
promptly while the GUI thread paints (Python's default is 5 ms)."""


class Application(QObject):
    """What the hotkey needs, and the door to the rest."""

    def __init__(self, qt: QApplication, paths: Paths, settings: Settings) -> None:
        """Build the first stage; nothing runs before `start`."""
        super().__init__()
        self.qt, self.paths, self.settings = qt, paths, settings
        self.session = find_session()
        self._searchable = False
        self._rest: Surroundings | None = None
        self._waiting: DeepLink | None = None
        self._collector = Collector(self)
        self.theme = Theme(shipped("resources") / "icons")
        self.theme.apply(settings.text("theme"), settings.number("text_size"))
        qt.setPalette(self.theme.palette())
        self.foreground = foreground_plug(self.session)
        self._instance = InstanceService(paths.socket_name, self._state, self)
        self.hotkeys = HotkeyService(hotkey_plugs(self.session, _described(settings)), self)
        self.search = SearchService(self.open_shelf, self)
        self.reading = ReadingService(self.open_shelf, self.open_records, self)
        self.reading.remember = settings.switch("remember_use")
        self.popup = SearchPopup(HitListModel(self), self.theme)
        self.popup.set_round(self.foreground.composited())
        self.meaning = MeaningService(parent=self)
        self.searching = SearchController(
            self.popup,
            self.search,
            self.reading,
            self.meaning,
            self.foreground,
            self.theme,
            settings,
        )
        self.hotkeys.pressed.connect(self._pressed)
        self.hotkeys.target_left.connect(self.searching.focus_left)
        self._instance.asked.connect(self._asked)
        self._instance.linked.connect(self.follow)
        self._instance.offered.connect(self.reading.ask_offer)
        self.search.warmed.connect(self._note_searchable)

    def start(self) -> bool:
        """Go live; False if another JITDesk of this person runs already."""
        if not self._instance.claim():
            return False
        # Painted once unseen: the first opening is then as fast as the others.
        self.popup.grab()
        self.hotkeys.start()
        self.bind_search()
        self.hotkeys.set_target(int(self.popup.winId()))
        _log.info("hotkey live by %s", self.hotkeys.plug_name)
        QTimer.singleShot(0, self._go_on)
        return True

    def stop(self) -> None:
        """Give everything back; waits at most a second for the records."""
        self.hotkeys.stop()
        if self._rest is not None:
            self._rest.stop()
        self.search.close()
        self.meaning.close()
        self.reading.close()
        self._instance.close()
        self.foreground.close()

    def bind_search(self) -> Binding | None:
        """Make the search chord of the settings live; None if it is not a chord."""
        try:
            chord = parse_chord(self.settings.text(SEARCH))
        except DesktopError as error:
            _log.info("%s", error)
            return None
        return self.hotkeys.bind({SEARCH: chord})[SEARCH]

    def follow(self, link: DeepLink) -> None:
        """Open what a link asks for, as soon as there is a window for it."""
        if link.query:
            self.searching.ask_for(link.query, Press(SEARCH))
        elif self._rest is not None:
            self._rest.flow.follow(link)
        else:
            self._waiting = link

    # -- inside --------------------------------------------------------------------------

    def _go_on(self) -> None:
        """Build the second stage."""
        from jitdesk.app.surroundings import Surroundings  # noqa: PLC0415  (see the module)

        self._rest = Surroundings(self)
        self._rest.start()
        if self._waiting is not None:
            self._rest.flow.follow(self._waiting)
        self.search.warm()
        calm_collector()
        gc.enable()
        self.searching.shown.connect(self._collector.work)
        self.searching.hidden.connect(self._collector.rest)

    def open_shelf(self) -> Shelf:
        """Return a shelf of its own for the thread that calls."""
        from jitdesk.library.shelf import Shelf  # noqa: PLC0415  (in the using thread)

        return Shelf(self.paths)

    def open_records(self) -> Records:
        """Return a connection to the person's records for the thread that calls."""
        from jitdesk.learning.records_file import open_records  # noqa: PLC0415  (as above)

        return open_records(self.paths.records_file)

    def _pressed(self, press: Press) -> None:
        if self._rest is not None and self._rest.takes(press):
            return
        if press.name == SEARCH and not self._is_silent(press):
            self.searching.toggle(press)

    def _is_silent(self, press: Press) -> bool:
        """Tell whether the person wants no search over the program in front."""
        window = press.window
        listed = {program(name) for name in self.settings.text("silent_in").split(",")} - {""}
        return window is not None and not listed.isdisjoint(program_names(window.app))

    def _asked(self, word: str) -> None:
        if word == "toggle":
            self.searching.toggle(Press(SEARCH))
        elif word == "open":
            self.searching.open(Press(SEARCH))
        elif word == "quit":
            self.qt.quit()
        elif self._rest is not None:
            self._rest.sync.sync_now()

    def _note_searchable(self) -> None:
        self._searchable = True

    def _state(self) -> str:
        """Return, as JSON, what `jitdesk doctor` asks of the running app."""
        bindings = {
            name: {"chord": str(found.chord), "bound": found.bound, "reason": found.reason}
            for name, found in self.hotkeys.bindings.items()
        }
        return json.dumps(
            {
                "session": self.session.value,
                "plug": self.hotkeys.plug_name,
                "presses": self.hotkeys.presses,
                "bindings": bindings,
                "searchable": self._searchable,
                "tray": self._rest is not None and self._rest.tray.available(),
                "foreground": self.foreground.name,
            }
        )


def _described(settings: Settings) -> dict[str, tuple[str, Chord]]:
    """Return every chord that may be wanted, with what it does."""
    found = {}
    for name in (SEARCH, *STEP_KEYS):
        with contextlib.suppress(DesktopError):  # told when it is bound
            found[name] = (BY_NAME[name].label, parse_chord(settings.text(name)))
    return found


def run_application(link: DeepLink | None = None) -> int:
    """Run the tray app until the person quits, following `link` first; return the exit code."""
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
    settings = load(paths.settings_file, paths.policy_file)
    language = Language(shipped("resources") / "translations")
    language.apply(settings.text("language"))
    application = Application(qt, paths, settings)
    _quit_on_signals(qt)
    if not application.start():
        return 0
    if link is not None:
        application.follow(link)
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
