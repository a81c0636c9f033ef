"""`FixController`: who may write the page puts a step right at once, from "suggest".

The step's own words stand in the line to be changed; Enter saves them into the page for
everybody. Who may not write it never meets this.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from jitdesk.app.reading_controller import ReadingController
from jitdesk.loops.contribution import Kind
from jitdesk.models.loops import StepWords
from jitdesk.models.reading import Opened, Origin
from jitdesk.services.loops import LoopsService
from jitdesk.ui.reader.window import GuideWindow

PURPOSE = "fix"


class FixController(QObject):
    """Asks for the right words and has them written."""

    def __init__(
        self, window: GuideWindow, reading: ReadingController, loops: LoopsService
    ) -> None:
        """Take what it connects."""
        super().__init__()
        self._window, self._reading, self._loops = window, reading, loops
        self._opened: Opened | None = None
        self._editable: frozenset[str] = frozenset()
        self._step: StepWords | None = None
        self._awaited = ""
        self.name = ""
        """How the person signs, "" = unsigned."""
        reading.shown.connect(self._shown)
        reading.said.connect(self._said)
        window.outcome.instead.connect(self._instead)
        loops.editable_ready.connect(self._take_editable)
        loops.step_ready.connect(self._ask)
        loops.fixed.connect(self._fixed)

    def landed(self) -> None:
        """Show a page that was put right once it has come back."""
        key, self._awaited = self._awaited, ""
        if key and self._opened is not None and key == self._opened.guide.key:
            self._reading.reload()

    @property
    def possible(self) -> bool:
        """Whether the person may write the page, and is at a step of it."""
        opened = self._opened
        return opened is not None and opened.guide.pack in self._editable and self._stop() >= 0

    def _shown(self, opened: Opened, _origin: Origin) -> None:
        self._opened, self._step = opened, None

    def _take_editable(self, packs: frozenset[str]) -> None:
        self._editable = packs

    def _stop(self) -> int:
        """Return the place of the current step in the page as it is written, -1 = none."""
        player, opened = self._reading.player, self._opened
        if player is None or opened is None:
            return -1
        keys = [key for key, _ in opened.page.stops]
        return keys.index(player.stop) if player.stop in keys else -1

    def _instead(self, purpose: str, _words: str) -> None:
        if purpose == Kind.SUGGEST and self._opened is not None and self.possible:
            self._loops.ask_step(self._opened.guide.key, self._stop())

    def _ask(self, step: StepWords) -> None:
        if self._opened is None or step.guide != self._opened.guide.key:
            return
        self._step = step
        question = self.tr("How is it right?")
        signed = self.tr(" It names you: {0}.").format(self.name) if self.name else ""
        note = self.tr("Enter saves it for everybody in a new version; the old words are kept.")
        self._window.outcome.ask_line(PURPOSE, question, f"{note}{signed}", step.words)

    def _fixed(self, said: str) -> None:
        self._window.say(said)
        self._awaited = self._opened.guide.key if self._opened is not None else ""

    def _said(self, purpose: str, words: str) -> None:
        step, self._step = self._step, None
        if purpose == PURPOSE and step is not None:
            self._window.say(self.tr("Saving…"))
            self._loops.fix(step, words, self.name)
