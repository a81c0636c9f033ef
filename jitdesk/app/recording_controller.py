"""`RecordingController`: from "Record a guide" to a draft in the author's window.

While a recording runs, the hotkey of the search gives the keyboard to the bar: it is the one
way there without the mouse, whose clicks are being noted.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QRect
from PySide6.QtGui import QCursor

from jitdesk.app.language import language_code
from jitdesk.app.screens import current_screens
from jitdesk.authoring.recorded_page import RecordedPage, recorded_page, sentence
from jitdesk.authoring.recording import Steps
from jitdesk.desktop.foreground import ForegroundPlug
from jitdesk.desktop.hotkey import SEARCH, Press
from jitdesk.errors import DesktopError
from jitdesk.guides.inline import plain
from jitdesk.services.hotkey import HotkeyService
from jitdesk.services.recorder import RecorderService
from jitdesk.ui.popup.placement import screen_of
from jitdesk.ui.recording.bar import BarState, RecordingBar
from jitdesk.ui.recording.start_window import RecordWindow
from jitdesk.ui.theme import Theme
from jitdesk.ui.widgets.chord_text import chord_text

_log = logging.getLogger(__name__)

_FROM_EDGE: Final = 24

OpenDraft = Callable[[RecordedPage], bool]


class RecordingController(QObject):
    """One recording at a time; its steps are in memory only, until the draft is saved."""

    def __init__(
        self,
        recorder: RecorderService,
        hotkeys: HotkeyService,
        foreground: ForegroundPlug,
        theme: Theme,
        open_draft: OpenDraft,
        own_chords: Callable[[], Collection[str]],
        popup_id: int,
    ) -> None:
        """Take what it connects.

        `own_chords` tells every chord of JITDesk: none of them is a step. `popup_id` is the
        window that the hotkey opens otherwise.
        """
        super().__init__()
        self._recorder, self._hotkeys, self._foreground = recorder, hotkeys, foreground
        self._theme, self._open_draft, self._popup_id = theme, open_draft, popup_id
        self._own_chords = own_chords
        self._before = 0
        self._state = BarState.RECORDING
        self._window: RecordWindow | None = None
        self.bar = RecordingBar(theme)
        self.bar.set_round(foreground.composited())
        self._connect()

    @property
    def running(self) -> bool:
        """Whether there is a recording, or one that waits to be opened."""
        return self.bar.isVisible()

    def open(self) -> None:
        """Say what is noted and offer to start; show the bar if a recording runs."""
        if self.running:
            self.bar.raise_()
            return
        reason = self._recorder.reason
        self._window = RecordWindow(
            self._theme, QCoreApplication.translate("Recorder", reason) if reason else ""
        )
        self._window.start_wanted.connect(self.start)
        self._window.open_window()

    def start(self) -> None:
        """Show the bar and record from now on."""
        screens = current_screens()
        screen = screen_of(None, QCursor.pos(), screens)
        bound = self._hotkeys.bindings.get(SEARCH)
        try:
            self._recorder.start(screen.scale, self._own_chords())
        except DesktopError as error:
            if self._window is not None:
                self._window.say(str(error))
            return
        if self._window is not None:
            self._window.hide()
        self._keys = chord_text(str(bound.chord)) if bound is not None and bound.bound else ""
        self.bar.show_steps(0, "")
        self._show(BarState.RECORDING)
        size = self.bar.wanted_size().boundedTo(screen.area.size())
        place = QRect(screen.area.topLeft(), size)
        place.moveCenter(screen.area.center())
        place.moveBottom(screen.area.bottom() - _FROM_EDGE)
        self.bar.open_at(place)
        self._foreground.pass_over(int(self.bar.winId()))
        self._hotkeys.set_target(int(self.bar.winId()))

    def takes(self, press: Press) -> bool:
        """Take the hotkey of the search while a recording runs."""
        if press.name != SEARCH or not self.running:
            return False
        if press.in_search:
            self._leave()
            return True
        self._before = press.window.id if press.window is not None else 0
        self._take_keyboard(press.time)
        self.bar.button("stop").setFocus()
        return True

    def stop(self) -> None:
        """Drop everything: JITDesk quits."""
        self._recorder.forget()
        self.bar.hide()

    # -- inside --------------------------------------------------------------------------

    def _show(self, state: BarState) -> None:
        self._state = state
        tr = self.tr
        hint = tr("Do the task now.")
        if self._keys:
            hint += " " + tr("Keys: {0}").format(self._keys)
        self.bar.show_state(state, hint)

    def _changed(self, steps: Steps) -> None:
        last = plain(sentence(steps[-1], language_code())) if steps else ""
        self.bar.show_steps(len(steps), last)

    def _pause(self) -> None:
        if self._state is BarState.RECORDING:
            self._recorder.pause()
            self._show(BarState.PAUSED)
        else:
            self._resume()
        self._leave()

    def _resume(self) -> None:
        try:
            self._recorder.resume()
        except DesktopError as error:
            _log.info("%s", error)
            self.bar.show_steps(0, str(error))
            return
        self._show(BarState.RECORDING)

    def _undo(self) -> None:
        self._recorder.undo()

    def _noting(self, begins: bool) -> None:
        """Give the keyboard to the field, and back."""
        if not begins:
            self._leave()
        elif not self.bar.isActiveWindow():
            front = self._foreground.current()
            self._before = front.id if front is not None else 0
            self._take_keyboard()

    def _take_keyboard(self, time: int = 0) -> None:
        self._recorder.mute_keys(True)
        self.bar.take_keyboard(True)
        self._foreground.activate(int(self.bar.winId()), time)

    def _leave(self) -> None:
        """Give the keyboard back to the program that had it."""
        self._recorder.mute_keys(False)
        self.bar.take_keyboard(False)
        if self._before:
            self._foreground.activate(self._before)
            self._before = 0

    def _finish(self) -> None:
        """Stop and open the draft; the steps wait in the bar if it cannot be opened now."""
        steps = self._recorder.finish()
        self.bar.take_keyboard(False)
        self._before = 0
        if steps:
            self._show(BarState.STOPPED)
            now = datetime.now()  # noqa: DTZ005  (the author's day)
            page = recorded_page(steps, f"recorded-{now:%Y%m%d-%H%M}", now.date(), language_code())
            if not self._open_draft(page):
                return
        self._end()

    def _end(self) -> None:
        self._recorder.forget()
        self.bar.hide()
        self._hotkeys.set_target(self._popup_id)

    def _connect(self) -> None:
        bar = self.bar
        self._keys = ""
        self._recorder.changed.connect(self._changed)
        bar.pause_wanted.connect(self._pause)
        bar.undo_wanted.connect(self._undo)
        bar.stop_wanted.connect(self._finish)
        bar.discard_wanted.connect(self._end)
        bar.noting.connect(self._noting)
        bar.noted.connect(self._recorder.note)
        bar.left.connect(self._leave)
        self._theme.changed.connect(bar.restyle)
