"""A recording as a draft page: sentences for the steps, a picture below each. Pure.

Only what a person can see in the window before saving is in it. Names come from the
programs' own controls and are written so that no mark of theirs means anything.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from jitdesk.authoring.body_rules import MANY_STEPS, MOST_PHASES
from jitdesk.authoring.document import with_body, with_field
from jitdesk.authoring.recording import FIELDS, Act, Control, Place, Role, Step, Steps
from jitdesk.authoring.skeleton import blank
from jitdesk.guides.guide import GuideType

_MARKS: Final = re.compile(r"([\\`*_{}\[\]<>|#~\"])")
_LONGEST: Final = 60
_LONGEST_NOTE: Final = 400


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language; {0} is the control, {1} the place."""

    acts: dict[Act, str]
    into: str
    password: str
    typed: str
    typed_there: str
    times: str
    on: str
    inside: str
    scroll: str
    title: str
    alt: str
    alt_unnamed: str
    steps: str
    done: str


_ENGLISH: Final = Words(
    acts={
        Act.CLICK: "Click {0}",
        Act.DOUBLE: "Double-click {0}",
        Act.RIGHT: "Right-click {0}",
        Act.DRAG: "Drag {0}",
    },
    into="Click into {0}",
    password="Type your password",  # noqa: S106  (a sentence)
    typed="Type … in {0}",
    typed_there="Type … in {0} of {1}",
    times=" {0} times",
    on=" on {0}",
    inside=" in {0}",
    scroll="- If not: scroll to it.",
    title="Use {0}",
    alt="{0} is marked in {1}; the rest is blurred",
    alt_unnamed="The place is marked in {0}; the rest is blurred",
    steps="Steps",
    done="Done when",
)
_GERMAN: Final = Words(
    acts={
        Act.CLICK: "Klicken Sie auf {0}",
        Act.DOUBLE: "Klicken Sie doppelt auf {0}",
        Act.RIGHT: "Klicken Sie rechts auf {0}",
        Act.DRAG: "Ziehen Sie {0}",
    },
    into="Klicken Sie in {0}",
    password="Tippen Sie Ihr Passwort",  # noqa: S106  (a sentence)
    typed="Tippen Sie … in {0}",
    typed_there="Tippen Sie … in {0} von {1}",
    times=" {0}-mal",
    on=" auf {0}",
    inside=" in {0}",
    scroll="- Wenn nicht: Blättern Sie dorthin.",
    title="{0} benutzen",
    alt="{0} ist markiert in {1}; der Rest ist unscharf",
    alt_unnamed="Die Stelle ist markiert in {0}; der Rest ist unscharf",
    steps="Schritte",
    done="Fertig, wenn",
)
_WORDS: Final = {"en": _ENGLISH, "de": _GERMAN}
_PRESS: Final = {"en": "Press {0}", "de": "Drücken Sie {0}"}


@dataclass(frozen=True, slots=True)
class RecordedPage:
    """A draft and its pictures by file name."""

    text: str
    pictures: dict[str, bytes]


def recorded_page(steps: Steps, stem: str, today: date, language: str = "en") -> RecordedPage:
    """Return the draft of a recording.

    Args:
        steps: as `listed` returns them.
        stem: what the names of the pictures begin with.
        today: the day of the pictures and of the review.
        language: of the sentences, two letters; English where there are none.
    """
    tongue = language if language in _WORDS else "en"
    words = _WORDS[tongue]
    rows, pictures = list[str](), dict[str, bytes]()
    number, before = 0, Place()
    for phase, part in _phases(steps):
        rows += [f"## {words.steps}: {phase}" if phase else f"## {words.steps}", ""]
        for place, step in enumerate(part, 1):
            number += 1
            name = f"{stem}-{number}.png" if step.picture else ""
            said = f"{place}. {sentence(step, tongue, before)} {{#step-{number}}}"
            rows += [said, *_below(step, name, len(f"{place}. "), words, today)]
            before = step.place
            if name:
                pictures[name] = step.picture
        rows.append("")
    body = "\n".join([*rows, f"## {words.done}", "", ""])
    text = with_field(blank(GuideType.GUIDE, today), "title", _title(steps, words))
    return RecordedPage(with_body(with_field(text, "language", tongue), body), pictures)


