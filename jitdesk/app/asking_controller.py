"""`AskingController`: "Ask for this guide" in one key, and "You asked: here it is" once.

What is sent is what the foot of the popup shows, word for word; nothing is sent without the
key. The answer is told on the asker's own machine, above any other question.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from jitdesk.app.answer_words import ASKS_BACK, STRUGGLE_ACTS, question, sentence
from jitdesk.app.foot import Foot
from jitdesk.app.search_controller import SearchController
from jitdesk.loops.contribution import Contribution, Kind, new_id, one_line
from jitdesk.models.loops import AnswerTold, Target
from jitdesk.services.loops import LoopsService
from jitdesk.ui.popup.popup import SearchPopup

_SHORTEST = 3
_REST = 600  # ms a query stands before it counts as one that found nothing (S1)


def foreign(app: str) -> str:
    """Return the name of a program, "" for JITDesk: nobody asks for a guide because of it."""
    return "" if app == QCoreApplication.applicationName() else app


class AskingController(QObject):
    """Offers to ask where nothing fits."""

    open_wanted = Signal(str)
    helped = Signal(str, bool)
    """A guide's key, and whether the asker says that it solves it."""

    def __init__(
        self, popup: SearchPopup, searching: SearchController, loops: LoopsService, foot: Foot
    ) -> None:
        """Take what it listens to."""
        super().__init__()
        self._popup, self._searching, self._loops, self._foot = popup, searching, loops, foot
        self.installation = self.name = ""
        self._targets: Mapping[str, Target] = {}
        self._offered: Contribution | None = None
        self._answers: tuple[AnswerTold, ...] = ()
        self._telling: AnswerTold | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._offer)
        self._results = 0
        searching.answered.connect(self._answered)
        searching.emptied.connect(self._emptied)
        searching.nothing_to_open.connect(self._entered)
        searching.shown.connect(self._shown)
        searching.hidden.connect(self._hidden)
        loops.targets_ready.connect(self._take_targets)
        loops.answers_ready.connect(self._take_answers)
        loops.sent.connect(popup.show_status)

    # -- asking --------------------------------------------------------------------------

    def _take_targets(self, targets: Mapping[str, Target]) -> None:
        self._targets = targets
        if self._foot.shows(self) and self._offered is not None:
            self._offer()  # with the name of the folder

    def knows(self, pack: str = "") -> bool:
        """Tell whether it is known yet where a contribution about a pack goes."""
        return pack in self._targets

    def target(self, pack: str = "") -> Target:
        """Return where a contribution about a pack goes."""
        return self._targets.get(pack, Target())

    def _answered(self, text: str, results: int, _ms: float, poor: bool) -> None:
        words = one_line(text)
        if (results and not poor) or len(words) < _SHORTEST:
            self._offered = None
            self._rest.stop()
            self._foot.hide(self)
            return
        me, app = self.installation, foreign(self._searching.app)
        number = new_id(datetime.now(UTC))
        self._offered = Contribution(number, Kind.ASK, words, app=app, sender=me, name=self.name)
        self._results = results
        if self._foot.shows(self):
            self._offer()
        else:
            self._rest.start()

    def _offer(self) -> None:
        if self._offered is None:
            return
        self._foot.ask(self, self._preview(self._offered), [self._label()], self._send)

    def _label(self) -> str:
        """Enter asks as well where there is no row that it could open."""
        label = self.tr("Ask for this guide")
        return label if self._results else f"{label}   {self.tr('Enter')}"

    def _preview(self, asked: Contribution) -> str:
        """Return what would be sent, and to whom, in full."""
        target = self.target()
        outbox = self.tr("your outbox, there is no shared folder yet")
        to = target.title or (outbox if self.knows() else self.tr("the shared folder"))
        program = self.tr(", program {0}").format(asked.app) if asked.app else ""
        signed = self.tr(", signed {0}").format(asked.name) if asked.name else ""
        text = self.tr("Nothing fits? This is sent to {0}: “{1}”{2}.").format(
            to, asked.text, f"{program}{signed}"
        )
        shows = self.tr("The folder shows that it is from you.") if target.folder else ""
        return f"{text} {shows}".strip()

    def _entered(self) -> None:
        if self._offered is not None and self._foot.shows(self):
            self._send(0)

    def _send(self, _number: int) -> None:
        asked, self._offered = self._offered, None
        if asked is None:
            return
        self._foot.hide(self)
        self._popup.show_status(self.tr("Sending…"))
        self._loops.send(asked, "")

    def _emptied(self) -> None:
        self._offered = None
        self._rest.stop()
        if self._telling is None:
            self._foot.hide(self)
        else:
            self._tell()

    # -- being answered ------------------------------------------------------------------

    def _take_answers(self, answers: tuple[AnswerTold, ...]) -> None:
        self._answers = answers

    def _shown(self) -> None:
        if self._answers:
            self._telling, self._answers = self._answers[0], self._answers[1:]
            self._tell()

    def _tell(self) -> None:
        if self._telling is not None:
            text, answers = sentence(self._telling)
            self._foot.ask(self, text, answers, self._reply)

    def _reply(self, number: int) -> None:
        told = self._telling
        if told is None:
            return
        not_quite = told.act == "acknowledged" and number == 1
        if not_quite or (told.act in ASKS_BACK and number == 0):
            self._foot.ask_words(self, question(told), self._replied)
            return
        self._end()
        if told.act in STRUGGLE_ACTS and told.guide:
            self._reply_found(told, number)
        elif told.act == "acknowledged":
            self._loops.reply(told.contribution, self.tr("Yes, that is my point."))
        elif told.guide and number == 0:
            self.open_wanted.emit(told.guide)

    def _reply_found(self, told: AnswerTold, number: int) -> None:
        if number == 0:
            self.open_wanted.emit(told.guide)
            return
        self.helped.emit(told.guide, number == 1)
        if number == 2:
            self._ask_again(told)

    def _replied(self, words: str) -> None:
        told = self._telling
        self._end()
        if told is not None and words:
            self._loops.reply(told.contribution, words)

    def _end(self) -> None:
        if self._telling is not None:
            self._loops.note_told(self._telling.mark)
        self._telling = None
        self._foot.hide(self)
        self._popup.edit.setFocus()

    def _ask_again(self, told: AnswerTold) -> None:
        self._popup.edit.setText(told.words)
        text = self.tr("Say it in other words; the foot of the window asks once more.")
        self._popup.show_status(text)

    def _hidden(self) -> None:
        """An answer that was on the screen was told: it does not come again."""
        self._offered = None
        self._rest.stop()
        if self._telling is not None:
            self._loops.note_told(self._telling.mark)
            self._telling = None
        self._foot.hide(self)
