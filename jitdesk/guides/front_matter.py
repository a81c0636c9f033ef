"""The fields above the text: found, cut off and read; YAML between ``---``, TOML in ``+++``.

Only a first line that is a fence starts front matter, so a rule further down is text. A
fence that is never closed is an error: the whole text would be swallowed as fields.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jitdesk.errors import Level, Problem
from jitdesk.yamlio import KeyPath, load_yaml

MAX_CHARS = 64 * 1024
"""Front matter beyond this is refused; the longest in use have 3 KB."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a file, and where its text begins.

    Attributes:
        present: there was a fence, even if nothing stood inside.
        fields: field name -> value as read.
        lines: key path -> line in the file.
        body: the text below; `body_line` is the 1-based line it starts at.
        problems: at most one error, which makes the file unreadable.
    """

    body: str
    body_line: int = 1
    present: bool = False
    fields: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def split_front_matter(text: str, path: str) -> FrontMatter:
    """Return the fields and the body of `text`, whose lines end at LF."""
    first, _, rest = text.partition("\n")
    fence = first.rstrip()
    if fence not in {"---", "+++"}:
        return FrontMatter(text)
    block, body, body_line = _until_fence(rest, fence)
    if not body_line:
        message = f"The block of fields that line 1 opens with {fence} is not closed."
        fix = f"Put a line with {fence} after the last field."
        return FrontMatter(text, problems=(_error(path, 1, "front-not-closed", message, fix),))
    if len(block) > MAX_CHARS:
        message = f"The block of fields is larger than {MAX_CHARS // 1024} KB."
        return FrontMatter(body, body_line, problems=(_error(path, 1, "front-size", message),))
    if fence == "+++":
        return _toml(block, body, body_line, path)
    return _yaml(block, body, body_line, path)


def _until_fence(rest: str, fence: str) -> tuple[str, str, int]:
    """Return the text before the closing fence, the text after it, and that text's line.

    The line is 0 if there is no closing fence.
    """
    start, line = 0, 2
    closers = {fence, "..."} if fence == "---" else {fence}
    while start < len(rest):
        end = rest.find("\n", start)
        stop = len(rest) if end < 0 else end
        if rest[start:stop].rstrip() in closers:
            return rest[: max(start - 1, 0)], rest[stop + 1 :], line + 1
        start, line = stop + 1, line + 1
    return "", "", 0


def _yaml(block: str, body: str, body_line: int, path: str) -> FrontMatter:
    document = load_yaml(block, first_line=2)
    problems = tuple(replace(p, file=path) for p in document.problems)
    if document.error is None and not isinstance(document.value, dict | None):
        line = min(document.lines.values(), default=2)
        message = "The block between the --- lines does not hold fields."
        fix = "Write each field as name: value, or delete the --- lines."
        finding = Problem(path, line, "front-no-fields", Level.WARNING, message, fix)
        return FrontMatter(body, body_line, present=True, problems=(*problems, finding))
    fields = document.value or {}
    return FrontMatter(body, body_line, True, fields, document.lines, problems)


def _toml(block: str, body: str, body_line: int, path: str) -> FrontMatter:
    try:
        fields = tomllib.loads(block)
    except tomllib.TOMLDecodeError as error:
        message = f"The fields between the +++ lines cannot be read: {error}."
        return FrontMatter(body, body_line, problems=(_error(path, 1, "toml-syntax", message),))
    except RecursionError:
        message = "The fields between the +++ lines are nested too deep."
        return FrontMatter(body, body_line, problems=(_error(path, 1, "toml-syntax", message),))
    lines: dict[KeyPath, int] = {}
    for number, row in enumerate(block.split("\n"), 2):
        lines.setdefault((row.split("=")[0].strip(),), number)
    return FrontMatter(body, body_line, True, fields, lines)


def _error(path: str, line: int, rule: str, message: str, fix: str = "") -> Problem:
    return Problem(path, line, rule, Level.ERROR, message, fix)
