"""When a recalled answer is asked for again: FSRS (the open spaced-repetition scheduler).

"Not yet" comes again no sooner than after two days, "partly" is a hard success, "had it"
twice at least a week apart is the end (measurement model B5). FSRS knows the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final, NamedTuple

HAD: Final = "had"
PARTLY: Final = "partly"
NOT_YET: Final = "not"
_DAY: Final = 86_400.0
_APART: Final = 7 * _DAY
_SOONEST_AGAIN: Final = 2 * _DAY
_RETENTION: Final = 0.9
"""The share that is to be recalled when it is asked again: FSRS's own default."""


class Recalled(NamedTuple):
    """One answer: when (seconds since 1970) and had, partly or not."""

    at: float
    answer: str


def is_finished(answers: Sequence[Recalled]) -> bool:
    """Return whether the last two answers were "had it", a week or more apart."""
    had = [a.at for a in answers if a.answer == HAD]
    failed = max((a.at for a in answers if a.answer == NOT_YET), default=-1.0)
    after = [at for at in had if at > failed]
    return bool(after) and max(after) - min(after) >= _APART


def next_due(answers: Sequence[Recalled]) -> float:
    """Return when to ask again, seconds since 1970; 0 = never asked before.

    >>> day = 86_400.0
    >>> next_due([Recalled(0.0, "not")]) / day
    2.0
    """
    if not answers:
        return 0.0
    # Late: 30 ms that a start must not wait for.
    from fsrs import Card, Rating, Scheduler  # noqa: PLC0415

    scheduler = Scheduler(
        desired_retention=_RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    ratings = {HAD: Rating.Good, PARTLY: Rating.Hard, NOT_YET: Rating.Again}
    card = Card(card_id=1)
    for answer in answers:
        moment = datetime.fromtimestamp(answer.at, UTC)
        card, _ = scheduler.review_card(card, ratings.get(answer.answer, Rating.Hard), moment)
    last = answers[-1]
    due = card.due.timestamp()
    return max(due, last.at + _SOONEST_AGAIN) if last.answer == NOT_YET else due
