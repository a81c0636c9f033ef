"""From front matter to typed values: which names are known, what each may hold.

Generous: the names of other tools (description, lang, categories, last_reviewed_on) are
understood, unknown keys are kept and left to the linter, and a wrong value becomes one
`Problem` with its line while the guide is shown without that field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from jitdesk.errors import Level, Problem
from jitdesk.guides.dates import date_of, due_on, span_of
from jitdesk.guides.guide import GuideType
from jitdesk.guides.inline import neutral
from jitdesk.guides.language import tag_of
from jitdesk.guides.window_pattern import MOST as MOST_PATTERNS
from jitdesk.yamlio import KeyPath

KNOWN = frozenset(
    """
    schema id type mode kind title situation not_for moments audience aim aim_why time_to_use
    context also_asked fields table tree score boxes recall capabilities course assumptions
    owner reviewed_on review_every status version changes replaces replaced_by related
    language translation_of sensitivity pilot vars nodes start expires tags minutes
    """.split()  # noqa: SIM905  (a list of one word a line would be longer than the module)
)
"""The names of the content model; everything else is kept as it is."""

SYNONYMS = {
    "situation": ("situation", "description", "summary"),
    "language": ("language", "lang", "locale"),
    "tags": ("tags", "keywords", "categories", "labels"),
    "reviewed_on": ("reviewed_on", "reviewed", "last_reviewed_on", "last_reviewed"),
    "review_every": ("review_every", "review_in"),
    "expires": ("expires", "expiry", "expirydate"),
}
_UNDERSTOOD = KNOWN.union(*SYNONYMS.values())
FRAMEWORK_KINDS = frozenset({"decision-table", "decision-tree", "scoring", "canvas"})
_TYPES = {t.value: t for t in GuideType}
_ID = re.compile(r"[^\W_][\w.\-]{0,199}")
_MINUTES = re.compile(r"(?:PT)?\s*(\d{1,4})\s*(s|m|h|min|minutes?|seconds?|hours?)?", re.IGNORECASE)
_SECONDS = {"s": 1, "m": 60, "h": 3600}
_MAX_TEXT = 400
_DEFAULT_REVIEW = "P365D"
_SOON_REVIEW = "P180D"


@dataclass(slots=True)
class Fields:
    """The known fields of one file; empty values mean "not given"."""

    id: str = ""
    type: GuideType | None = None
    title: str = ""
    situation: str = ""
    also_asked: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    context_words: tuple[str, ...] = ()
    apps: tuple[str, ...] = ()
    windows: tuple[str, ...] = ()
    language: str = ""
    minutes: int = 0
    owner: str = ""
    version: str = ""
    status: str = ""
    reviewed_on: date | None = None
    review_due: date | None = None
    problems: list[Problem] = field(default_factory=list)


def read_fields(front: Mapping[str, Any], lines: Mapping[KeyPath, int], path: str) -> Fields:
    """Return the typed values of `front`; wrong ones are problems of `path`."""
    return _Reader(front, lines, path).read() if front else Fields()


def near_miss(key: str) -> str:
    """Return the known field that `key` probably means, "" if none is near."""
    return _near_miss(key)


@lru_cache(maxsize=2048)
def _near_miss(key: str) -> str:
    if key.startswith("x-") or not 4 <= len(key) <= 20:
        return ""
    return next((name for name in sorted(KNOWN) if _one_slip(key.lower(), name)), "")


def _one_slip(left: str, right: str) -> bool:
    """Return whether one letter is missing, added, wrong or swapped with its neighbour."""
    if abs(len(left) - len(right)) > 1 or left == right:
        return False
    start = 0
    while left[start : start + 1] == right[start : start + 1]:
        start += 1
    one, two = left[start:], right[start:]
    swapped = one[:2] == two[1::-1] and one[2:] == two[2:]
    return swapped or one[1:] == two[1:] or one[1:] == two or one == two[1:]


class _Reader:
    def __init__(self, front: Mapping[str, Any], lines: Mapping[KeyPath, int], path: str) -> None:
        self._front, self._lines, self._path = front, lines, path
        self._out = Fields()

    def read(self) -> Fields:
        out = self._out
        out.id = self._id()
        out.type = self._type()
        out.title = self._line("title")
        out.situation = self._line(*SYNONYMS["situation"])[:_MAX_TEXT]
        out.also_asked = self._list("also_asked") + tuple(
            alias for alias in self._list("aliases") if "/" not in alias
        )
        out.tags = tuple(dict.fromkeys(t for key in SYNONYMS["tags"] for t in self._list(key)))
        out.apps = tuple(app.lower() for app in self._context("apps"))
        out.context_words = self._context("words")
        out.windows = self._context("windows", parted=False)[:MOST_PATTERNS]
        out.language = self._language()
        out.minutes = self._minutes()
        out.owner = self._owner()
        out.version, out.status = self._line("version"), self._line("status")
        self._dates()
        self._near_misses()
        return out

    def _problem(self, key: str, message: str, fix: str = "", level: Level = Level.WARNING) -> None:
        line = self._lines.get((key,), 1)
        self._out.problems.append(Problem(self._path, line, "field", level, message, fix))

    def _first(self, *keys: str) -> tuple[str, Any]:
        for key in keys:
            if self._front.get(key) is not None:
                return key, self._front[key]
        return keys[0], None

    def _line(self, *keys: str) -> str:
        """Return the first of `keys` as one line of text; lists and groups are a problem."""
        key, value = self._first(*keys)
        if value is None:
            return ""
        if isinstance(value, dict | list):
            self._problem(key, f'"{key}" must be one text.', f"Write {key}: some text.")
            return ""
        return neutral(str(value))

    def _list(self, key: str) -> tuple[str, ...]:
        value = self._front.get(key)
        if isinstance(value, str):
            value = value.split(",")
        if isinstance(value, dict):
            self._problem(key, f'"{key}" must be a list.', f"Write {key}: [one, two].")
        if not isinstance(value, list):
            return ()
        texts = (neutral(str(v)) for v in value if not isinstance(v, dict | list | None))
        return tuple(text for text in texts if text)

    def _context(self, key: str, *, parted: bool = True) -> tuple[str, ...]:
        context = self._front.get("context")
        if not isinstance(context, dict):
            return ()
        value = context.get(key)
        rows = value.split(",") if isinstance(value, str) and parted else value
        rows = [rows] if isinstance(rows, str) else rows
        return tuple(neutral(str(row)) for row in rows) if isinstance(rows, list) else ()

    def _id(self) -> str:
        name = self._line("id")
        if name and not _ID.fullmatch(name):
            self._problem(
                "id", f'"{name[:60]}" cannot be an id.', "Use letters, digits, - and dots."
            )
            return ""
        return name

    def _type(self) -> GuideType | None:
        for key in ("type", "kind"):
            value = self._front.get(key)
            if isinstance(value, str) and value.strip().lower() in _TYPES:
                return _TYPES[value.strip().lower()]
        kind = self._front.get("kind")
        if kind in FRAMEWORK_KINDS:
            return GuideType.FRAMEWORK
        if kind is not None:
            fix = "Write guide, checklist, template or framework."
            self._problem("kind", f'"{str(kind)[:40]}" is not a type of guide.', fix)
        return GuideType.TEMPLATE if self._front.get("vars") else None

    def _language(self) -> str:
        key, value = self._first(*SYNONYMS["language"])
        tag = tag_of(value)
        if value is not None and not tag:
            self._problem(key, f'"{str(value)[:40]}" is not a language.', "Write en, de, ja...")
        return tag

    def _minutes(self) -> int:
        key, value = self._first("time_to_use", "minutes")
        if value is None:
            return 0
        match = _MINUTES.fullmatch(str(value).strip())
        seconds = int(match.group(1)) * _SECONDS[(match.group(2) or "m")[0].lower()] if match else 0
        if not 0 < seconds <= 24 * 3600:
            self._problem(key, f'"{str(value)[:40]}" is not a time.', "Write 40s or 4m.")
            return 0
        return max(1, round(seconds / 60))

    def _owner(self) -> str:
        owner = self._front.get("owner")
        if isinstance(owner, dict):
            return neutral(str(owner.get("role") or owner.get("contact") or ""))
        return self._line("owner")

    def _date(self, key: str, value: object) -> date | None:
        day = date_of(value)
        # A day that does not exist was already named while the YAML was read.
        if day is None and value is not None and (key,) not in self._named_dates():
            self._problem(key, f'"{str(value)[:40]}" is not a date.', "Write 2026-03-31.")
        return day

    def _named_dates(self) -> frozenset[KeyPath]:
        shape = re.compile(r"\d{4}-\d{2}-\d{2}")
        return frozenset(
            (k,) for k, v in self._front.items() if isinstance(v, str) and shape.fullmatch(v)
        )

    def _dates(self) -> None:
        self._out.reviewed_on = self._date(*self._first(*SYNONYMS["reviewed_on"]))
        expires = self._date(*self._first(*SYNONYMS["expires"]))
        key, value = self._first(*SYNONYMS["review_every"])
        every = span_of(value) if value is not None else span_of(self._default_review())
        if every is None:
            message = f'"{str(value)[:40]}" is not a time between reviews.'
            self._problem(key, message, "Write P180D for 180 days, at most P3650D.")
        self._out.review_due = due_on(self._out.reviewed_on, every, expires)

    def _default_review(self) -> str:
        why = self._front.get("aim_why")
        why = why if isinstance(why, dict) else {}
        soon = why.get("changes") == "yearly" or why.get("stakes") == "high"
        return _SOON_REVIEW if soon else _DEFAULT_REVIEW

    def _near_misses(self) -> None:
        for key in self._front:
            if key not in _UNDERSTOOD and (meant := _near_miss(key)):
                fix = f'Did you mean "{meant}"?'
                self._problem(key, f'"{key}" is not a known field.', fix, Level.HINT)
