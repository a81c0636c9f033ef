"""The tray's menus as data: by situation and by pack. Pure.

A menu of a thousand entries helps nobody: a level shows at most `MOST` entries, and the
rest is one entry that opens the search.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from jitdesk.packs.catalog import CatalogRow

MOST: Final = 30
"""Entries of one menu level: what fits a screen of 1080 lines."""
_LABEL: Final = 64


@dataclass(frozen=True, slots=True)
class Branch:
    """A menu entry: a guide (`key`), a sub-menu (`children`), or "more" (neither)."""

    label: str
    key: str = ""
    children: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Menus:
    """Everything that the tray can browse."""

    by_situation: tuple[Branch, ...] = ()
    by_pack: tuple[Branch, ...] = ()
    going_on: tuple[Branch, ...] = ()
    recent: tuple[Branch, ...] = ()


def by_situation(rows: Iterable[CatalogRow]) -> tuple[Branch, ...]:
    """Return the guides that say when they are the right page, by that sentence."""
    entries = [Branch(_short(row.situation), row.key) for row in rows if row.situation]
    return _capped(sorted(entries, key=lambda entry: entry.label.casefold()))


def by_pack(rows: Iterable[CatalogRow], titles: dict[str, str]) -> tuple[Branch, ...]:
    """Return pack -> folder -> guide; a pack with few guides has no folder level."""
    packs: defaultdict[str, list[CatalogRow]] = defaultdict(list)
    for row in rows:
        packs[row.pack].append(row)
    branches = [
        Branch(_short(titles.get(pack) or pack), children=_pack_menu(found))
        for pack, found in packs.items()
    ]
    return _capped(sorted(branches, key=lambda branch: branch.label.casefold()))


def entries(keys: Sequence[str], rows: Iterable[CatalogRow]) -> tuple[Branch, ...]:
    """Return the guides of `keys` that still exist, in that order."""
    titles = {row.key: row.title for row in rows}
    return tuple(Branch(_short(titles[key]), key) for key in keys if key in titles)


def _pack_menu(rows: list[CatalogRow]) -> tuple[Branch, ...]:
    if len(rows) <= MOST:
        return _guides(rows)
    folders: defaultdict[str, list[CatalogRow]] = defaultdict(list)
    for row in rows:
        folders[str(PurePosixPath(row.path).parent)].append(row)
    if len(folders) == 1:
        return _guides(rows)
    menus = [Branch(folder, children=_guides(found)) for folder, found in sorted(folders.items())]
    return _capped(menus)


def _guides(rows: Iterable[CatalogRow]) -> tuple[Branch, ...]:
    found = sorted(rows, key=lambda row: row.title.casefold())
    return _capped([Branch(_short(row.title), row.key) for row in found])


def _capped(branches: list[Branch]) -> tuple[Branch, ...]:
    if len(branches) <= MOST:
        return tuple(branches)
    left = len(branches) - MOST
    return (*branches[:MOST], Branch(f"{left} more: search…"))


def _short(text: str) -> str:
    # "&" marks a shortcut key in menus.
    text = text.replace("&", "&&")
    return text if len(text) <= _LABEL else text[: _LABEL - 1].rstrip() + "…"
