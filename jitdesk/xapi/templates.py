"""Statements against the templates of our own profile (xAPI Profiles, part two, section 8). Pure.

A template applies to a statement when its verb and its object's type match; its rules say
what must, should and must not be at a location. The locations that the profile uses are
plain paths with ``[*]`` and quoted names, so a small reader is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

_STEP: Final = re.compile(r"\.([A-Za-z]+)|\['([^']+)'\]|\[(\*)\]")
EXAMPLE_BASE: Final = "https://jitdesk.example/xapi/"
"""What stands in the profile for the IRI that an organisation owns."""


def mismatches(statement: Mapping[str, Any], profile: Mapping[str, Any], base: str) -> list[str]:
    """Return the rules of the profile that a statement breaks; no template at all is one."""
    fitting = [t for t in profile["templates"] if _applies(t, statement)]
    if not fitting:
        return [f"no template for {statement['verb']['id']}"]
    return [text for template in fitting for text in _broken(template, statement, base)]


def _applies(template: Mapping[str, Any], statement: Mapping[str, Any]) -> bool:
    kind = template.get("objectActivityType")
    same_type = kind is None or statement["object"]["definition"]["type"] == kind
    return bool(template["verb"] == statement["verb"]["id"] and same_type)


def _broken(template: Mapping[str, Any], statement: Mapping[str, Any], base: str) -> Iterator[str]:
    for rule in template["rules"]:
        location = str(rule["location"]).replace(EXAMPLE_BASE, base)
        found = list(values(statement, location))
        name = f"{template['prefLabel']['en']}: {location}"
        if rule.get("presence") == "included" and not found:
            yield f"{name} is missing"
        if rule.get("presence") == "excluded" and found:
            yield f"{name} must not be there"
        wanted = [str(v).replace(EXAMPLE_BASE, base) for v in rule.get("any", ())]
        if wanted and found and not set(map(str, found)) & set(wanted):
            yield f"{name} is none of {wanted}"
        every = [str(v) for v in rule.get("all", ())]
        if every and not set(map(str, found)) <= set(every):
            yield f"{name} is not {every}"


def values(document: Any, location: str) -> Iterator[Any]:  # noqa: ANN401  (JSON)
    """Yield what stands at a location such as ``$.a.b['c'][*].d``.

    >>> list(values({"a": [{"b": 1}, {"b": 2}]}, "$.a[*].b"))
    [1, 2]
    """
    found = [document]
    for name, quoted, star in _STEP.findall(location):
        if star:
            found = [inner for one in found if isinstance(one, list) for inner in one]
        else:
            key = name or quoted
            found = [one[key] for one in found if isinstance(one, dict) and key in one]
    yield from found
