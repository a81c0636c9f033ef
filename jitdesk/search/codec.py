"""`ImpactCodec`: a Whoosh codec for postings that are added up and never parsed.

It keeps Whoosh's columns and segments and changes lexicon (`jitdesk.search.dictionary`) and
postings: a list is one block, the guide numbers followed by one impact byte each, read in one
piece without decoding. Numbers are in the machine's own byte order: an index is made and
read on one machine. Whoosh's own queries still work on it (`matcher`).
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter
from string import ascii_lowercase
from typing import Literal, Union

from whoosh.codec.base import TermsReader
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from jitdesk.search.dictionary import MANY, Dictionary, Entry, encode_dictionary
from jitdesk.search.storage import PlainStorage, ReadFile

LONG = 1000
"""Of a term in more guides than this the strongest postings can be read by themselves."""

TOP = 400
_WIDE = 4
_NARROW = 2
_COUNT = struct.Struct("<I")
_TYPES: dict[int, Literal["I", "H"]] = {_WIDE: "I", _NARROW: "H"}


@dataclass(frozen=True, slots=True)
class Postings:
    """The guides of one segment that have a term: numbers (ascending) and impacts."""

    guides: array[int] | memoryview
    impacts: bytes

    def __len__(self) -> int:
        return len(self.impacts)


PackedList = Union[int, "array[int]"]
"""Postings while they are collected: ``guide << 8 | impact``, a bare number if it is one."""


def write_terms(
    storage: PlainStorage, segment: W3Segment, fields: dict[str, dict[str, PackedList]]
) -> None:
    """Write the lexicon and the postings of a new segment.

    Postings that are the same are written once: those of a beginning and of the one word that
    begins so, of a stem and its only form, of a word and its mirror image.

    Raises:
        OSError: the disk is full.
    """
    lexicon = storage.create_file(segment.make_filename(W3Codec.TERMS_EXT))
    postings = segment.create_file(storage, W3Codec.POSTS_EXT)
    width = _width(segment)
    places: dict[bytes, int] = {}
    end = 0

    def entries() -> Iterator[tuple[bytes, Entry]]:
        nonlocal end
        last: PackedList | None = None
        place = 0
        for key, packed in sorted(_named(fields), key=itemgetter(0)):
            if isinstance(packed, int):
                yield key, Entry(packed, 1)
                continue
            if packed is not last:
                last = packed
                data = _encode(packed, width)
                place = places.setdefault(data, end)
                if place == end:
                    postings.write(data)
                    end += len(data)
            yield key, Entry(place, min(len(packed), MANY))

    for data in encode_dictionary(entries()):
        lexicon.write(data)
    lexicon.close()
    postings.close()


def _width(segment: W3Segment) -> int:
    """Return the bytes of a guide's number in the postings of a segment."""
    return _NARROW if segment.doc_count_all() <= 1 << 16 else _WIDE


def _encode(packed: array[int], width: int) -> bytes:
    guides = array(_TYPES[width], [value >> 8 for value in packed]).tobytes()
    impacts = bytes([value & 255 for value in packed])
    count = _COUNT.pack(len(packed)) if len(packed) >= MANY else b""
    return b"".join((count, guides, impacts))


def _named(fields: dict[str, dict[str, PackedList]]) -> Iterator[tuple[bytes, PackedList]]:
    """Give all terms with their postings, of long ones the strongest as a list of its own."""
    for name, lists in fields.items():
        for term, packed in lists.items():
            yield _key(name, term), packed
            if not isinstance(packed, int) and len(packed) > LONG:
                strongest = nlargest(TOP, packed, key=_impact)
                yield _key(name.upper(), term), array("I", sorted(strongest))


def _impact(value: int) -> int:
    return value & 255


def _key(field: str, term: str) -> bytes:
    return (field + term).encode("utf-8", "replace")


