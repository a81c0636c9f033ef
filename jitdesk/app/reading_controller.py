"""`ReadingController`: guide window <-> reading service; the journey through the steps.

The window takes no focus, so the steps are moved by global keys that exist only while it
is open. What is ticked is shown once it is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QUrl, Signal
from PySide6.QtGui import QCursor, QDesktopServices

from jitdesk.app.search_controller import current_screens
from jitdesk.app.step_keys import STEP_KEYS
from jitdesk.desktop.chord import Chord, parse_chord
from jitdesk.desktop.foreground import ForegroundWindow
from jitdesk.desktop.hotkey import Binding, Press
from jitdesk.errors import DesktopError
from jitdesk.guides.guide import GuideType
from jitdesk.learning.helped import USED_SECONDS
from jitdesk.learning.run import Run, next_open, place
from jitdesk.models.reading import Opened, Origin
from jitdesk.services.hotkey import HotkeyService
from jitdesk.services.reading import ReadingService
from jitdesk.settings import Settings
from jitdesk.ui.notices import Notices
from jitdesk.ui.popup.hit_delegate import TYPE_ICONS
from jitdesk.ui.popup.placement import beside_rect, screen_of
from jitdesk.ui.reader.block_widgets import BlockMaker
from jitdesk.ui.reader.page_view import PageView
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

    def __init__(
        self,
        window: GuideWindow,
        reading: ReadingService,
        hotkeys: HotkeyService,
        notices: Notices,
        theme: Theme,
        settings: Settings,
    ) -> None:
        """Take what it connects."""
        super().__init__()
        self._window, self._reading, self._hotkeys = window, reading, hotkeys
        self._notices, self._theme, self.settings = notices, theme, settings
        self._opened: Opened | None = None
        self._view: PageView | None = None
        self._run = Run(0, "")
        self._current = 0
        self._beside: ForegroundWindow | None = None
        self._origin = _NO_ORIGIN
        self._used = False
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
        self._reading.open(key, section)

    def close(self) -> None:
        """Close the window; a checklist keeps its place, a finished one is closed as done."""
        if not self._window.isVisible():
            return
        items = self._view.items if self._view is not None else []
        if items and self._run.ticked.issuperset(items):
            self._reading.finish(self._run)
        self._note_use()
        self._window.hide()
        self._hotkeys.unbind(STEP_KEYS)
        self._opened = None
        self.closed.emit()

    def pressed(self, press: Press) -> None:
        """Act on a global step key."""
        if self._window.isVisible():
            {
                "step_next": self.next,
                "step_back": self.back,
                "step_tick": self.tick,
                "guide_close": self.close,
            }[press.name]()

    def restyle(self) -> None:
        """Draw the open guide anew: theme or text size changed, or the keys."""
        self._window.restyle()
        if self._opened is not None and self._window.isVisible():
            self._fill(self._opened)
            self._bind()
            self._mark()

    def rebind(self) -> None:
        """Take the step keys of the settings, if a guide is open."""
        if self._window.isVisible():
            self._bind()

    # -- moving --------------------------------------------------------------------------

    def next(self) -> None:
        """Move one row on."""
        self._go(self._current + 1)

    def back(self) -> None:
        """Move one row back."""
        self._go(self._current - 1)

    def tick(self) -> None:
        """Tick or clear the current item and move on; on a step, just move on."""
        view = self._view
        if view is None or not view.stops:
            return
        item = view.stops[self._current]
        if item in view.items:
            self._toggle(item, ticked=item not in self._run.ticked)
        else:
            self.next()

    def _go(self, row: int) -> None:
        if self._view is None or not self._view.stops:
            return
        self._used = True
        self._current = max(0, min(row, len(self._view.stops) - 1))
        self._mark()
        self._reading.move(self._run, self._view.stops[self._current])

    def _toggle(self, item: str, *, ticked: bool) -> None:
        self._used = True
        view = self._view
        if view is None:
            return
        after = self._run.ticked | {item} if ticked else self._run.ticked - {item}
        row = view.stops.index(item)
        if ticked:
            row = next_open(view.stops, after | (set(view.stops) - set(view.items)), row)
        self._reading.tick(self._run, item, ticked=ticked, position=view.stops[row])

    # -- what the service says -----------------------------------------------------------

    def _note_use(self) -> None:
        """Remember that the open guide helped, if it was more than looked at."""
        if self._opened is None:
            return
        if self._used or self._since.elapsed() > USED_SECONDS * 1000:
            origin = self._origin
            self._reading.note_helped(origin.words, origin.app, self._opened.guide.key)
        self._origin, self._used = _NO_ORIGIN, False

    def _show(self, opened: Opened) -> None:
        self._used = False
        self._since.start()
        self._opened, self._run = opened, opened.run
        self._fill(opened)
        view = self._view
        if view is None:
            return
        fresh = not opened.run.position
        if opened.section and fresh:
            self._current = view.row_of(opened.section)
        else:
            self._current = place(view.stops, opened.run.position)
        self._place()
        self._bind()
        self._mark()
        if fresh and opened.section:
            self._scroll_to(opened.section)

    def _fill(self, opened: Opened) -> None:
        guide = opened.guide
        facts = " · ".join(
            part
            for part in (guide.pack, self.tr("{0} min").format(guide.minutes), self._trust(opened))
            if part
        )
        icon = TYPE_ICONS.get(str(guide.type), "book-open")
        self._window.show_header(icon, guide.title, facts)
        pictures = Pictures(opened.pictures, self._window.devicePixelRatioF())
        maker = BlockMaker(self._theme, pictures, self._window.content_width())
        self._view = PageView(opened.page, maker, self._theme)
        self._view.link_clicked.connect(self._link)
        self._view.item_toggled.connect(lambda item, on: self._toggle(item, ticked=on))
        self._window.show_page(self._view)
        self._view.show_ticked(self._run.ticked)

    def _run_changed(self, run: Run) -> None:
        view = self._view
        if run.id != self._run.id or view is None:
            return
        self._run = run
        view.show_ticked(run.ticked)
        self._current = place(view.stops, run.position)
        self._mark()

    def _place(self) -> None:
        if self._window.isVisible():
            return
        box = self._beside.geometry if self._beside is not None else None
        screen = screen_of(box, QCursor.pos(), current_screens())
        work = screen.to_logical(box) if box is not None else None
        self._window.open_at(beside_rect(self._window.wanted_size(), work, screen))

    def _mark(self) -> None:
        view = self._view
        if view is None:
            return
        row = view.show_row(self._current)
        self._window.mark(*self._progress(view))
        if row is not None:
            self._window.reveal(row)

    def _progress(self, view: PageView) -> tuple[str, int, int]:
        total = len(view.items)
        if total:
            done = sum(item in self._run.ticked for item in view.items)
            form = self.tr("All {1} done") if done == total else self.tr("{0} of {1} done")
            return form.format(done, total), done, total
        total = len(view.stops)
        if not total:
            return "", 0, 1
        text = self.tr("Step {0} of {1}").format(self._current + 1, total)
        return text, self._current + 1, total

    def _scroll_to(self, anchor: str) -> None:
        found = self._view.show_anchor(anchor) if self._view is not None else None
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
        names = {
            "step_next": self.tr("next"),
            "step_back": self.tr("back"),
            "step_tick": self.tr("tick"),
            "guide_close": self.tr("close"),
        }
        if self._opened is not None and self._opened.guide.type is not GuideType.CHECKLIST:
            names.pop("step_tick")
        live = [
            f"{bindings[name].chord} {word}"
            for name, word in names.items()
            if name in bindings and bindings[name].bound
        ]
        self._window.show_keys("   ".join(live))

    def _link(self, address: str) -> None:
        if address.startswith("guide:"):
            key, _, anchor = address.removeprefix("guide:").partition("#")
            self.link_wanted.emit(key, anchor)
        elif address.startswith("#") and self._view is not None:
            self._scroll_to(address[1:])
        elif address.startswith(_SAFE_SCHEMES):
            QDesktopServices.openUrl(QUrl(address))

    def _connect(self) -> None:
        window = self._window
        window.next_wanted.connect(self.next)
        window.back_wanted.connect(self.back)
        window.tick_wanted.connect(self.tick)
        window.close_wanted.connect(self.close)
        window.row_clicked.connect(self._go)
        window.zoomed.connect(self.zoom_wanted)
        self._reading.opened.connect(self._show)
        self._reading.run_changed.connect(self._run_changed)

    def _trust(self, opened: Opened) -> str:
        reviewed = opened.guide.reviewed_on
        if reviewed is None:
            return self.tr("not reviewed")
        day = reviewed.isoformat()
        due = opened.guide.review_due
        if due is not None and due < date.today():  # noqa: DTZ011  (the person's day)
            return self.tr("review overdue, last reviewed {0}").format(day)
        return self.tr("reviewed {0}").format(day)
