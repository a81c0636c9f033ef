"""One step of a page put right where it stands in the file; everything else is untouched. Pure.

A step is named by its place among the stops of the page, as a reader counts them. Its words
are one line: what stands in front (number, box) and behind (anchor, killer) stays.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from jitdesk.errors import UsageError
from jitdesk.guides.guide import PackId
from jitdesk.guides.loader import load
from jitdesk.guides.page import Item, Step
from jitdesk.guides.render import render

LONGEST: Final = 600
_HEAD: Final = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?")
_TAIL: Final = re.compile(r"(?:\s*\{(?:#[\w.-]+|killer)\})*\s*$")
_OTHER: Final = re.compile(r"\s*(?:$|```|~~~|#|>|(?:[-*+]|\d{1,9}[.)])\s)")


class StepText(NamedTuple):
    """Where a step's own words stand: file rows `first` to before `last`, 0-based."""

    first: int
    last: int
    head: str
    words: str
    tail: str


def step_at(text: str, stop: int) -> StepText | None:
    """Return the words of the stop with this place, 0-based; None if they cannot be edited."""
    guide = load(text.encode(), "page.md", PackId("page")).guide
    page = render(guide) if guide is not None else None
    if page is None or not 0 <= stop < len(page.stops):
        return None
    block = page.blocks[page.stops[stop][1]]
    rows = text.split("\n")
    if not isinstance(block, Step | Item) or not 0 < block.line <= len(rows):
        return None
    first = block.line - 1
    head = _HEAD.match(rows[first])
    if head is None:
        return None
    last = first + 1
    while last < len(rows) and not _OTHER.match(rows[last]):
        last += 1
    own = " ".join([rows[first][head.end() :], *(row.strip() for row in rows[first + 1 : last])])
    tail = _TAIL.search(own)
    end = tail.start() if tail is not None else len(own)
    return StepText(first, last, head.group(), own[:end].strip(), own[end:].strip())


def with_step(text: str, stop: int, was: str, now: str) -> str:
    """Return the page with other words in a step.

    Raises:
        UsageError: the step cannot be edited, is another one now, or the words are none.
    """
    found, words = step_at(text, stop), " ".join(now.split())
    if found is None:
        raise UsageError("These words cannot be put right from here; open the page to write it.")
    if found.words != was:
        raise UsageError(f"The step has changed meanwhile; it says now: “{found.words}”.")
    if not words or words == was or len(words) > LONGEST:
        raise UsageError(f"Other words are needed, at most {LONGEST} characters.")
    rows = text.split("\n")
    line = f"{found.head}{words}{' ' + found.tail if found.tail else ''}"
    fixed = "\n".join([*rows[: found.first], line, *rows[found.last :]])
    again = step_at(fixed, stop)
    if _OTHER.match(words) or again is None or again.words != words:
        raise UsageError("These words would make another kind of line; write them plainly.")
    return fixed
