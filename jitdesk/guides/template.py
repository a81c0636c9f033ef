"""Template text: its ``{{fields}}``, what is wrong with them, and filling them in.

Filling is one pass of text replacement: a value is never looked at again, so template
syntax inside a value stays text and nothing in a pack is ever evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jitdesk.errors import Level, Problem

_FIELD = re.compile(r"(?<!\\)\{\{([^{}\n]*)\}\}")
_OPENED = re.compile(r"(?<!\\)\{\{(?![^{}\n]*\}\})")


def fields_of(front: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what the front matter declares under ``fields`` (or ``vars``)."""
    declared = front.get("fields", front.get("vars"))
    return declared if isinstance(declared, dict) else {}


def used(text: str) -> dict[str, int]:
    """Return the names that stand in braces in `text` -> 0-based line of the first use."""
    names: dict[str, int] = {}
    for number, row in enumerate(text.split("\n")):
        if "{{" in row:
            for match in _FIELD.finditer(row):
                if name := match.group(1).strip():
                    names.setdefault(name, number)
    return names


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return `text` with every known field replaced once; unknown ones stay visible."""
    return _FIELD.sub(lambda m: values.get(m.group(1).strip(), m.group()), text)


def pieces(
    text: str, values: Mapping[str, str], gaps: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield `text` in pieces, each with its kind: text, value (filled) or gap (still empty).

    `gaps` are the names that are asked for -> how a gap is named; other names are text.
    """
    place = 0
    for match in _FIELD.finditer(text):
        name = match.group(1).strip()
        if name not in gaps:
            continue
        yield text[place : match.start()], "text"
        value = values.get(name, "")
        yield (value, "value") if value else (f"[{gaps[name]}]", "gap")
        place = match.end()
    yield text[place:], "text"


def check_fields(
    front: Mapping[str, Any], lines: Mapping[Any, int], body: str, body_line: int, path: str
) -> tuple[Problem, ...]:
    """Return unknown, unused, recursive and unclosed fields of one template."""
    declared, names = fields_of(front), used(body)
    group = "fields" if "fields" in front else "vars"
    found: list[Problem] = []

    def say(line: int, message: str, fix: str) -> None:
        found.append(Problem(path, line, "G31", Level.WARNING, message, fix))

    for name, row in names.items():
        if name not in declared:
            say(body_line + row, f'The field "{name[:60]}" is not declared.', "It stays as it is.")
    cyclic = _cycles(declared)
    for name in declared:
        line = lines.get((group, name), 1)
        if name in cyclic:
            ring = "/".join(cyclic[name])
            say(line, f'The default of "{name}" is recursive ({ring}).', "Write plain text.")
        if name not in names and name not in _in_defaults(declared):
            say(line, f'The field "{name[:60]}" is not used.', "Use it in the text or delete it.")
    for number, row_text in enumerate(body.split("\n")):
        if "{{" in row_text and (match := _OPENED.search(row_text)):
            rest = row_text[match.end() : match.end() + 30].strip()
            if not rest.startswith("{{"):
                say(body_line + number, f'"{{{{{rest}" is not closed.', "Add }} after the name.")
    return tuple(found)


def _default(declared: Mapping[str, Any], name: str) -> list[str]:
    entry = declared.get(name)
    text = entry.get("default") if isinstance(entry, dict) else None
    return list(used(text)) if isinstance(text, str) else []


def _in_defaults(declared: Mapping[str, Any]) -> set[str]:
    return {inner for name in declared for inner in _default(declared, name)}


def _cycles(declared: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return each field whose default leads back to itself -> the fields on the way."""
    rings: dict[str, tuple[str, ...]] = {}
    for name in declared:
        seen: list[str] = []
        queue = _default(declared, name)
        while queue:
            inner = queue.pop()
            if inner not in seen and inner in declared:
                seen.append(inner)
                queue.extend(_default(declared, inner))
        if name in seen:
            rings[name] = tuple(sorted(n for n in seen if name in _reach(declared, n)))
    return rings


def _reach(declared: Mapping[str, Any], name: str) -> set[str]:
    seen: set[str] = set()
    queue = _default(declared, name)
    while queue:
        inner = queue.pop()
        if inner not in seen and inner in declared:
            seen.add(inner)
            queue.extend(_default(declared, inner))
    return seen
