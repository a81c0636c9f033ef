"""Learning is found where there is some, and not where a task merely became rarer (B6)."""

from __future__ import annotations

import math
import random

import pytest

from jitdesk.impact.applied import unaided
from jitdesk.impact.forgetting import Look, fit
from jitdesk.impact.metrics import metrics
from jitdesk.learning.event import Name
from tests.support.histories import Person, world

STRENGTH = 8.0
SPREAD = 0.5


def simulated(gain: float, luck: random.Random, people: int = 20, uses: int = 6) -> list[Look]:
    """Return performances of people who differ by a log-normal strength."""
    found = []
    for _ in range(people):
        own = STRENGTH * math.exp(luck.gauss(0, SPREAD))
        for n in range(uses):
            gap = luck.expovariate(1 / 20) + 0.5
            known = (1 + gap / (own * gain**n)) ** -0.5
            found.append(Look(gap, n, luck.random() > known))
    return found


def detected(gain: float, runs: int) -> float:
    luck = random.Random(4)
    curves = [fit(simulated(gain, luck)) for _ in range(runs)]
    return sum(curve is not None and curve.learning for curve in curves) / runs


def test_from_twenty_people_and_120_doings_a_gain_of_two_is_found() -> None:
    assert detected(2.0, 6) >= 0.8


def test_no_learning_is_not_found() -> None:
    assert detected(1.0, 6) <= 0.2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("gain", "low", "high"), [(1.0, 0.0, 0.05), (1.5, 0.6, 1.0), (2.0, 0.95, 1.0)]
)
def test_gains_are_detected_as_in_the_measurement_model(
    gain: float, low: float, high: float
) -> None:
    """B6: 1 %, 70 % and 98 % in 120 runs of 20 x 6."""
    assert low <= detected(gain, 120) <= high


def rarer(luck: random.Random) -> list[Person]:
    """People who never learn it, and do the task less and less often."""
    people = [Person(n) for n in range(25)]
    for person in people:
        ago, gap = 150.0, 3.0
        person.add(Name.OPENED, ago).perform(ago, support=3)
        while (ago := ago - gap) > 1:
            known = (1 + gap / STRENGTH) ** -0.5  # k = 1: no use makes it stronger
            person.perform(ago, support=3 if luck.random() > known else 0)
            gap *= 1.25
    return people


def test_a_task_that_became_rarer_is_not_reported_as_learning() -> None:
    """Look-ups fall by more than half, look-ups per doing stay: no learning."""
    people = rarer(random.Random(3))
    early = sum(e.at < people[0].events[0].at + 30 * 86_400 for p in people for e in p.events)
    late = sum(e.at > people[0].events[0].at + 90 * 86_400 for p in people for e in p.events)
    assert late < early / 2
    told = world(*people)
    m8 = next(m for m in metrics(told) if m.id == "M8")
    figure = m8.figures[0]
    assert figure.is_shown
    assert figure.low is not None
    assert figure.low <= 1.0
    assert "every time" in figure.note
    months = [share.value for _, _, share in unaided(told).months]
    assert months[-1] <= months[1] + 0.05  # per doing it became no better
