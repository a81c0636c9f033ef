"""Success cases: extremes are asked, a claim needs proof, nobody is named."""

from __future__ import annotations

import pytest

from jitdesk.errors import UsageError
from jitdesk.loops import story
from jitdesk.loops.case import cases
from jitdesk.loops.contribution import Contribution, Kind
from tests.unit.loops.test_loops import MONDAY, did, said

STORY = {
    "situation": "A supplier sent new bank details.",
    "change": "They called the number from the contract.",
    "result": "The details were false; nothing was paid.",
    "environment": "The manager gave the time for the call.",
}
PROOF = {
    "proof": "document: the police report of 3 March",
    "other": "The bank might have stopped it",
}


def offer(result: str = "worked", day: float = 0, guide: str = "a") -> Contribution:
    more = {"result": result}
    return said("I called first", Kind.STORY, day=day, guide=guide, name="Ann", more=more)


def test_an_offer_is_asked_told_and_closed() -> None:
    one = offer()
    (case,) = cases([one], [])
    assert (case.standing.state, case.is_open) == ("offered", True)
    board = [did(one, "interview", 1, when="Tuesday at ten")]
    assert cases([one], board)[0].standing.state == "interview"
    board.append(did(one, "told", 2, **STORY))
    assert not cases([one], board)[0].is_open
    assert not cases([one], board)[0].acts


@pytest.mark.parametrize("missing", STORY)
def test_a_story_without_one_of_its_lines_is_refused(missing: str) -> None:
    fields = {name: text for name, text in STORY.items() if name != missing}
    with pytest.raises(UsageError, match=missing):
        cases([offer()], [])[0].check("told", fields, MONDAY.date())


def test_a_claim_is_e5_only_with_proof_and_another_explanation() -> None:
    assert story.grade({**STORY, **PROOF}) == "E5"
    assert story.grade({**STORY, "proof": PROOF["proof"]}) == "E2"
    assert story.grade({**STORY, "other": PROOF["other"]}) == "E2"
    assert story.grade({**STORY, **PROOF, "other": "no"}) == "E2"
    with pytest.raises(UsageError, match="document"):
        story.check("interview", "told", {**STORY, "proof": "everybody says so"})


def test_the_report_gets_the_story_and_no_name() -> None:
    one = offer()
    (told,) = story.told([did(one, "told", 2, guide="p/a", **STORY, **PROOF)])
    assert (told.grade, told.guide, told.result) == ("E5", "p/a", STORY["result"])
    assert "Ann" not in str(told)
    assert story.told([did(one, "told", 2, situation="only")]) == []


def test_candidates_are_the_three_best_and_the_three_worst_of_each_guide() -> None:
    offers = [offer("worked", n) for n in range(5)] + [offer("trouble", n) for n in range(2)]
    best, worst = story.candidates([*offers, offer("worked", guide="b")])["a"]
    assert [o.id for o in best] == [offers[n].id for n in (4, 3, 2)]
    assert [o.more["result"] for o in worst] == ["trouble", "trouble"]
