"""`Page`: what a person reads of a guide, as immutable blocks.

The reader window, the preview and the terminal draw the same page. Text is HTML in the
subset that Qt's rich text knows, with nothing in it that could load or run anything:
pictures are ``<img src="pack:PATH" alt="...">``, links start with ``guide:``, ``https:``,
``mailto:`` or ``#``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NewType

Html = NewType("Html", str)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1-6; `anchor` is that of the guide's section, `title` its plain text."""

    level: int
    html: Html
    anchor: str
    line: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs, bullet lists, tables and pictures."""

    html: Html


@dataclass(frozen=True, slots=True)
class Code:
    """Text to be copied exactly."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed remark; `kind` is note, tip, warning or danger."""

    kind: str
    html: Html


@dataclass(frozen=True, slots=True)
class Detail:
    """A labelled line of a step: You see, If not, Say, Write, Except, Why.

    Attributes:
        label: one of the six, in English.
        words: the label as the author wrote it, in the language of the guide.
    """

    label: str
    html: Html
    words: str = ""

    @property
    def shown(self) -> str:
        """The label as people read it."""
        return self.words or self.label


@dataclass(frozen=True, slots=True)
class Step:
    """One action of a guide.

    Attributes:
        key: identity by text and occurrence: inserting a line above moves nothing.
        number: as shown ("3"), "" = a bullet.
        code: command to copy, "" = none.
        line: 1-based line of the file at which it stands, 0 = not known.
    """

    key: str
    number: str
    html: Html
    details: tuple[Detail, ...] = ()
    code: str = ""
    anchor: str = ""
    phase: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a checklist.

    Attributes:
        key: as of a step.
        state: the expected state after ``->``, "" = none.
        asks: names of the values to be written down, from ``{{name}}`` in the state.
        killer: must not be skipped silently.
        checked: ticked in the author's text.
        depth: nesting, 0 = top.
        line: as of a step.
    """

    key: str
    html: Html
    state: Html = Html("")
    killer: bool = False
    checked: bool = False
    depth: int = 0
    asks: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Divider:
    """A rule between parts."""


Block = Heading | Prose | Code | Callout | Step | Item | Divider


@dataclass(frozen=True, slots=True)
class Page:
    """A guide's blocks in reading order."""

    blocks: tuple[Block, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """The keys of the checklist items."""
        return tuple(block.key for block in self.blocks if isinstance(block, Item))

    @property
    def stops(self) -> tuple[tuple[str, int], ...]:
        """Where a reader can be: (key, block number) of steps and items, else of headings."""
        places = [
            (block.key, number)
            for number, block in enumerate(self.blocks)
            if isinstance(block, Step | Item)
        ]
        return tuple(places or self._headings())

    def _headings(self) -> list[tuple[str, int]]:
        found = [
            (f"#{block.anchor or number}", number)
            for number, block in enumerate(self.blocks)
            if isinstance(block, Heading)
        ]
        return found or [("#", 0)] if self.blocks else found
