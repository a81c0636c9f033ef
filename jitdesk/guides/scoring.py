"""`Scoring` and `Canvas`: frameworks that weigh options, and frameworks that ask questions.

A score is the sum of weight x points over the criteria; cuts are given in the same sum, so
that an author can check them by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jitdesk.guides.inline import neutral

MOST_BOXES = 9


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is judged: its weight, and points -> what they mean."""

    name: str
    weight: float
    anchors: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Cut:
    """From this score on: do this."""

    at: float
    do: str


@dataclass(frozen=True, slots=True)
class Scoring:
    """Criteria in order, cuts rising."""

    criteria: tuple[Criterion, ...]
    cuts: tuple[Cut, ...] = ()

    @property
    def most(self) -> float:
        """The highest possible sum."""
        return sum(c.weight * max(c.anchors) for c in self.criteria)


@dataclass(frozen=True, slots=True)
class Box:
    """One question of a canvas."""

    name: str
    ask: str
    example: str = ""


def read_scoring(front: Mapping[str, Any]) -> Scoring | None:
    """Return the scoring of a framework's fields, None if there is none that can be played."""
    raw = front.get("score")
    if not isinstance(raw, dict):
        return None
    criteria = tuple(_criteria(raw.get("criteria")))
    if not criteria:
        return None
    found = (Cut(_number(c.get("from")), _text(c.get("do"))) for c in _dicts(raw.get("cuts")))
    return Scoring(criteria, tuple(sorted(found, key=lambda cut: cut.at)))


def _criteria(raw: object) -> Iterator[Criterion]:
    for entry in _dicts(raw):
        anchors = entry.get("anchors")
        points = (
            {int(str(p)): _text(t) for p, t in anchors.items() if str(p).isdigit()}
            if isinstance(anchors, dict)
            else {}
        )
        weight = _number(entry.get("weight", 1))
        if points and max(points) > 0 and weight > 0:
            yield Criterion(_text(entry.get("name")), weight, dict(sorted(points.items())))


def read_canvas(front: Mapping[str, Any]) -> tuple[Box, ...]:
    """Return the boxes of a canvas, () if there are none."""
    found = (
        Box(_text(b.get("name")), _text(b.get("ask")), _text(b.get("example")))
        for b in _dicts(front.get("boxes"))
    )
    return tuple(box for box in found if box.name or box.ask)


def total(scoring: Scoring, points: Mapping[str, int]) -> float | None:
    """Return the score of one option from criterion -> points, None while some lack."""
    if any(criterion.name not in points for criterion in scoring.criteria):
        return None
    return sum(c.weight * points[c.name] for c in scoring.criteria)


def verdict(scoring: Scoring, score: float) -> str:
    """Return what the highest cut that the score reaches says, "" = below all."""
    reached = [cut for cut in scoring.cuts if score >= cut.at]
    return reached[-1].do if reached else ""


def _dicts(raw: object) -> list[dict[str, Any]]:
    return [entry for entry in raw if isinstance(entry, dict)] if isinstance(raw, list) else []


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return 0.0


def _text(value: object) -> str:
    return "" if value is None else neutral(str(value))
