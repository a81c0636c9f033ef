"""Contributions, grouping and the state machines: what may happen, and what may not."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from jitdesk.authoring.asked import with_asked
from jitdesk.authoring.document import fields_of
from jitdesk.authoring.release import released
from jitdesk.errors import UsageError
from jitdesk.learning.working_days import between, on_or_after, plus
from jitdesk.loops import challenge, suggestion, triage
from jitdesk.loops.case import cases, open_questions
from jitdesk.loops.contribution import MAX_BYTES, Contribution, Kind, new_id, read_contribution
from jitdesk.loops.decision import Decision, read_decision
from jitdesk.loops.machine import responsible
from jitdesk.loops.moment import moments, same_moment

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
SEEN = "On 3 March the supplier waited eleven days because two people had to sign 40 euros"


def said(text: str, kind: Kind = Kind.ASK, day: float = 0, **more: object) -> Contribution:
    number = new_id(MONDAY + timedelta(days=day))
    return Contribution(number, kind, text, **more)  # type: ignore[arg-type]


def did(about: Contribution, act: str, day: float, **more: str) -> Decision:
    reason = more.pop("reason", "")
    guide = more.pop("guide", "")
    number = new_id(MONDAY + timedelta(days=day))
    return Decision(number, (about.id,), act, "owner", guide, reason, more)


def test_a_contribution_comes_back_as_it_went() -> None:
    one = said("where is the IBAN", app="erp", sender="p-1", more={"a": "b"})
    assert read_contribution(one.to_json()) == one


def test_ids_sort_by_time() -> None:
    ids = [new_id(MONDAY + timedelta(milliseconds=n)) for n in range(50)]
    assert ids == sorted(ids)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b"{}" * 3, b'{"schema": "jitdesk-inbox/1"}',
        b'{"schema": "jitdesk-inbox/1", "id": "../../x", "kind": "ask"}',
        b'{"schema": "jitdesk-inbox/1", "id": "20260302T090000000Z-aabbccdd", "kind": "bomb"}',
        b'{"schema":"jitdesk-inbox/1","id":"20260302T090000000Z-aabbccdd","kind":"ask"}'
        + b" " * MAX_BYTES,
        b"[" * 5_000,
    ],
)  # fmt: skip
def test_what_anybody_put_there_is_left_out(data: bytes) -> None:
    assert read_contribution(data) is None
    assert read_decision(data) is None


def test_texts_of_strangers_become_one_short_plain_line() -> None:
    raw = {
        "schema": "jitdesk-inbox/1", "id": "20260302T090000000Z-aabbccdd", "kind": "ask",
        "text": "a\n\x1b[31mb\u202ec" + "x" * 5_000, "guide": ["no"], "more": {"k" * 99: 1},
    }  # fmt: skip
    read = read_contribution(json.dumps(raw).encode())
    assert read is not None
    assert "\n" not in read.text
    assert "\u202e" not in read.text
    assert len(read.text) <= 600
    assert all(len(name) <= 40 for name in read.more)


def test_askers_are_counted_not_messages() -> None:
    sent = [
        said("change iban of supplier", sender="p-1"),
        said("supplier iban changed", sender="p-1", day=1),
        said("iban change for a supplier", sender="p-2", day=2),
        said("book a train", sender="p-3", day=3),
    ]
    found = moments(sent)
    assert [(m.askers, len(m.contributions)) for m in found] == [(2, 3), (1, 1)]
    assert found[0].words[0] == "iban change for a supplier"


def test_the_same_step_of_the_same_guide_is_one_moment() -> None:
    one = said("what is a BIC", Kind.STUCK, guide="a", step="Step 2 of 5")
    two = said("no idea", Kind.FAILED, guide="a", step="Step 2 of 5")
    assert same_moment(one, two)
    assert not same_moment(one, said("no idea", Kind.STUCK, guide="b", step="Step 2 of 5"))


def test_high_stakes_come_before_one_more_asker() -> None:
    sent = [
        said("x1", Kind.STUCK, guide="safe", step="1", sender="a"),
        said("x2", Kind.STUCK, guide="calm", step="1", sender="a"),
        said("x3", Kind.STUCK, guide="calm", step="1", sender="b"),
    ]
    assert [m.guide for m in moments(sent, stakes={"safe": "high"})] == ["safe", "calm"]


def test_who_asks_after_the_answer_opens_it_again() -> None:
    first = said("where is the vat form")
    done = did(first, "found", 1, guide="p/a")
    assert moments([first], [done])[0].state == "found"
    again = said("where is the vat form", day=2, sender="p-9")
    assert moments([first, again], [done])[0].state == "new"


@pytest.mark.parametrize(
    ("act", "fields", "missing"),
    [
        ("not-now", {"reason": ""}, "reason"),
        ("not-now", {"reason": "no"}, "reason"),
        ("forward", {"to": " "}, "who"),
        ("found", {"guide": ""}, "guide"),
        ("shrug", {}, "no “shrug”"),
    ],
)
def test_an_answer_says_what_the_asker_needs(
    act: str, fields: dict[str, str], missing: str
) -> None:
    with pytest.raises(UsageError, match=missing):
        triage.check(act, **fields)


def test_the_asker_is_told_once_and_of_nothing_else() -> None:
    one, other = said("a b c"), said("d e f")
    board = [did(one, "found", 1, guide="p/a")]
    found = triage.answers([one, other], board, [])
    assert [(a.contribution.id, a.guide) for a in found] == [(one.id, "p/a")]
    assert triage.answers([one], board, [triage.told_mark(found[0])]) == []


def test_two_working_days_without_an_answer_are_late() -> None:
    moment = moments([said("a b c", day=3)])[0]  # Thursday
    assert not triage.is_late(moment, date(2026, 3, 9))  # Monday: two working days
    assert triage.is_late(moment, date(2026, 3, 10))


def test_working_days_leave_weekends_out() -> None:
    friday = date(2026, 3, 6)
    assert on_or_after(date(2026, 3, 7)) == date(2026, 3, 9)
    assert plus(friday, 1) == date(2026, 3, 9)
    assert between(friday, date(2026, 3, 9)) == 1
    assert between(friday, date(2026, 3, 8)) == 0
    for days in range(40):
        day = friday + timedelta(days=days)
        slow = sum((friday + timedelta(days=n)).weekday() < 5 for n in range(1, days + 1))
        assert between(friday, day) == slow


# -- suggestions ------------------------------------------------------------------------


def test_a_suggestion_goes_through_all_its_states() -> None:
    one = said("one click less", Kind.SUGGEST, guide="a")
    board: list[Decision] = []
    for day, (act, fields, state) in enumerate(
        [
            ("seen", {}, "seen"),
            ("needs-info", {"question": "which?"}, "needs-info"),
            ("reply", {}, "seen"),
            ("accepted", {"who": "kim", "until": "2026-03-20"}, "accepted"),
            ("pilot", {"audience": "team", "until": "2026-03-20", "measure": "M9"}, "pilot"),
            ("shipped", {"version": "1.1.0"}, "shipped"),
        ],
        start=1,
    ):
        before = suggestion.standing(one, board, replies(one, day)).state
        if act != "reply":
            suggestion.check(before, act, fields, MONDAY.date())
            board.append(did(one, act, day, **fields))
        standing = suggestion.standing(one, board, replies(one, day))
        assert standing.state == state, act
        assert standing.since == (MONDAY + timedelta(days=day)).date()


def replies(one: Contribution, day: int) -> list[Contribution]:
    if day < 3:
        return []
    return [said("the second", Kind.REPLY, day=3, about=one.id)]


@pytest.mark.parametrize("reason", ["", "no", "no way"])
def test_declining_without_a_reason_is_impossible(reason: str) -> None:
    with pytest.raises(UsageError, match="reason"):
        suggestion.check("seen", "declined", {"reason": reason}, MONDAY.date())


def test_acts_out_of_their_turn_are_refused_and_change_nothing() -> None:
    one = said("x", Kind.SUGGEST)
    with pytest.raises(UsageError, match="not possible"):
        suggestion.check("sent", "shipped", {"version": "2"}, MONDAY.date())
    forged = [did(one, "shipped", 1, version="2")]
    assert suggestion.standing(one, forged).state == "sent"


def test_overdue_goes_to_the_deputy() -> None:
    one = said("x", Kind.SUGGEST)
    standing = suggestion.standing(one, [])
    assert responsible("finance", "team lead", standing, date(2026, 3, 4)) == "finance"
    assert responsible("finance", "team lead", standing, date(2026, 3, 5)) == "team lead"
    assert responsible("finance", "", standing, date(2026, 3, 5)) == "finance"
    seen = suggestion.standing(one, [did(one, "seen", 1)])
    assert not seen.is_overdue(plus(date(2026, 3, 3), 10))
    assert seen.is_overdue(plus(date(2026, 3, 3), 11))


# -- challenges -------------------------------------------------------------------------

RULE = {"assumption": "Two people sign everything", "consequence": "we pay late"}
ACKNOWLEDGED = {
    "restated": "small sums wait too long",
    "goal": "nobody pays a forged invoice alone",
    "decider": "head of finance",
}
GOOD = {
    "reason": "forged invoices are above 500, so eleven days for small sums protect nobody",
    "quote": "eleven days",
}


def questioned() -> Contribution:
    return said(SEEN, Kind.CHALLENGE, guide="pay", more=RULE)


def test_a_challenge_goes_through_all_its_states() -> None:
    one, board = questioned(), []
    today = MONDAY.date()
    until = (MONDAY + timedelta(days=30)).date().isoformat()
    trial = {"trial": "one signature below 100", "until": until, "measure": "days", "stop": "loss"}
    for day, (act, fields) in enumerate(
        [
            ("acknowledged", ACKNOWLEDGED),
            ("clarifying", {"question": "which supplier?"}),
            ("testing", trial),
            ("revised", GOOD),
            ("carried", {"version": "2.0.0"}),
        ],
        start=1,
    ):
        state = challenge.standing(one, board).state
        challenge.check(state, act, fields, one, today)
        board.append(did(one, act, day, **fields))
        assert challenge.standing(one, board).state == act
    assert not challenge.is_open("carried")


@pytest.mark.parametrize(
    "reason",
    [
        "", "because it is policy", "Because it is our company policy.",
        "We have always done it so", "weil es so Vorschrift ist", "rules must be rules",
    ],
)  # fmt: skip
def test_because_it_is_policy_is_refused(reason: str) -> None:
    with pytest.raises(UsageError):
        challenge.check(
            "acknowledged", "upheld", {**GOOD, "reason": reason}, questioned(), MONDAY.date()
        )


def test_a_decision_without_goal_or_observation_is_impossible() -> None:
    one, today = questioned(), MONDAY.date()
    with pytest.raises(UsageError, match="not possible"):
        challenge.check("raised", "upheld", GOOD, one, today)  # nobody named the goal
    with pytest.raises(UsageError, match="goal"):
        challenge.check("raised", "acknowledged", {**ACKNOWLEDGED, "goal": "policy"}, one, today)
    with pytest.raises(UsageError, match="quote"):
        challenge.check("acknowledged", "upheld", {**GOOD, "quote": "never said"}, one, today)


@pytest.mark.parametrize("until", ["soon", "2026-03-01", "2027-03-01"])
def test_a_test_has_an_end_within_sixty_working_days(until: str) -> None:
    trial = {"trial": "x", "until": until, "measure": "y", "stop": "z"}
    with pytest.raises(UsageError):
        challenge.check("acknowledged", "testing", trial, questioned(), MONDAY.date())


def test_a_new_observation_opens_it_again_and_the_same_one_does_not() -> None:
    one = questioned()
    board = [did(one, "acknowledged", 1), did(one, "upheld", 2)]
    same = said(SEEN, Kind.REPLY, day=3, about=one.id)
    new = said("On 9 March it took fifteen days", Kind.REPLY, day=4, about=one.id)
    assert challenge.standing(one, board, [same]).state == "upheld"
    assert challenge.standing(one, board, [same, new]).state == "raised"


def test_open_questions_are_counted_by_guide() -> None:
    one, two = questioned(), questioned()
    done = [did(two, "acknowledged", 1), did(two, "upheld", 2)]
    assert open_questions(cases([one, two, said("x", Kind.SUGGEST)], done)) == {"pay": 1}


# -- what becomes of the page -----------------------------------------------------------

PAGE = """---
# a comment of the author
id: team.pay
version: 1.2.0
also_asked: [pay an invoice]
assumptions:
  - {id: a1, text: Two people sign everything, why: fraud, breaks_if: sums are small}
---
# Pay an invoice
"""


def test_the_askers_words_are_added_once_and_the_rest_stays() -> None:
    text, added = with_asked(PAGE, ["Pay an Invoice", "settle  a bill", "settle a bill"])
    assert added == ("settle a bill",)
    assert fields_of(text)["also_asked"] == ["pay an invoice", "settle a bill"]
    assert "# a comment of the author" in text


def test_a_release_names_the_change_and_who_it_is_owed_to() -> None:
    text = released(
        PAGE,
        version="2.0.0",
        day="2026-03-02",
        what="one signature below 100",
        thanks="Kim",
        assumption=("Two people sign everything", {"assumption": "Two sign above 100"}),
    )
    fields = fields_of(text)
    assert fields["version"] == "2.0.0"
    assert fields["changes"][0]["what"] == "one signature below 100 (thanks to Kim)"
    assert fields["assumptions"][0]["text"] == "Two sign above 100"
    assert fields["assumptions"][0]["breaks_if"] == "sums are small"


@pytest.mark.parametrize("version", ["1.2.0", "1.1.9", "next"])
def test_a_release_must_be_higher(version: str) -> None:
    with pytest.raises(UsageError, match="higher"):
        released(PAGE, version=version, day="2026-03-02", what="x")
