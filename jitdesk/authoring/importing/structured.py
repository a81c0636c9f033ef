"""Checklists and lists in JSON or YAML as Markdown: every text in them, none left out.

A list of small groups becomes headings with lists; a list of points becomes items to tick;
steps with an ``id`` that lead to others (``next``, ``options``) become a decision tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jitdesk.guides.inline import neutral

_TITLES = ("title", "name", "point", "label", "question", "text", "task", "item", "step")
_DETAILS = ("details", "description", "intro", "note", "summary", "help", "why", "message")
_TICKED = frozenset(
    "checklist items tasks todo steps points actions confirmation verify checks".split()  # noqa: SIM905
)
_HIDDEN = frozenset({"id", "slug", "icon", "color", "colour", "image", "images", "version"})
_DEEPEST = 6
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def documents(value: object, name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield (name, Markdown, fields) of every page that a file holds."""
    groups = _pages_in(value)
    if groups is None:
        rows = [f"# {_words(name)}", "", *_text(value, 2)]
        yield name, "\n".join(rows), {}
        return
    for number, group in enumerate(groups, 1):
        title = _title(group) or f"{_words(name)} {number}"
        rest = {k: v for k, v in group.items() if k not in _TITLES or not isinstance(v, str)}
        fields: dict[str, Any] = {}
        if (nodes := _nodes(rest.get("blocks"))) and str(rest.get("start") or "") in nodes:
            fields = {"kind": "decision-tree", "type": "framework", "nodes": nodes}
            fields["start"] = str(rest.pop("start"))
            rest.pop("blocks")
        rows = [f"# {title}", "", *_text(rest, 2)]
        yield f"{name}/{title}", "\n".join(rows), fields


def _pages_in(value: object) -> list[Mapping[str, Any]] | None:
    """Return the groups that are pages of their own: a list of titled groups with content."""
    if isinstance(value, dict):
        lists = [v for v in value.values() if isinstance(v, list) and v]
        found = [v for v in lists if _are_pages(v)]
        return found[0] if len(found) == 1 else None
    return list(value) if isinstance(value, list) and _are_pages(value) else None


def _are_pages(rows: Sequence[object]) -> bool:
    return all(
        isinstance(row, dict)
        and _title(row)
        and any(isinstance(inner, list) and inner for inner in row.values())
        for row in rows
    )


def _title(group: Mapping[str, Any]) -> str:
    found = (group[name] for name in _TITLES if isinstance(group.get(name), str))
    return neutral(next(found, ""))


def _text(value: object, level: int, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in _HIDDEN or inner in (None, "", [], {}):
                continue
            if isinstance(inner, dict | list):
                yield from (f"{'#' * min(level, _DEEPEST)} {_words(str(name))}", "")
                yield from _text(inner, level + 1, str(name))
            elif name in _DETAILS:
                yield from (neutral(str(inner)), "")
            else:
                yield from (f"{_words(str(name))}: {neutral(str(inner))}", "")
    elif isinstance(value, list):
        yield from _list(value, level, ticked=key in _TICKED)
    elif value not in (None, ""):
        yield from (neutral(str(value)), "")


def _list(rows: Sequence[object], level: int, *, ticked: bool) -> Iterator[str]:
    mark = "- [ ] " if ticked else "- "
    for row in rows:
        if not isinstance(row, dict):
            yield f"{mark}{neutral(str(row))}"
            continue
        title = _title(row)
        nested = [
            k for k, v in row.items() if isinstance(v, dict | list) and v and k not in _HIDDEN
        ]
        if nested:
            yield from ("", f"{'#' * min(level, _DEEPEST)} {title or 'Part'}", "")
            yield from _text({k: v for k, v in row.items() if v != title}, level + 1)
            continue
        yield f"{mark}**{title}**" if title else f"{mark}…"
        for name, text in row.items():
            if name in _HIDDEN or text in (None, "") or neutral(str(text)) == title:
                continue
            lead = "" if name in _DETAILS else f"{_words(name)}: "
            yield f"  - {lead}{neutral(str(text))}"
    yield ""


def _nodes(blocks: object) -> dict[str, dict[str, Any]]:
    """Return the nodes of a decision tree that a list of blocks describes, {} if it is none."""
    rows = blocks if isinstance(blocks, list) else []
    if not rows or not all(isinstance(row, dict) and row.get("id") for row in rows):
        return {}
    nodes: dict[str, dict[str, Any]] = {}
    for row in rows:
        node: dict[str, Any] = {}
        steps = row.get("steps")
        listed = "; ".join(neutral(str(step)) for step in steps) if isinstance(steps, list) else ""
        said = ": ".join(filter(None, (neutral(str(row.get("title") or "")), listed)))
        options = row.get("options")
        if isinstance(options, list) and options:
            node["ask"] = neutral(str(row.get("question") or row.get("title") or ""))
            node["options"] = [
                {"label": neutral(str(o.get("label"))), "goto": str(o.get("target"))}
                for o in options
                if isinstance(o, dict)
            ]
        elif row.get("next"):
            node |= {"ask": said, "options": [{"label": "OK", "goto": str(row["next"])}]}
        else:
            node["do"] = said
        nodes[str(row["id"])] = node
    return nodes


def _words(name: str) -> str:
    words = _CAMEL.sub(" ", name.rsplit("/", 1)[-1]).replace("-", " ").replace("_", " ").strip()
    words = words if words.isupper() else words.lower()
    return words[:1].upper() + words[1:]
