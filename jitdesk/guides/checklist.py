"""`Checklist`: the pause points of a checklist that says how it is worked through.

``mode: read-do`` reads an item, does it, then the next; ``mode: do-confirm`` is done from
memory and confirmed at the pause point. A task list without a mode is a page with boxes and
no `Checklist`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from jitdesk.guides.guide import Guide
from jitdesk.guides.page import Block, Item, Page
from jitdesk.guides.sections import Part, Role, parts


class Mode(StrEnum):
    """How the items are worked through."""

    READ_DO = "read-do"
    DO_CONFIRM = "do-confirm"


@dataclass(frozen=True, slots=True)
class PausePoint:
    """The items that are looked at together; `title` is the moment, "" = not said.

    `notes` stand below the items ("Stop if one item has no answer").
    """

    title: str
    items: tuple[Item, ...]
    notes: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """What a run goes through; `rest` are the sections below the last pause point."""

    mode: Mode
    points: tuple[PausePoint, ...]
    rest: tuple[Part, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of all pause points in order."""
        return tuple(item for point in self.points for item in point.items)

    def point_of(self, key: str) -> int:
        """Return the number of the pause point of an item, 0 if it is in none."""
        return next((n for n, p in enumerate(self.points) if any(i.key == key for i in p.items)), 0)


def read_checklist(guide: Guide, page: Page) -> Checklist | None:
    """Return the checklist of a page, None if it has no mode or no items."""
    mode = str(guide.front.get("mode") or "")
    if mode not in set(Mode) or not page.items:
        return None
    points: list[PausePoint] = []
    rest: list[Part] = []
    for part in parts(page):
        items = tuple(block for block in part.inside if isinstance(block, Item))
        if items:
            notes = tuple(block for block in part.inside if not isinstance(block, Item))
            points.append(PausePoint(_title(part), items, notes))
        elif part.inside:
            rest.append(part)
    return Checklist(Mode(mode), tuple(points), tuple(_intro_first(rest)))


def _title(part: Part) -> str:
    return "" if part.role is Role.INTRO else part.title


def _intro_first(rest: Sequence[Part]) -> list[Part]:
    return sorted(rest, key=lambda part: part.role is not Role.INTRO)
