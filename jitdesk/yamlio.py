"""YAML: the only module that knows PyYAML.

`load_yaml` is strict: no anchors, aliases or tags, bounded depth and size, plain YAML 1.2
booleans, and it knows the line of every key; what is wrong comes back as a `Problem` with a
line, in the words of an author. The value is built from parser events on an own stack, because
the C loader crashes on deep nesting.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

import yaml

from jitdesk.errors import Level, Problem

MAX_BYTES = 1024 * 1024
"""A YAML text larger than this is refused (a tree of 5,000 nodes has 0.4 MB)."""

MAX_DEPTH = 16
"""Nested deeper is refused: a decision tree of five questions needs 12 levels."""

_QUOTES_FIX = "Put the text after the colon in double quotes."
_TOO_DEEP = f"Brackets or lists are nested more than {MAX_DEPTH} deep."
_COMPLAINTS = (
    ("nesting", (_TOO_DEEP, "Write it flatter.")),  # PyYAML from 6.0.4 on counts by itself
    ("mapping values", ("There is a second colon in this line.", _QUOTES_FIX)),
    ("start any token", ("The text begins with a sign that has its own meaning.", _QUOTES_FIX)),
    ("flow", ("A bracket is not closed, or a text in it holds ?, : or a comma.", _QUOTES_FIX)),
)
_UNCLEAR = ("The fields cannot be read here.", "Check colons, spaces and quotes.")
KeyPath = tuple[str | int, ...]
_YAML = "yaml-syntax"
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,17}\.[0-9]{1,17}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OPEN_QUOTE = re.compile(r"""^\s*(?:- )?(?:[^\s'"#:][^:#]*:\s+|- )?(["'])""")


class Decimal(float):
    """A number with a point that remembers how it was written: ``str`` of 1.10 is "1.10"."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, text: str) -> Self:
        """Read `text`, which must look like ``1.10``."""
        value = super().__new__(cls, text)
        value.text = text
        return value

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """What a YAML text says.

    Attributes:
        value: mappings (keys are always text), lists, text, int, `Decimal`, bool, date or
            None; None as well if there is an error among the problems.
        lines: path of keys and list positions -> 1-based line of that key or entry.
        problems: at most one error, any number of warnings; their `file` is "".
    """

    value: Any
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def error(self) -> Problem | None:
        """The problem that made the text unreadable, if any."""
        return next((p for p in self.problems if p.level is Level.ERROR), None)


