"""Cheat sheets as Markdown: navi (``.cheat``), cheat (no suffix), and key sheets in JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_TAGS = re.compile(r"^%\s*(.*)$")
_NAVI_VALUE = re.compile(r"^\$\s*([\w.-]+)\s*:")
_KEYS = re.compile(r"\[([^\[\]]+)\]")


def navi_text(text: str, name: str) -> tuple[str, dict[str, Any], tuple[str, ...]]:
    """Return Markdown, fields and notes of a navi sheet."""
    tags: list[str] = []
    rows: list[str] = [f"# {_title(name)}", ""]
    notes: list[str] = []
    waiting: list[str] = []
    values: list[str] = []
    lines = text.split("\n")
    several = sum(bool(_TAGS.match(row)) for row in lines) > 1
    for row in lines:
        if match := _TAGS.match(row):
            tags += [tag.strip() for tag in match.group(1).split(",") if tag.strip()]
            if several and match.group(1).strip():
                rows += [*_pair(waiting, ""), f"## {match.group(1).strip()}", ""]
                waiting = []
        elif _NAVI_VALUE.match(row):
            values.append(row.removeprefix("$").strip())
        elif row.startswith(("#", ";")):
            waiting.append(row.lstrip("#; ").strip())
        elif row.strip():
            rows += _pair(waiting, row)
            waiting = []
    rows += _pair(waiting, "")
    if values:
        rows += ["", "## Values that navi would offer", "", "```sh", *values, "```"]
        notes.append(f"{len(values)} lists of values for navi kept as commands")
    fields = {"tags": list(dict.fromkeys(tags))} if tags else {}
    return "\n".join(rows), fields, tuple(notes)


def cheat_text(text: str, name: str) -> str:
    """Return the Markdown of a sheet of comments and commands."""
    rows: list[str] = [f"# {_title(name)}", ""]
    waiting: list[str] = []
    for row in text.split("\n"):
        if row.startswith("#"):
            waiting.append(row.lstrip("# ").strip())
        elif row.strip():
            rows += _pair(waiting, row)
            waiting = []
    return "\n".join([*rows, *_pair(waiting, "")])


def _pair(said: list[str], command: str) -> list[str]:
    """Return "- what it does" and its command, the form of which the reader makes a step."""
    words = " ".join(filter(None, said)).rstrip(":")
    out = [f"- {words}", ""] if words else []
    if not command.strip():
        return out
    if not words:
        # A second command below the same words belongs to them.
        return ["```sh", command.rstrip(), "```", ""]
    return [*out, "```sh", command.rstrip(), "```", ""]


def _title(name: str) -> str:
    return name.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("_", " ")


def key_sheet(sheet: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """Return Markdown and fields of a sheet of keys and phrases, None if it is none."""
    sections = sheet.get("sections")
    if not isinstance(sections, dict) or not isinstance(sheet.get("name"), str):
        return None
    rows = [f"# {sheet['name']}", ""]
    order = sheet.get("section_order")
    names = [n for n in order if n in sections] if isinstance(order, list) else []
    for name in [*names, *(n for n in sections if n not in names)]:
        more = _more_columns(sections[name])
        heads = ["Key", "What it does", *(column.capitalize() for column in more)]
        rows += [f"## {name}", "", f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
        rows += list(_entries(sections[name], more))
        rows.append("")
    source = sheet.get("metadata")
    if isinstance(source, dict) and source:
        rows.append(f"Source: {', '.join(str(text) for text in source.values() if text)}")
    fields: dict[str, Any] = {"situation": str(sheet.get("description") or "")}
    aliases = sheet.get("aliases")
    if isinstance(aliases, list) and aliases:
        fields["also_asked"] = [str(alias) for alias in aliases]
    return "\n".join(rows), {name: value for name, value in fields.items() if value}


def _more_columns(entries: object) -> list[str]:
    """Return what the entries hold besides key and value, such as how it is said."""
    rows = [row for row in entries if isinstance(row, dict)] if isinstance(entries, list) else []
    names = dict.fromkeys(str(name) for row in rows for name, value in row.items() if value)
    return [name for name in names if name not in {"key", "val"}]


def _entries(entries: object, more: Sequence[str]) -> Iterator[str]:
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict):
            key, value = str(entry.get("key") or ""), str(entry.get("val") or "")
            shown = _KEYS.sub(r"`\1`", key) if _KEYS.search(key) else key
            cells = [shown, value, *(str(entry.get(name) or "") for name in more)]
            yield f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
