"""Nobody can be singled out: below the limit nothing, above it nothing that one person moves."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from jitdesk.impact.disclosure import at_least, drawn_by, hidden_parts, is_shown, rounded_share
from jitdesk.impact.metrics import metrics
from jitdesk.impact.page import page
from jitdesk.impact.report import make_report
from jitdesk.learning.event import Name
from tests.support.histories import Person, world


def ids(count: int, salt: str = "") -> list[str]:
    return [f"{salt}{n}" for n in range(count)]


def test_a_count_is_a_multiple_of_five_and_never_too_high() -> None:
    for count in range(60):
        shown = at_least(ids(count), "d")
        assert shown % 5 == 0
        assert count - 13 < shown <= count
        assert at_least(ids(count)[::-1], "d") == shown  # the same group, the same number


@pytest.mark.parametrize("count", range(5))
def test_below_five_nothing_is_shown_whatever_was_asked_for(count: int) -> None:
    assert not is_shown(ids(count), "d", minimum=1)
    assert at_least(ids(count), "d") == 0


def test_a_hidden_part_cannot_be_computed_from_the_others() -> None:
    assert hidden_parts({"a": 3, "b": 12, "c": 40}) == frozenset({"a", "b"})
    assert hidden_parts({"a": 3, "b": 4, "c": 40}) == frozenset({"a", "b", "c"})
    assert hidden_parts({"a": 11, "b": 12}) == frozenset()
    assert hidden_parts({"a": 0, "b": 12}) == frozenset()


def test_shares_are_rounded_to_five_points_below_a_hundred_people() -> None:
    assert rounded_share(0.123, 50) == 0.10
    assert rounded_share(0.123, 150) == 0.12


def test_one_person_below_the_limit_shows_nothing_at_all() -> None:
    def nine(count: int) -> list[Person]:
        people = [Person(n) for n in range(count)]
        for person in people:
            person.add(Name.USED, 40).perform(39, support=0)
            for _ in range(9):
                person.episode(3, 5_000)
        return people

    for count, some in ((9, False), (30, True)):
        told = metrics(world(*nine(count), minimum=10))
        shown = [f for m in told if m.id != "M14" for f in m.figures if f.is_shown]
        assert bool(shown) is some
    text = page(make_report(world(*nine(9), minimum=10)))
    assert "Fewer than 10 people" in text
    assert "p-0001" not in text


def attack(people: int, chance: float, trials: int, luck: random.Random) -> float:
    """Return how much a manager gains who sees the number with and without one person.

    He knows how many there are and how many usually use it, and guesses the most probable
    answer for each pair of numbers that he may see.
    """
    seen: Counter[tuple[int, int, bool]] = Counter()
    for trial in range(trials):
        used = [luck.random() < chance for _ in range(people)]
        names = [f"{trial}-{n}" for n in range(people)]
        with_him = [name for name, did in zip(names, used, strict=True) if did]
        without = [name for name in with_him if name != names[0]]
        pair = published(with_him, names), published(without, names[1:])
        seen[*pair, used[0]] += 1
    pairs = {(a, b) for a, b, _ in seen}
    right = sum(max(seen[a, b, True], seen[a, b, False]) for a, b in pairs)
    truth = sum(count for (_, _, did), count in seen.items() if did)
    return (right - max(truth, trials - truth)) / trials


def published(group: list[str], everybody: list[str]) -> int:
    draw = drawn_by(everybody)
    return at_least(group, draw) if is_shown(group, draw, 5) else 0


@pytest.mark.parametrize("people", [6, 12, 30])
def test_the_differencing_attack_gains_little(people: int) -> None:
    luck = random.Random(7)
    assert attack(people, 0.5, 2_000, luck) <= 0.075  # fewer trials: 2 points of luck


@pytest.mark.slow
@pytest.mark.parametrize("chance", [0.1, 0.3, 0.5, 0.7, 0.9])
@pytest.mark.parametrize("people", [5, 6, 8, 10, 15, 25, 50])
def test_the_differencing_attack_gains_at_most_six_points(people: int, chance: float) -> None:
    """trust.md: 20,000 trials a cell; raw counts in groups of five would give 50 points."""
    assert attack(people, chance, 20_000, random.Random(people)) <= 0.06
