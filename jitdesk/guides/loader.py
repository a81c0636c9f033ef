"""`load`: from the bytes of one file to a `Guide` and its problems; never raises.

Markdown with one heading is enough; front matter adds fields. YAML files are frameworks (and
lists of items or steps). A file that cannot be shown gives no guide and one error that an
author can act on; everything smaller is a warning beside the guide.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from jitdesk.errors import Level, Problem
from jitdesk.guides import language
from jitdesk.guides.decoding import decode
from jitdesk.guides.fields import Fields, read_fields
from jitdesk.guides.front_matter import split_front_matter
from jitdesk.guides.guide import Guide, GuideId, GuideType, PackId
from jitdesk.guides.inline import neutral
from jitdesk.guides.scan import Scan, scan
from jitdesk.guides.site import filled, names_in
from jitdesk.guides.slugs import path_id
from jitdesk.guides.table import check_table, has_parts, parts_text
from jitdesk.guides.template import check_fields, fields_of
from jitdesk.guides.tree import check_tree, read_tree, tree_text
from jitdesk.yamlio import MAX_BYTES as MAX_YAML_BYTES
from jitdesk.yamlio import KeyPath, load_yaml

WORDS_A_MINUTE = 175
"""The slow end of normal adults (Brysbaert 2019)."""

CHARACTERS_A_MINUTE = 260
"""Chinese characters read a minute (Brysbaert 2019)."""

YAML_SUFFIXES = (".yaml", ".yml")
_NOT_NEEDED = frozenset({"owner", "course"})
"""Fields whose site values a guide can be used without: whom to ask, and what to learn later."""
_BLANK = "\u200b\u00a0\ufeff"


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file read: a guide or None, and what was found on the way."""

    guide: Guide | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Parts:
    """A file taken apart, whatever its format was."""

    front: Mapping[str, Any]
    lines: Mapping[KeyPath, int]
    body: str
    body_line: int
    problems: tuple[Problem, ...]


def load(
    data: bytes,
    path: str,
    pack: PackId,
    *,
    pack_language: str = "",
    inner: str = "",
    site: Mapping[str, str] | None = None,
) -> Loaded:
    """Read one file.

    Args:
        data: the file's bytes.
        path: relative to the source's location, for the guide and its problems.
        pack: id of the pack it belongs to.
        pack_language: used when neither the file nor its folder says one.
        inner: path in the pack, from which a missing id is made; default `path`.
        site: the site values to fill in; None leaves ``{site:...}`` as it is.
    """
    is_yaml = path.lower().endswith(YAML_SUFFIXES)
    limit = {"limit": MAX_YAML_BYTES} if is_yaml else {}
    text, problems = decode(data, path, **limit)
    if text is None:
        return Loaded(None, problems)
    taken = _take_yaml(text, path) if is_yaml else _take_markdown(text, path)
    problems += taken.problems
    if any(problem.level is Level.ERROR for problem in taken.problems):
        return Loaded(None, problems)
    if not is_yaml and not taken.front and not taken.body.strip(_BLANK + " \t\n"):
        return Loaded(None, (*problems, _warning(path, 1, "empty", "The file is empty.")))
    if is_yaml and not taken.body:
        message = "This file has no questions, table, items or steps to show."
        return Loaded(None, (*problems, _warning(path, 1, "not-a-guide", message, Level.HINT)))
    needed = {key: value for key, value in taken.front.items() if key not in _NOT_NEEDED}
    names = tuple(sorted({*names_in(taken.body), *names_in(needed)}))
    unset: tuple[str, ...] = ()
    if site is not None:
        unset = tuple(name for name in names if name not in site)
        taken = replace(taken, front=filled(taken.front, site), body=filled(taken.body, site))
    guide, findings = _build(taken, path, pack, inner or path, pack_language)
    digest = hashlib.sha256(data).hexdigest()
    guide = replace(guide, digest=digest, site=names, unset=unset)
    return Loaded(guide, problems + findings)


def _warning(
    path: str, line: int, rule: str, message: str, level: Level = Level.WARNING
) -> Problem:
    return Problem(path, line, rule, level, message)


def _take_markdown(text: str, path: str) -> _Parts:
    front = split_front_matter(text, path)
    return _Parts(front.fields, front.lines, front.body, front.body_line, front.problems)


