"""What a recording is made of, and how events become steps. Pure: no screen, no clock.

The rules, oldest event first:

- A click is a step; a second one at the same place within half a second makes it a double
  click, a release far away makes it a drag.
- Typing is one step, however many keys. It replaces the click that went into the same field.
- A chord, Enter, Esc, Delete and function keys are steps; the same one again is counted.
  Enter between two pieces of text in one place is part of the text.
- Scrolling is no step. It becomes a hint of the click that follows.

What was typed is in no value here: an event says *that* a key came, never which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

Box = tuple[int, int, int, int]
"""x, y, width, height in device pixels."""

_DOUBLE: Final = 500  # ms between the presses of a double click, as most desktops have it
_NEAR: Final = 8  # device pixels a hand moves between them
_DRAG: Final = 24  # device pixels from press to release that are meant


class Role(StrEnum):
    """What a control is, as far as a step is worded by it."""

    BUTTON = "button"
    CHECK = "check"
    TAB = "tab"
    MENU = "menu"
    LIST = "list"
    FIELD = "field"
    PASSWORD = "password"  # noqa: S105  (the kind of field, no secret)
    ENTRY = "entry"
    """A row, a link, a cell: what it is called is somebody's data."""
    OTHER = "other"


FIELDS: Final = frozenset({Role.FIELD, Role.PASSWORD})
READABLE: Final = frozenset({Role.BUTTON, Role.CHECK, Role.MENU})
"""Controls whose words belong to the program: they may stay readable in a picture. A tab is
called like the page or the file in it."""


@dataclass(frozen=True, slots=True)
class Control:
    """A control under the pointer, or with the keyboard.

    Attributes:
        role: what it is.
        name: its label, "" = it has none; never what is in it.
        box: where it is on the screen, None = not told.
    """

    role: Role = Role.OTHER
    name: str = ""
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened: the program, and the dialog if it is one.

    The title of another window is not taken: it may name a customer or a file.
    """

    program: str = ""
    dialog: str = ""


@dataclass(frozen=True, slots=True)
class Click:
    """A mouse button went down; `time` in ms of the system's own clock."""

    button: int
    x: int
    y: int
    time: int
    place: Place
    control: Control | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """The mouse button went up."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Typed:
    """A key that writes or corrects text came."""

    place: Place
    control: Control | None = None


@dataclass(frozen=True, slots=True)
class Chord:
    """Keys that are no text: `keys` such as "Ctrl+S" or "Enter"; "Tab" ends a text.

    `control` is what Enter or the space bar works, None where they do something else.
    """

    keys: str
    place: Place
    control: Control | None = None


@dataclass(frozen=True, slots=True)
class Scroll:
    """The wheel turned."""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence by the person who records."""

    text: str


Event = Click | Release | Typed | Chord | Scroll | Note


class Act(StrEnum):
    """What is done in a step."""

    CLICK = "click"
    DOUBLE = "double"
    RIGHT = "right"
    DRAG = "drag"
    TYPE = "type"
    PRESS = "press"
    NOTE = "note"
    SCROLL = "scroll"
    """Waits for the click that it belongs to."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the draft.

    Attributes:
        act: what is done.
        place: where.
        control: with which control, None = not told by the system.
        keys: of `PRESS`; "Tab" behind a text of `TYPE`.
        text: of `NOTE`.
        count: how often, for `PRESS`.
        scrolled: the control had to be scrolled to.
        picture: PNG, blurred already; b"" = none.
        at: x, y, time of the click.
    """

    act: Act
    place: Place = Place()
    control: Control | None = None
    keys: str = ""
    text: str = ""
    count: int = 1
    scrolled: bool = False
    picture: bytes = b""
    at: tuple[int, int, int] = (0, 0, 0)


Steps = tuple[Step, ...]
_ACTS: Final = {1: Act.CLICK, 2: Act.CLICK, 3: Act.RIGHT}


