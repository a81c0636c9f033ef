"""What an author should know before publishing: the structure of pages, strictly.

Loading is generous; this is not. It reports everything that loading found, and besides:
unknown fields with a guess at what was meant, values that are not among the known ones,
ids that do not fit the pattern, and links and pictures that lead nowhere. Style (titles,
words, length) is not checked here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from jitdesk.errors import Level, Problem
from jitdesk.guides.decoding import decode
from jitdesk.guides.fields import FRAMEWORK_KINDS, KNOWN, SYNONYMS, near_miss
from jitdesk.guides.front_matter import split_front_matter
from jitdesk.guides.guide import Guide, GuideType, PackId
from jitdesk.guides.links import Goal, Target, links, pictures, resolve
from jitdesk.guides.loader import YAML_SUFFIXES, load
from jitdesk.yamlio import KeyPath, load_yaml

_ID = re.compile(r"[a-z0-9]+(\.[a-z0-9-]+)+")
_VALUES: Mapping[str, frozenset[str]] = {
    "type": frozenset(t.value for t in GuideType),
    "kind": frozenset(t.value for t in GuideType) | FRAMEWORK_KINDS,
    "mode": frozenset({"read-do", "do-confirm"}),
    "aim": frozenset({"perform", "learn"}),
    "status": frozenset({"draft", "working", "validated", "retired"}),
    "sensitivity": frozenset({"public", "internal", "restricted"}),
    "moments": frozenset({"new", "more", "apply", "solve", "change"}),
}
_LISTS = frozenset({"also_asked", "tags", "audience", "moments", "related", "recall"})
_UNDERSTOOD = KNOWN.union(*SYNONYMS.values(), {"x"})
_PAGES = (".md", ".markdown", ".yaml", ".yml")


def lint_page(
    data: bytes, path: str, inner: str, files: Collection[str]
) -> tuple[Guide | None, list[Problem]]:
    """Return the guide in `data` and everything that is wrong with its structure.

    Args:
        data: the file's bytes.
        path: as problems name it.
        inner: its path in the pack.
        files: the paths in the pack of all files there are.
    """
    loaded = load(data, path, PackId("lint"), inner=inner)
    found = list(loaded.problems)
    if loaded.guide is not None:
        front, lines = _front(data, path)
        found += _field_problems(front, lines, path)
        found += _link_problems(loaded.guide, inner, frozenset(files))
    return loaded.guide, sorted(set(found))


def _front(data: bytes, path: str) -> tuple[Mapping[str, Any], Mapping[KeyPath, int]]:
    text, _ = decode(data, path, len(data) + 1)
    if path.lower().endswith(YAML_SUFFIXES):
        document = load_yaml(text or "")
        return document.value if isinstance(document.value, dict) else {}, document.lines
    front = split_front_matter(text or "", path)
    return front.fields, front.lines


def _field_problems(
    front: Mapping[str, Any], lines: Mapping[KeyPath, int], path: str
) -> Iterator[Problem]:
    for key, value in front.items():
        line = lines.get((key,), 1)
        if key not in _UNDERSTOOD and not key.startswith("x-") and not near_miss(key):
            message = f'The field "{key}" is not known to JITDesk; it is kept and not used.'
            yield Problem(path, line, "G01", Level.WARNING, message, "Name your own fields x-...")
        if key in _LISTS and not isinstance(value, list):
            message = f'"{key}" must be a list.'
            yield Problem(path, line, "G01", Level.WARNING, message, f"Write {key}: [one, two].")
        yield from _value_problems(key, value, line, path)
    name = front.get("id")
    if isinstance(name, str) and not _ID.fullmatch(name):
        message = f'The id "{name[:60]}" does not have the form area.name-of-the-task.'
        fix = "Use small letters, digits and hyphens, with a dot after the area."
        yield Problem(path, lines.get(("id",), 1), "G02", Level.HINT, message, fix)


def _value_problems(key: str, value: object, line: int, path: str) -> Iterator[Problem]:
    known = _VALUES.get(key)
    if known is None or key == "kind":
        return
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and one not in known:
            message = f'"{one[:60]}" is not a known {key}.'
            fix = f"Write one of: {', '.join(sorted(known))}."
            yield Problem(path, line, "G01", Level.WARNING, message, fix)


def _link_problems(guide: Guide, inner: str, files: frozenset[str]) -> Iterator[Problem]:
    anchors = {section.anchor for section in guide.sections}
    for line, link in pictures(guide.body, guide.body_line):
        target = resolve(inner, link)
        if target.goal is not Goal.PACK:
            message = f'The picture "{link[:100]}" is not in the pack and is never loaded.'
            fix = "Put the file beside the page and name it without https: or /."
            yield Problem(guide.path, line, "G14", Level.WARNING, message, fix)
        elif target.path not in files:
            yield _missing(guide.path, line, "G14", "picture", link, target, files)
    for line, link in links(guide.body, guide.body_line):
        target = resolve(inner, link)
        if target.goal is Goal.REFUSED:
            message = f'The link "{link[:100]}" leads out of the pack; it is shown as text.'
            fix = "Link to https, mailto or a page of this pack."
            yield Problem(guide.path, line, "G27", Level.WARNING, message, fix)
        elif target.goal is Goal.PACK and _names_no_page(target, files):
            yield _missing(guide.path, line, "G27", "page", link, target, files)
        elif target.goal is Goal.ANCHOR and target.anchor and anchors.isdisjoint({target.anchor}):
            yield from _anchor_problem(guide, line, link)


def _anchor_problem(guide: Guide, line: int, link: str) -> Iterator[Problem]:
    if f"{{{link}}}" not in guide.body:
        message = f'There is no heading for the link "{link[:100]}" in this page.'
        yield Problem(guide.path, line, "G27", Level.HINT, message, "Correct the link.")


def _names_no_page(target: Target, files: frozenset[str]) -> bool:
    return target.path not in files and target.path.lower().endswith(_PAGES)


def _missing(
    path: str, line: int, rule: str, what: str, link: str, target: Target, files: frozenset[str]
) -> Problem:
    lower = target.path.lower()
    near = next((name for name in sorted(files) if name.lower() == lower), "")
    fix = f'Did you mean "{near}"?' if near else "Add the file or correct the name."
    return Problem(path, line, rule, Level.WARNING, f'The {what} "{link[:100]}" is missing.', fix)
