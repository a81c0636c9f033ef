"""A segment of the index: guides that were added together; written once, never changed.

`SegmentWriter` collects terms in memory and writes them in order; `Segment` reads. Other
than its terms a segment has two columns (`jitdesk.search.card`), a file with the names of
its guides and the digests they were made from, and its words by length, for spelling.
"""

from __future__ import annotations

import shutil
import struct
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from whoosh.columns import VarBytesColumn
from whoosh.filedb.filetables import FileFormatError

from jitdesk.search.beginnings import EXACT, beginnings, leave_out, with_left_out
from jitdesk.search.codec import ImpactCodec, PackedList, Postings, new_segment, write_terms
from jitdesk.search.spelling import WordTable, encode_words
from jitdesk.search.storage import PlainStorage
from jitdesk.search.terms import PREFIXES, WORDS

COLUMNS = ("face", "page")
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
_NAMES_FILE = ".names"
_NAME = "\x1f"
_ROW = "\x1e"


@dataclass(frozen=True, slots=True)
class Entry:
    """One guide ready to be written: its columns in the order of `COLUMNS`.

    Attributes:
        key, digest: the guide and what it was made from.
        fields: field -> term -> impact.
        begun: letters of the shortest beginning that a word is found by -> word -> impact.
    """

    key: str
    digest: str
    columns: tuple[bytes, ...]
    fields: Mapping[str, Mapping[str, int]]
    begun: Mapping[int, Mapping[str, int]]


def guide_name(key: str, digest: str) -> str:
    """Return key and digest as one: names are compared by the ten thousand."""
    return f"{key}{_NAME}{digest}"


def key_of(name: str) -> str:
    """Return the key in what `guide_name` made."""
    return name.partition(_NAME)[0]


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
        self._fields: defaultdict[str, dict[str, PackedList]] = defaultdict(dict)
        self._begun: defaultdict[int, dict[str, PackedList]] = defaultdict(dict)
        self._names: list[str] = []

    def add(self, entry: Entry) -> None:
        """Add one guide.

        Raises:
            OSError: the disk is full.
        """
        self._add_columns(guide_name(entry.key, entry.digest), entry.columns)
        for name, terms in entry.fields.items():
            self._collect(self._fields[name], terms)
        for shortest, words in entry.begun.items():
            self._collect(self._begun[shortest], words)
        self.count += 1

    def add_segment(self, old: Segment) -> None:
        """Add the living guides of `old`, without reading their files again."""
        numbers: dict[int, int] = {}
        for number, name in enumerate(old.names()):
            if name:
                numbers[number] = self.count
                self._add_columns(name, [old.column(column, number) for column in COLUMNS])
                self.count += 1
        for name, term, postings in old.terms():
            self._take(name, term, postings, numbers)

    def finish(self, spelled: Iterable[str]) -> None:
        """Write the lexicon, the postings and those of the words `spelled` that are here.

        Raises:
            OSError: the disk is full.
        """
        self._columns.close()
        heads = beginnings(self._begun) if self._begun else self._fields[PREFIXES]
        self._fields[PREFIXES] = leave_out(heads)
        self._segment.set_doc_count(self.count)
        write_terms(self._storage, self._segment, self._fields)
        self._path(_NAMES_FILE).write_bytes(_ROW.join(self._names).encode("utf-8", "replace"))
        terms = self._fields[WORDS]
        words = {word for word in spelled if word in terms or f"={word}" in terms}
        self._path(_WORDS_FILE).write_bytes(encode_words(words))
        self.close()

    def close(self) -> None:
        """Let go of all files; what was not finished is of no use."""
        self._storage.close()
        folder = Path(self._storage.folder)
        shutil.rmtree(folder / f"{self._segment.indexname}.tmp", ignore_errors=True)

    def _path(self, extension: str) -> Path:
        name: str = self._segment.make_filename(extension)
        return Path(self._storage.folder) / name

    def _add_columns(self, name: str, columns: Iterable[bytes]) -> None:
        self._names.append(name)
        self._columns.start_doc(self.count)
        for column, data in zip(COLUMNS, columns, strict=True):
            self._columns.add_column_value(column, _COLUMN, data)
        self._columns.finish_doc()

    def _collect(self, lists: dict[str, PackedList], terms: Mapping[str, int]) -> None:
        known = lists.get
        base = self.count << 8
        for term, impact in terms.items():
            packed = known(term)
            if packed is None:
                lists[term] = base | impact
            elif packed.__class__ is int:
                lists[term] = array("I", (packed, base | impact))
            else:
                packed.append(base | impact)  # type: ignore[union-attr]
        self.postings += len(terms)

    def _take(self, name: str, term: str, postings: Postings, numbers: dict[int, int]) -> None:
        packed = self._fields[name].get(term, ())
        found = array("I", (packed,) if isinstance(packed, int) else packed)
        for guide, impact in zip(postings.guides, postings.impacts, strict=True):
            if (number := numbers.get(guide)) is not None:
                found.append(number << 8 | impact)
        if found:
            self._fields[name][term] = found if len(found) > 1 else found[0]
            self.postings += len(postings)


class Segment:
    """A segment open for reading; `base` is added to its numbers in an index."""

    def __init__(
        self,
        directory: Path,
        name: str,
        count: int,
        gone: Iterable[int] = (),
        languages: tuple[str, ...] = (),
    ) -> None:
        """Open the files.

        Raises:
            OSError: a file is missing or cannot be read.
            ValueError, KeyError, struct.error: a file is damaged.
        """
        self.name = name
        self.count = count
        self.gone = set(gone)
        self.languages = languages
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
        self._names = self._storage.open_file(self._segment.make_filename(_NAMES_FILE))
        words = self._storage.open_file(self._segment.make_filename(_WORDS_FILE))
        self.words = WordTable(words.get, words.size)

    def postings(self, field: str, term: str) -> Postings | None:
        """Return the postings of a term, None if no guide here has it."""
        return self._find(field, term, begun=field == PREFIXES)

    def strongest(self, field: str, term: str) -> Postings | None:
        """Return the postings of a term that weigh most, None if no guide here has it."""
        most = self._find(field.upper(), term, begun=field == PREFIXES)
        return most or self.postings(field, term)

    def _find(self, field: str, term: str, *, begun: bool) -> Postings | None:
        look_up = self._terms.first if begun and len(term) >= EXACT else self._terms.postings
        found: Postings | None = look_up(field, term)
        return found

    def column(self, name: str, number: int) -> bytes:
        """Return what the column `name` holds for the guide `number` of this segment."""
        return bytes(self._columns[name][number])

    def starting(self, field: str, head: str, limit: int) -> list[str]:
        """Return up to `limit` terms of a field that start with `head`, in order."""
        return [term for term, _ in islice(self._terms.starting(field, head), limit)]

    def names(self) -> list[str]:
        """Return what `guide_name` makes of each guide, "" for those that were removed since."""
        rows = str(self._names.get(0, self._names.size), "utf-8").split(_ROW)
        if len(rows) != self.count:
            raise ValueError("the names of the guides are damaged")
        for number in self.gone:
            rows[number] = ""
        return rows

    def terms(self) -> Iterator[tuple[str, str, Postings]]:
        """Give every term with its field and postings."""
        for name in self._terms.indexed_field_names():
            found = self._terms.starting(name, "")
            if name == PREFIXES:
                found = with_left_out(dict(found))
            for term, entry in found:
                yield name, term, self._terms.read(entry)

    def close(self) -> None:
        """Let go of the files."""
        self._columns.clear()
        self._storage.close()
