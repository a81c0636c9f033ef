"""`CheckInController`: at most one question, at the foot of the popup the person has opened.

What is due is decided in the learning thread after the popup was hidden, so the show path
stays as short as it was. A question counts as asked once it stood `SEEN` seconds or was
answered; who typed on at once was not asked.
"""

from __future__ import annotations

import time
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QElapsedTimer, QLocale, QObject, Signal

from jitdesk.app.foot import Foot
from jitdesk.app.search_controller import SearchController
from jitdesk.learning.checkins import CheckIn, Kind
from jitdesk.learning.event import Event, Name, Result
from jitdesk.learning.recall import HAD, NOT_YET, PARTLY
from jitdesk.services.learning import LearningService
from jitdesk.ui.popup.popup import SearchPopup

SEEN = 3000  # ms
CAME_BACK_DAY = 7
"""When it is known whether what was done came back (M9, measurement model B3)."""
_RECALLED = (HAD, PARTLY, NOT_YET)
_CHOICES = ("fewer", "stop", "keep")


class CheckInController(QObject):
    """Shows what is due and writes down the answer."""

    open_wanted = Signal(str)
    """A guide's key: the answer stands there."""
    canvas_wanted = Signal(str, str)
    """Key of the canvas for a look back, and the facts that it begins with."""

    def __init__(
        self,
        popup: SearchPopup,
        searching: SearchController,
        learning: LearningService,
        foot: Foot,
    ) -> None:
        """Take what it listens to, and the foot of the popup."""
        super().__init__()
        self._popup, self._learning, self._foot = popup, learning, foot
        self._due: CheckIn | None = None
        self._for = date.min
        self._asking = self._revealed = False
        self._seen = QElapsedTimer()
        self.enabled = True
        learning.due_ready.connect(self._take)
        searching.shown.connect(self._show)
        searching.hidden.connect(self._hidden)
        popup.query_edited.connect(self._typed)

    def ask(self) -> None:
        """Decide anew what is due."""
        if self.enabled and self._learning.enabled:
            self._learning.ask_due()
        else:
            self._due = None

    # -- showing -------------------------------------------------------------------------

    def _take(self, due: CheckIn | None) -> None:
        self._due, self._for = due, date.today()  # noqa: DTZ011  (the person's day)

    def _show(self) -> None:
        today = date.today()  # noqa: DTZ011
        wanted = self._due is not None and self._for == today and self.enabled
        if not wanted or self._foot.taken:
            return
        self._asking, self._revealed = True, False
        self._seen.start()
        self._ask()

    def _ask(self) -> None:
        check, tr = self._due, self.tr
        if check is None:
            return
        if check.kind is Kind.LOOK_BACK:
            text = tr("“{0}” did not work. Look back on it in ten minutes?").format(check.title)
            answers = [tr("Begin, with what is recorded"), tr("No")]
        elif check.kind is Kind.GO_ON:
            text = tr("Questions like this stayed open lately. How shall it go on?")
            answers = [tr("Fewer"), tr("Stop asking"), tr("Keep asking")]
        elif check.kind is Kind.RECALL:
            text = tr("From memory: {0}").format(check.ask)
            answers = [tr("Show the answer"), tr("Not now")]
        else:
            since = _since(check.since)
            text = tr("{0}: since {1}?").format(check.title, since)
            answers = [
                tr("Did it, without help"),
                tr("Did it, with the page"),
                tr("Tried, trouble"),
                tr("No chance yet"),
            ]
            if check.day == CAME_BACK_DAY:
                answers.append(tr("Did it, it came back"))
        self._foot.ask(self, text, answers, self._answered)

    def _typed(self, text: str) -> None:
        if not self._asking:
            return
        if text.strip():
            self._foot.hide(self)
        elif not self._foot.shows(self):
            self._revealed = False
            self._ask()

    def _hidden(self) -> None:
        check = self._due
        if self._asking and check is not None and self._seen.elapsed() >= SEEN:
            self._left_open(check)
        self._done()
        self.ask()

    def _left_open(self, check: CheckIn) -> None:
        if check.kind is Kind.LOOK_BACK:  # an offer, no question: leaving it is no answer
            self._learning.note_looked_back(check.day)
        else:
            self._note(check, Name.PROMPTED, Name.IGNORED)

    def _done(self) -> None:
        self._asking = False
        self._foot.hide(self)

    # -- answering -----------------------------------------------------------------------

    def _answered(self, number: int) -> None:
        check = self._due
        if check is None or not self._asking:
            return
        if check.kind is Kind.LOOK_BACK:
            self._learning.note_looked_back(check.day)
            self._finish()
            if number == 0:
                self.canvas_wanted.emit(check.ask, check.answer)
        elif check.kind is Kind.GO_ON:
            self._note(check, Name.PROMPTED)
            self._learning.choose_check_ins(_CHOICES[number])
            self._finish()
        elif check.kind is Kind.RECALL:
            self._recalled(check, number)
        else:
            self._applied(check, number)

    def _recalled(self, check: CheckIn, number: int) -> None:
        if not self._revealed and number == 1:
            self._note(check, Name.PROMPTED, Name.IGNORED)
            self._finish()
        elif not self._revealed:
            self._revealed = True
            tr = self.tr
            answers = [tr("Had it"), tr("Partly"), tr("Not yet"), tr("Open the guide")]
            self._foot.ask(self, check.answer, answers, self._answered)
        elif number == 3:
            self.open_wanted.emit(check.guide)
        else:
            detail: dict[str, str | int] = {"answer": _RECALLED[number], "seconds": self._seconds()}
            self._note(check, Name.PROMPTED)
            self._note(check, Name.RECALLED, **detail)
            self._finish()

    def _applied(self, check: CheckIn, number: int) -> None:
        self._note(check, Name.PROMPTED)
        if number == 3:
            self._note(check, Name.NO_CHANCE)
        elif number == 2:
            words = self.tr("What happened? One line helps, Enter goes on without.")
            self._foot.ask_words(self, words, self._written)
            return
        elif number == 4:
            self._performed(check, Result.FIXED, support=3, back=True)
        else:
            self._performed(check, Result.WORKED, support=0 if number == 0 else 3)
        self._finish()

    def _written(self, words: str) -> None:
        if self._due is not None and self._asking:
            self._performed(self._due, Result.FAILED, support=3, words=words)
            self._finish()

    def _performed(
        self,
        check: CheckIn,
        result: Result,
        support: int,
        words: str = "",
        *,
        back: bool = False,
    ) -> None:
        detail: dict[str, str | int] = {
            "result": result.value, "support": support, "grade": "E2", "seconds": self._seconds(),
        }  # fmt: skip
        if back:
            detail["back"] = True
        if words:
            detail["words"] = words
        self._note(check, Name.PERFORMED, **detail)

    def _seconds(self) -> int:
        return round(self._seen.elapsed() / 1000)

    def _note(self, check: CheckIn, *names: Name, **detail: str | int) -> None:
        facts = {**detail, "day": check.day}
        self._learning.note([Event(n, time.time(), check.guide, detail=facts) for n in names])

    def _finish(self) -> None:
        self._due = None
        self._done()
        self._popup.edit.setFocus()
        self._popup.show_status(self.tr("Noted. Thank you."))


def _since(day: date | None) -> str:
    if day is None:
        return ""
    near = (date.today() - day).days < 7  # noqa: DTZ011
    form = "dddd" if near else QCoreApplication.translate("CheckInController", "d MMMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
