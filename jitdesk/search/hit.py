"""`Query`, `Hit` and `Answer`: what goes into a search and what comes out, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Query:
    """What a person asks.

    Attributes:
        text: exactly what was typed or pasted; never parsed as a query language.
        limit: the number of hits wanted.
        complete: the last word is whole (a command line); False while typing, when the
            last word may be half a word.
        language: BCP 47 tag to prefer, "" = no preference.
        app: lower-case name of the program in front, "" = unknown.
        window: title of the window in front; used in memory, never stored.
        usage: guide key -> weight of earlier help, 0..1; the caller's records as a
            plain mapping, so that search and learning never meet.
        learned: guide key -> how much it helped for words like these, 0..1.
        near: guide key -> nearness in meaning, 0..1; from the optional vectors.
    """

    text: str
    limit: int = 8
    complete: bool = False
    language: str = ""
    app: str = ""
    window: str = ""
    usage: Mapping[str, float] = field(default_factory=dict)
    learned: Mapping[str, float] = field(default_factory=dict)
    near: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of an answer; immutable, and enough to draw the row.

    Attributes:
        rank: 1-based.
        key: `Guide.key`; `id` and `pack` are its parts.
        path: relative to the source's location.
        section: anchor of the section that answers best, "" = the top of the guide.
        section_title: its heading, "" = the guide as a whole.
        line: the text line that matches best, without markup; "" = none.
        marks: (start, end) character ranges of the matching words in `title`.
        line_marks: the same in `line`.
        score: higher is better; comparable within one answer only.
        why: one plain sentence on why this row is here.
        minutes: reading time.
        reviewed_on: ISO date or "" = not reviewed.
        overdue: the review date has passed.
        also: keys of the same guide in other languages, which are not rows of their own.
    """

    rank: int
    key: str
    id: str
    title: str
    type: str
    pack: str
    path: str
    section: str
    section_title: str
    situation: str
    line: str
    score: float
    why: str
    minutes: int
    reviewed_on: str
    overdue: bool = False
    marks: tuple[tuple[int, int], ...] = ()
    line_marks: tuple[tuple[int, int], ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one `Query`.

    Attributes:
        took_ms: time spent in search, milliseconds.
        did_you_mean: the corrected text, "" = nothing better was found.
        filters: what was read as filters, "" = none.
        weak: no guide has most of what was asked; one may be near to it in meaning.
        poor: it seems that no guide fits.
    """

    query: Query
    hits: tuple[Hit, ...]
    took_ms: float
    did_you_mean: str = ""
    filters: str = ""
    weak: bool = False
    poor: bool = False
