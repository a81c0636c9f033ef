"""`Report`: what the organisation may read, as a value; JSON and plain text of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

from jitdesk.impact.disclosure import MINIMUM
from jitdesk.impact.figure import Figure, Metric
from jitdesk.impact.metrics import HELD_OUT, TRIALS, metrics, shown_people
from jitdesk.impact.story import World
from jitdesk.impact.works import Verdict, verdicts
from jitdesk.loops.story import SuccessCase
from jitdesk.translation import Translate, english

CONTEXT: Final = "Report"
"""Where the translations of a report are kept."""
NOT_FOR: Final = (
    "Not for appraisal, pay, discipline, staffing, proof of instruction or compliance, "
    "comparing named people or teams below the group size, or return-on-investment claims."
)
_ORDER: Final = (
    ("What people can do", ("M15", "M3", "M4", "M5", "M6", "M7", "M8", HELD_OUT)),
    ("Where they struggle, and what was answered", ("M10", "M11", "M9", "M13", "M14", TRIALS)),
    ("Finding help, and what it costs", ("M1", "M2", "M12", "M16")),
)


@dataclass(frozen=True, slots=True)
class Report:
    """Every metric, in the order in which it matters.

    Attributes:
        people: how many people there are, a multiple of five; 0 = not shown.
        start, end: the window, ISO dates.
        minimum: people behind a figure.
        parts: (heading, metrics).
        pages: verdicts on pages that enough people used.
        cases: success cases, told by an author with proof or without; nobody is named.
    """

    people: int
    start: str
    end: str
    minimum: int
    parts: tuple[tuple[str, tuple[Metric, ...]], ...]
    pages: tuple[Verdict, ...]
    cases: tuple[SuccessCase, ...] = ()

    @property
    def metrics(self) -> list[Metric]:
        """Every metric."""
        return [metric for _, part in self.parts for metric in part]

    def to_json(self, tr: Translate = english) -> dict[str, Any]:
        """Return the report for scripts, and for the window in its language."""
        return {
            "not_for": tr(NOT_FOR),
            "from": self.start,
            "to": self.end,
            "people_at_least": self.people,
            "group_size": self.minimum,
            "metrics": [
                {
                    "id": metric.id,
                    "title": metric.title,
                    "not_for": metric.not_for,
                    "figures": [_figure(figure, tr) for figure in metric.figures],
                }
                for metric in self.metrics
            ],
            "pages": [verdict._asdict() for verdict in self.pages],
            "success_cases": [asdict(case) for case in self.cases],
        }


def make_report(world: World) -> Report:
    """Return the report on a world."""
    found = {metric.id: metric for metric in metrics(world)}
    people = [story.person for story in world.stories if story.events]
    minimum = max(world.minimum, MINIMUM)
    shown = shown_people(world, people)
    return Report(
        shown,
        _day(world.since),
        _day(world.now),
        minimum,
        tuple((head, tuple(found[i] for i in ids if i in found)) for head, ids in _ORDER),
        tuple(verdicts(world)),
        tuple(world.cases),
    )


def translated(report: Report, tr: Translate) -> Report:
    """Return a report whose texts are in another language; what authors wrote stays theirs."""
    parts = tuple(
        (tr(head), tuple(_translated(metric, tr) for metric in part)) for head, part in report.parts
    )
    pages = tuple(verdict._replace(reason=tr(verdict.reason)) for verdict in report.pages)
    return replace(report, parts=parts, pages=pages)


def _translated(metric: Metric, tr: Translate) -> Metric:
    figures = tuple(
        replace(f, name=tr(f.name), note=tr(f.note), about=tr(f.about)) for f in metric.figures
    )
    return replace(
        metric,
        title=tr(metric.title),
        question=tr(metric.question),
        not_for=tr(metric.not_for),
        figures=figures,
    )


def value_text(figure: Figure, tr: Translate = english) -> str:
    """Return a figure's value as people read it; why there is none otherwise."""
    if not figure.is_shown or figure.value is None:
        return tr(figure.state.value)
    if figure.unit == "share":
        return f"{figure.value * 100:.0f} %"
    number = f"{figure.value:g}"
    if figure.unit == "people":
        return tr("at least {}").format(number)
    return number if figure.unit in {"count", "factor"} else f"{number} {tr(figure.unit)}"


def interval_text(figure: Figure, tr: Translate = english) -> str:
    """Return the interval, "" without one."""
    if not figure.is_shown or figure.low is None or figure.high is None:
        return ""
    if figure.unit == "share":
        return f"{figure.low * 100:.0f} {tr('to')} {figure.high * 100:.0f} %"
    return f"{figure.low:g} {tr('to')} {figure.high:g}"


def people_text(figure: Figure, tr: Translate = english) -> str:
    """Return the people behind a figure, "" when it has none."""
    shown = figure.is_shown and figure.people
    return tr("at least {}").format(figure.people) if shown else ""


def lines(report: Report) -> Iterator[str]:
    """Yield the report for a terminal."""
    yield f"{report.start} to {report.end}. {_who(report)}"
    yield NOT_FOR
    for head, part in report.parts:
        yield ""
        yield head.upper()
        for metric in part:
            yield f"{metric.id}  {metric.title}"
            yield from _figures(metric.figures)
    for verdict in report.pages:
        yield f"{'works' if verdict.works else 'look at it'}: {verdict.title}  {verdict.reason}"
    for case in report.cases:
        yield f"Success case ({case.grade}, {case.day}) {case.guide}"
        yield f"    {case.situation} -> {case.change} -> {case.result}"


def _figures(figures: Sequence[Figure]) -> Iterator[str]:
    for figure in figures:
        about = f"{figure.about}: " if figure.about else ""
        more = ", ".join(filter(None, (interval_text(figure), people_text(figure))))
        yield f"    {about}{figure.name}: {value_text(figure)}{f' ({more})' if more else ''}"
    if not figures:
        yield "    nothing to show"


def _who(report: Report) -> str:
    if report.people:
        return f"At least {report.people} people; a figure needs {report.minimum}."
    return f"Fewer than {report.minimum} people: nothing about people is shown."


def _figure(figure: Figure, tr: Translate) -> dict[str, Any]:
    return {
        "name": figure.name, "about": figure.about, "state": figure.state.value,
        "value": figure.value, "low": figure.low, "high": figure.high, "unit": figure.unit,
        "people_at_least": figure.people, "cases_at_least": figure.n, "note": figure.note,
        "value_text": value_text(figure, tr), "interval_text": interval_text(figure, tr),
        "shown": figure.is_shown, "state_text": tr(figure.state.value),
    }  # fmt: skip


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
