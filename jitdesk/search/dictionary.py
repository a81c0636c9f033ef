"""The terms of a segment in one sorted file, found by bisection and one small read.

Whoosh's own lexicon is a hash table on disk: 60 bytes and some 12 µs a term to write, three
reads to look one up. Here terms stand in blocks, and only the first term of each block is
held in memory, so that a miss, which most look-ups are, costs a bisection and one search in
a kilobyte:

    block      how many terms, LF term LF term LF ... LF, then one entry of six bytes a term
    directory  the first terms of all blocks, then the place of each block
    tail       where the directory starts, the number of blocks

A term is the byte of its field and its text in UTF-8; no term has a line feed in it. A term
of one guide keeps its posting in its entry. Entries are little-endian.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

Read = Callable[[int, int], bytes]

BLOCK = 64
MANY = 0xFFFF
_ENTRY = struct.Struct("<IH")
_HEAD = struct.Struct("<BH")
_TAIL = struct.Struct("<QI")
_LF = b"\n"


class Entry(NamedTuple):
    """Where the postings of a term are.

    Attributes:
        place: offset in the postings file; of a term of one guide its posting itself.
        guides: how many guides have the term, `MANY` = so many or more, and the postings say.
    """

    place: int
    guides: int


def encode_dictionary(terms: Iterable[tuple[bytes, Entry]]) -> Iterator[bytes]:
    """Give the bytes of a dictionary of `terms`, which are in the order of their bytes."""
    firsts: list[bytes] = []
    places = array("Q", [0])
    rest = iter(terms)
    while block := list(islice(rest, BLOCK)):
        data = _encode_block(block)
        firsts.append(block[0][0])
        places.append(places[-1] + len(data))
        yield data
    yield _LF.join(firsts)
    yield places.tobytes()
    yield _TAIL.pack(places[-1], len(firsts))


def _encode_block(block: Sequence[tuple[bytes, Entry]]) -> bytes:
    names = _LF.join([b"", *(name for name, _ in block), b""])
    entries = [_ENTRY.pack(*entry) for _, entry in block]
    return b"".join((_HEAD.pack(len(block), len(names)), names, *entries))


class Dictionary:
    """A dictionary open for look-ups, of which `read` gives so many bytes from a place on."""

    def __init__(self, read: Read, size: int) -> None:
        """Read the directory.

        Raises:
            ValueError, struct.error: the file is damaged.
        """
        self._read = read
        start, count = _TAIL.unpack(read(size - _TAIL.size, _TAIL.size))
        width = 8 * (count + 1)
        end = size - _TAIL.size - width
        if not 0 <= start <= end:
            raise ValueError("the directory of the terms is damaged")
        self._places = array("Q", read(end, width))
        names = read(start, end - start)
        self._firsts = names.split(_LF) if names else []
        if len(self._firsts) != count:
            raise ValueError("the directory of the terms is damaged")

    def find(self, term: bytes) -> Entry | None:
        """Return the entry of `term`, None if it is not here."""
        number = bisect_right(self._firsts, term) - 1
        return self._in_block(number, b"\n%b\n" % term) if number >= 0 else None

    def first(self, head: bytes) -> Entry | None:
        """Return the entry of the first term that starts with `head`, None if none does."""
        number = bisect_right(self._firsts, head) - 1
        found = self._in_block(number, b"\n%b" % head) if number >= 0 else None
        if found is None and number + 1 < len(self._firsts):
            following = self._firsts[number + 1]
            if following.startswith(head):
                return self._in_block(number + 1, b"\n%b\n" % following)
        return found

    def _in_block(self, number: int, wanted: bytes) -> Entry | None:
        block = self._block(number)
        _, length = _HEAD.unpack_from(block)
        names_end = _HEAD.size + length
        at = block.find(wanted, _HEAD.size, names_end)
        if at < 0:
            return None
        before = block.count(_LF, _HEAD.size, at)
        return Entry._make(_ENTRY.unpack_from(block, names_end + before * _ENTRY.size))

    def items(self, start: bytes = b"") -> Iterator[tuple[bytes, Entry]]:
        """Give the terms and entries from `start` on, in order."""
        for number in range(max(0, bisect_right(self._firsts, start) - 1), len(self._firsts)):
            block = self._block(number)
            _, length = _HEAD.unpack_from(block)
            names_end = _HEAD.size + length
            names = block[_HEAD.size + 1 : names_end - 1].split(_LF)
            entries = map(Entry._make, _ENTRY.iter_unpack(block[names_end:]))
            for name, entry in zip(names, entries, strict=True):
                if name >= start:
                    yield name, entry

    def _block(self, number: int) -> bytes:
        start, end = self._places[number], self._places[number + 1]
        return self._read(start, end - start)
