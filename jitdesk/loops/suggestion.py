"""Suggest: the same goal, a better way (kaizen). Its states, acts and clocks. Pure.

sent -> seen -> accepted | needs-info | declined; accepted -> pilot -> shipped. A trial runs until
its day for its audience and may be adapted; keeping it ships it, declining takes it back.
Declining takes a reason that its author can use. Clocks in working days: seen 2, decision
10, a trial its own; overdue goes to the owner's deputy (measurement model C2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from jitdesk.errors import UsageError
from jitdesk.guides.pilot import MEASURE
from jitdesk.learning.working_days import between
from jitdesk.loops.contribution import Contribution, moment_of
from jitdesk.loops.decision import Decision, of
from jitdesk.loops.machine import Act, Need, Standing, allowed, check_day

SENT: Final = "sent"
SEEN: Final = "seen"
NEEDS_INFO: Final = "needs-info"
ACCEPTED: Final = "accepted"
PILOT: Final = "pilot"
SHIPPED: Final = "shipped"
DECLINED: Final = "declined"
_OPEN: Final = frozenset({SENT, SEEN})
ADAPTED: Final = "adapted"
FIXED: Final = "fixed"
"""Its sender put it right at once: they may write the page."""
_DAYS: Final = {SENT: 2, SEEN: 10, NEEDS_INFO: 10, ACCEPTED: 20, PILOT: 40}
_LONGEST_TRIAL: Final = 60
"""Working days, as for a tested rule (our choice)."""
_REASON_WORDS: Final = 3

ACTS: Final = (
    Act(SEEN, "Seen", frozenset({SENT}), SEEN),
    Act(FIXED, "Put right", frozenset(), SHIPPED, (Need("version", "In which version?"),)),
    Act(
        ACCEPTED,
        "Accept",
        _OPEN,
        ACCEPTED,
        (Need("who", "Who does it?"), Need("until", "Until when (2026-12-24)?")),
    ),
    Act(
        NEEDS_INFO, "Ask back", _OPEN, NEEDS_INFO, (Need("question", "What do you need to know?"),)
    ),
    Act(
        DECLINED,
        "Decline",
        _OPEN | {ACCEPTED, PILOT, NEEDS_INFO},
        DECLINED,
        (Need("reason", "Why not? The sender reads it."),),
    ),
    Act(
        PILOT,
        "Try it out",
        frozenset({ACCEPTED}),
        PILOT,
        (
            Need("audience", "Who tries it? Groups with commas between them."),
            Need("until", "Until when (2026-12-24)?"),
            Need("measure", "Which figure of the report should move (M1 to M10)?"),
        ),
    ),
    Act(
        ADAPTED,
        "Adapt the trial",
        frozenset({PILOT}),
        PILOT,
        (Need("until", "Until when (2026-12-24)?"),),
    ),
    Act(
        SHIPPED,
        "It is in",
        frozenset({ACCEPTED, PILOT}),
        SHIPPED,
        (Need("version", "In which version?"),),
        (Need("what", "What changed, in one line?"),),
    ),
)


def standing(
    contribution: Contribution, board: Sequence[Decision], replies: Sequence[Contribution] = ()
) -> Standing:
    """Return where a suggestion is; a reply of the sender makes it open again."""
    state, since, until = SENT, contribution.at, ""
    log = [(d.id, d.act, d.more.get("until", "")) for d in of(contribution.id, board)]
    log += [(r.id, "reply", "") for r in replies if r.about == contribution.id]
    targets = {act.name: act for act in ACTS}
    for number, name, day in sorted(log):
        if name == "reply" and state == NEEDS_INFO:
            state, since = SEEN, moment_of(number)
        elif name == FIXED and state in _OPEN:
            state, since = SHIPPED, moment_of(number)
        elif name in targets and state in targets[name].sources:
            state, since, until = targets[name].to, moment_of(number), day
    days = _trial_days(since.date(), until) if state == PILOT else 0
    return Standing(state, since.date(), days or _DAYS.get(state, 0))


def _trial_days(since: date, until: str) -> int:
    try:
        return max(1, between(since, date.fromisoformat(until)))
    except ValueError:
        return 0


def check(state: str, name: str, fields: Mapping[str, str], today: date) -> Act:
    """Return the act if it may be done.

    Raises:
        UsageError: it may not; the text says why.
    """
    act = allowed(ACTS, state, name, fields)
    if name == DECLINED and len(fields["reason"].split()) < _REASON_WORDS:
        raise UsageError("“declined” needs a reason of at least three words.")
    if name in {PILOT, ADAPTED}:
        check_day(fields["until"], today, _LONGEST_TRIAL, "trial")
    if name == PILOT and not MEASURE.search(fields["measure"]):
        raise UsageError("“measure” names a figure of the report, M1 to M10, such as M9.")
    return act
