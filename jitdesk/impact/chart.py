"""Interval charts as accessible SVG: a dot for the value, a line for the interval. Pure.

Colours are CSS variables of the page, so light, dark and print need no second chart. Every
chart has a title, a description that says all of it in words, and its table beside it.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Final, NamedTuple

_LEFT: Final = 250
_WIDTH: Final = 720
_ROW: Final = 34
_TOP: Final = 26
_LABEL: Final = 34


class Bar(NamedTuple):
    """One row of a chart: a share with its interval."""

    label: str
    value: float
    low: float | None
    high: float | None


def interval_chart(title: str, bars: Sequence[Bar], number: int) -> str:
    """Return an SVG; `number` makes its ids unique on the page."""
    height = _TOP + _ROW * len(bars) + 22
    name, told = f"chart-{number}-title", f"chart-{number}-desc"
    rows = "".join(_row(n, bar) for n, bar in enumerate(bars))
    said = "; ".join(_said(bar) for bar in bars)
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="{name} {told}"'
        f' class="chart"><title id="{name}">{html.escape(title)}</title>'
        f'<desc id="{told}">{html.escape(said)}</desc>{_axis(height)}{rows}</svg>'
    )


def _axis(height: int) -> str:
    lines = []
    for percent in (0, 25, 50, 75, 100):
        x = _x(percent / 100)
        lines.append(
            f'<line x1="{x}" y1="{_TOP - 6}" x2="{x}" y2="{height - 20}" class="grid"/>'
            f'<text x="{x}" y="{height - 6}" class="axis" text-anchor="middle">{percent} %</text>'
        )
    return "".join(lines)


def _row(number: int, bar: Bar) -> str:
    y = _TOP + _ROW * number + 12
    label = bar.label if len(bar.label) <= _LABEL else bar.label[: _LABEL - 1] + "…"
    place = f'x="{_LEFT - 14}" y="{y + 5}"'
    parts = [f'<text {place} class="label" text-anchor="end">{html.escape(label)}</text>']
    if bar.low is not None and bar.high is not None:
        low, high = _x(bar.low), _x(bar.high)
        parts.append(f'<line x1="{low}" y1="{y}" x2="{high}" y2="{y}" class="range"/>')
    parts.append(f'<circle cx="{_x(bar.value)}" cy="{y}" r="6" class="dot"/>')
    return "".join(parts)


def _x(share: float) -> float:
    return round(_LEFT + max(0.0, min(share, 1.0)) * (_WIDTH - _LEFT - 40), 1)


def _said(bar: Bar) -> str:
    text = f"{bar.label}: {bar.value * 100:.0f} percent"
    if bar.low is not None and bar.high is not None:
        text += f", between {bar.low * 100:.0f} and {bar.high * 100:.0f}"
    return text
