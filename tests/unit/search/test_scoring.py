"""What is left out while a word is typed would not have come among the best."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jitdesk.search.alternatives import Alternative, Meaning
from jitdesk.search.asking import AskedWord
from jitdesk.search.codec import Postings
from jitdesk.search.found import Found
from jitdesk.search.scoring import CLOSER, Scored, add_word, closest, finished, score_all, value_of

Impacts = dict[int, int]

IMPACTS = st.dictionaries(st.integers(0, 400), st.integers(1, 255), min_size=1, max_size=120)
WORD = st.lists(st.tuples(st.sampled_from((1.0, 0.92, 0.5, 0.35)), IMPACTS), min_size=1, max_size=4)


def found(impacts: Impacts) -> Found:
    guides = sorted(impacts)
    part = Postings(array("I", guides), bytes(impacts[guide] for guide in guides))
    return Found(((0, part),), len(part))


def meaning(name: str, ways: list[tuple[float, Impacts]]) -> Meaning:
    listed = [
        Alternative("w", f"{name}{number}", factor, found(impacts))
        for number, (factor, impacts) in enumerate(sorted(ways, key=lambda way: -way[0]))
    ]
    return Meaning(AskedWord(name), tuple(listed))


@given(st.lists(st.tuples(WORD, st.floats(0.1, 8)), min_size=1, max_size=4))
def test_the_best_guides_are_those_of_a_sum_over_all(
    asked: list[tuple[list[tuple[float, Impacts]], float]],
) -> None:
    words = [meaning(f"word{number}", ways) for number, (ways, _) in enumerate(asked)]
    weights = [weight for _, weight in asked]
    before = Scored({})
    for word, weight in zip(words[:-1], weights[:-1], strict=True):
        before = add_word(before, finished(word, weight), word, weight)
    seen = closest(before, words[-1], weights[-1])
    everything = score_all(words, weights)
    best = sorted(everything.values(), reverse=True)[:CLOSER]
    assert sorted(seen.values(), reverse=True)[: len(best)] == pytest.approx(best)


@given(WORD, WORD)
def test_one_guide_scores_what_it_scores_among_all(
    first: list[tuple[float, Impacts]], second: list[tuple[float, Impacts]]
) -> None:
    words = [meaning("first", first), meaning("second", second)]
    before = add_word(Scored({}), finished(words[0], 2.0), words[0], 2.0)
    for guide, value in score_all(words, (2.0, 3.0)).items():
        assert abs(value_of(guide, before, words[1], 3.0) - value) < 1e-9


def test_guides_that_are_gone_do_not_fill_the_list_of_the_strongest() -> None:
    part = Postings(array("I", range(200)), bytes([200] * 100 + [100] * 100))
    gone = Found(((0, part),), 200, gone=frozenset(range(100)))
    assert {guide for _, guide in gone.top} <= set(range(100, 200))
    assert gone.impact(3) == 0


def test_the_weak_part_of_a_long_list_is_known_guide_by_guide() -> None:
    whole = Postings(array("I", range(2000)), bytes(guide % 200 + 1 for guide in range(2000)))
    strong = Postings(array("I", [199, 399]), bytes([200, 200]))
    long = Found(((10, whole),), 2000, ((10, strong),))
    assert long.impacts == {209: 200, 409: 200}
    assert long.impact(10 + 57) == 58
    assert long.impact(5) == 0
