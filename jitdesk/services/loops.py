"""`LoopsService`: asking authors and being answered, off the GUI thread.

Two threads: one reads what lies on this computer and answers at once; the other waits for
child processes, which alone touch a share.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jitdesk.models.loops import AnswerTold, InboxTold, Questions, StepWords, Target
from jitdesk.paths import Paths
from jitdesk.services.child import COMMAND, run_child
from jitdesk.services.emitting import emit, guarded
from jitdesk.services.worker import Job, Serial

if TYPE_CHECKING:
    from jitdesk.library.places import PackPlace
    from jitdesk.library.shelf import Shelf
    from jitdesk.loops.contribution import Contribution
    from jitdesk.loops.triage import Answer


class LoopsService(QObject):
    """Sends, fetches and lists."""

    targets_ready = Signal(object)
    """Pack id -> `Target`; "" -> where a question for a new guide goes."""
    questions_ready = Signal(object)
    """A `Questions`: how many about the rules of which guide are open, and which count."""
    editable_ready = Signal(object)
    """Ids of the packs that this person may write into."""
    step_ready = Signal(object)
    """The `StepWords` that were asked for."""
    fixed = Signal(str)
    """One sentence: a page was put right, it should be synced."""
    sent = Signal(str)
    """One sentence on what became of a contribution."""
    answers_ready = Signal(object)
    """The `AnswerTold` that are due, the oldest first."""
    listed = Signal(object)
    """An `InboxTold`."""
    suggested = Signal(object)
    """Guides, as (key, title), that may answer somebody's words."""
    acted = Signal(str, int)
    """What a command said, and its exit code."""
    failed = Signal(str)

    def __init__(
        self,
        paths: Paths,
        open_shelf: Callable[[], Shelf],
        command: Sequence[str] = COMMAND,
        parent: QObject | None = None,
    ) -> None:
        """Take where things lie and how JITDesk is started."""
        super().__init__(parent)
        self._paths, self._open_shelf, self._command = paths, open_shelf, tuple(command)
        self._shelf: Shelf | None = None
        self._found: Mapping[str, Target] = {}
        self._near = Serial("loops")
        self._far = Serial("loops-share")

    # -- requests ------------------------------------------------------------------------

    def ask_targets(self) -> None:
        """Find out where contributions go; answered by `targets_ready`."""
        self._do(self._targets)

    def send(self, contribution: Contribution, pack: str) -> None:
        """Keep a contribution about a pack and try to deliver it; answered by `sent`.

        Where it goes is looked up here: who sends something in the first second after the
        start cannot know it yet. "" = a question for a new guide.
        """
        self._do(lambda: self._send(contribution, pack))

    def fetch(self) -> None:
        """Deliver what waits and fetch the boards; then `answers_ready`."""
        self._far.submit(self._fetch)

    def ask_answers(self) -> None:
        """Read what the person is to be told; answered by `answers_ready`."""
        self._do(self._answers)

    def note_told(self, mark: str) -> None:
        """Remember that the person was told."""
        self._do(lambda: self._note_told(mark))

    def ask_suggestions(self, words: str) -> None:
        """Search for somebody's words; answered by `suggested`."""
        self._do(lambda: self._suggest(words))

    def ask_inbox(self) -> None:
        """Read every inbox; answered by `listed`."""
        self._far.submit(self._list)

    def ask_step(self, key: str, stop: int) -> None:
        """Read the words of a step as they stand in its file; answered by `step_ready`."""
        self._do(lambda: self._step(key, stop))

    def fix(self, step: StepWords, now: str, name: str) -> None:
        """Put a step right; answered by `fixed` or `failed`."""
        self._far.submit(lambda: self._fix(step, now, name))

    def reply(self, number: str, words: str) -> None:
        """Answer an author's question about something that was sent; answered by `sent`."""

        def run() -> None:
            text, _ = run_child(("inbox", "reply", "--", number, words), self._command)
            emit(self.sent, text)

        self._far.submit(run)

    def act(self, *words: str) -> None:
        """Run an author's command; answered by `acted`."""
        self._far.submit(lambda: self._act(words))

    def close(self) -> None:
        """End; nobody waits for a share."""
        self._near.stop(1.0)
        self._far.stop()

    # -- in the threads ------------------------------------------------------------------

    def _do(self, job: Job) -> None:
        self._near.submit(guarded(job, self.failed))

    def shelf(self) -> Shelf:
        """Return the shelf of the near thread."""
        if self._shelf is None:
            self._shelf = self._open_shelf()
        return self._shelf

    def _open_questions(self) -> None:
        from jitdesk.loops.outbox import Outbox  # noqa: PLC0415

        box = Outbox(self._paths.loops)
        emit(self.questions_ready, Questions(box.open_questions(), box.doubted()))
        emit(self.editable_ready, box.editable())

    def _targets(self) -> None:
        from jitdesk.library.library import Library  # noqa: PLC0415  (seldom)
        from jitdesk.library.places import pack_places, place_of  # noqa: PLC0415

        with contextlib.closing(Library(self._paths)) as library:
            places = pack_places(library)
        found = {place.pack: _target(place) for place in places}
        first = place_of(places)
        found[""] = _target(first) if first is not None else Target()
        self._found = found
        emit(self.targets_ready, found)
        self._open_questions()

    def _send(self, contribution: Contribution, pack: str) -> None:
        from jitdesk.loops.outbox import Outbox, Own  # noqa: PLC0415

        if pack not in self._found:  # it came by the command line, a moment ago
            self._targets()
        folder = self._found.get(pack, Target()).folder
        Outbox(self._paths.loops).put(Own(contribution, folder))
        self._far.submit(lambda: self._deliver(contribution.id))

    def _deliver(self, number: str) -> None:
        from jitdesk.loops.outbox import SENT, Outbox  # noqa: PLC0415

        text, code = run_child(("inbox", "send", "--json"), self._command)
        own = next(
            (o for o in Outbox(self._paths.loops).own() if o.contribution.id == number), None
        )
        if own is not None and own.state == SENT:
            said = self.tr("Sent. You are told here when it is answered.")
        elif own is not None and code == 0:
            said = self.tr("Kept, and sent later: {0}").format(self.tr(own.note))
        else:
            said = self.tr("Kept, and sent later: {0}").format(text)
        emit(self.sent, said)

    def _step(self, key: str, stop: int) -> None:
        from jitdesk.authoring.step_fix import step_at  # noqa: PLC0415  (brings the parsers)

        text = self.shelf().source(key)
        found = step_at(text, stop)
        if found is None:
            emit(self.failed, self.tr("These words stand in no line of their own; suggest it."))
        else:
            emit(self.step_ready, StepWords(key, stop, found.words))

    def _fix(self, step: StepWords, now: str, name: str) -> None:
        # What a person wrote may begin with a dash.
        words = (f"--was={step.words}", f"--name={name}", "--", step.guide, str(step.stop + 1), now)
        text, code = run_child(("inbox", "fix", "--json", *words), self._command)
        if code:
            emit(self.failed, text)
            return
        version = str(json.loads(text).get("version", ""))
        emit(self.fixed, self.tr("Put right: version {0}.").format(version))

    def _fetch(self) -> None:
        run_child(("inbox", "send", "--json"), self._command)
        self._do(self._open_questions)
        self.ask_answers()

    def _answers(self) -> None:
        from jitdesk.loops.outbox import Outbox  # noqa: PLC0415
        from jitdesk.loops.triage import answers  # noqa: PLC0415

        box = Outbox(self._paths.loops)
        own = [o.contribution for o in box.own()]
        if not own:
            return
        due = [t for a in answers(own, box.board(), box.told()) if (t := self._told(a))]
        emit(self.answers_ready, tuple(due))

    def _told(self, answer: Answer) -> AnswerTold | None:
        """Return what to say; a guide that is not here yet, or a draft, is told later."""
        from jitdesk.loops.contribution import STRUGGLES  # noqa: PLC0415
        from jitdesk.loops.triage import told_mark  # noqa: PLC0415

        sent, decision = answer.contribution, answer.decision
        told = AnswerTold(
            words=sent.text,
            mark=told_mark(answer),
            reason=decision.reason,
            act=decision.act,
            contribution=sent.id,
            more=decision.more,
        )
        if not answer.guide:
            return told
        guide = self.shelf().guide(answer.guide)
        if guide is None or guide.status == "draft":
            return told if sent.kind not in STRUGGLES else None
        return replace(told, guide=guide.key, title=guide.title)

    def _suggest(self, words: str) -> None:
        from jitdesk.search.hit import Query  # noqa: PLC0415

        answer = self.shelf().find(Query(words, limit=3, complete=True))
        hits = () if answer.poor else answer.hits
        emit(self.suggested, tuple((hit.key, hit.title) for hit in hits))

    def _note_told(self, mark: str) -> None:
        from jitdesk.loops.outbox import Outbox  # noqa: PLC0415

        Outbox(self._paths.loops).note_told(mark)

    def _list(self) -> None:
        text, code = run_child(("inbox", "--all", "--json"), self._command)
        try:
            document = json.loads(text)
            told = InboxTold(
                tuple(document["moments"]),
                tuple(document["problems"]),
                tuple(document.get("loops", ())),
                tuple(document.get("checks", ())),
            )
        except (ValueError, KeyError, TypeError):
            told = InboxTold((), (text or f"exit {code}",))
        emit(self.listed, told)

    def _act(self, words: Sequence[str]) -> None:
        text, code = run_child(("inbox", *words), self._command)
        emit(self.acted, text, code)
        self._list()


def _target(place: PackPlace) -> Target:
    return Target(place.folder, place.title)
