"""`Guide` and its parts: immutable values that cross threads and need nothing else.

A plain Markdown file with one heading is a guide; everything a front matter may add has a
default here (progressive strictness). `Guide` is the light face of a file: its fields and
its text cut at headings, enough for search, lists and the lint of structure. What a person
reads is made from `Guide.body` by `jitdesk.guides.render` when the guide is opened.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NewType

GuideId = NewType("GuideId", str)
PackId = NewType("PackId", str)
GuideKey = NewType("GuideKey", str)
"""``<pack>/<id>``: unique over everything that is installed."""


class GuideType(StrEnum):
    """The four kinds of content."""

    GUIDE = "guide"
    CHECKLIST = "checklist"
    TEMPLATE = "template"
    FRAMEWORK = "framework"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text below it, up to the next heading of any level.

    Attributes:
        anchor: slug of the heading, unique in its guide ("" for text before any heading).
        title: heading text without markup.
        level: 1-6; 0 for the text before the first heading.
        line: 1-based line of the heading in the file.
        text: the text below the heading without markup, one source line a line.
    """

    anchor: str
    title: str
    level: int
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Guide:
    """One file of a pack, read.

    Attributes:
        id: the file's own id, or one inferred from its path; unique within its pack.
        pack: id of the pack.
        path: file path relative to the source's location, with forward slashes.
        title: never empty.
        apps: programs that it is used with, lower case; `windows`: patterns of window titles
            (`jitdesk.guides.window_pattern`), as the author wrote them.
        situation: one sentence when this is the right page; "" if the author gave none.
        minutes: reading time, at least 1 (175 words a minute: the slow end of normal
            adults, Brysbaert 2019), or the author's `time_to_use`.
        language: BCP 47 tag, "" if unknown.
        reviewed_on: None = not reviewed.
        review_due: the date on which the next review is due; None = no clock.
        body: Markdown without front matter; `body_line` is the 1-based line it starts at.
        digest: hex SHA-256 of the file's bytes.
        front: every field of the front matter as it was read (kept on re-export).
        sections: the body cut at its headings, in order.
        site: names of the site values that the guide cannot be used without, sorted.
        unset: those of them that are not filled in; () while nobody asked for filling.
    """

    id: GuideId
    pack: PackId
    path: str
    type: GuideType
    title: str
    body: str
    digest: str
    situation: str = ""
    also_asked: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    context_words: tuple[str, ...] = ()
    apps: tuple[str, ...] = ()
    windows: tuple[str, ...] = ()
    language: str = ""
    minutes: int = 1
    owner: str = ""
    version: str = ""
    status: str = ""
    reviewed_on: date | None = None
    review_due: date | None = None
    body_line: int = 1
    front: dict[str, Any] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    site: tuple[str, ...] = ()
    unset: tuple[str, ...] = ()

    @property
    def key(self) -> GuideKey:
        """The name that is unique over all packs."""
        return GuideKey(f"{self.pack}/{self.id}")