class _Refused(Exception):  # noqa: N818  (control flow inside this module only)
    def __init__(self, line: int, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.fix = line, message, fix


@dataclass(slots=True)
class _Frame:
    path: KeyPath
    container: dict[str, Any] | list[Any]
    key: str | None = None


class _Builder:
    """Builds the value from parser events with its own stack: no recursion to overflow."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.root: Any = None
        self.documents = 0
        self.lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []
        self._stack: list[_Frame] = []

    def take(self, event: yaml.Event) -> None:
        line = self.first_line + (event.start_mark.line if event.start_mark else 0)
        _refuse_machinery(event, line)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _Refused(line, "A second document starts here (a line with only ---).")
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open({} if isinstance(event, yaml.MappingStartEvent) else [], line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame is not None and isinstance(frame.container, dict) and frame.key is None:
            frame.key = self._new_key(frame, event.value, line)
        else:
            value = event.value if event.style else self._plain(event.value, line)
            self._put(value, line)

    def _new_key(self, frame: _Frame, key: str, line: int) -> str:
        path = (*frame.path, key)
        if key in frame.container:
            first = self.lines[path]
            message = f'The field "{key}" appears twice, on lines {first} and {line}.'
            fix = f"The value of line {first} is used; delete one of the two."
            self.problems.append(Problem("", line, "yaml-twice", Level.WARNING, message, fix))
        else:
            self.lines[path] = line
        return key

    def _open(self, container: dict[str, Any] | list[Any], line: int) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise _Refused(line, _TOO_DEEP)
        path = self._put(container, line)
        self._stack.append(_Frame(path, container))

    def _put(self, value: Any, line: int) -> KeyPath:  # noqa: ANN401  (any YAML value)
        if not self._stack:
            self.root = value
            return ()
        frame = self._stack[-1]
        if isinstance(frame.container, list):
            path: KeyPath = (*frame.path, len(frame.container))
            self.lines[path] = line
            frame.container.append(value)
            return path
        if frame.key is None:
            raise _Refused(line, "A list or a group cannot be the name of a field.", _QUOTES_FIX)
        key, frame.key = frame.key, None
        frame.container.setdefault(key, value)
        return (*frame.path, key)

    def _plain(self, text: str, line: int) -> Any:  # noqa: ANN401  (any YAML scalar)
        if text in _NULL:
            return None
        if text in _TRUE or text in _FALSE:
            return text in _TRUE
        if text[0] not in "+-0123456789":
            return text
        if _DATE.fullmatch(text):
            return self._date(text, line)
        if _INT.fullmatch(text):
            return int(text)
        return Decimal(text) if _DECIMAL.fullmatch(text) else text

    def _date(self, text: str, line: int) -> date | str:
        try:
            return date.fromisoformat(text)
        except ValueError:
            message = f"{text} is not a date that exists."
            fix = "Write it as year-month-day, such as 2026-03-31."
            self.problems.append(Problem("", line, "date", Level.WARNING, message, fix))
            return text


def _refuse_machinery(event: yaml.Event, line: int) -> None:
    """Refuse aliases, anchors and tags: pack text is data and nothing else."""
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if anchor else "!" if tag else ""
    if sign:
        message = f"Text that begins with {sign} is not allowed: {anchor or tag}"
        raise _Refused(line, message, _QUOTES_FIX)


def load_yaml(text: str, *, first_line: int = 1) -> YamlDocument:
    """Read one YAML text strictly; never raises for what the text contains.

    Plain ``yes``, ``no``, ``on`` and ``off`` are text, as are numbers with leading zeros and
    clock times. Lines end at LF, CR LF or CR; `first_line` is the line of the first.
    """
    if len(text) > MAX_BYTES:
        message = f"The text is larger than {MAX_BYTES // 1024} KB."
        return YamlDocument(
            None, {}, (_error(first_line, message, "Split it into smaller files."),)
        )
    builder = _Builder(first_line)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except _Refused as refusal:
        problem = _error(refusal.line, refusal.message, refusal.fix)
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        problem = _error(line, "There is a control character that nobody can see.", "Delete it.")
    except yaml.MarkedYAMLError as error:
        problem = _explain(error, text, first_line)
    else:
        return YamlDocument(builder.root, builder.lines, tuple(builder.problems))
    return YamlDocument(None, builder.lines, (*builder.problems, problem))


def _error(line: int, message: str, fix: str = "") -> Problem:
    return Problem("", line, _YAML, Level.ERROR, message, fix)


def _explain(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Problem:
    """Say in an author's words what the parser complained about."""
    rows = text.splitlines()
    for number, row in enumerate(rows, first_line):
        if "\t" in row[: len(row) - len(row.lstrip())]:
            fix = "Use spaces at the start of the line."
            return _error(number, "A tab is not allowed at the start of a line.", fix)
    if (quote := _open_quote(rows)) is not None:
        fix = "Add the same quote at the end of the text."
        message = "A quote is opened on this line and never closed."
        return _error(first_line + quote, message, fix)
    mark = error.problem_mark or error.context_mark
    line = first_line + min(mark.line if mark else 0, max(len(rows) - 1, 0))
    complaint = f"{error.context} {error.problem}"
    said = next((words for sign, words in _COMPLAINTS if sign in complaint), _UNCLEAR)
    return _error(line, *said)


def _open_quote(rows: list[str]) -> int | None:
    """Return the index of the first value that opens a quote which its line does not close."""
    for index, row in enumerate(rows):
        if match := _OPEN_QUOTE.match(row):
            quote, rest = match.group(1), row[match.end() :]
            if quote not in rest.replace("\\" + quote, "").replace(quote * 2, ""):
                return index
    return None


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  (the base's signature)
        return True


def _represent_decimal(dumper: yaml.SafeDumper, data: Decimal) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:float", data.text)


_Dumper.add_representer(Decimal, _represent_decimal)


def dump_yaml(value: Any) -> str:  # noqa: ANN401  (any YAML value)
    """Return `value` as YAML that `load_yaml` reads back to the same value."""
    text: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False
    )
    return text
