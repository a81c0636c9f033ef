"""`Shelf`: what is stored of each guide, read when it is needed and kept for a while.

Bounded, so that a program that was used for long holds a few megabytes of it.
"""

from __future__ import annotations

from jitdesk.search import card as cards
from jitdesk.search.card import Card, Face, PageText
from jitdesk.search.lexicon import Lexicon
from jitdesk.search.memory import Memory
from jitdesk.search.outline import Outline
from jitdesk.search.passage import Page

_FACES = 4096
_CARDS = 384
_PAGES = 128


class Shelf:
    """Faces, cards and pages by the number of a guide."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._faces: Memory[int, Face] = Memory(_FACES)
        self._cards: Memory[int, Card] = Memory(_CARDS)
        self._pages: Memory[int, Page] = Memory(_PAGES)

    def face(self, guide: int) -> Face:
        """Return what ranking reads of a guide."""
        face = self._faces.get(guide)  # read some fifty times a keystroke
        return face or self._faces.keep(guide, self._read_face(guide))

    def card(self, guide: int) -> Card:
        """Return what a row shows of a guide."""
        card = self._cards.get(guide)
        return card or self._cards.keep(guide, self.page(guide).texts.card)

    def page(self, guide: int) -> Page:
        """Return the sections of a guide."""
        page = self._pages.get(guide)
        return page or self._pages.keep(guide, self._read_page(guide))

    def key(self, guide: int) -> str:
        """Return a guide's key."""
        return self.face(guide).key

    def _read_face(self, guide: int) -> Face:
        return cards.decode_face(self._lexicon.column("face", guide))

    def _read_page(self, guide: int) -> Page:
        outline, text = cards.split_page(self._lexicon.column("page", guide))
        return Page(Outline(outline), PageText(text))
