"""`ReadingController`: guide window <-> reading service; the journey through the steps.

The window takes no focus, so the steps are moved by global keys that exist only while it
is open. What is ticked is shown once it is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QCursor, QDesktopServices

from jitdesk.app.players.choose import gate_for, player_for
from jitdesk.app.players.gate import StaleGate
from jitdesk.app.players.player import Player, Tools
from jitdesk.app.screens import current_screens
from jitdesk.app.step_keys import LOOP_KEYS, STEP_KEYS, key_line, outcome_chords
from jitdesk.desktop.chord import Chord, parse_chord
from jitdesk.desktop.foreground import ForegroundPlug, ForegroundWindow
from jitdesk.desktop.hotkey import Binding, Press
from jitdesk.errors import DesktopError
from jitdesk.guides.guide import GuideType
from jitdesk.guides.landing import Moment
from jitdesk.learning.event import Support
from jitdesk.learning.helped import USED_SECONDS
from jitdesk.learning.run import Run
from jitdesk.models.colophon import colophon
from jitdesk.models.reading import Opened, Origin
from jitdesk.models.trust import trust_line
from jitdesk.services.hotkey import HotkeyService
from jitdesk.services.reading import ReadingService
from jitdesk.settings import Settings
from jitdesk.ui.notices import Notices
from jitdesk.ui.popup.hit_delegate import TYPE_ICONS
from jitdesk.ui.popup.placement import beside_rect, screen_of
from jitdesk.ui.reader.block_widgets import BlockMaker
from jitdesk.ui.reader.outcome_row import FAILED, FIXED, WORKED
from jitdesk.ui.reader.pictures import Pictures
from jitdesk.ui.reader.window import GuideWindow
from jitdesk.ui.theme import Theme

_SAFE_SCHEMES: Final = ("https:", "mailto:")

_NO_ORIGIN: Final = Origin()


class ReadingController(QObject):
    """One guide window at a time; opening another guide replaces its content."""

    link_wanted = Signal(str, str)
    """A guide's key and an anchor in it."""
    zoom_wanted = Signal(int)
    closed = Signal()
    shown = Signal(object, object)
    """An `Opened` whose first step is on the screen, and the `Origin` it was opened from."""
    moved = Signal(object)
    """The `Player` whose place changed."""
    ended = Signal(str, str, bool)
    """How it went, what was written, whether to send it; the guide closes after it."""
    said = Signal(str, str)
    """What a line is for, and the line that the person wants to send."""
    insert_wanted = Signal(str, object)
    """A text for the program that the guide was opened beside, and its window or None."""
    line_wanted = Signal(str)
    """The person pressed a key of `LOOP_KEYS`, or chose that in the menu."""

    def __init__(
        self,
        window: GuideWindow,
        reading: ReadingService,
        hotkeys: HotkeyService,
        notices: Notices,
        theme: Theme,
        settings: Settings,
        foreground: ForegroundPlug,
    ) -> None:
        """Take what it connects."""
        super().__init__()
        self._window, self._reading, self._hotkeys = window, reading, hotkeys
        self._foreground = foreground
        self._notices, self._theme, self.settings = notices, theme, settings
        self._opened: Opened | None = None
        self._player: Player | None = None
        self._beside: ForegroundWindow | None = None
        self._origin = _NO_ORIGIN
        self._used = False
        self._confirmed: set[str] = set()
        self._asks, self._gives_back = True, False
        self._since = QElapsedTimer()
        self._connect()

    # -- what others ask -----------------------------------------------------------------

    def open(
        self,
        key: str,
        section: str,
        beside: ForegroundWindow | None,
        origin: Origin = _NO_ORIGIN,
    ) -> None:
        """Open a guide beside a window (or where the guide window already is)."""
        self._note_use()
        self._beside, self._origin = beside, origin
        self._reading.open(key, section, origin.words, linked=origin.source == "link")

    def reload(self) -> None:
        """Show the open guide as it is installed now, at the step where the person is."""
        if self._opened is not None:
            self._reading.open(self._opened.guide.key, "")

    def begin(self, key: str, values: Mapping[str, str]) -> None:
        """Open a guide anew with values in it."""
        self._note_use()
        self._beside, self._origin = None, Origin(source="look-back")
        self._reading.begin(key, values)

    def close(self) -> None:
        """Close the window; a checklist keeps its place, a finished one is closed as done."""
        if not self._window.isVisible():
            return
        player = self._player
        if player is not None:
            player.leave()
            if player.finished:
                self._reading.finish(player.run)
        self._note_use()
        had_focus = self._window.isActiveWindow()
        self._window.hide()
        self._window.outcome.show_buttons()
        gives = self._gives_back or (player is not None and player.takes_focus)
        if had_focus and gives and self._beside is not None:
            self._foreground.activate(self._beside.id)
        self._hotkeys.unbind(STEP_KEYS)
        self._opened = self._player = None
        self.closed.emit()

    def pressed(self, press: Press) -> None:
        """Act on a global step key."""
        if self._window.isVisible():
            actions: dict[str, Callable[[], None]] = {
                "step_next": self.next,
                "step_back": self.back,
                "step_tick": self.tick,
                "guide_close": self.close,
                "outcome_worked": lambda: self._press_outcome(WORKED),
                "outcome_fixed": lambda: self._press_outcome(FIXED),
                "outcome_failed": lambda: self._press_outcome(FAILED),
            }
            actions[press.name]()

    @property
    def support(self) -> Support:
        """How much of the open guide is shown."""
        return self._player.support if self._player is not None else Support.FULL

    def show_outcome(self, wanted: bool) -> None:
        """Ask how it went at closing, or not: the history is switched off."""
        self._window.outcome.setVisible(wanted)
        self._asks = wanted

    def _press_outcome(self, result: str) -> None:
        if self._asks:
            self._window.outcome.press(result)
        else:
            self.close()

    def _take_keyboard(self) -> None:
        self._gives_back = True
        self._foreground.activate(int(self._window.winId()))
        self._window.activateWindow()

    def _answered(self, result: str, words: str, send: bool) -> None:
        self._gives_back = True
        self.ended.emit(result, words, send)
        self.close()

    @property
    def program(self) -> str:
        """Name of the program that the guide was opened beside, "" = not known."""
        return self._beside.app if self._beside is not None else ""

    @property
    def player(self) -> Player | None:
        """The player of the open guide."""
        return self._player

    def restyle(self) -> None:
        """Draw the open guide anew: theme or text size changed, or the keys."""
        self._window.restyle()
        if self._opened is not None and self._window.isVisible():
            if self._player is not None:
                self._player.leave()
                self._opened = replace(self._opened, run=self._player.run)
            self._fill(self._opened)
            self._bind()

    def rebind(self) -> None:
        """Take the step keys of the settings, if a guide is open."""
        if self._window.isVisible():
            self._bind()

    # -- moving --------------------------------------------------------------------------

    def next(self) -> None:
        """Move on."""
        if self._player is not None:
            self._player.next()

    def back(self) -> None:
        """Move back."""
        if self._player is not None:
            self._player.back()

    def tick(self) -> None:
        """Do what is marked."""
        if self._player is not None:
            self._player.act()

    def _takes_key(self, key: Qt.Key, text: str, control: bool) -> bool:
        if control and key == Qt.Key.Key_I and self._player is not None:
            if text := self._player.snippet():
                self.insert_wanted.emit(text, self._beside)
            return True
        if self._player is None or self._player.key(key, text, control=control):
            return self._player is not None
        if not control and text in LOOP_KEYS:
            self.line_wanted.emit(LOOP_KEYS[text])
            return True
        return False

    # -- what the service says -----------------------------------------------------------

    def _note_used(self) -> None:
        self._used = True
        if self._player is not None:
            self.moved.emit(self._player)

    def _note_use(self) -> None:
        """Remember that the open guide helped, if it was more than looked at."""
        if self._opened is None:
            return
        if self._used or self._since.elapsed() > USED_SECONDS * 1000:
            origin = self._origin
            self._reading.note_helped(origin.words, origin.app, self._opened.guide.key)
        self._origin, self._used = _NO_ORIGIN, False

    def _show(self, opened: Opened) -> None:
        if self._player is not None:
            self._player.leave()
        self._used = self._gives_back = False
        self._since.start()
        self._opened = opened
        self._fill(opened)
        player = self._player
        if player is None:
            return
        self._bind()  # first: who sees the window may press its keys
        self._place()
        self._mark()
        if player.takes_focus:
            self._foreground.activate(int(self._window.winId()))
            self._window.focus_page(player.current())
        elif opened.moment in {Moment.SOLVE, Moment.CHANGE} and not opened.exactly:
            self._window.scroll_to_top()  # what brought them here stands there
        elif opened.section and (opened.exactly or not opened.run.position):
            self._scroll_to(opened.section)
        made_for, version = self._origin.version, opened.guide.version
        if made_for and made_for != version:
            text = self.tr("The link was made for version {0}; this is {1}. Steps may differ.")
            self._window.say(text.format(made_for, version or self.tr("another one")))
        elif opened.faded:
            self._window.say(self.tr("You have done this before, so less is shown. 1 shows all."))
        self.shown.emit(opened, self._origin)

    def _fill(self, opened: Opened) -> None:
        guide = opened.guide
        minutes = self.tr("{0} min").format(guide.minutes)
        facts = " · ".join(
            filter(None, (guide.pack, minutes, trust_line(guide, opened.times, went=opened.went)))
        )
        icon = TYPE_ICONS.get(str(guide.type), "book-open")
        self._window.show_header(icon, guide.title, facts)
        self._window.about.show_text(colophon(guide, opened.titles))
        pictures = Pictures(opened.pictures, self._window.devicePixelRatioF())
        maker = BlockMaker(self._theme, pictures, self._window.content_width())
        tools = Tools(maker, self._theme, self._reading)
        gate = None if guide.key in self._confirmed else gate_for(opened, tools, date.today())  # noqa: DTZ011
        if gate is not None:
            gate.confirmed.connect(self._confirm)
        player = gate or player_for(opened, tools)
        player.marked.connect(self._mark)
        player.used.connect(self._note_used)
        player.told.connect(self._window.say)
        player.replaced.connect(self._show_view)
        player.restart_wanted.connect(self._restart)
        self._player = player
        self._show_view()

    def _confirm(self) -> None:
        """Open a page that is too old for its stakes: the person wants it all the same."""
        if self._opened is not None:
            self._confirmed.add(self._opened.guide.key)
            self._fill(self._opened)
            self._bind()

    def _show_view(self) -> None:
        player = self._player
        if player is None:
            return
        player.view.link_clicked.connect(self._link)
        self._window.show_page(player.view, player.side)
        self._mark()

    def _restart(self) -> None:
        if self._opened is not None and self._player is not None:
            self._player.leave()
            self._reading.restart(self._player.run, self._opened.guide.key)

    def _run_changed(self, run: Run) -> None:
        player = self._player
        if player is not None and run.id == player.run.id:
            player.take(run)

    def _not_stored(self, _why: str) -> None:
        """Draw the run as it is stored: a player that waits for an answer gets none."""
        if self._player is not None:
            self._player.not_stored()

    def _place(self) -> None:
        if self._window.isVisible():
            self._window.resize(self._window.wanted_size())
            return
        box = self._beside.geometry if self._beside is not None else None
        screen = screen_of(box, QCursor.pos(), current_screens())
        work = screen.to_logical(box) if box is not None else None
        self._window.open_at(beside_rect(self._window.wanted_size(), work, screen))

    def _mark(self) -> None:
        player = self._player
        if player is None:
            return
        row = player.current()
        self._window.mark(*player.place())
        if self._used:  # opening alone is no use
            self.moved.emit(player)
        if row is not None:
            self._window.reveal(row)

    def _scroll_to(self, anchor: str) -> None:
        found = self._player.show_anchor(anchor) if self._player is not None else None
        if found is not None:
            self._window.scroll_to(found)

    # -- keys and links ------------------------------------------------------------------

    def _bind(self) -> None:
        wanted: dict[str, Chord] = {}
        for name in STEP_KEYS:
            try:
                wanted[name] = parse_chord(self.settings.text(name))
            except DesktopError as error:
                self._notices.tell(str(error))
        self._say_keys(self._hotkeys.bind(wanted))

    def _say_keys(self, bindings: Mapping[str, Binding]) -> None:
        steps = self._opened is not None and self._opened.guide.type is GuideType.GUIDE
        steps = steps and not isinstance(self._player, StaleGate)  # its tick opens the page
        hint = self._player.hint if self._player is not None else ""
        self._window.show_keys(key_line(bindings, ticks=not steps, asks=self._asks), hint)
        self._window.outcome.show_keys(outcome_chords(bindings))

    def _link(self, address: str) -> None:
        if address.startswith("guide:"):
            key, _, anchor = address.removeprefix("guide:").partition("#")
            self.link_wanted.emit(key, anchor)
        elif address.startswith("#"):
            self._scroll_to(address[1:])
        elif address.startswith(_SAFE_SCHEMES):
            QDesktopServices.openUrl(QUrl(address))

    def _connect(self) -> None:
        window = self._window
        window.next_wanted.connect(self.next)
        window.back_wanted.connect(self.back)
        window.tick_wanted.connect(self.tick)
        window.close_wanted.connect(self.close)
        window.takes_key = self._takes_key
        window.about.link_clicked.connect(self._link)
        window.outcome.chosen.connect(self._answered)
        window.outcome.asking.connect(self._take_keyboard)
        window.outcome.said.connect(self.said)
        window.line_wanted.connect(self.line_wanted)
        window.zoomed.connect(self.zoom_wanted)
        self._reading.opened.connect(self._show)
        self._reading.run_changed.connect(self._run_changed)
        self._reading.failed.connect(self._not_stored)
