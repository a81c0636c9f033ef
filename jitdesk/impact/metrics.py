"""M1 to M16 as they may be shown: with people, intervals, and what they are not for. Pure.

Every figure goes through `_Maker`, which knows the rules of disclosure; the raw values of
`access`, `applied` and `forgetting` never leave it otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Final

from jitdesk.impact import access, applied, forgetting, held_out, trials
from jitdesk.impact.disclosure import at_least, hidden_parts, is_shown, rounded_share
from jitdesk.impact.figure import Figure, Metric, State
from jitdesk.impact.loops import answer_time, fixed_struggles, questioned
from jitdesk.impact.numbers import Share
from jitdesk.impact.story import World

TRIALS: Final = "PDCA"
"""Not one of M1 to M16: before and after of what is tried out."""
HELD_OUT: Final = "Hold-out"
_NO_DENOMINATOR: Final = "How often the task was done is not known often enough."


class _Maker:
    """Makes the figures of one metric; `minimum` people make it worth reading."""

    def __init__(self, world: World, metric: str, minimum: int = 0) -> None:
        self._metric, self._draw = metric, world.draw
        self._privacy, self._sample = world.minimum, minimum

    def _hidden(self, name: str, state: State, note: str, about: str, unit: str) -> Figure:
        return Figure(self._metric, name, state, note=note, about=about, unit=unit)

    def value(
        self,
        name: str,
        people: Iterable[str],
        value: float | None,
        unit: str,
        n: int = 0,
        *,
        needs: int = 0,
        low: float | None = None,
        high: float | None = None,
        note: str = "",
        about: str = "",
    ) -> Figure:
        """Return a number of `people`; `needs` is how many cases it takes at least."""
        group = frozenset(people)
        seen = is_shown(group, self._draw, self._privacy)
        if not seen or len(group) < self._sample:
            text = f"Fewer than {max(self._privacy, self._sample)} people."
            return self._hidden(name, State.TOO_FEW, text, about, unit)
        if value is None or n < needs:
            text = note or f"Fewer than {needs} cases." if needs else _NO_DENOMINATOR
            return self._hidden(name, State.NOT_MEASURABLE, text, about, unit)
        shown = rounded_share(value, len(group)) if unit == "share" else round(value, 1)
        cases = n // 5 * 5
        bounds = _bounds(low, high, len(group)) if unit == "share" else _two(low, high)
        return Figure(
            self._metric, name, State.SHOWN, shown, bounds[0], bounds[1],
            at_least(group, self._draw), cases, unit, note, about,
        )  # fmt: skip

    def share(
        self,
        name: str,
        people: Iterable[str],
        share: Share | None,
        *,
        needs: int = 0,
        note: str = "",
        about: str = "",
    ) -> Figure:
        """Return a share with its interval."""
        value, low, high, n = share if share is not None else (None, None, None, 0)
        return self.value(
            name, people, value, "share", n, needs=needs, low=low, high=high, note=note, about=about
        )


def _bounds(low: float | None, high: float | None, people: int) -> tuple[float | None, ...]:
    """Round an interval outwards: a finer one would tell the counts again."""
    step = 20 if people < 100 else 100
    down = None if low is None else math.floor(low * step + 1e-9) / step
    up = None if high is None else math.ceil(high * step - 1e-9) / step
    return down, up


def _two(low: float | None, high: float | None) -> tuple[float | None, ...]:
    return tuple(None if bound is None else round(bound, 2) for bound in (low, high))


def metrics(world: World) -> list[Metric]:
    """Return every metric of the report, in its order."""
    return [
        _m1(world), _m2(world), _m3(world), _m4(world), _m5(world), _m6(world), _m7(world),
        _m8(world), _m9(world), _m10(world), _m11(world), _m12(world), _m13(world), _m14(world),
        _m15(world), _m16(world), *_trials(world),
        _held_out(world),
    ]  # fmt: skip


def _m1(world: World) -> Metric:
    got, make = access.access(world), _Maker(world, "M1")
    figures = (
        make.value("median", got.people, got.median, "seconds", got.n, needs=30),
        make.value("slowest tenth from", got.people, got.p90, "seconds", got.n, needs=30),
        make.share("within 10 seconds", got.people, got.in_ten, needs=30),
        make.share("within 30 seconds", got.people, got.in_thirty, needs=30),
        make.value("user actions", got.people, got.actions, "count", got.n, needs=30),
        make.share("at most 2 actions", got.people, got.two_actions, needs=30),
    )
    return Metric(
        "M1", "Time to answer", "How long until the first step of a page that helped?",
        "judging the speed of people, or making risky pages shorter", figures,
    )  # fmt: skip


def _m2(world: World) -> Metric:
    got, make = access.answered(world), _Maker(world, "M2")
    return Metric(
        "M2", "Answer rate", "How often did somebody who looked for help find it?",
        "targets", (make.share("answered", got.people, got.share, needs=30),),
    )  # fmt: skip


def _m3(world: World) -> Metric:
    make = _Maker(world, "M3")
    every = applied.needs(world)
    figures = list(_application(make, every))
    for guide in sorted({need.guide for need in every}):
        own = [need for need in every if need.guide == guide]
        got = applied.application(own)
        title = world.page(guide).topic.title
        figures.append(make.share("applied", got.people, got.rate, about=title))
    return Metric(
        "M3", "Application rate", "Was the task done after the page was used?",
        "proof of training, or comparing pages with different windows or response shares",
        tuple(figures),
    )  # fmt: skip


def _application(make: _Maker, found: list[applied.Need]) -> Iterator[Figure]:
    got = applied.application(found)
    n = got.rate.n if got.rate else 0
    yield make.share("applied", got.people, got.rate)
    known = got.rate.value if got.rate else None
    note = "The bounds if everybody without an answer did not, or did."
    yield make.value(
        "applied, with the unknown", got.people, known, "share", n,
        low=got.low, high=got.high, note=note,
    )  # fmt: skip
    yield make.share("no chance yet", got.people, got.chance)
    yield make.share("response", got.people, got.response)
    yield make.share("with evidence beyond a tap", got.people, got.strong)


def _m4(world: World) -> Metric:
    got, make = applied.results(world), _Maker(world, "M4")
    figures = (
        make.share("worked", got.people, got.worked),
        make.share("fixed something", got.people, got.fixed),
        make.share("did not work", got.people, got.failed),
    )
    return Metric("M4", "Worked rate", "Did it work?", "blaming users", figures)


def _m5(world: World) -> Metric:
    got, make = applied.unaided(world), _Maker(world, "M5", 20)
    figures = [make.share("without the page", got.people, got.share, needs=60)]
    hidden = hidden_parts({str(m): len(p) for m, p, _ in got.months}, world.minimum)
    months = _Maker(world, "M5")
    figures += [
        months.share("without the page", people, share, about=f"month {month}")
        for month, people, share in got.months
        if str(month) not in hidden
    ]
    return Metric(
        "M5", "Done without the page", "Of all known doings, how many went without the page?",
        "guides whose page is to stay: there it would be a warning", tuple(figures),
    )  # fmt: skip


def _m6(world: World) -> Metric:
    got, make = applied.time_to_unaided(world), _Maker(world, "M6", 20)
    figure = make.value("median", got.people, got.days, "days", got.events, needs=10)
    return Metric(
        "M6", "Time to without the page", "How long until it works twice in a row without it?",
        "deadlines for people", (figure,),
    )  # fmt: skip


def _m7(world: World) -> Metric:
    people, value = applied.fade(world)
    figure = _Maker(world, "M7").value("support taken away", people, value, "share", len(people))
    return Metric(
        "M7", "Fade", "How much less of the page do people need than at first?",
        "deadlines for people", (figure,),
    )  # fmt: skip


def _m8(world: World) -> Metric:
    people, data = forgetting.looks(world)
    make, n = _Maker(world, "M8", forgetting.MIN_PEOPLE), len(data)
    enough = len(people) >= forgetting.MIN_PEOPLE and n >= forgetting.MIN_PERFORMANCES
    curve = forgetting.fit(data) if enough else None
    gain, low, high, strength = (
        (curve.gain, curve.low, curve.high, curve.strength) if curve else (None,) * 4
    )
    reading = ""
    if curve is not None:
        reading = (
            "Each use makes the next one less likely to need the page."
            if curve.learning
            else "People look it up every time: a checklist, a simpler task, or another aim?"
        )
    least = forgetting.MIN_PERFORMANCES
    figures = (
        make.value(
            "gain per use", people, gain, "factor", n, needs=least, low=low, high=high, note=reading
        ),
        make.value("days that a first use lasts", people, strength, "days", n, needs=least),
    )
    return Metric(
        "M8", "Repeat look-ups", "Does each use make the next one need the page less?",
        "saying what a person has forgotten", figures,
    )  # fmt: skip


def _m9(world: World) -> Metric:
    got, make = applied.results(world), _Maker(world, "M9")
    return Metric(
        "M9", "Rework share", "How often had something to be put right?",
        "quality control of people",
        (
            make.share("rework", got.people, got.rework),
            make.share("of it came back later", got.people, got.back),
        ),
    )  # fmt: skip


def _m10(world: World) -> Metric:
    make = _Maker(world, "M10", 5)
    found = access.struggles(world)
    hidden = hidden_parts({s.area: len(s.people) for s in found}, world.minimum)
    figures: list[Figure] = []
    for struggle in found:
        if struggle.area and struggle.area not in hidden and struggle.struggling:
            minutes = f"{struggle.minutes:.0f} minutes lost in the middle case."
            figures.append(
                make.share(
                    "struggle", struggle.people, struggle.share, about=struggle.area, note=minutes
                )
            )
    return Metric(
        "M10", "Where people struggle", "In which areas do people get stuck?",
        "finding out who struggles", tuple(f for f in figures if f.is_shown),
    )  # fmt: skip


def _m11(world: World) -> Metric:
    make = _Maker(world, "M11", 5)
    figures: list[Figure] = []
    for fixed in fixed_struggles(world):
        for name, people, share in (
            ("before", fixed.people_before, fixed.before),
            ("after", fixed.people_after, fixed.after),
        ):
            needs = 20 if name == "after" else 0
            note = fixed.reading if name == "after" else ""
            figures.append(
                make.share(name, people, share, needs=needs, about=fixed.title, note=note)
            )
    return Metric(
        "M11", "Struggles fixed", "Is a struggle smaller since it was answered?",
        "ranking authors", tuple(figures),
    )  # fmt: skip


def _m12(world: World) -> Metric:
    people, share = access.freshness(world)
    return Metric(
        "M12", "Freshness by use", "Did people land on pages that are validated and in date?",
        "deleting rarely used pages with high stakes",
        (_Maker(world, "M12").share("in date", people, share),),
    )  # fmt: skip


def _m13(world: World) -> Metric:
    got = answer_time(world.loops)
    note = "Fewer than 5 items." if got.n < 5 else ""
    figures = []
    if got.n >= 5 and got.median is not None and got.quick is not None:
        figures = [
            Figure("M13", "median", State.SHOWN, got.median, n=got.n, unit="working days"),
            Figure("M13", "within 2 days", State.SHOWN, *got.quick[:3], n=got.n),
        ]
        if got.put_in is not None:
            figures.append(
                Figure("M13", "put into practice", State.SHOWN, *got.put_in[:3], n=got.n)
            )
    else:
        figures = [Figure("M13", "median", State.NOT_MEASURABLE, unit="working days", note=note)]
    return Metric(
        "M13", "Answers to people", "How soon is somebody answered who asked or suggested?",
        "quotas", tuple(figures),
    )  # fmt: skip


def _m14(world: World) -> Metric:
    got = questioned(world.loops)
    figures = [
        Figure("M14", name, State.SHOWN, float(number), unit="count")
        for name, number in got.outcomes.items()
    ]
    if got.days is not None:
        figures.append(Figure("M14", "median to decision", State.SHOWN, got.days, unit="days"))
    return Metric(
        "M14", "Rules questioned", "What became of rules that were questioned?",
        "target numbers", tuple(figures),
    )  # fmt: skip


def _m15(world: World) -> Metric:
    make = _Maker(world, "M15")
    figures: list[Figure] = []
    for row in applied.cover(world):
        sizes = {"with": len(row.assisted), "without": len(row.unaided)}
        if hidden_parts(sizes, world.minimum) and min(sizes.values()) > 0:
            sizes = dict.fromkeys(sizes, 0)
        for name, people, key in (
            ("with the page", row.assisted, "with"),
            ("without the page", row.unaided, "without"),
        ):
            if sizes[key]:
                shown = shown_people(world, people)
                if shown:
                    figures.append(
                        make.value(name, people, float(shown), "people", about=row.statement)
                    )
    return Metric(
        "M15", "What people can do", "How many have shown it in the last 180 days?",
        "staffing decisions about individuals", tuple(f for f in figures if f.is_shown),
    )  # fmt: skip


def _held_out(world: World) -> Metric:
    got, make = held_out.groups(world), _Maker(world, HELD_OUT)
    asked, spared = got.asked, got.spared
    first = make.share("without the page, with questions", asked.people, asked.alone)
    # As with trials: what is said of the difference would tell of a half that is not shown.
    note = got.reading if first.is_shown else ""
    name = "without the page, without questions (a fifth by lot)"
    return Metric(
        HELD_OUT, "Recall questions", "Do the questions from memory help?",
        "judging those who answer or do not",
        (first, make.share(name, spared.people, spared.alone, note=note)),
    )  # fmt: skip


def _trials(world: World) -> Iterator[Metric]:
    """Yield one more block where something is being tried out."""
    make = _Maker(world, TRIALS)
    figures: list[Figure] = []
    for check in trials.checks(world):
        title, before, after = check.trial.title, check.before, check.after
        first = make.share(f"{check.name}, before", before.people, before.share, about=title)
        # What is said of the difference would tell of a first half that is not shown.
        note = check.reading if first.is_shown else ""
        name = f"{check.name}, after"
        figures += [first, make.share(name, after.people, after.share, about=title, note=note)]
    if figures:
        yield Metric(
            TRIALS, "Trial versions", "Is it better with the version that is tried out?",
            "judging those who try it out", tuple(figures),
        )  # fmt: skip


def shown_people(world: World, people: Iterable[str]) -> int:
    """Return how many people to show, 0 = nothing."""
    group = frozenset(people)
    seen = is_shown(group, world.draw, world.minimum)
    return at_least(group, world.draw) if seen else 0


def _m16(world: World) -> Metric:
    got, make = access.burden(world), _Maker(world, "M16")
    n = len(got.people)
    figures = (
        make.value("questions per person and week", got.people, got.questions_a_week, "count", n),
        make.share("questions left open", got.people, got.ignored),
        make.value("seconds per answer", got.people, got.seconds, "seconds", n),
    )
    return Metric(
        "M16", "Burden", "What do the questions and the looking cost?", "anything else", figures
    )