def _below(step: Step, name: str, indent: int, words: Words, today: date) -> list[str]:
    """Return what stands below a step: where to look for it, and its picture."""
    rows = [" " * indent + words.scroll] if step.scrolled else []
    if name:
        program = _plain(step.place.program) or "App"
        caption = f"{program}, captured {today:%Y-%m}"
        rows += ["", f'{" " * indent}![{_alt(step, words)}]({name} "{caption}")', ""]
    return rows


def _phases(steps: Steps) -> list[tuple[str, Steps]]:
    """Return the phases of a long recording: one for each dialog or program in a row.

    A short one has no phases, and neither has one that jumps to and fro.
    """
    found: list[tuple[str, Steps]] = []
    for step in steps:
        name = _plain(step.place.dialog or step.place.program)
        if found and name in {"", found[-1][0]}:
            found[-1] = (found[-1][0], (*found[-1][1], step))
        else:
            found.append((name, (step,)))
    split = len(steps) > MANY_STEPS and 1 < len(found) <= MOST_PHASES and all(n for n, _ in found)
    return found if split else [("", steps)]


def sentence(step: Step, language: str = "en", before: Place | None = None) -> str:
    """Return a step as a sentence in Markdown.

    A click says where it is. Typing and keys go on where the step `before` was, and say it
    only when that was somewhere else, or when nothing else tells what is meant.
    """
    tongue = language if language in _WORDS else "en"
    words = _WORDS[tongue]
    if step.act is Act.NOTE:
        return _escaped(step.text, _LONGEST_NOTE)
    control = step.control or Control()
    name = f"**{_escaped(control.name)}**" if control.name else ""
    where = _where(step.place)
    named = bool(name) or control.role is Role.PASSWORD
    goes_on = step.act is Act.PRESS or (step.act is Act.TYPE and named)
    inside = words.inside.format(where) if where and not (goes_on and step.place == before) else ""
    if step.act is Act.PRESS:
        times = words.times.format(step.count) if step.count > 1 else ""
        on = words.on.format(name) if name else ""
        return _PRESS[tongue].format(f"**{step.keys}**") + times + on + inside + "."
    if step.act is Act.TYPE:
        return _typing(words, control, name, where if inside else "") + "."
    into = step.act is Act.CLICK and control.role in FIELDS
    said = words.into if into else words.acts[step.act]
    return said.format(name or "…") + inside + "."


def _typing(words: Words, control: Control, name: str, where: str) -> str:
    if control.role is Role.PASSWORD:
        return words.password + (words.inside.format(where) if where else "")
    if name and where:
        return words.typed_there.format(name, where)
    return words.typed.format(name or where or "…")


def _where(place: Place) -> str:
    if place.dialog:
        return f'"{_escaped(place.dialog)}"'
    return f"**{_escaped(place.program)}**" if place.program else ""


def _title(steps: Steps, words: Words) -> str:
    """Suggest a title: the program that most steps were in."""
    counts = Counter(step.place.program for step in steps if step.place.program)
    program = counts.most_common(1)[0][0] if counts else ""
    return words.title.format(_plain(program)[:_LONGEST]) if program else ""


def _alt(step: Step, words: Words) -> str:
    place = _escaped(step.place.dialog or step.place.program or "…")
    name = _escaped(step.control.name) if step.control is not None else ""
    return words.alt.format(name, place) if name else words.alt_unnamed.format(place)


def _plain(text: str) -> str:
    return _MARKS.sub("", " ".join(text.split()))


def _escaped(text: str, longest: int = _LONGEST) -> str:
    """Return a text in which no character is a mark of Markdown; quotes become typographic."""
    short = " ".join(text.split())
    if len(short) > longest:
        short = f"{short[: longest - 1].rstrip()}…"
    return _MARKS.sub(lambda mark: "”" if mark[1] == '"' else f"\\{mark[1]}", short)
