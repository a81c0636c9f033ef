"""The rules of a checklist run: what an item's state is, what comes next, what is recorded.

An item is open, done or skipped; there is no "checked". It can be done once every value it
asks for is written. A skip takes a reason, always; of a killer item the record says so in
capitals, because nobody may miss it when they read the ticket.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jitdesk.guides.checklist import Checklist, PausePoint
from jitdesk.guides.guide import Guide
from jitdesk.guides.page import Item
from jitdesk.guides.template import fill
from jitdesk.guides.terminal import plain_text
from jitdesk.learning.run import Kind, Run


class State(StrEnum):
    """Where an item is."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is; `skipped_killers` are the killer items among the skipped."""

    done: int
    skipped: int
    total: int
    skipped_killers: int = 0

    @property
    def finished(self) -> bool:
        """Whether no item is open."""
        return self.done + self.skipped == self.total


def state_of(item: Item, run: Run) -> State:
    """Return the state of an item in a run."""
    if item.key in run.ticked:
        return State.DONE
    return State.SKIPPED if run.text(item.key, Kind.SKIPPED) else State.OPEN


def missing(item: Item, run: Run) -> tuple[str, ...]:
    """Return the values that must be written before the item can be done."""
    return tuple(name for name in item.asks if not run.text(name, Kind.VALUE))


def open_items(point: PausePoint, run: Run) -> tuple[Item, ...]:
    """Return the items of a pause point that are neither done nor skipped."""
    return tuple(item for item in point.items if state_of(item, run) is State.OPEN)


def progress(checklist: Checklist, run: Run) -> Progress:
    """Return how far a run is."""
    states = [(item, state_of(item, run)) for item in checklist.items]
    skipped = [item for item, state in states if state is State.SKIPPED]
    return Progress(
        done=sum(state is State.DONE for _, state in states),
        skipped=len(skipped),
        total=len(states),
        skipped_killers=sum(item.killer for item in skipped),
    )


def current_item(checklist: Checklist, run: Run) -> Item | None:
    """Return the item to read now: where the person was, if open, else the next open one."""
    items = checklist.items
    place = next((n for n, item in enumerate(items) if item.key == run.position), 0)
    order = [*items[place:], *items[:place]]
    return next((item for item in order if state_of(item, run) is State.OPEN), None)


def current_point(checklist: Checklist, run: Run) -> int:
    """Return the number of the pause point that the run is at: the first with an open item."""
    numbers = range(len(checklist.points))
    return next((n for n in numbers if open_items(checklist.points[n], run)), len(numbers) - 1)


def record(guide: Guide, checklist: Checklist, run: Run) -> str:
    """Return the run as text for a ticket: version, times, values, skips with their reasons."""
    done = progress(checklist, run)
    version = f" (version {run.version})" if run.version else ""
    lines = [f"Checklist: {guide.title}{version}", f"Guide: {guide.key}"]
    lines.append(f"Started: {_when(run.started)}")
    skipped = f", {done.skipped} skipped" if done.skipped else ""
    rest = done.total - done.done - done.skipped
    still = f", {rest} open" if rest else ""
    lines.append(f"Items: {done.done} of {done.total} done{skipped}{still}")
    for point in checklist.points:
        lines += ["", point.title or "Items"]
        lines += [line for item in point.items for line in _item_lines(item, run)]
    return "\n".join(lines) + "\n"


def _item_lines(item: Item, run: Run) -> Iterator[str]:
    state = state_of(item, run)
    text = plain_text(item.html).replace("\n", " ")
    expected = fill(plain_text(item.state).replace("\n", " "), run.values())
    shown = f"{text}: {expected}" if expected else text
    if state is State.DONE:
        yield f"[x] {_when(run.times.get(item.key, 0.0), day=False)}  {shown}"
    elif state is State.SKIPPED:
        mark = "SKIPPED, MUST NOT BE SKIPPED" if item.killer else "skipped"
        yield f"[-] {shown}"
        yield f"    {mark}: {run.text(item.key, Kind.SKIPPED)}"
    else:
        yield f"[ ] {shown}"


def _when(seconds: float, *, day: bool = True) -> str:
    moment = datetime.fromtimestamp(seconds).astimezone()
    return f"{moment:%Y-%m-%d %H:%M}" if day else f"{moment:%H:%M}"
