"""What a page stands on, and what of it changed since the last review. Pure.

A page may be wrong although nobody touched it: a phone number of the site, a version of the
program, a page it sends people to, or one of its own assumptions is another one now. Then it
is to be checked at once, before its calendar says so (measurement model C5).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from jitdesk.guides.guide import Guide
from jitdesk.guides.landing import named_guides, newest_change, version_of

_PROGRAM: Final = "version_"
"""Beginning of the site value that says which version of a program is in use."""
_FIELD: Final = "stands"
_WIDTH: Final = 560
_FIELDS: Final = 10


def stands_on(
    guide: Guide, values: Mapping[str, str], linked: Mapping[str, Guide]
) -> dict[str, str]:
    """Return what a page stands on -> a short mark of how it is now.

    Args:
        guide: the page.
        values: the site values of its pack.
        linked: the guides that it names, by the id it names them with.
    """
    found = {f"site value {name}": _mark(values.get(name, "")) for name in guide.site}
    for app in guide.apps:
        if version := values.get(f"{_PROGRAM}{app}"):
            found[f"program {app}"] = _mark(version)
    for name in named_guides(guide):
        if name in linked:
            numbers = version_of(linked[name].version) or (0, 0, 0)
            found[f"guide {name}"] = f"{numbers[0]}.{numbers[1]}"
    for number, text in _assumptions(guide.front):
        found[f"assumption {number}"] = _mark(text)
    return found


def changed(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return what is another now than it was; what is new on the page is its author's work."""
    return [name for name, mark in now.items() if name in before and before[name] != mark]


def changed_by_date(guide: Guide, linked: Mapping[str, Guide]) -> list[str]:
    """Return the guides it names that changed after its review: all that is known without marks."""
    since = guide.reviewed_on.isoformat() if guide.reviewed_on else ""
    found = []
    for name, other in linked.items():
        change = newest_change(other)
        if since and change is not None and change.day > since:
            found.append(f"guide {name}")
    return found


def packed(marks: Mapping[str, str]) -> dict[str, str]:
    """Return marks as the few short fields that a board keeps."""
    rows, fields = [f"{name}={mark}" for name, mark in marks.items()], [""]
    for row in rows:
        if len(fields[-1]) + len(row) + 1 > _WIDTH:
            fields.append("")
        fields[-1] = f"{fields[-1]};{row}".strip(";")
    return {f"{_FIELD}{n}": text for n, text in enumerate(fields[:_FIELDS], 1) if text}


def unpacked(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the marks of a board's fields."""
    texts = (text for name, text in fields.items() if name.startswith(_FIELD))
    pairs = (row.rpartition("=") for text in texts for row in text.split(";"))
    return {name: mark for name, equals, mark in pairs if equals}


def _assumptions(front: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    listed = front.get("assumptions")
    rows: Sequence[Any] = listed if isinstance(listed, list) else ()
    for number, row in enumerate(rows, 1):
        if isinstance(row, dict):
            words = " ".join(str(row.get(name) or "") for name in ("text", "breaks_if"))
            yield str(row.get("id") or number), " ".join(words.split())


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
