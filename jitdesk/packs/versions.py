"""Comparing versions: by number, so that 1.10.0 is newer than 1.9.0 (semver.org, 11)."""

from __future__ import annotations

import re

_PARTS = re.compile(r"[0-9]{1,12}|[A-Za-z]+")

Rank = tuple[tuple[int, ...], int, tuple[tuple[int, int, str], ...]]


def rank(version: str) -> Rank:
    """Return a value that orders versions; text that is no version comes first."""
    core, _, pre = version.strip().lstrip("vV").split("+", 1)[0].partition("-")
    numbers = [int(part) for part in re.findall(r"[0-9]{1,12}", core)]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    if not version.strip():
        return ((-1,), 0, ())
    names = tuple((0, int(p), "") if p.isdigit() else (1, 0, p) for p in _PARTS.findall(pre))
    return (tuple(numbers), 0 if pre else 1, names)


def is_older(version: str, than: str) -> bool:
    """Return whether `version` is older than the version `than`."""
    return rank(version) < rank(than)
