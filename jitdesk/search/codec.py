"""`ImpactCodec`: a Whoosh codec for postings that are added up and never parsed.

It keeps Whoosh's lexicon, columns and segments and changes the postings: a list is one
block, the guide numbers followed by one impact byte each, read in one
piece without decoding. Numbers are in the machine's own byte order: an index is made and
read on one machine. Whoosh's own queries still work on it (`postings_reader`).
"""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass
from typing import Literal

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3Segment, W3TermsReader
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from jitdesk.search.storage import PlainStorage, ReadFile

_ENTRY = struct.Struct("=QIBB")
_WIDE = 4
_NARROW = 2
_TYPES: dict[int, Literal["I", "H"]] = {_WIDE: "I", _NARROW: "H"}


@dataclass(frozen=True, slots=True)
class Postings:
    """The guides of one segment that have a term: numbers (ascending) and impacts."""

    guides: memoryview
    impacts: bytes

    def __len__(self) -> int:
        return len(self.impacts)


class ImpactInfo(TermInfo):  # type: ignore[misc]  # whoosh has no types
    """Where the postings of a term lie and how many there are."""

    def __init__(self, offset: int, count: int, width: int, highest: int) -> None:
        super().__init__(weight=count, df=count, maxweight=highest)
        self.offset = offset
        self.count = count
        self.width = width

    @classmethod
    def from_bytes(cls, data: bytes) -> ImpactInfo:
        """Read an entry of the lexicon."""
        return cls(*_ENTRY.unpack(data))

    def read(self, file: ReadFile) -> Postings:
        """Return the postings out of the postings file."""
        middle = self.count * self.width
        data = file.get(self.offset, middle + self.count)
        if len(data) != middle + self.count:
            raise ValueError("the postings end too soon")
        return Postings(memoryview(data)[:middle].cast(_TYPES[self.width]), data[middle:])


class ImpactFieldWriter(W3FieldWriter):  # type: ignore[misc]  # whoosh has no types
    """Writes the lexicon and the postings of one segment, fields and terms in order."""

    def add_term(self, term: str, guides: array[int], impacts: bytes) -> None:
        """Write one term of the field that was started last."""
        width = _NARROW if guides[-1] < 1 << 16 else _WIDE
        offset = self._postfile.tell()
        self._postfile.write(array(_TYPES[width], guides).tobytes())
        self._postfile.write(impacts)
        key = self._fieldid.to_bytes(2, "big") + term.encode("utf-8", "replace")
        entry = _ENTRY.pack(offset, len(guides), width, max(impacts))
        self._tindex.add(key, entry)


class ImpactTermsReader(W3TermsReader):  # type: ignore[misc]  # whoosh has no types
    """Looks terms up."""

    def term_info(self, fieldname: str, tbytes: bytes) -> ImpactInfo:
        """Return where the postings of a term lie.

        Raises:
            TermNotFound: no guide of this segment has it.
        """
        for data in self._tindex.all(self._keycoder(fieldname, tbytes)):
            return ImpactInfo.from_bytes(data)
        raise TermNotFound(f"No term {fieldname}:{tbytes!r}")

    def postings(self, field: str, term: str) -> Postings | None:
        """Return the postings of `term`, or None if no guide of this segment has it."""
        for data in self._tindex.all(self._keycoder(field, term.encode("utf-8", "replace"))):
            return ImpactInfo.from_bytes(data).read(self._postfile)
        return None

    def doc_frequency(self, fieldname: str, tbytes: bytes) -> int:
        """Return the number of guides that have a term."""
        return self.term_info(fieldname, tbytes).count


class ImpactCodec(W3Codec):  # type: ignore[misc]  # whoosh has no types
    """Whoosh's third codec with our postings."""

    length_stats = False

    def field_writer(self, storage: PlainStorage, segment: W3Segment) -> ImpactFieldWriter:
        """Return the writer of a new segment's terms."""
        return ImpactFieldWriter(self, storage, segment)

    def terms_reader(self, storage: PlainStorage, segment: W3Segment) -> ImpactTermsReader:
        """Open the lexicon and the postings of a segment."""
        name = segment.make_filename(self.TERMS_EXT)
        postings = segment.open_file(storage, self.POSTS_EXT)
        return ImpactTermsReader(self, storage.open_file(name), storage.file_length(name), postings)

    def postings_reader(
        self,
        dbfile: ReadFile,
        terminfo: ImpactInfo,
        format_: object,
        term: object = None,
        scorer: object = None,
    ) -> ListMatcher:
        """Return the postings as a matcher for Whoosh's own queries."""
        found = terminfo.read(dbfile)
        return ListMatcher(
            list(found.guides), list(found.impacts), format=format_, scorer=scorer, term=term
        )


def new_segment(
    codec: ImpactCodec, name: str, count: int = 0, gone: set[int] | None = None
) -> W3Segment:
    """Return the description of the segment `name` with `count` guides."""
    return W3Segment(codec, "guides", count, name, gone)
