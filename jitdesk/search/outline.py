"""`Outline`: the sections of a guide, what they are called and which terms stand in each.

A term is kept as 16 bits of its CRC-32, sorted: what is asked is found by bisection in the
bytes as they are, without taking anything apart. A term that a guide has not looks as if it
stood in one of its sections once in 65,536 / its terms, some hundreds; then only the section
that is named could be another one. Whole words beside their stems are left out: they would
name the same sections.

    counts     pairs of term and section (4 bytes), sections (4 bytes)
    terms      2 bytes a pair, ascending, in the machine's byte order as the postings are
    sections   1 byte a pair, 2 in a guide of more than 256 sections
    rows       anchor, title and level of each section
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Literal
from zlib import crc32

from jitdesk.guides.guide import Guide
from jitdesk.search.card import FIELD, ROW, clean
from jitdesk.search.folding import fold
from jitdesk.search.terms import WHOLE, Terms

_COUNTS = struct.Struct("=II")
_MOST_SECTIONS = 5000
_NARROW = 256


@lru_cache(maxsize=16_384)
def term_key(term: str) -> int:
    """Return what stands for a term in outlines."""
    return crc32(term.encode("utf-8", "replace")) & 0xFFFF


def encode_outline(guide: Guide, terms: Terms) -> bytes:
    """Return the bytes of a guide's sections and their terms.

    A guide of one section has no choice to make: its terms are left out. So is a term of more
    than half of the sections, which does not choose among them.
    """
    sections = terms.sections[:_MOST_SECTIONS] if len(terms.sections) > 1 else ()
    times = Counter(chain.from_iterable(sections))
    most = len(sections) // 2
    keys = {
        term: term_key(term) << 16
        for term, count in times.items()
        if count <= most and not term.startswith(WHOLE)
    }
    pairs = sorted(
        keys[term] | number
        for number, section in enumerate(sections)
        for term in section
        if term in keys
    )
    rows = [
        FIELD.join((section.anchor, clean(section.title), str(section.level)))
        for section in guide.sections[:_MOST_SECTIONS]
    ]
    return b"".join(
        (
            _COUNTS.pack(len(pairs), len(rows)),
            array("H", [pair >> 16 for pair in pairs]).tobytes(),
            array(_type(len(rows)), [pair & 0xFFFF for pair in pairs]).tobytes(),
            ROW.join(rows).encode("utf-8", "replace"),
        )
    )


def _type(sections: int) -> Literal["B", "H"]:
    return "B" if sections <= _NARROW else "H"


class Outline:
    """The sections of one guide; numbers count them from 0."""

    _count: int

    def __init__(self, data: memoryview) -> None:
        """Read what `encode_outline` wrote."""
        pairs: int
        pairs, self._count = _COUNTS.unpack_from(data)
        kind = _type(self._count)
        middle = _COUNTS.size + 2 * pairs
        end = middle + (2 if kind == "H" else 1) * pairs
        self._keys = data[_COUNTS.size : middle].cast("H")
        self._numbers = data[middle:end].cast(kind)
        self._text = data[end:]
        self._rows: list[str] = []
        self._headings: dict[int, str] = {}

    def __len__(self) -> int:
        return self._count

    def anchor(self, number: int) -> str:
        """Return the anchor of a section."""
        return self._fields(number)[0]

    def title(self, number: int) -> str:
        """Return the title of a section."""
        return self._fields(number)[1]

    def heading(self, number: int) -> str:
        """Return the title of a section, folded."""
        known = self._headings.get(number)
        if known is None:
            known = self._headings[number] = fold(self.title(number))
        return known

    def level(self, number: int) -> int:
        """Return the level of a section's heading, 1 = the title of the guide."""
        return int(self._fields(number)[2])

    def sections_with(self, keys: Sequence[int]) -> set[int]:
        """Return the sections that have one of the terms with these keys."""
        known = self._keys
        found: set[int] = set()
        for key in keys:
            at = bisect_left(known, key)
            while at < len(known) and known[at] == key:
                found.add(self._numbers[at])
                at += 1
        return found

    def _fields(self, number: int) -> list[str]:
        if not self._rows:
            self._rows = str(self._text, "utf-8").split(ROW)
        return self._rows[number].split(FIELD)
