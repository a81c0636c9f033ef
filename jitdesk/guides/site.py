"""Site values: ``{site:security_phone}`` in a guide is filled from the organisation's file.

A ``site.yaml`` lies in a pack or beside the settings and holds ``values`` (name -> text,
empty = known but not set) and ``roles`` (the owners there are). Filling is one pass of
replacement in the text and in the fields of a guide; a value is one line and never looked
at again. A guide whose value is not set is hidden from users and listed for authors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jitdesk.errors import Level, Problem
from jitdesk.guides.decoding import decode
from jitdesk.guides.inline import neutral
from jitdesk.yamlio import load_yaml

FILE_NAME = "site.yaml"
NAME = re.compile(r"[a-z][a-z0-9_]{0,60}")
_USE = re.compile(r"\{site:([a-z][a-z0-9_]{0,60})\}")


@dataclass(frozen=True, slots=True)
class Site:
    """What an organisation filled in.

    Attributes:
        values: name -> text, of the values that are set.
        known: every name, set or not.
        roles: role -> contact; () keys mean that no role is known.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    roles: Mapping[str, str] = field(default_factory=dict)


def read_site(data: bytes, path: str) -> tuple[Site, tuple[Problem, ...]]:
    """Return what a site file holds, and what is wrong with it."""
    text, problems = decode(data, path)
    document = load_yaml(text or "")
    found = [*problems, *(_placed(problem, path) for problem in document.problems)]
    if document.error is not None or not isinstance(document.value, dict):
        return Site(), tuple(found)
    values = _group(document.value, "values", path, found)
    for name in values:
        if not NAME.fullmatch(name):
            message = f'"{name[:60]}" cannot be the name of a site value.'
            fix = "Use small letters, digits and underscores."
            line = document.lines.get(("values", name), 1)
            found.append(Problem(path, line, "site", Level.WARNING, message, fix))
    roles = _group(document.value, "roles", path, found)
    set_ = {name: text for name, text in values.items() if text}
    return Site(set_, frozenset(values), roles), tuple(found)


def _placed(problem: Problem, path: str) -> Problem:
    return Problem(path, problem.line, problem.rule, problem.level, problem.message, problem.fix)


def _group(
    document: Mapping[str, Any], key: str, path: str, found: list[Problem]
) -> dict[str, str]:
    raw = document.get(key)
    if raw is None:
        return {}
    if not isinstance(raw, dict):
        message = f'"{key}" must hold names with their texts.'
        found.append(Problem(path, 1, "site", Level.WARNING, message, f"Write {key}: and names."))
        return {}
    return {
        str(name): "" if value is None or isinstance(value, dict | list) else neutral(str(value))
        for name, value in raw.items()
    }


def merged(sites: Iterable[Site]) -> Site:
    """Return one site: the first that sets a value or names a role wins."""
    values: dict[str, str] = {}
    roles: dict[str, str] = {}
    known: set[str] = set()
    for site in sites:
        values = {**site.values, **values}
        roles = {**site.roles, **{role: text for role, text in roles.items() if text}}
        known |= site.known
    return Site(values, frozenset(known), roles)


def names_in(value: object) -> Iterator[str]:
    """Yield the names of the site values that a text, or any field, uses; with repeats."""
    if isinstance(value, str):
        if "{site:" in value:
            yield from _USE.findall(value)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from names_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from names_in(inner)


def filled(value: Any, values: Mapping[str, str]) -> Any:  # noqa: ANN401  (any field's value)
    """Return a text, or any field, with every value that is set in its place."""
    if isinstance(value, str):
        if "{site:" not in value:
            return value
        return _USE.sub(lambda match: values.get(match.group(1), match.group()), value)
    if isinstance(value, dict):
        return {key: filled(inner, values) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, values) for inner in value]
    return value
