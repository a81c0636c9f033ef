"""A segment of the index: guides that were added together; written once, never changed.

`SegmentWriter` collects terms in memory and writes them in order; `Segment` reads. Other
than its terms a segment has four columns (`jitdesk.search.card`), the names of its guides
with the digests they were made from, and its words by length, for spelling.
"""

from __future__ import annotations

import shutil
import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from whoosh.columns import VarBytesColumn
from whoosh.filedb.filetables import FileFormatError

from jitdesk.search.codec import ImpactCodec, Postings, new_segment
from jitdesk.search.spelling import WordTable, encode_words
from jitdesk.search.storage import PlainStorage
from jitdesk.search.terms import PREFIXES, WORDS

COLUMNS = ("name", "face", "card", "outline", "page")
DAMAGE = (
    FileFormatError,
    OSError,
    ValueError,
    LookupError,
    struct.error,
    zlib.error,
    TypeError,
    AssertionError,
)
"""What reading a file that somebody changed can raise."""

_COLUMN = VarBytesColumn(write_offsets_cutoff=0)
_WORDS_FILE = ".words"
_NAME = "\x1f"


@dataclass(frozen=True, slots=True)
class Entry:
    """One guide ready to be written: its columns in the order of `COLUMNS`."""

    columns: tuple[bytes, ...]
    words: dict[str, int]
    prefixes: dict[str, int]


def encode_name(key: str, digest: str) -> bytes:
    """Return the bytes of a guide's name: its key and the digest it was made from."""
    return f"{key}{_NAME}{digest}".encode("utf-8", "replace")


@dataclass(slots=True)
class _List:
    guides: array[int] = field(default_factory=lambda: array("I"))
    impacts: bytearray = field(default_factory=bytearray)


class SegmentWriter:
    """Writes one new segment into a directory."""

    def __init__(self, directory: Path, name: str) -> None:
        self.name = name
        self.count = 0
        self.postings = 0
        self._storage = PlainStorage(str(directory))
        self._codec = ImpactCodec()
        self._segment = new_segment(self._codec, name)
        self._columns = self._codec.per_document_writer(self._storage, self._segment)
        self._fields: dict[str, dict[str, _List]] = {PREFIXES: {}, WORDS: {}}

    def add(self, entry: Entry) -> None:
        """Add one guide.

        Raises:
            OSError: the disk is full.
        """
        self._columns.start_doc(self.count)
        for column, data in zip(COLUMNS, entry.columns, strict=True):
            self._columns.add_column_value(column, _COLUMN, data)
        self._columns.finish_doc()
        self._collect(PREFIXES, entry.prefixes)
        self._collect(WORDS, entry.words)
        self.count += 1

    def add_segment(self, old: Segment) -> None:
        """Add the living guides of `old`, without reading their files again."""
        numbers: dict[int, int] = {}
        for number in old.living():
            numbers[number] = self.count
            self._columns.start_doc(self.count)
            for column in COLUMNS:
                self._columns.add_column_value(column, _COLUMN, old.column(column, number))
            self._columns.finish_doc()
            self.count += 1
        for name, term, postings in old.terms():
            self._take(name, term, postings, numbers)

    def finish(self, spelled: Iterable[str]) -> None:
        """Write the lexicon, the postings and those of the words `spelled` that are here.

        Raises:
            OSError: the disk is full.
        """
        self._columns.close()
        fields = self._codec.field_writer(self._storage, self._segment)
        for name, lists in self._fields.items():
            fields.start_field(name, _NoField())
            for term in sorted(lists, key=_in_bytes):
                fields.add_term(term, lists[term].guides, bytes(lists[term].impacts))
            fields.finish_field()
        fields.close()
        self._write_words(spelled)
        self.close()

    def close(self) -> None:
        """Let go of all files; what was not finished is of no use."""
        self._storage.close()
        folder = Path(self._storage.folder)
        shutil.rmtree(folder / f"{self._segment.indexname}.tmp", ignore_errors=True)

    def _collect(self, name: str, terms: dict[str, int]) -> None:
        lists = self._fields[name]
        for term, impact in terms.items():
            found = lists.get(term)
            if found is None:
                found = lists[term] = _List()
            found.guides.append(self.count)
            found.impacts.append(impact)
        self.postings += len(terms)

    def _take(self, name: str, term: str, postings: Postings, numbers: dict[int, int]) -> None:
        found = self._fields[name].get(term) or _List()
        for guide, impact in zip(postings.guides, postings.impacts, strict=True):
            if (number := numbers.get(guide)) is not None:
                found.guides.append(number)
                found.impacts.append(impact)
        if found.guides:
            self._fields[name][term] = found
            self.postings += len(postings)

    def _write_words(self, spelled: Iterable[str]) -> None:
        terms = self._fields[WORDS]
        words = {word for word in spelled if word in terms or f"={word}" in terms}
        path = Path(self._storage.folder) / self._segment.make_filename(_WORDS_FILE)
        path.write_bytes(encode_words(words))


