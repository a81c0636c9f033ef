"""What an author may do about a moment of struggle, and what the asker is told. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from jitdesk.errors import UsageError
from jitdesk.learning.working_days import between
from jitdesk.loops.contribution import STRUGGLES, Contribution, moment_of
from jitdesk.loops.decision import Decision, of
from jitdesk.loops.moment import Moment

FIRST_ANSWER_DAYS: Final = 2
"""Working days until the first answer is late (measurement model C1)."""
_TOLD: Final = frozenset({"found", "build", "not-now"})
_SILENT: Final = frozenset({"seen", "fixed"})
"""Nobody needs to be told that it was seen, or what they did themselves."""
ACTS: Final = ("found", "build", "forward", "not-now")


@dataclass(frozen=True, slots=True)
class Answer:
    """What an asker is told, once."""

    contribution: Contribution
    decision: Decision

    @property
    def guide(self) -> str:
        """The guide that answers, "" = none does."""
        return self.decision.guide


def check(act: str, *, guide: str = "", reason: str = "", to: str = "") -> None:
    """Refuse an act that lacks what the asker needs to hear.

    Raises:
        UsageError: it is not complete; the text says what is missing.
    """
    if act not in ACTS:
        raise UsageError(f"There is no “{act}”; an answer is one of: {', '.join(ACTS)}.")
    if act in {"found", "build"} and not guide:
        raise UsageError(f"“{act}” names the guide that answers.")
    if act == "forward" and not to.strip():
        raise UsageError("“forward” names who takes care of it (--to).")
    if act == "not-now" and len(reason.split()) < 2:
        raise UsageError("“not now” needs a reason that the asker can read (--reason).")


def is_late(moment: Moment, today: date) -> bool:
    """Return whether nobody has answered in two working days."""
    asked = moment.contributions[0].at.date()
    return moment.state == "new" and between(asked, today) > FIRST_ANSWER_DAYS


def answers(
    own: Iterable[Contribution], board: Sequence[Decision], told: Iterable[str]
) -> list[Answer]:
    """Return what the person is to be told now: each decision once, the oldest first."""
    known = set(told)
    found = []
    for contribution in own:
        wanted = _TOLD if contribution.kind in STRUGGLES else None
        acts = [
            d
            for d in of(contribution.id, board)
            if (d.act in wanted if wanted is not None else d.act not in _SILENT)
        ]
        if acts and f"{contribution.id}:{acts[-1].id}" not in known:
            found.append(Answer(contribution, acts[-1]))
    return sorted(found, key=lambda answer: answer.decision.id)


def told_mark(answer: Answer) -> str:
    """Return what is remembered so that this is told once."""
    return f"{answer.contribution.id}:{answer.decision.id}"


def working_days_to_answer(moment: Moment) -> int | None:
    """Return the working days from the first question to the answer, None while open (M13)."""
    if moment.decision is None:
        return None
    asked: datetime = moment.contributions[0].at

    return between(asked.date(), moment_of(moment.decision.id).date())
