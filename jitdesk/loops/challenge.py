"""Challenge: should we do this at all, or like this? (double loop). States and clocks. Pure.

raised -> acknowledged -> (clarifying) -> (testing) -> upheld | revised | withdrawn ->
carried; a new observation opens it again. The rule stays in force until decided. Whoever
acknowledges says the point in words that the challenger agrees with, the goal behind the
rule and who may decide; whoever decides quotes what was seen. "Because it is policy" names
no goal and no observation, so it is refused (Argyris; measurement model C3).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from jitdesk.errors import UsageError
from jitdesk.loops.contribution import Contribution, moment_of
from jitdesk.loops.decision import Decision, of
from jitdesk.loops.machine import Act, Need, Standing, allowed, check_day
from jitdesk.loops.moment import telling

RAISED: Final = "raised"
ACKNOWLEDGED: Final = "acknowledged"
CLARIFYING: Final = "clarifying"
TESTING: Final = "testing"
UPHELD: Final = "upheld"
REVISED: Final = "revised"
WITHDRAWN: Final = "withdrawn"
CARRIED: Final = "carried"
OUTCOMES: Final = (UPHELD, REVISED, WITHDRAWN)
_DAYS: Final = {
    RAISED: 2, ACKNOWLEDGED: 20, CLARIFYING: 5, TESTING: 60, REVISED: 5, WITHDRAWN: 5,
}  # fmt: skip
_LONGEST_TEST: Final = 60
_UNDECIDED: Final = frozenset({ACKNOWLEDGED, CLARIFYING, TESTING})
_EMPTY: Final = frozenset(
    telling(
        """because policy policies rule rules company compliance always been done have has
        must so order orders regulation regulations procedure standard required that weil
        richtlinie regel vorschrift firma immer schon gemacht muss so anweisung"""
    )
)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")

ACTS: Final = (
    Act(
        ACKNOWLEDGED,
        "Acknowledge",
        frozenset({RAISED}),
        ACKNOWLEDGED,
        (
            Need("restated", "The point in your words, so that the sender would say: yes."),
            Need("goal", "Which goal does the rule serve?"),
            Need("decider", "Who may decide?"),
        ),
    ),
    Act(
        CLARIFYING,
        "Ask back",
        frozenset({ACKNOWLEDGED}),
        CLARIFYING,
        (Need("question", "What is open?"),),
    ),
    Act(
        TESTING,
        "Test it",
        frozenset({ACKNOWLEDGED, CLARIFYING}),
        TESTING,
        (
            Need("trial", "What is done differently, and where?"),
            Need("until", "Until when (2026-12-24)?"),
            Need("measure", "What would show who is right?"),
            Need("stop", "When is it stopped at once?"),
        ),
    ),
    *(
        Act(
            outcome,
            label,
            _UNDECIDED,
            outcome,
            (
                Need("reason", "Why? It answers what was seen and the goal."),
                Need("quote", "Which words of the observation does it answer?"),
            ),
        )
        for outcome, label in zip(OUTCOMES, ("Uphold", "Revise", "Withdraw"), strict=True)
    ),
    Act(
        CARRIED,
        "It is in",
        frozenset({REVISED, WITHDRAWN}),
        CARRIED,
        (Need("version", "In which version?"),),
        (Need("assumption", "The assumption as it is now"), Need("breaks_if", "It breaks if")),
    ),
)


def standing(
    contribution: Contribution, board: Sequence[Decision], replies: Sequence[Contribution] = ()
) -> Standing:
    """Return where a challenge is; a new observation opens a decided one again."""
    state, since = RAISED, contribution.at
    log = [(d.id, d.act, "") for d in of(contribution.id, board)]
    log += [(r.id, "reply", r.text) for r in replies if r.about == contribution.id]
    targets = {act.name: act for act in ACTS}
    for number, name, text in sorted(log):
        if name == "reply":
            new = text.casefold() != contribution.text.casefold()
            if state == CLARIFYING or (state in {*OUTCOMES, CARRIED} and new):
                state = ACKNOWLEDGED if state == CLARIFYING else RAISED
                since = moment_of(number)
        elif name in targets and state in targets[name].sources:
            state, since = targets[name].to, moment_of(number)
    return Standing(state, since.date(), _DAYS.get(state, 0))


def is_open(state: str) -> bool:
    """Return whether the question shows on the guide."""
    return state not in {UPHELD, CARRIED}


def check(
    state: str, name: str, fields: Mapping[str, str], contribution: Contribution, today: date
) -> Act:
    """Return the act if it may be done.

    Raises:
        UsageError: it may not; the text says why.
    """
    act = allowed(ACTS, state, name, fields)
    if name == ACKNOWLEDGED and not _says_something(fields["goal"]):
        raise UsageError("“goal” names what the rule protects or makes possible, not a policy.")
    if name == TESTING:
        check_day(fields["until"], today, _LONGEST_TEST, "test")
    if name in OUTCOMES:
        _check_reason(fields["reason"], fields["quote"], contribution)
    return act


def _check_reason(reason: str, quote: str, contribution: Contribution) -> None:
    if not _says_something(reason):
        raise UsageError(
            "“because it is policy” is no reason: say what the goal and the observation mean."
        )
    seen = " ".join([contribution.text, *contribution.more.values()]).casefold()
    if " ".join(quote.split()).casefold() not in seen or len(telling(quote)) < 1:
        raise UsageError(f"“quote” takes words of the observation: “{contribution.text}”.")


def _says_something(text: str) -> bool:
    return len(telling(text) - _EMPTY) >= 2