def _take_yaml(text: str, path: str) -> _Parts:
    document = load_yaml(text)
    problems = tuple(replace(p, file=path) for p in document.problems)
    front = document.value if isinstance(document.value, dict) else {}
    if document.error is None and not front:
        return _Parts({}, {}, "", 1, problems)
    body = ""
    if (tree := read_tree(front, document.lines)) is not None:
        problems += check_tree(tree, path)
        body = tree_text(tree)
    elif has_parts(front):
        body = parts_text(front)
    problems += check_table(front, document.lines, path)
    return _Parts(front, document.lines, body, 1, problems)


def _build(
    taken: _Parts, path: str, pack: PackId, inner: str, pack_language: str
) -> tuple[Guide, tuple[Problem, ...]]:
    fields = read_fields(taken.front, taken.lines, path)
    findings: tuple[Problem, ...] = tuple(fields.problems)
    if taken.front and not path.lower().endswith(YAML_SUFFIXES):
        taken, more = _with_framework(taken, path)
        findings += more
    body = taken.body
    found = scan(body, taken.body_line)
    kind = fields.type or _type_of(found, taken.front)
    # Without fields it is somebody else's text, and its braces are no fields.
    if kind is GuideType.TEMPLATE and (fields.type or fields_of(taken.front)):
        findings += check_fields(taken.front, taken.lines, body, taken.body_line, path)
    title = fields.title or found.title or _name(path)
    if not found.text and not (taken.front and found.title):
        findings += (_warning(path, 1, "no-text", "The page has a title but no text."),)
    guide = Guide(
        id=GuideId(fields.id or path_id(inner)),
        pack=pack,
        path=path,
        type=kind,
        title=title,
        body=body,
        digest="",
        situation=fields.situation,
        also_asked=fields.also_asked,
        tags=fields.tags,
        context_words=fields.context_words,
        apps=fields.apps,
        windows=fields.windows,
        language=_language(fields, path, pack_language, title, found),
        minutes=fields.minutes or _minutes(found),
        owner=fields.owner,
        version=fields.version,
        status=fields.status,
        reviewed_on=fields.reviewed_on,
        review_due=fields.review_due,
        body_line=taken.body_line,
        front=dict(taken.front),
        sections=found.sections,
    )
    return guide, findings


def _with_framework(taken: _Parts, path: str) -> tuple[_Parts, tuple[Problem, ...]]:
    """Show a table or tree of the front matter above the text, whose lines keep their numbers."""
    front = taken.front
    tree = read_tree(front, taken.lines) if "nodes" in front or "tree" in front else None
    if tree is not None:
        text, findings = tree_text(tree), check_tree(tree, path)
    elif isinstance(front.get("table") or front.get("score") or front.get("boxes"), dict | list):
        text, findings = parts_text(front), check_table(front, taken.lines, path)
    else:
        return taken, ()
    line = taken.body_line - text.count("\n") - 1
    return replace(taken, body=f"{text}\n{taken.body}", body_line=line), findings


def _type_of(found: Scan, front: Mapping[str, Any]) -> GuideType:
    if found.template:
        return GuideType.TEMPLATE
    if "nodes" in front or "tree" in front or "table" in front:
        return GuideType.FRAMEWORK
    if found.tasks and found.tasks >= found.steps:
        return GuideType.CHECKLIST
    return GuideType.GUIDE


def _name(path: str) -> str:
    """Return a title made of the file name; an index page is named after its folder."""
    parts = path.split("/")
    stem = parts[-1].rsplit(".", 1)[0]
    if stem.lower() in {"index", "readme", "_index"} and len(parts) > 1:
        stem = parts[-2]
    words = neutral(stem.replace("-", " ").replace("_", " "))
    return (words[:1].upper() + words[1:]) or "Untitled"


def _minutes(found: Scan) -> int:
    needed = found.words / WORDS_A_MINUTE + found.characters / CHARACTERS_A_MINUTE
    return max(1, math.ceil(needed))


def _language(fields: Fields, path: str, pack_language: str, title: str, found: Scan) -> str:
    if fields.language:
        return fields.language
    return (
        language.of_path(path) or pack_language or language.detect(f"{title}\n{found.text[:1500]}")
    )
