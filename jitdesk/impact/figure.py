"""`Figure`: one number of the report, with what makes it honest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from jitdesk.impact.numbers import Share


class State(StrEnum):
    """Whether a figure can be read."""

    SHOWN = "shown"
    TOO_FEW = "too few people"
    NOT_MEASURABLE = "not measurable yet"


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of one metric.

    Attributes:
        metric: M1 to M16; `name` says which value of it.
        state: only a SHOWN figure has a value.
        value: in `unit`: a share (0..1), seconds, days, or a count.
        low, high: 95 % interval or bounds, None = has none.
        people: how many people stand behind it, to be shown; a multiple of five.
        n: cases (episodes, performances…) behind it, to be shown; rounded like people.
        note: one sentence: what it may not be used for, or why it is not shown.
        about: what it is about when a metric has several (an area, a month).
    """

    metric: str
    name: str
    state: State
    value: float | None = None
    low: float | None = None
    high: float | None = None
    people: int = 0
    n: int = 0
    unit: str = "share"
    note: str = ""
    about: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether it has a value."""
        return self.state is State.SHOWN and self.value is not None


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric with its figures.

    Attributes:
        question: what it answers, in plain words.
        not_for: what it must not be used for.
    """

    id: str
    title: str
    question: str
    not_for: str
    figures: tuple[Figure, ...] = ()


def of_share(metric: str, name: str, share: Share | None, **more: object) -> Figure:
    """Return a figure of a share with its interval."""
    if share is None:
        return Figure(metric, name, State.NOT_MEASURABLE, **more)  # type: ignore[arg-type]
    return Figure(metric, name, State.SHOWN, share.value, share.low, share.high, **more)  # type: ignore[arg-type]


def first(figures: Sequence[Figure], name: str, about: str = "") -> Figure | None:
    """Return the figure of a name, None without one."""
    return next((f for f in figures if f.name == name and about in {"", f.about}), None)
