"""`SearchController`: popup <-> search service; the journey from the hotkey to a guide.

On the show path there is only: place, show, ask for the focus. What an empty field lists
is computed after the last hide.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QCursor

from jitdesk.app.empty_field import EmptyField
from jitdesk.app.enter_gate import EnterGate
from jitdesk.app.language import language_code
from jitdesk.app.late_rows import GLANCE_MS, merged_rows
from jitdesk.app.screens import current_screens
from jitdesk.desktop.foreground import ForegroundPlug, ForegroundWindow
from jitdesk.desktop.hotkey import Press
from jitdesk.learning.helped import lifts
from jitdesk.models.reading import Home, Origin, Preview
from jitdesk.search.asking import telling_words
from jitdesk.search.hit import Hit, Query
from jitdesk.services.meaning import MeaningService
from jitdesk.services.reading import ReadingService
from jitdesk.services.search import SearchService, SearchUpdate
from jitdesk.settings import Settings
from jitdesk.ui.popup.placement import popup_rect, screen_of
from jitdesk.ui.popup.popup import SearchPopup
from jitdesk.ui.theme import Theme

_log = logging.getLogger(__name__)

_ENTER_PATIENCE: Final = 5000  # ms that an Enter waits for the answer to its text (cold index)
_SHORTEST_MEANING: Final = 6  # letters; less is no phrase that a model could understand
_FOCUS_CHECK: Final = 150  # ms after which a popup without focus asks again (pain 3)
_MEANING_DELAY: Final = 80  # ms of rest after a key before a weak answer is asked for meaning
_PREVIEW_DELAY: Final = 60  # ms of rest on a row before its preview is made


class SearchController(QObject):
    """Owns which answer belongs to which text."""

    open_wanted = Signal(object, object, object)
    """A `Hit` to open, the `ForegroundWindow` to place its guide beside (or None), and the
    `Origin` of the wish."""

    shown = Signal()
    answered = Signal(str, int, float, bool)
    """A text whose rows are on the screen, how many they are, the milliseconds it took, and
    whether it seems that none fits."""
    emptied = Signal()
    nothing_to_open = Signal()
    """Enter without a row."""
    previewed = Signal()
    hidden = Signal()
    repair_wanted = Signal()
    """There is no index that can be read: a sync builds it anew from the guides."""

    def __init__(
        self,
        popup: SearchPopup,
        search: SearchService,
        reading: ReadingService,
        meaning: MeaningService,
        foreground: ForegroundPlug,
        theme: Theme,
        settings: Settings,
    ) -> None:
        """Take what it connects."""
        super().__init__()
        self._popup, self._search, self._reading = popup, search, reading
        self._meaning = meaning
        self._foreground, self._theme, self.settings = foreground, theme, settings
        self._gate = EnterGate()
        self._number = 0
        self._keep_row = False
        self._empty = EmptyField(popup, reading)
        self._window: ForegroundWindow | None = None
        self._used = False
        self._patience = QTimer(self, singleShot=True, interval=_ENTER_PATIENCE)
        self._previewed_for: tuple[str, str] | None = ("", "")
        self._preview_rest = QTimer(self, singleShot=True, interval=_PREVIEW_DELAY)
        self._asked: Query | None = None
        self._key_time = QElapsedTimer()
        self._key_time.start()
        self._meaning_rest = QTimer(self, singleShot=True, interval=_MEANING_DELAY)
        self._focus_check = QTimer(self, singleShot=True, interval=_FOCUS_CHECK)
        self._left_check = QTimer(self, singleShot=True, interval=_FOCUS_CHECK)
        self._connect()

    @property
    def number(self) -> int:
        """The number of the question whose answer is wanted."""
        return self._number

    @property
    def app(self) -> str:
        """Name of the program that the popup was opened over, "" = not known or not wanted."""
        use_name = self.settings.switch("use_program_name")
        return self._window.app if self._window is not None and use_name else ""

    @property
    def resting(self) -> bool:
        """Whether a question of meaning is asked in a moment."""
        return self._meaning_rest.isActive()

    # -- opening and closing -------------------------------------------------------------

    def toggle(self, press: Press) -> None:
        """Open the popup, or close it when it is open already."""
        inside = press.in_search or self._popup.isActiveWindow()
        if self._popup.isVisible() and inside:
            self.close()
        else:
            self.open(press)

    def open(self, press: Press) -> None:
        """Show the popup on the screen of the work window and give it the focus."""
        self._get_ready()  # done already, unless it was closed in this very moment
        self._window = press.window or self._foreground.current()
        box = self._window.geometry if self._window is not None else None
        if self.settings.text("popup_screen") == "pointer":
            box = None
        screen = screen_of(box, QCursor.pos(), current_screens())
        self._empty.begin(self.app)
        self._popup.open_at(popup_rect(self._popup.wanted_size(), screen))
        self._take_focus(press.time)
        self._focus_check.start()
        self._preview_rest.start()
        self._ask_here()
        self.shown.emit()

    def ask_for(self, text: str, press: Press) -> None:
        """Open the popup with `text` in the field, as if it had been typed."""
        self.open(press)
        self._popup.edit.setText(text)

    def close(self) -> None:
        """Hide and give the focus back to the window it came from."""
        window = self._window
        self._hide()
        if window is not None:
            self._foreground.activate(window.id)

    def focus_left(self) -> None:
        """Hide when the focus came and went so quickly that Qt has never told the popup."""
        self._focus_check.stop()  # it had the focus: nobody asks for it again
        if self._popup.isActiveWindow():  # under load Qt may see both changes late, or as none
            self._left_check.start()
        elif not self._popup.hold_open:
            self._hide()

    def _check_left(self) -> None:
        front = self._foreground.current()
        elsewhere = front is not None and front.id != int(self._popup.winId())
        if elsewhere and not self._popup.hold_open:
            self._hide()

    # -- what services say ---------------------------------------------------------------

    def show_status(self, text: str) -> None:
        """Show the sync or hotkey state while nothing is typed."""
        self._empty.status = text
        if not self._popup.edit.text():
            self._popup.show_status(text)

    def index_changed(self) -> None:
        """Ask again for the text on the screen: newer guides have landed."""
        self._previewed_for = ("", "")
        # Only of the rows of this text: an Enter that waits must find its own first row.
        self._keep_row = self._gate.may_open()
        if self._popup.isVisible() and self._popup.edit.text():
            self._ask(self._popup.edit.text())
        self._reading.ask_home()

    def _connect(self) -> None:
        popup = self._popup
        popup.query_edited.connect(self._edited)
        popup.entered.connect(self._entered)
        popup.row_opened.connect(self._row_opened)
        popup.row_selected.connect(self._row_selected)
        popup.dismissed.connect(self.close)
        popup.left.connect(self._hide)
        popup.edit.unwanted.connect(self._empty.send_away)
        self._search.answered.connect(self._answered)
        self._reading.home_ready.connect(self._home_ready)
        self._reading.previewed.connect(self._previewed)
        self._patience.timeout.connect(self._gave_up)
        self._preview_rest.timeout.connect(self._ask_preview)
        self._focus_check.timeout.connect(self._check_focus)
        self._left_check.timeout.connect(self._check_left)
        self._meaning_rest.timeout.connect(self._ask_meaning)
        self._meaning.near.connect(self._near)

    def _hide(self) -> None:
        if not self._popup.isVisible():
            return
        self._popup.hide()
        self.hidden.emit()
        self._focus_check.stop()
        self._left_check.stop()
        self._window = None
        self._used = True
        self._gate.give_up()  # an Enter that waited is taken back by Esc
        # After the hide, so that the next show finds everything ready.
        QTimer.singleShot(0, self._get_ready)

    def _get_ready(self) -> None:
        if self._popup.isVisible() or not self._used:
            return
        self._used = False
        self._popup.clear()
        self._gate.typed("")
        self._number += 1
        self._empty.forget()
        self._show_home()
        self._reading.ask_home()

    def _take_focus(self, time: int) -> None:
        self._foreground.activate(int(self._popup.winId()), time)
        if self._foreground.name == "none":
            self._popup.raise_()
            self._popup.activateWindow()

    def _check_focus(self) -> None:
        if self._popup.isVisible() and not self._popup.got_focus():
            _log.warning("the popup has no focus after %d ms; asking again", _FOCUS_CHECK)
            self._popup.show_status(self.tr("Click here to type"))
            self._popup.activateWindow()
            self._take_focus(0)

    # -- typing --------------------------------------------------------------------------

    def _edited(self, text: str) -> None:
        self._keep_row = False
        self._meaning_rest.stop()
        self._key_time.restart()
        self._gate.typed(text)
        if text.strip():
            self._ask(text)
        else:
            self._number += 1
            self._show_home()
            self.emptied.emit()

    def _ask(self, text: str) -> None:
        self._number += 1
        app = self.app
        self._asked = Query(
            text,
            language=language_code(),
            app=app,
            window=self._window.title if self._window is not None and app else "",
            usage=self._empty.home.usage,
            learned=lifts(self._empty.home.helped, telling_words(text), app),
        )
        self._search.ask(self._number, self._asked)

    def _answered(self, update: SearchUpdate) -> None:
        if update.number != self._number:
            return
        text = update.answer.query.text
        if not text:
            self._empty.suggest(update.answer.hits, self.app)
            return
        if update.answer.query.near and self._gate.may_open():
            self._show_late(update.answer.hits)
            return
        acts = self._gate.arrived(text)
        self._popup.show_hits(update.answer.hits, keep_row=self._keep_row)
        self._keep_row = False
        if update.answer.weak and len(text) >= _SHORTEST_MEANING and not acts:
            self._meaning_rest.start()
        self._popup.show_status(self._told(update))
        self.answered.emit(text, len(update.answer.hits), update.answer.took_ms, update.answer.poor)
        if acts:
            self._open_selected()

    def _ask_meaning(self) -> None:
        if self._asked is not None and self._popup.isVisible():
            self._meaning.ask(self._number, self._asked.text)

    def _near(self, number: int, found: dict[str, float]) -> None:
        """Search once more for the same text, with what is near to it in meaning."""
        if number == self._number and self._asked is not None and found:
            self._search.ask(number, replace(self._asked, near=found))

    def _show_late(self, better: tuple[Hit, ...]) -> None:
        row = self._popup.list.currentIndex().row()
        if row > 0 or self._key_time.elapsed() > GLANCE_MS:
            shown = self._popup.list.model().hits  # type: ignore[attr-defined]
            better = merged_rows(shown, better, max(0, row))
        self._popup.show_hits(better, keep_row=True)

    def _told(self, update: SearchUpdate) -> str:
        answer = update.answer
        if update.problem:
            self.repair_wanted.emit()
            return self.tr("Making the guides searchable… try again in a moment")
        if answer.did_you_mean:
            return self.tr("Showing results for “{0}”").format(answer.did_you_mean)
        if answer.filters:
            return self.tr("Only {0}").format(answer.filters)
        if not answer.hits:
            return self.tr("No guide found. Try other words, or fewer.")
        return ""

    # -- nothing typed -------------------------------------------------------------------

    def _ask_here(self) -> None:
        """Ask which guides fit the window in front."""
        if self.app and not self._popup.edit.text():
            self._number += 1
            title = self._window.title if self._window is not None else ""
            usage, language = self._empty.home.usage, language_code()
            query = Query("", language=language, app=self.app, window=title, usage=usage)
            self._search.ask(self._number, query)

    def _show_home(self) -> None:
        self._gate.arrived("")
        self._empty.show()

    def _home_ready(self, home: Home) -> None:
        self._empty.home = home
        if not self._popup.edit.text():
            self._show_home()

    # -- opening a row -------------------------------------------------------------------

    def _entered(self) -> None:
        if self._popup.edit.composing:
            return
        if self._gate.entered():
            self._open_selected()
        else:
            self._patience.start()

    def _gave_up(self) -> None:
        if self._gate.give_up():
            self._popup.show_status(self.tr("Still searching; press Enter again in a moment"))

    def _row_opened(self, row: int) -> None:
        if self._gate.may_open() and row < len(self._popup.list.model().hits):  # type: ignore[attr-defined]
            self._popup.select(row)
            self._open_selected()

    def _open_selected(self) -> None:
        hit, window = self._popup.selected(), self._window
        if not isinstance(hit, Hit):
            self.nothing_to_open.emit()
            return
        text, app = self._popup.edit.text(), self.app
        planned = not text and self._empty.give_up_plan(hit)
        self.close()
        source = "plan" if planned else "hotkey"
        origin = Origin(telling_words(text), app, source, rank=hit.rank)
        self.open_wanted.emit(hit, window, origin)

    # -- preview -------------------------------------------------------------------------

    def _row_selected(self, hit: Hit | None) -> None:
        if not self._popup.edit.text():
            self._empty.tell_why(hit)
        # Not before the popup is seen: a preview brings the Markdown parser into memory.
        if self._popup.isVisible():
            self._preview_rest.start()

    def _ask_preview(self) -> None:
        hit = self._popup.selected()
        wanted = None if hit is None else (hit.key, hit.section)
        if wanted == self._previewed_for:
            return
        self._previewed_for = wanted
        if hit is None:
            self._popup.show_preview("")
        else:
            self._reading.ask_preview(hit.key, hit.section)

    def _previewed(self, preview: Preview) -> None:
        hit = self._popup.selected()
        if hit is not None and (hit.key, hit.section) == (preview.key, preview.section):
            from jitdesk.ui.popup.preview import preview_html  # noqa: PLC0415  (brings the pages)

            self._popup.show_preview(
                preview_html(preview.page, preview.section, hit, self._theme, preview.trust)
            )
            self.previewed.emit()
