"""A page as text that a form edits: one field or the body at a time, the rest untouched.

What an author wrote by hand (comments, order, quotes) stays as it is; only the lines of the
field that changed are written anew.
"""

from __future__ import annotations

from typing import Any

from jitdesk.guides.front_matter import split_front_matter
from jitdesk.yamlio import dump_yaml, load_yaml

_FENCE = "---"


def fields_of(text: str) -> dict[str, Any]:
    """Return the fields of a page as they are read now; {} while they cannot be read."""
    return dict(split_front_matter(text, "").fields)


def body_of(text: str) -> str:
    """Return the text below the fields."""
    return split_front_matter(text, "").body


def with_body(text: str, body: str) -> str:
    """Return a page with another body."""
    front = split_front_matter(text, "")
    head = text[: len(text) - len(front.body)] if front.present else ""
    return head + body


def with_field(text: str, name: str, value: object) -> str:
    """Return a page with a field set; an empty value takes the field out."""
    front = split_front_matter(text, "")
    rows = text.split("\n")
    if not front.present:
        rows = [_FENCE, _FENCE, *rows]
    end = next(n for n, row in enumerate(rows) if n and row.rstrip() in {_FENCE, "..."})
    start, stop = _block(rows, end, name)
    empty = value is None or value in ("", [], {})
    written = [] if empty else dump_yaml({name: value}).rstrip("\n").split("\n")
    return "\n".join([*rows[:start], *written, *rows[stop:]])


def _block(rows: list[str], end: int, name: str) -> tuple[int, int]:
    """Return the lines of a field, or the empty place before the closing fence."""
    document = load_yaml("\n".join(rows[1:end]))
    lines = {path[0]: line for path, line in document.lines.items() if len(path) == 1}
    start = lines.get(name) or next((n for n in range(1, end) if rows[n].startswith(f"{name}:")), 0)
    if not start:
        return end, end
    stop = start + 1
    while stop < end and (rows[stop].startswith((" ", "\t", "- ")) or not rows[stop].strip()):
        stop += 1
    return start, stop