class ImpactInfo(TermInfo):  # type: ignore[misc]  # whoosh has no types
    """What Whoosh's own queries want to know of a term."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(weight=entry.guides, df=entry.guides, maxweight=255)
        self.entry = entry


class ImpactTermsReader(TermsReader):  # type: ignore[misc]  # whoosh has no types
    """Looks terms up; fields have names of one letter."""

    def __init__(self, lexicon: ReadFile, postings: ReadFile, width: int) -> None:
        self._dictionary = Dictionary(lexicon.get, lexicon.size)
        self._postings = postings
        self._width = width

    def postings(self, field: str, term: str) -> Postings | None:
        """Return the postings of `term`, or None if no guide of this segment has it."""
        entry = self._dictionary.find(_key(field, term))
        return None if entry is None else self.read(entry)

    def first(self, field: str, head: str) -> Postings | None:
        """Return the postings of the first term that starts with `head`, if there is one."""
        entry = self._dictionary.first(_key(field, head))
        return None if entry is None else self.read(entry)

    def read(self, entry: Entry) -> Postings:
        """Return the postings that an entry of the lexicon names."""
        place, count = entry
        if count == 1:
            return Postings(array("I", [place >> 8]), bytes([place & 255]))
        if count == MANY:
            (count,) = _COUNT.unpack(self._postings.get(place, _COUNT.size))
            place += _COUNT.size
        middle = count * self._width
        data = self._postings.get(place, middle + count)
        if len(data) != middle + count:
            raise ValueError("the postings end too soon")
        return Postings(memoryview(data)[:middle].cast(_TYPES[self._width]), data[middle:])

    def starting(self, field: str, head: str) -> Iterator[tuple[str, Entry]]:
        """Give the terms of a field that start with `head`, in order."""
        start = _key(field, head)
        for key, entry in self._dictionary.items(start):
            if not key.startswith(start):
                return
            yield key[1:].decode("utf-8"), entry

    # What Whoosh's own readers and queries ask.

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._dictionary.find(term[0].encode() + term[1]) is not None

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Give (field, term) in order."""
        return ((name, term) for (name, term), _ in self.items())

    def items(self) -> Iterator[tuple[tuple[str, bytes], ImpactInfo]]:
        """Give ((field, term), info) in order."""
        for key, entry in self._dictionary.items(b"a"):  # capitals are not terms
            yield (chr(key[0]), key[1:]), ImpactInfo(entry)

    def term_info(self, fieldname: str, tbytes: bytes) -> ImpactInfo:
        """Return where the postings of a term lie.

        Raises:
            TermNotFound: no guide of this segment has it.
        """
        entry = self._dictionary.find(fieldname.encode() + tbytes)
        if entry is None:
            raise TermNotFound(f"No term {fieldname}:{tbytes!r}")
        return ImpactInfo(entry)

    def doc_frequency(self, fieldname: str, tbytes: bytes) -> int:
        """Return the number of guides that have a term."""
        return int(self.term_info(fieldname, tbytes).doc_frequency())

    def indexed_field_names(self) -> Iterable[str]:
        """Return the names of the fields."""
        return [name for name in ascii_lowercase if any(self.starting(name, ""))]

    def matcher(
        self, fieldname: str, tbytes: bytes, format_: object, scorer: object = None
    ) -> ListMatcher:
        """Return the postings of a term as a matcher for Whoosh's own queries."""
        found = self.read(self.term_info(fieldname, tbytes).entry)
        term = (fieldname, tbytes)
        return ListMatcher(
            list(found.guides), list(found.impacts), format=format_, scorer=scorer, term=term
        )


class ImpactCodec(W3Codec):  # type: ignore[misc]  # whoosh has no types
    """Whoosh's third codec with our lexicon and postings."""

    length_stats = False

    def terms_reader(self, storage: PlainStorage, segment: W3Segment) -> ImpactTermsReader:
        """Open the lexicon and the postings of a segment."""
        lexicon = storage.open_file(segment.make_filename(self.TERMS_EXT))
        postings = segment.open_file(storage, self.POSTS_EXT)
        return ImpactTermsReader(lexicon, postings, _width(segment))


def new_segment(
    codec: ImpactCodec, name: str, count: int = 0, gone: set[int] | None = None
) -> W3Segment:
    """Return the description of the segment `name` with `count` guides."""
    return W3Segment(codec, "guides", count, name, gone)