class _NoField:
    """What Whoosh's field writer asks of a field: nothing that we use."""

    format = None


class Segment:
    """A segment open for reading; `base` is added to its numbers in an index."""

    def __init__(self, directory: Path, name: str, count: int, gone: Iterable[int] = ()) -> None:
        """Open the files.

        Raises:
            OSError: a file is missing or cannot be read.
            ValueError, KeyError, struct.error: a file is damaged.
        """
        self.name = name
        self.count = count
        self.gone = set(gone)
        self.base = 0
        self._storage = PlainStorage(str(directory))
        codec = ImpactCodec()
        self._segment = new_segment(codec, name, count, self.gone)
        try:
            self._open(codec)
        except BaseException:
            self._storage.close()
            raise

    def _open(self, codec: ImpactCodec) -> None:
        self._terms = codec.terms_reader(self._storage, self._segment)
        guides = codec.per_document_reader(self._storage, self._segment)
        # All at once: the files may be unlinked later, when another generation is in use.
        self._columns = {name: guides.column_reader(name, _COLUMN) for name in COLUMNS}
        words = self._storage.open_file(self._segment.make_filename(_WORDS_FILE))
        self.words = WordTable(words.get, words.size)

    def postings(self, field: str, term: str) -> Postings | None:
        """Return the postings of a term, None if no guide here has it."""
        found: Postings | None = self._terms.postings(field, term)
        return found

    def column(self, name: str, number: int) -> bytes:
        """Return what the column `name` holds for the guide `number` of this segment."""
        return bytes(self._columns[name][number])

    def starting(self, head: str, limit: int) -> list[str]:
        """Return up to `limit` terms of the word field that start with `head`, in order."""
        found: list[str] = []
        for name, term in self._terms.terms_from(WORDS, head.encode("utf-8", "replace")):
            text = term.decode("utf-8")
            if name != WORDS or not text.startswith(head) or len(found) >= limit:
                break
            found.append(text)
        return found

    def living(self) -> Iterator[int]:
        """Give the numbers of the guides that were not removed since."""
        return (number for number in range(self.count) if number not in self.gone)

    def names(self) -> Iterator[tuple[int, str, str]]:
        """Give number, key and digest of every living guide."""
        for number in self.living():
            key, _, digest = self.column("name", number).decode("utf-8").partition(_NAME)
            yield number, key, digest

    def terms(self) -> Iterator[tuple[str, str, Postings]]:
        """Give every term with its field and postings, in order."""
        for name, term in self._terms.terms():
            text = term.decode("utf-8")
            postings = self.postings(name, text)
            if postings is not None:
                yield name, text, postings

    def close(self) -> None:
        """Let go of the files."""
        self._columns.clear()
        self._storage.close()


def _in_bytes(term: str) -> bytes:
    return term.encode("utf-8", "replace")
