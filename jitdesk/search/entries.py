"""`EntryMaker`: guides to entries of the index, in lots that may be made in another process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from jitdesk.guides.guide import Guide
from jitdesk.search.card import encode_face, encode_page, plain_title
from jitdesk.search.context import context_terms
from jitdesk.search.filters import LABELS, guide_labels
from jitdesk.search.outline import encode_outline
from jitdesk.search.segment import Entry
from jitdesk.search.terms import FULL, REVERSED, TITLES, WORDS, Analyser, guide_terms

_LOT = 64
"""Guides a lot: what they say alike is sent to another process once."""

Named = tuple[Guide, str]
"""A guide and the digest that it is kept under."""


class Lot(NamedTuple):
    """Some entries, with what is kept of all together.

    Attributes:
        languages: of the guides.
        spelled: the whole words that are new since the lot before.
    """

    entries: list[Entry]
    languages: set[str]
    spelled: set[str]


class EntryMaker:
    """Makes entries; remembers the words that it has met."""

    def __init__(self) -> None:
        self._analysers: dict[str, Analyser] = {}

    def lot(self, guides: Iterable[Named]) -> Lot:
        """Return the entries of `guides`."""
        made = Lot([], set(), set())
        for guide, digest in guides:
            made.languages.add(guide.language)
            made.entries.append(self._entry(guide, digest))
        for analyser in self._analysers.values():
            made.spelled.update(analyser.spelled)
            analyser.spelled.clear()
        return made

    def _entry(self, guide: Guide, digest: str) -> Entry:
        language = guide.language
        analyser = self._analysers.setdefault(language, Analyser(language))
        terms = guide_terms(guide, analyser)
        columns = (
            encode_face(guide, terms),
            encode_page(guide, encode_outline(guide, terms)),
        )
        fields = {
            WORDS: terms.words,
            REVERSED: terms.reversed,
            TITLES: dict.fromkeys(map(plain_title, (guide.title, *guide.also_asked)), FULL),
            LABELS: dict.fromkeys(guide_labels(guide), FULL),
            **context_terms(guide),
        }
        return Entry(guide.key, digest, columns, fields, terms.begun)


def lots_of(guides: Iterable[Named]) -> Iterator[list[Named]]:
    """Give `guides` in lots."""
    rest = iter(guides)
    while lot := list(islice(rest, _LOT)):
        yield lot
