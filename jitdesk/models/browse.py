"""The tray's menus as data: by situation and by pack. Pure.

A menu of a thousand entries helps nobody: a level shows at most `MOST` entries, and the
rest is one entry that opens the search.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from PySide6.QtCore import QCoreApplication

from jitdesk.packs.catalog import CatalogRow, MenuRow

MOST: Final = 30
"""Entries of one menu level: what fits a screen of 1080 lines."""
_LABEL: Final = 64
_KEPT: Final = 200
"""Situations looked at before they are sorted and cut to what a menu shows."""


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
    changed: tuple[Branch, ...] = ()


class MenuMaker:
    """Takes the guides one by one and keeps what fits the menus, never all of them."""

    def __init__(self) -> None:
        """Start with empty menus."""
        self._situations: list[Branch] = []
        self._more_situations = 0
        self._packs: dict[str, dict[str, list[Branch]]] = {}
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(self, row: MenuRow) -> None:
        """Take one guide."""
        if row.situation:
            if len(self._situations) < _KEPT:
                self._situations.append(Branch(_short(row.situation), row.key))
            else:
                self._more_situations += 1
        folder = str(PurePosixPath(row.path).parent)
        self._counts[row.pack, folder] += 1
        kept = self._packs.setdefault(row.pack, {}).setdefault(folder, [])
        if len(kept) < MOST:
            kept.append(Branch(_short(row.title), row.key))

    def by_situation(self) -> tuple[Branch, ...]:
        """Return the guides that say when they are the right page, by that sentence."""
        return _capped(_sorted(self._situations), self._more_situations)

    def by_pack(self, titles: Mapping[str, str]) -> tuple[Branch, ...]:
        """Return pack -> folder -> guide; a pack with few guides has no folder level."""
        branches = [
            Branch(_short(titles.get(pack) or pack), children=self._pack_menu(pack))
            for pack in self._packs
        ]
        return _capped(_sorted(branches))

    def _pack_menu(self, pack: str) -> tuple[Branch, ...]:
        folders = self._packs[pack]
        total = sum(self._counts[pack, folder] for folder in folders)
        if total <= MOST or len(folders) == 1:
            guides = [guide for found in folders.values() for guide in found]
            return _capped(_sorted(guides), total - len(guides))
        return _capped(
            [
                Branch(
                    folder,
                    children=_capped(_sorted(found), self._counts[pack, folder] - len(found)),
                )
                for folder, found in sorted(folders.items())
            ]
        )


def entries(rows: Iterable[CatalogRow]) -> tuple[Branch, ...]:
    """Return guides as they come."""
    return tuple(Branch(_short(row.title), row.key) for row in rows)


def news_entries(rows: Iterable[tuple[str, str, str]]) -> tuple[Branch, ...]:
    """Return (key, title, what changed) as entries that say both, as long as a menu is wide."""
    return _capped([Branch(_short(f"{title}: {what}"), key) for key, title, what in rows])


def _sorted(branches: Iterable[Branch]) -> list[Branch]:
    return sorted(branches, key=lambda branch: branch.label.casefold())


def _capped(branches: list[Branch], left_out: int = 0) -> tuple[Branch, ...]:
    left = left_out + max(0, len(branches) - MOST)
    shown = branches[:MOST]
    return (*shown, Branch(_more(left))) if left else tuple(shown)


def _more(left: int) -> str:
    return QCoreApplication.translate("Browse", "{0} more: search…").format(left)


def _short(text: str) -> str:
    # "&" marks a shortcut key in menus.
    text = text.replace("&", "&&")
    return text if len(text) <= _LABEL else text[: _LABEL - 1].rstrip() + "…"
