"""A course's companion: its guides stand first in the empty field for 30 days after it. Pure.

A pack carries ``companions/<course>.yaml`` with `course: {title, url}` and `guides: [ids]`.
Courses are where new things are learned, guides are where they are applied; the first weeks
after a course are when that is decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Final

DAYS: Final = 30
PIN: Final = "pin:"
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Companion:
    """The guides of one course; `id` is the file's name, `guides` are ids or keys."""

    id: str
    pack: str
    title: str
    url: str = ""
    guides: tuple[str, ...] = ()


def read_companion(pack: str, path: str, data: bytes) -> Companion | None:
    """Return what a file says, None if it names no guides."""
    # Late: the pins are read at every start, and PyYAML costs 20 ms.
    from jitdesk.yamlio import load_yaml  # noqa: PLC0415

    value = load_yaml(data.decode("utf-8-sig", "replace")).value
    if not isinstance(value, dict) or not isinstance(value.get("guides"), list):
        return None
    course = value.get("course")
    course = course if isinstance(course, dict) else {"title": course}
    name = PurePosixPath(path).stem
    guides = tuple(str(g) for g in value["guides"] if isinstance(g, str))[:_MOST]
    title = " ".join(str(course.get("title") or name).split())
    return Companion(name, pack, title, str(course.get("url") or ""), guides) if guides else None


def pin_text(title: str, today: date, place: int) -> str:
    """Return what is remembered of a pin: until when, its place, and after which course."""
    return f"{today + timedelta(days=DAYS)} {place:02d} {title}"


def pinned(facts: Mapping[str, str], today: date) -> dict[str, tuple[date, str]]:
    """Return guide key -> (until, course) of the pins that still hold, in the author's order.

    >>> pinned({"p/a": "2026-03-31 01 Mail"}, date(2026, 3, 31))
    {'p/a': (datetime.date(2026, 3, 31), 'Mail')}
    """
    found = {}
    for key, text in sorted(facts.items(), key=lambda pin: pin[1]):
        day, _, rest = text.partition(" ")
        _, _, title = rest.partition(" ")
        try:
            until = date.fromisoformat(day)
        except ValueError:
            continue
        if today <= until:
            found[key] = (until, title)
    return found
