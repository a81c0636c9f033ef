"""`pack.yaml`: what a pack says of itself, read generously and with a line for each fault."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jitdesk.errors import Level, Problem
from jitdesk.guides.decoding import decode
from jitdesk.guides.inline import neutral
from jitdesk.guides.language import tag_of
from jitdesk.guides.slugs import slug
from jitdesk.packs.names import path_fault
from jitdesk.yamlio import KeyPath, load_yaml

_ID = re.compile(r"[^\W_][\w.\-]{0,127}")
MAX_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Manifest:
    """A pack's own words.

    Attributes:
        id: "" if the file names none that can be used.
        quality: how strict its pages want to be judged: plain, working or validated.
        confirm_items: each confirmed item of its checklists is kept in the person's history.
        files: path in the pack -> hex SHA-256 ("" = none given), for the files it lists.
        complete: the last line has an end; a copy in progress often stops before it.
        version_line, id_line: where those fields stand, for messages.
    """

    id: str = ""
    title: str = ""
    version: str = ""
    language: str = ""
    publisher: str = ""
    quality: str = ""
    allow_rollback: bool = False
    confirm_items: bool = False
    files: Mapping[str, str] = field(default_factory=dict)
    complete: bool = True
    id_line: int = 1
    version_line: int = 1
    last_line: int = 1

    def named(self, name: str) -> Manifest:
        """Return the same manifest with the id `name`."""
        return replace(self, id=name, title=self.title or name)


def read_manifest(data: bytes, path: str) -> tuple[Manifest | None, tuple[Problem, ...]]:
    """Return what the manifest says; None and one error if it cannot be used."""
    text, problems = decode(data, path, MAX_BYTES)
    if text is None or not text.strip():
        message = "pack.yaml is empty." if text is not None else "pack.yaml is not a text file."
        error = Problem(path, 1, "manifest", Level.ERROR, message, "Write at least id and title.")
        return None, (*problems, error)
    document = load_yaml(text)
    problems += tuple(replace(p, file=path) for p in document.problems)
    if document.error is not None:
        return None, problems
    if not isinstance(document.value, dict):
        message = "pack.yaml holds no fields."
        return None, (
            *problems,
            Problem(path, 1, "manifest", Level.ERROR, message, "Write id: ..."),
        )
    manifest, findings = _read(document.value, document.lines, path)
    last = text.rstrip("\n").count("\n") + 1
    return replace(manifest, complete=text.endswith("\n"), last_line=last), problems + findings


def _read(
    front: Mapping[str, Any], lines: Mapping[KeyPath, int], path: str
) -> tuple[Manifest, tuple[Problem, ...]]:
    findings: list[Problem] = []
    id_line = lines.get(("id",), 1)
    name = _text(front, "id")
    if not _ID.fullmatch(name):
        message = f'"{name[:60]}" cannot be the id of a pack.' if name else "The pack has no id."
        fix = "Write id: with letters, digits, - and dots."
        findings.append(Problem(path, id_line, "manifest", Level.WARNING, message, fix))
        name = slug(name)
    files, faults = _files(front.get("files"), lines, path)
    return Manifest(
        id=name,
        title=_text(front, "title") or name,
        version=_text(front, "version"),
        language=tag_of(front.get("language")),
        publisher=_text(front, "publisher"),
        quality=_text(front, "quality"),
        allow_rollback=front.get("allow_rollback") is True,
        confirm_items=front.get("confirm_items") is True,
        files=files,
        id_line=id_line,
        version_line=lines.get(("version",), 1),
    ), (*findings, *faults)


def _text(front: Mapping[str, Any], key: str) -> str:
    value = front.get(key)
    return "" if value is None or isinstance(value, dict | list) else neutral(str(value))


def _files(
    rows: object, lines: Mapping[KeyPath, int], path: str
) -> tuple[dict[str, str], list[Problem]]:
    """Return the listed files and a problem for every entry that is not inside the pack."""
    listed: dict[str, str] = {}
    faults = []
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        entry = row if isinstance(row, dict) else {"path": row}
        name = str(entry.get("path") or "")
        if fault := path_fault(name):
            line = lines.get(("files", index), 1)
            message = f'The entry "{name[:100]}" is left out: {fault}.'
            faults.append(Problem(path, line, "path", Level.ERROR, message, "Delete the entry."))
        else:
            listed[name] = str(entry.get("sha256") or "").lower()
    return listed, faults
