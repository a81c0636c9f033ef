"""`Form`: a template as what it asks for and the text that it fills.

Only a file that declares its fields is a form; ``{{x}}`` in anybody else's text is text.
Filling is `template.fill`: one pass, values are never looked at again, nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from jitdesk.guides.dates import date_of
from jitdesk.guides.guide import Guide, GuideType
from jitdesk.guides.inline import neutral
from jitdesk.guides.page import Code, Page
from jitdesk.guides.sections import Part, parts
from jitdesk.guides.template import fields_of, used

KINDS = ("text", "date", "choice")
_DAYS = {"today": 0, "heute": 0, "tomorrow": 1, "morgen": 1}
_FARTHEST = 36_500


@dataclass(frozen=True, slots=True)
class Field:
    """One value to be given.

    Attributes:
        ask: the question, never empty.
        example: shown in the empty field; never filled in by itself.
        kind: text, date or choice.
        remember: the value is offered again the next time, in every template.
        default: filled in at the start; plain text.
    """

    name: str
    ask: str
    example: str = ""
    kind: str = "text"
    choices: tuple[str, ...] = ()
    remember: bool = False
    default: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """The fields in the author's order, the text with its ``{{names}}``, and what stands below.

    `unknown` are names in the text that are not declared: they stay as they are.
    """

    fields: tuple[Field, ...]
    text: str
    unknown: tuple[str, ...] = ()
    rest: tuple[Part, ...] = ()

    def missing(self, values: Mapping[str, str]) -> tuple[Field, ...]:
        """Return the fields without a value, in order."""
        return tuple(field for field in self.fields if not values.get(field.name, "").strip())


def read_form(guide: Guide, page: Page) -> Form | None:
    """Return the form of a template that declares fields and has a text, else None."""
    declared = fields_of(guide.front)
    if guide.type is not GuideType.TEMPLATE or not declared:
        return None
    cut = parts(page)
    place = next((n for n, part in enumerate(cut) if _code(part, declared)), None)
    if place is None:
        return None
    text = _code(cut[place], declared)
    names = used(text)
    fields = tuple(_field(name, entry) for name, entry in declared.items() if name in names)
    unknown = tuple(name for name in names if name not in declared)
    others = tuple(part for n, part in enumerate(cut) if n != place)
    return Form(fields, text, unknown, others) if fields else None


def _code(part: Part, declared: Mapping[str, Any]) -> str:
    """Return the text of the first block of a part that uses a declared field."""
    texts = (block.text for block in part.blocks if isinstance(block, Code))
    return next((text for text in texts if set(used(text)) & set(declared)), "")


def _field(name: str, entry: object) -> Field:
    given: Mapping[str, Any] = entry if isinstance(entry, dict) else {"ask": entry}
    choices = tuple(_texts(given.get("choices")))
    kind = str(given.get("kind") or ("choice" if choices else "text"))
    default = _text(given.get("default"))
    return Field(
        name=name,
        ask=_text(given.get("ask")) or name.replace("_", " ").capitalize(),
        example=_text(given.get("example")),
        kind=kind if kind in KINDS and (kind != "choice" or choices) else "text",
        choices=choices,
        remember=given.get("remember") is True,
        default="" if used(default) else default,
    )


def _texts(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else []:
        if text := _text(one):
            yield text


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, dict | list) else neutral(str(value))


def read_day(text: str, today: date) -> date | None:
    """Return the day that a person means: 2026-12-01, today, tomorrow, +3; None = not a day."""
    word = text.strip().casefold()
    if word in _DAYS:
        return today + timedelta(days=_DAYS[word])
    if word.startswith("+") and word[1:].isdigit() and int(word[1:]) <= _FARTHEST:
        return today + timedelta(days=int(word[1:]))
    return date_of(text.strip())
