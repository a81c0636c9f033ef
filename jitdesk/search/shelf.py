"""`Shelf`: what is stored of each guide, read when it is needed and kept for a while.

Bounded, so that a program that was used for long holds a few megabytes of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from jitdesk.search import card as cards
from jitdesk.search.card import Card, Face, PageText
from jitdesk.search.lexicon import Lexicon
from jitdesk.search.outline import Outline
from jitdesk.search.passage import Page

_FACES = 4096
_CARDS = 384
_PAGES = 128

Value = TypeVar("Value")


class Shelf:
    """Faces, cards and pages by the number of a guide."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._faces: dict[int, Face] = {}
        self._cards: dict[int, Card] = {}
        self._pages: dict[int, Page] = {}

    def face(self, guide: int) -> Face:
        """Return what ranking reads of a guide."""
        face = self._faces.get(guide)  # read some fifty times a keystroke
        return face or _kept(self._faces, guide, _FACES, self._read_face)

    def card(self, guide: int) -> Card:
        """Return what a row shows of a guide."""
        return _kept(self._cards, guide, _CARDS, self._read_card)

    def page(self, guide: int) -> Page:
        """Return the sections of a guide."""
        return _kept(self._pages, guide, _PAGES, self._read_page)

    def key(self, guide: int) -> str:
        """Return a guide's key."""
        return self.face(guide).key

    def _read_face(self, guide: int) -> Face:
        return cards.decode_face(self._lexicon.column("face", guide))

    def _read_card(self, guide: int) -> Card:
        return self.page(guide).texts.card

    def _read_page(self, guide: int) -> Page:
        outline, text = cards.split_page(self._lexicon.column("page", guide))
        return Page(Outline(outline), PageText(text))


def _kept(kept: dict[int, Value], guide: int, most: int, read: Callable[[int], Value]) -> Value:
    value = kept.get(guide)
    if value is None:
        if len(kept) >= most:
            kept.pop(next(iter(kept)))
        value = kept[guide] = read(guide)
    return value
