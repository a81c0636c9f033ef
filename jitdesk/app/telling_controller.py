"""`TellingController`: from a step to its author: stuck, what happened, better, question.

The line that is sent, what goes with it and to whom stand below the field before Enter.
"""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from jitdesk.app.asking_controller import AskingController
from jitdesk.app.fix_controller import FixController
from jitdesk.app.questioned_rules import Rule, chosen, rules_of
from jitdesk.app.reading_controller import ReadingController
from jitdesk.learning.event import Result
from jitdesk.loops.contribution import Contribution, Kind, new_id, one_line
from jitdesk.loops.doubt import BROKEN
from jitdesk.loops.story import RESULTS
from jitdesk.models.loops import Questions, Target
from jitdesk.models.reading import Opened, Origin
from jitdesk.services.loops import LoopsService
from jitdesk.ui.reader.window import GuideWindow

_ROW_WORDS = 120


class TellingController(QObject):
    """Knows which step of which guide in which version a line is about."""

    stuck = Signal(str, str)
    """The step, and the person's words."""

    def __init__(
        self,
        window: GuideWindow,
        reading: ReadingController,
        asking: AskingController,
        loops: LoopsService,
    ) -> None:
        """Take what it listens to."""
        super().__init__()
        self._window, self._reading = window, reading
        self._asking, self._loops = asking, loops
        self.fixing = FixController(window, reading, loops)
        self._opened: Opened | None = None
        self._questions = Questions()
        self._challenge: dict[str, str] = {}
        reading.shown.connect(self._shown)
        reading.line_wanted.connect(self._ask)
        reading.said.connect(self._said)
        reading.ended.connect(self._ended)
        loops.sent.connect(window.say)
        loops.questions_ready.connect(self._take_questions)
        for learned in (loops.targets_ready, loops.editable_ready):
            learned.connect(self._learn)  # after `asking` and `fixing`, which keep it

    def _shown(self, opened: Opened, _origin: Origin) -> None:
        self._opened = opened
        self._challenge = {}
        self._take_target()
        if not self._asking.knows(opened.guide.pack):  # it came by the command line just now
            self._loops.ask_targets()
        if opened.guide.id in self._questions.doubted:
            self._window.add_fact(self.tr("several people doubt a rule here; it is being decided"))
        elif number := self._questions.open.get(opened.guide.id, 0):
            one = self.tr("1 open question about a rule here")
            many = self.tr("{0} open questions about rules here").format(number)
            self._window.add_fact(one if number == 1 else many)

    def _take_questions(self, found: Questions) -> None:
        self._questions = found

    def _take_target(self) -> None:
        target = self._target()
        self._window.outcome.target = target.title if target.folder else ""

    def _learn(self, _found: object) -> None:
        """Bring up to date what the window says on where a line goes and who may write."""
        if self._opened is not None:
            self._take_target()
            for purpose in (Kind.STUCK, Kind.SUGGEST):
                note, fixes = self._note_for(purpose)
                self._window.outcome.learn(purpose, note, other=fixes)

    def _note_for(self, purpose: str) -> tuple[str, bool]:
        """Return what goes with a line, and whether the person may put it right instead."""
        note, fixes = self._note(), purpose == Kind.SUGGEST and self.fixing.possible
        return (f"{note} {self.tr('Ctrl+Enter: put it right yourself.')}" if fixes else note, fixes)

    def _target(self) -> Target:
        opened = self._opened
        return self._asking.target(opened.guide.pack) if opened is not None else Target()

    def _ask(self, purpose: str) -> None:
        if self._opened is None or purpose not in set(Kind):
            return
        self._challenge = {}
        questions = {
            "stuck": self.tr("Where are you stuck?"),
            "suggest": self.tr("What would be better here?"),
            "challenge": self._which_rule(),
            "story": self.tr("What changed because you did it like this? An author may ask you."),
        }
        self.fixing.name = self._asking.name
        note, fixes = self._note_for(purpose)
        if purpose == Kind.CHALLENGE:
            note = self.tr("1 of 3. Enter goes on.")
        if purpose == Kind.STORY:
            if not self._asking.name:
                self._window.say(self.tr("Sign what you send first (settings), to be asked."))
                return
            if not self._opened.went[1]:
                self._window.say(self.tr("Say once how it went, when you close it; then offer it."))
                return
            note = f"{note} {self.tr('It says how it went: {0}.').format(self.tr(self._result()))}"
        self._window.outcome.ask_line(purpose, questions[purpose], note, other=fixes)

    def _which_rule(self) -> str:
        """Ask for the rule; what the author wrote down is numbered."""
        ask = self.tr("Which rule or assumption do you question?")
        happened = self.tr("it happened:")
        rows = [
            f"{n} {happened} {rule.text}" if rule.broken else f"{n} {rule.text}"
            for n, rule in enumerate(self._rules(), 1)
        ]
        return "\n".join([ask, *rows])

    def _rules(self) -> tuple[Rule, ...]:
        return rules_of(self._opened.guide) if self._opened is not None else ()

    def _go_on(self, words: str) -> None:
        """Take the next of the three lines of a challenge."""
        given, outcome, tr = self._challenge, self._window.outcome, self.tr
        if "assumption" not in given:
            rule = chosen(self._rules(), words)
            given["assumption"] = rule.assumption
            if rule.broken:
                given[BROKEN] = "yes"
            ask = tr("What did you see that speaks against it? A day and a case.")
            outcome.ask_line(Kind.CHALLENGE, ask, tr("2 of 3. Enter goes on."))
        elif "seen" not in given:
            given["seen"] = words
            ask = tr("What happens if the rule stays as it is?")
            shown = tr("3 of 3. “{0}”: “{1}”").format(given["assumption"], words)
            outcome.ask_line(Kind.CHALLENGE, ask, f"{shown} {self._note()}")
        else:
            seen = given.pop("seen")
            self._send(Kind.CHALLENGE, seen, **given, consequence=words)
            self._challenge = {}

    def _note(self) -> str:
        """Return what goes with the line, in full."""
        opened = self._opened
        if opened is None:
            return ""
        target = self._target()
        outbox = self.tr("your outbox (this pack has no folder)")
        nobody = (
            outbox if self._asking.knows(opened.guide.pack) else self.tr("the folder of this pack")
        )
        to = target.title if target.folder else nobody
        text = self.tr("Enter sends this line to {0}, with the guide, its version{1}.")
        step = self._step()
        more = self.tr(" and “{0}”").format(step.rstrip(".")) if step else ""
        if name := self._asking.name:
            more += self.tr(", signed {0}").format(name)
        said = text.format(to, more)
        shows = self.tr("The folder shows that it is from you.") if target.folder else ""
        return f"{said} {shows}".strip()

    def _step(self) -> str:
        """Return where the person is: the place, and the author's words of the row."""
        player = self._reading.player
        if player is None:
            return ""
        row = player.current()
        words = row.accessibleName() if row is not None else ""
        return ": ".join(filter(None, (player.place().text, words[:_ROW_WORDS])))

    def _said(self, purpose: str, words: str) -> None:
        if purpose == Kind.CHALLENGE:
            self._go_on(words)
        elif purpose == Kind.STORY:
            self._send(Kind.STORY, words, result=self._result())
        elif purpose in set(Kind):
            self._send(Kind(purpose), words)
        if purpose == Kind.STUCK:
            self.stuck.emit(self._step(), words)

    def _result(self) -> str:
        """Return how it went with this guide so far, as a success case needs it."""
        good, told = self._opened.went if self._opened is not None else (0, 0)
        return RESULTS[0] if told and good == told else RESULTS[1]

    def _ended(self, result: str, words: str, send: bool) -> None:
        if send and words:
            kind = Kind.FAILED if result == Result.FAILED else Kind.SUGGEST
            self._send(kind, words)

    def _send(self, kind: Kind, words: str, **more: str) -> None:
        opened = self._opened
        if opened is None:
            return
        contribution = Contribution(
            new_id(datetime.now(UTC)),
            kind,
            one_line(words),
            guide=opened.guide.id,
            version=opened.guide.version,
            step=self._step(),
            sender=self._asking.installation,
            name=self._asking.name,
            more=more,
        )
        self._loops.send(contribution, opened.guide.pack)
