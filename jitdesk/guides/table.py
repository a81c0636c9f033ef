"""Decision tables, scorings and canvases of a framework, shown as Markdown and checked.

Only their shape is checked here; whether a table answers every case is the linter's rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jitdesk.errors import Level, Problem
from jitdesk.guides.inline import neutral
from jitdesk.yamlio import KeyPath

PARTS = ("table", "score", "boxes", "items", "steps")


def has_parts(front: Mapping[str, Any]) -> bool:
    """Return whether a YAML file holds something that can be shown as a page."""
    return any(isinstance(front.get(part), dict | list) for part in PARTS)


def check_table(
    front: Mapping[str, Any], lines: Mapping[KeyPath, int], path: str
) -> tuple[Problem, ...]:
    """Return what is wrong with the shape of the decision table, if there is one."""
    if "table" not in front:
        return ()
    table = front["table"]
    line = lines.get(("table",), 1)
    if not isinstance(table, dict) or not _rows(table, "conditions") or not _rows(table, "rows"):
        message = "The decision table needs conditions and rows."
        return (Problem(path, line, "G30", Level.WARNING, message, "Add both as lists."),)
    keys = {str(row.get("key")) for row in _rows(table, "conditions")} | {"do", "next"}
    found = []
    for index, row in enumerate(_rows(table, "rows")):
        place = lines.get(("table", "rows", index), line)
        for key in sorted(set(row) - keys):
            message = f'The row names "{key}", which is not one of the conditions.'
            found.append(Problem(path, place, "G30", Level.WARNING, message, "Correct the name."))
        if not row.get("do") and not row.get("next"):
            message = "The row does not say what to do."
            found.append(Problem(path, place, "G30", Level.WARNING, message, "Add do: ..."))
    return tuple(found)


def _rows(table: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    rows = table.get(key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def parts_text(front: Mapping[str, Any]) -> str:
    """Return the table, scoring, boxes, items or steps of `front` as Markdown."""
    out: list[str] = []
    if isinstance(front.get("table"), dict):
        out += _table(front["table"])
    if isinstance(front.get("score"), dict):
        out += _score(front["score"])
    for box in _rows(front, "boxes"):
        out += [f"## {_cell(box.get('name'))}", "", _cell(box.get("ask")), ""]
    for part, mark in (("items", "- [ ] "), ("steps", "1. ")):
        if isinstance(front.get(part), list):
            out += [mark + _cell(row) for row in front[part]] + [""]
    return "\n".join(out)


def _table(table: Mapping[str, Any]) -> list[str]:
    conditions = _rows(table, "conditions")
    heads = [_cell(row.get("ask") or row.get("key")) for row in conditions] + ["Do this"]
    out = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    for row in _rows(table, "rows"):
        cells = [_cell(row.get(str(c.get("key")), "*")) for c in conditions]
        out.append("| " + " | ".join([*cells, _cell(row.get("do") or row.get("next"))]) + " |")
    return [*out, ""]


def _score(score: Mapping[str, Any]) -> list[str]:
    out = ["| Criterion | Weight |", "|---|---|"]
    out += [
        f"| {_cell(r.get('name'))} | {_cell(r.get('weight'))} |" for r in _rows(score, "criteria")
    ]
    cuts = [f"- From {_cell(r.get('from'))}: {_cell(r.get('do'))}" for r in _rows(score, "cuts")]
    return [*out, "", *cuts, ""]


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_cell(v) for v in value)
    if isinstance(value, dict):
        value = value.get("text") or value.get("title") or value.get("name")
    if value is None:
        return ""
    return "any" if value == "*" else neutral(str(value)).replace("|", "\\|")