def taken(steps: Steps, event: Event, picture: bytes = b"") -> Steps:
    """Return the steps with one more event in them."""
    match event:
        case Click():
            return _clicked(steps, event, picture)
        case Release():
            return _released(steps, event)
        case Typed():
            return _typed(_settled(steps), event, picture)
        case Chord():
            return _pressed(_settled(steps), event)
        case Note():
            return (*_settled(steps), Step(Act.NOTE, text=" ".join(event.text.split())))
        case Scroll():
            return (*_settled(steps), Step(Act.SCROLL)) if steps else steps


def listed(steps: Steps) -> Steps:
    """Return the steps as they are shown and written: without what still waits."""
    return tuple(_settled(steps))


def undone(steps: Steps) -> Steps:
    """Return the steps without the last one."""
    return _settled(steps)[:-1]


def _settled(steps: Steps) -> Steps:
    return steps[:-1] if steps and steps[-1].act is Act.SCROLL else steps


def _clicked(steps: Steps, click: Click, picture: bytes) -> Steps:
    before = _settled(steps)
    if before is steps and before and _is_second(before[-1], click):
        return (*before[:-1], replace(before[-1], act=Act.DOUBLE))
    step = Step(
        _ACTS.get(click.button, Act.CLICK),
        click.place,
        click.control,
        scrolled=before is not steps,
        picture=picture,
        at=(click.x, click.y, click.time),
    )
    return (*before, step)


def _is_second(last: Step, click: Click) -> bool:
    x, y, time = last.at
    return (
        last.act is Act.CLICK
        and click.button == 1
        and 0 <= click.time - time <= _DOUBLE
        and _apart((x, y), (click.x, click.y)) <= _NEAR
    )


def _released(steps: Steps, release: Release) -> Steps:
    last = steps[-1] if steps else None
    if last is None or last.act is not Act.CLICK:
        return steps
    if _apart(last.at[:2], (release.x, release.y)) <= _DRAG:
        return steps
    return (*steps[:-1], replace(last, act=Act.DRAG))


def _apart(one: Sequence[int], other: Sequence[int]) -> int:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def _typed(steps: Steps, event: Typed, picture: bytes) -> Steps:
    last = steps[-1] if steps else Step(Act.NOTE)
    if _same_text(last, event):
        return steps
    if len(steps) > 1 and last.keys == "Enter" and _same_text(steps[-2], event):
        return steps[:-1]
    if last.place == event.place and _went_into(last, event.control):
        return (*steps[:-1], replace(last, act=Act.TYPE))
    return (*steps, Step(Act.TYPE, event.place, event.control, picture=picture))


def _same_text(last: Step, event: Typed) -> bool:
    """Tell whether a key goes on with the text of a step."""
    if last.act is not Act.TYPE or last.place != event.place or last.keys:
        return False
    return event.control is None or last.control is None or _same(last.control, event.control)


def _went_into(last: Step, control: Control | None) -> bool:
    """Tell whether a click went into the field that is typed into."""
    clicked = last.control
    if last.act not in {Act.CLICK, Act.DOUBLE} or clicked is None or clicked.role not in FIELDS:
        return False
    return control is None or _same(clicked, control)


def _same(one: Control, other: Control) -> bool:
    return (one.role, one.name) == (other.role, other.name)


def _pressed(steps: Steps, chord: Chord) -> Steps:
    last = steps[-1] if steps else Step(Act.NOTE)
    if chord.keys == "Tab":
        # It only leads from field to field: the next text names the field it goes into.
        return (*steps[:-1], replace(last, keys="Tab")) if last.act is Act.TYPE else steps
    if chord.keys == "Delete" and last.act is Act.TYPE and last.place == chord.place:
        return steps  # a correction
    step = Step(Act.PRESS, chord.place, chord.control, keys=chord.keys)
    if last == replace(step, count=last.count):
        return (*steps[:-1], replace(last, count=last.count + 1))
    return (*steps, step)
