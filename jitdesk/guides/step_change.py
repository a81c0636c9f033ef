"""What is different in the steps since a person used them last, old and new side by side. Pure."""

from __future__ import annotations

import difflib
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from jitdesk.guides.page import Html, Item, Page, Step
from jitdesk.guides.terminal import plain_text

_MOST_STEPS: Final = 60
_LONGEST: Final = 400
_MOST_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class StepChange:
    """One difference; an empty `before` is a new step, an empty `now` one that is gone."""

    before: str
    now: str


def step_texts(page: Page) -> tuple[str, ...]:
    """Return the steps or items of a page as plain lines: what is kept for the next version."""
    steps = (block for block in page.blocks if isinstance(block, Step | Item))
    return tuple(_line(block) for block in list(steps)[:_MOST_STEPS])


def _line(block: Step | Item) -> str:
    text = f"{block.html}: {block.state}" if isinstance(block, Item) and block.state else block.html
    return " ".join(plain_text(Html(text)).split())[:_LONGEST]


def differences(before: Sequence[str], now: Sequence[str]) -> tuple[StepChange, ...]:
    """Return what changed, in the order of the page; () when the old steps are not known."""
    return tuple(_differences(before, now)) if before else ()


def _differences(before: Sequence[str], now: Sequence[str]) -> Iterator[StepChange]:
    matcher = difflib.SequenceMatcher(a=list(before), b=list(now), autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        old, new = before[i:j], now[k:m]
        for n in range(max(len(old), len(new))):
            yield StepChange(old[n] if n < len(old) else "", new[n] if n < len(new) else "")


def difference_table(changes: Sequence[StepChange]) -> str:
    """Return the differences as a table: before, now."""
    if not changes:
        return ""
    rows = "".join(
        f"<tr><td>{_cell(change.before)}</td><td>{_cell(change.now)}</td></tr>"
        for change in changes[:_MOST_SHOWN]
    )
    return f"<table><tr><th>Before</th><th>Now</th></tr>{rows}</table>"


def _cell(text: str) -> str:
    return html.escape(text, quote=False) or "–"
