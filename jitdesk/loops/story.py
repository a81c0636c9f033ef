"""Success cases: a few people who may be asked what changed, and the story of it. Pure.

Brinkerhoff's method in five steps (measurement model B8): the check-ins are the survey; who
says "you may ask me" volunteers; the three with the best and the three with the worst
results of a guide are candidates; 20 minutes by the shipped template; one page that also
says what the environment did. A claim counts as E5 only with a document, a number or a
witness and an answer to "what else could explain it?". Never averaged, never extrapolated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from jitdesk.errors import UsageError
from jitdesk.loops.contribution import Contribution, moment_of
from jitdesk.loops.decision import Decision, of
from jitdesk.loops.machine import Act, Need, Standing, allowed

OFFERED: Final = "offered"
INTERVIEW: Final = "interview"
TOLD: Final = "told"
LEFT: Final = "left"
_OPEN: Final = frozenset({OFFERED, INTERVIEW})
_DAYS: Final = {OFFERED: 60, INTERVIEW: 20}
"""Working days: a quarter for the choice, a month for the interview (our choice)."""
_EACH: Final = 3
_PROOF: Final = re.compile(r"(document|number|witness)\s*:\s*\S.*", re.IGNORECASE)
RESULTS: Final = ("worked", "trouble")

ACTS: Final = (
    Act(
        INTERVIEW,
        "Ask for 20 minutes",
        frozenset({OFFERED}),
        INTERVIEW,
        (Need("when", "When and where? They read it."),),
    ),
    Act(
        TOLD,
        "Write the story",
        _OPEN,
        TOLD,
        (
            Need("situation", "In which situation, without names?"),
            Need("change", "What was done differently, with which page?"),
            Need("result", "What came of it, also what failed?"),
            Need("environment", "What did manager, tools and time do for or against it?"),
        ),
        (
            Need("proof", "document: …, number: … or witness: …"),
            Need("other", "What else could explain it?"),
        ),
    ),
    Act(LEFT, "Leave it", _OPEN, LEFT, (Need("reason", "Why? They read it."),)),
)


@dataclass(frozen=True, slots=True)
class SuccessCase:
    """A story as the report tells it; nobody is named.

    Attributes:
        grade: E5 with proof and an answer to what else could explain it, else E2.
    """

    guide: str
    day: date
    situation: str
    change: str
    result: str
    environment: str
    proof: str = ""
    other: str = ""
    grade: str = "E2"


def standing(
    contribution: Contribution,
    board: Sequence[Decision],
    _replies: Sequence[Contribution] = (),
) -> Standing:
    """Return where an offer to be asked is."""
    state, since = OFFERED, contribution.at
    targets = {act.name: act for act in ACTS}
    for decision in of(contribution.id, board):
        act = targets.get(decision.act)
        if act is not None and state in act.sources:
            state, since = act.to, moment_of(decision.id)
    return Standing(state, since.date(), _DAYS.get(state, 0))


def check(state: str, name: str, fields: Mapping[str, str]) -> Act:
    """Return the act if it may be done.

    Raises:
        UsageError: it may not; the text says why.
    """
    act = allowed(ACTS, state, name, fields)
    proof = fields.get("proof", "").strip()
    if name == TOLD and proof and not _PROOF.fullmatch(proof):
        raise UsageError("“proof” begins with document:, number: or witness: and says which.")
    return act


def grade(fields: Mapping[str, str]) -> str:
    """Return E5 for a claim with proof and another explanation weighed, else E2."""
    proven = bool(_PROOF.fullmatch(fields.get("proof", "").strip()))
    return "E5" if proven and len(fields.get("other", "").split()) >= _EACH else "E2"


def told(board: Iterable[Decision]) -> list[SuccessCase]:
    """Return the stories on a board, the newest first."""
    found = []
    for decision in board:
        more = decision.more
        if decision.act == TOLD and all(more.get(need.name) for need in ACTS[1].needs):
            found.append(
                SuccessCase(
                    decision.guide,
                    moment_of(decision.id).date(),
                    more["situation"],
                    more["change"],
                    more["result"],
                    more["environment"],
                    more.get("proof", ""),
                    more.get("other", ""),
                    grade(more),
                )
            )
    return sorted(found, key=lambda case: case.day, reverse=True)


def candidates(offers: Iterable[Contribution]) -> dict[str, tuple[list[Contribution], ...]]:
    """Return guide -> (three with the best results, three with the worst), the newest first.

    The extremes tell what works and what is in the way; the middle tells neither.
    """
    by_guide: dict[str, list[Contribution]] = {}
    for offer in sorted(offers, key=lambda c: c.id, reverse=True):
        by_guide.setdefault(offer.guide, []).append(offer)
    return {
        guide: tuple(
            [o for o in own if o.more.get("result") == result][:_EACH] for result in RESULTS
        )
        for guide, own in by_guide.items()
    }
