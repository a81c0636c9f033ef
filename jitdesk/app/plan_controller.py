"""`PlanController`: "When will you need it?", from the guide window to the empty field."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from jitdesk.app.reading_controller import ReadingController
from jitdesk.guides.form import read_day
from jitdesk.learning.plan import make_plan
from jitdesk.models.reading import Opened, Origin
from jitdesk.search.program import program
from jitdesk.services.reading import ReadingService
from jitdesk.ui.reader.window import GuideWindow

PURPOSE = "plan"


class PlanController(QObject):
    """Asks for the cue and has it remembered."""

    def __init__(
        self, window: GuideWindow, steps: ReadingController, reading: ReadingService
    ) -> None:
        """Take what it connects."""
        super().__init__()
        self._window, self._steps, self._reading = window, steps, reading
        self._opened: Opened | None = None
        steps.shown.connect(self._shown)
        steps.line_wanted.connect(self._ask)
        steps.said.connect(self._said)

    def _shown(self, opened: Opened, _origin: Origin) -> None:
        self._opened = opened

    def _ask(self, purpose: str) -> None:
        if purpose != PURPOSE or self._opened is None:
            return
        note = self.tr("Enter keeps it on this computer. Nothing opens by itself.")
        question = self.tr("When will you need it? A program, such as outlook, or a day")
        self._window.outcome.ask_line(PURPOSE, question, note)
        self._window.outcome.line.setText(self._steps.program)
        self._window.outcome.line.selectAll()

    def _said(self, purpose: str, words: str) -> None:
        if purpose != PURPOSE or self._opened is None:
            return
        today = date.today()  # noqa: DTZ011  (the person's own day)
        key, on = self._opened.guide.key, read_day(words, today)
        plan = make_plan(key, program(words), on)
        if plan is None:
            self._window.say(self.tr("Name a program, or a day such as tomorrow or 2026-12-01."))
            return
        self._reading.plan(plan)
        if on is not None:
            said = self.tr("Planned: it will be the first row from {0} on").format(on.isoformat())
        else:
            said = self.tr("Planned: it will be the first row over {0}").format(words.strip())
        self._window.say(said)
