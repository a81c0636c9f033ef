"""Every metric against values computed by hand, bounds included."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from jitdesk.impact import access, applied, forgetting, trials
from jitdesk.impact.figure import State, first
from jitdesk.impact.loops import answer_time, fixed_struggles, questioned
from jitdesk.impact.metrics import metrics
from jitdesk.impact.numbers import kaplan_meier_median, median, quantile, wilson
from jitdesk.impact.story import Loop, Trial
from jitdesk.impact.works import verdicts
from jitdesk.learning.event import Name
from tests.support.clock import DAY
from tests.support.histories import LEARN, NOW, PERFORM, Person, world


def group(count: int) -> list[Person]:
    return [Person(n) for n in range(count)]


def test_wilson_equals_the_published_intervals() -> None:
    for n, low, high in ((10, 0.24, 0.76), (30, 0.33, 0.67), (100, 0.40, 0.60)):
        share = wilson(n // 2, n)
        assert share is not None
        assert (round(share.low, 2), round(share.high, 2)) == (low, high)
    none = wilson(0, 10)
    assert none is not None
    assert none.low == 0.0
    assert round(none.high, 4) == 0.2775  # z^2 / (n + z^2)
    assert wilson(0, 0) is None


def test_quantiles_and_kaplan_meier() -> None:
    assert quantile([1, 2, 3, 4], 0.9) == pytest.approx(3.7)
    assert median([]) is None
    # 4 at risk: 3/4 at 5; the one at 8 is censored; 2 at risk at 9: 3/8 <= 1/2.
    assert kaplan_meier_median([(5, True), (8, False), (9, True), (20, True)]) == 9
    assert kaplan_meier_median([(5, True), (8, False), (9, False)]) is None


def test_m1_time_to_answer() -> None:
    people = group(10)
    for n, person in enumerate(people):
        for k in range(3):  # 30 episodes: 10 of 4 s, 10 of 9 s, 10 of 40 s
            person.episode(5, (4_000, 9_000, 40_000)[k], actions=(1, 2, 4)[k])
        person.episode(6)  # without an answer: no part of M1
        assert n < 10
    got = access.access(world(*people))
    assert (got.n, got.median, got.p90) == (30, 9.0, 40.0)
    assert got.in_ten is not None
    assert (got.in_ten.value, got.in_ten.n) == (pytest.approx(2 / 3), 30)
    assert got.in_thirty is not None
    assert got.in_thirty.value == pytest.approx(2 / 3)
    assert (got.actions, round(got.two_actions[0], 3)) == (2.0, 0.667)  # type: ignore[index]


def test_m2_answer_rate_counts_a_preview_that_was_enough() -> None:
    people = group(10)
    for person in people:
        person.episode(1, 5_000).episode(2).episode(3, preview=True)
        person.add(Name.EPISODE, 4, intent=False, useful=False)
    share = access.answered(world(*people)).share
    assert share is not None
    assert (share.value, share.n) == (pytest.approx(2 / 3), 30)


def test_m3_application_with_bounds_chance_and_response() -> None:
    """10 applied, 2 failed, 3 no chance, 5 unknown; and one whose days are not over."""
    people = group(21)
    for n, person in enumerate(people):
        person.add(Name.USED, 2 if n == 20 else 40)
        if n < 10:
            person.perform(36, grade="E3" if n < 4 else "E2")
        elif n < 12:
            person.perform(36, result="failed")
        elif n < 15:
            person.add(Name.NO_CHANCE, 33, day=7)
        elif n == 15:
            person.perform(30)  # after the 7 days of a weekly task: unknown
    got = applied.application(applied.needs(world(*people)))
    assert got.needs == 20
    assert got.rate is not None
    assert (got.rate.value, got.rate.n) == (pytest.approx(10 / 12), 12)
    assert got.low == pytest.approx(10 / 17)
    assert got.high == pytest.approx(15 / 17)
    assert got.chance is not None
    assert got.chance.value == pytest.approx(3 / 15)
    assert got.response is not None
    assert got.response.value == pytest.approx(15 / 20)
    assert got.strong is not None
    assert got.strong.value == pytest.approx(4 / 10)
    assert len(got.people) == 12


def test_m3_a_rare_task_has_ninety_days() -> None:
    person = Person(1)
    person.add(Name.USED, 100, PERFORM)
    person.add(Name.PERFORMED, 20, PERFORM, result="worked", support=3, grade="E2")
    assert [n.became for n in applied.needs(world(person))] == ["applied"]


def test_m4_and_m9_results() -> None:
    people = group(10)
    for n, person in enumerate(people):
        person.perform(1, "worked").perform(2, "fixed" if n < 3 else "worked")
        if n == 0:
            person.perform(3, "failed")
    got = applied.results(world(*people))
    shares = [s.value for s in (got.worked, got.fixed, got.failed, got.rework) if s is not None]
    assert shares == [pytest.approx(v) for v in (17 / 21, 3 / 21, 1 / 21, 4 / 21)]


def test_m9_counts_what_came_back_as_rework_once() -> None:
    people = group(10)
    for n, person in enumerate(people):
        if n < 2:
            person.perform(1, "fixed", day=7, back=True)
        else:
            person.perform(1, "worked").perform(2, "fixed" if n == 2 else "worked")
    got = applied.results(world(*people))
    assert got.rework is not None
    assert got.back is not None
    assert (got.rework.value, got.back.value) == (pytest.approx(3 / 18), pytest.approx(2 / 18))


def test_m5_unaided_share_has_known_doings_below_the_line() -> None:
    people = group(20)
    for person in people:
        person.add(Name.OPENED, 50)
        person.perform(49, support=3).perform(40, support=0).perform(15, support=0)
    got = applied.unaided(world(*people))
    assert got.share is not None
    assert (got.share.value, got.share.n) == (pytest.approx(2 / 3), 60)
    assert [(m, s.value, s.n) for m, _, s in got.months] == [(1, 0.5, 40), (2, 1.0, 20)]


def test_m5_says_nothing_about_pages_that_are_to_stay() -> None:
    person = Person(1)
    person.add(Name.PERFORMED, 1, PERFORM, result="worked", support=0)
    assert applied.unaided(world(person)).share is None


def test_m6_is_censored_at_the_last_known_doing() -> None:
    people = group(20)
    for n, person in enumerate(people):
        person.perform(60, support=3)
        if n < 12:  # twice in a row without the page, 10 and 20 days later: 10 days
            person.perform(50, support=0).perform(40, support=0)
        else:  # only watched for five days
            person.perform(55, support=3)
    got = applied.time_to_unaided(world(*people))
    assert (len(got.people), got.events, got.days) == (20, 12, 10.0)
    broken = Person(99).perform(60, support=3).perform(50, support=0)
    broken.perform(45, result="failed", support=0).perform(40, support=0)
    assert applied.time_to_unaided(world(broken)).events == 0


def test_m6_the_same_day_twice_is_not_two_days() -> None:
    person = Person(1).perform(60, support=3).perform(50.1, support=0).perform(50, support=0)
    assert applied.time_to_unaided(world(person)).events == 0


def test_m7_is_the_mean_over_people() -> None:
    full = Person(1).perform(30, support=3).perform(20, support=2).perform(10, support=0)
    none = Person(2).perform(30, support=3).perform(20, support=3).perform(10, support=3)
    short = Person(3).perform(12, support=3).perform(11, support=0).perform(10, support=0)
    people, value = applied.fade(world(full, none, short))
    assert (people, value) == (frozenset({full.name, none.name}), 0.5)


def test_m8_likelihood_is_the_formula() -> None:
    looked = forgetting.Look(10.0, 2, True)
    strength, gain = 5.0, 2.0
    known = (1 + 10 / (strength * gain**2)) ** -0.5
    value = forgetting._log_likelihood([(gain**2, looked)], strength)
    assert value == pytest.approx(math.log(1 - known))


def test_m10_counts_people_and_takes_abandoning_alone_from_three() -> None:
    people = group(10)
    for n, person in enumerate(people):
        signals = [["S1"], ["S3"], ["S3"], []][min(n, 3)]
        person.episode(3, None, signals=signals, seconds=240 if n == 0 else 60)
    found = access.struggles(world(*people))
    assert [(s.area, len(s.struggling), len(s.people)) for s in found] == [("mail", 1, 10)]
    assert found[0].minutes == 4.0
    third = Person(20).episode(3, None, signals=["S3"])
    assert len(access.struggles(world(*people, third))[0].struggling) == 4


def test_m11_is_verified_only_below_the_rate_before() -> None:
    people = group(40)
    fixed = NOW - 30 * DAY
    for n, person in enumerate(people):
        person.episode(50, None, signals=["S1"] if n < 30 else [])
        person.episode(10, 5_000, signals=["S1"] if n < 4 else [])
    loop = Loop("struggle", "found", 1, None, LEARN, fixed - DAY, fixed)
    (told,) = fixed_struggles(world(*people, loops=[loop]))
    assert told.before is not None
    assert told.after is not None
    assert (told.before.value, told.after.value) == (0.75, 0.1)
    assert told.verified
    few = world(*people[:15], loops=[loop])
    assert not fixed_struggles(few)[0].verified  # 15 episodes after are too few


def test_m12_uses_that_landed_on_pages_in_date() -> None:
    people = group(5)
    for person in people:
        person.add(Name.OPENED, 1, LEARN).add(Name.OPENED, 1, LEARN).add(Name.OPENED, 1, PERFORM)
    share = access.freshness(world(*people))[1]
    assert share is not None
    assert share.value == pytest.approx(2 / 3)


def test_m13_and_m14_count_loops() -> None:
    loops = [
        *(Loop("suggest", "shipped", days) for days in (0, 1, 2)),
        *(Loop("struggle", "not-now", days) for days in (5, 9)),
        Loop("challenge", "upheld", 1, 8, tested=True),
        Loop("challenge", "revised", 1, 20),
        Loop("challenge", "", None),
    ]
    got = answer_time(loops)
    assert (got.n, got.median) == (7, 1.0)
    assert got.quick is not None
    assert got.quick.value == pytest.approx(5 / 7)
    assert got.put_in is not None
    assert got.put_in.value == pytest.approx(4 / 7)
    asked = questioned(loops)
    assert asked.outcomes == {"upheld": 1, "revised": 1, "withdrawn": 0, "open": 1, "tested": 1}
    assert asked.days == 14.0


def test_m15_needs_evidence_of_the_last_half_year() -> None:
    fresh = Person(1).perform(10, support=3)
    without = Person(2).perform(10, support=0)
    old = Person(3).perform(190, support=0)
    failed = Person(4).perform(10, result="failed", support=0)
    (row,) = applied.cover(world(fresh, without, old, failed))
    assert (row.statement, len(row.assisted), len(row.unaided)) == (
        "Send external mail safely", 1, 1,
    )  # fmt: skip


def test_m16_questions_per_person_and_week() -> None:
    people = group(10)
    for n, person in enumerate(people):
        person.add(Name.PROMPTED, 1, day=7).add(Name.PROMPTED, 9, day=1)
        if n < 5:
            person.add(Name.IGNORED, 1, day=7)
        person.episode(3, 4_000, seconds=30)
    got = access.burden(world(*people, days=28))
    assert got.questions_a_week == pytest.approx(0.5)
    assert got.ignored is not None
    assert got.ignored.value == pytest.approx(0.25)
    assert got.seconds == 30.0


def test_b7_names_the_one_reason() -> None:
    good, bad = group(20), group(20)
    for person in good:
        person.add(Name.USED, 40).perform(39)
    (verdict,) = verdicts(world(*good))
    assert (verdict.works, verdict.reason) == (True, "")
    for n, person in enumerate(bad):
        person.add(Name.USED, 40).perform(39, "worked" if n < 10 else "failed")
    (verdict,) = verdicts(world(*bad))
    assert not verdict.works
    assert "not sure enough" in verdict.reason


def test_every_metric_is_there_and_nothing_is_shown_of_nobody() -> None:
    found = metrics(world())
    assert [m.id for m in found] == [*(f"M{n}" for n in range(1, 17)), "Hold-out"]
    shown = [f for m in found if m.id != "M14" for f in m.figures if f.is_shown]
    assert shown == []


def test_without_a_denominator_it_is_not_measurable_not_zero() -> None:
    people = [Person(n).add(Name.OPENED, 3).perform(3, support=0) for n in range(30)]
    m5 = next(m for m in metrics(world(*people)) if m.id == "M5")
    figure = first(m5.figures, "without the page")
    assert figure is not None
    assert (figure.state, figure.value) == (State.NOT_MEASURABLE, None)


def tried(count: int, good: int, version: str, start: int = 0) -> list[Person]:
    """People of whom each did it five times by one version; `good` of the five worked."""
    people = []
    for n in range(start, start + count):
        person = Person(n)
        person.add(Name.OPENED, 30, PERFORM)
        person.events[-1] = replace(person.events[-1], version=version)
        for k in range(5):  # asked later, a doing has no version of its own
            person.add(
                Name.PERFORMED, 20 - k, PERFORM,
                result="worked" if k < good else "fixed", support=3, grade="E2",
            )  # fmt: skip
            person.events[-1] = replace(person.events[-1], version="")
        people.append(person)
    return people


def test_a_trial_is_compared_by_the_version_that_was_used() -> None:
    trial = Trial(PERFORM, "Change an account", "1.1.0", "M9 rework")
    people = [*tried(12, 2, "1.0.0"), *tried(12, 5, "1.1.0", start=12)]
    check = next(trials.checks(world(*people, trials=[trial])))
    assert check.before.share is not None
    assert check.after.share is not None
    assert (check.before.share.value, check.before.share.n) == (pytest.approx(3 / 5), 60)
    assert (check.after.share.value, check.after.share.n) == (0.0, 60)
    assert check.reading == "Better: the intervals lie apart."


def test_a_trial_that_too_few_use_says_nothing_of_the_others_either() -> None:
    trial = Trial(PERFORM, "Change an account", "1.1.0", "M4")
    people = [*tried(4, 2, "1.0.0"), *tried(12, 5, "1.1.0", start=12)]
    found = next(m for m in metrics(world(*people, trials=[trial])) if m.id == "PDCA")
    before, after = found.figures
    assert before.state is State.TOO_FEW
    assert after.is_shown
    assert after.note == ""


def test_without_a_trial_there_is_no_such_block() -> None:
    assert not [m for m in metrics(world()) if m.id == "PDCA"]
