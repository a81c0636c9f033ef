"""Spelling: the words that are in the index, and which of them a mistyped word means.

`WordTable` keeps the words of a segment in one file, by length and first letter: a
look-up reads only the words that can match, and nothing stays in memory. Distance is optimal
string alignment (a transposition is one slip), by rapidfuzz. Rules:

- in 3 letters only neighbours are exchanged (``gti``), 4-5 letters are corrected by one slip,
  longer ones by two;
- first among words that begin with the same letter (nine of ten slips leave the first
  letter alone: Pollock and Zamora 1984) or with the first two letters exchanged, and only
  if there is none among those that are the same but for the first letter.
"""

from __future__ import annotations

import json
import struct
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from jitdesk.search.memory import Memory

_LENGTH = struct.Struct("=I")
_LONGEST = 24
_SHORTEST = 3
_KEPT = 6
_YZ = str.maketrans("yz", "zy")
"""Half of Europe has these keys the other way round: likelier than any other slip."""

_REMEMBERED = 32
"""Lists of words that are kept while a word is typed: some 100 kB of a large library."""


Read = Callable[[int, int], bytes]


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the index that may be meant, `slips` typing errors away."""

    word: str
    slips: int


def encode_words(words: Iterable[str]) -> bytes:
    """Return the bytes of a `WordTable` with `words`; words with digits are left out."""
    rows: dict[tuple[int, str], list[str]] = defaultdict(list)
    for word in sorted(words):
        if _SHORTEST <= len(word) <= _LONGEST and word.isalpha():
            rows[len(word), word[0]].append(word)
    directory: list[tuple[int, str, int, int]] = []
    body = bytearray()
    for (length, first), found in sorted(rows.items()):
        data = "".join(f"{word}\n" for word in found).encode("utf-8", "replace")
        directory.append((length, first, len(body), len(body) + len(data)))
        body += data
    head = json.dumps(directory).encode()
    return _LENGTH.pack(len(head)) + head + bytes(body)


class WordTable:
    """The words of a segment, of which `read` gives so many bytes from a place on."""

    def __init__(self, read: Read, size: int) -> None:
        self._read = read
        self._size = size
        self._directory: dict[int, dict[str, tuple[int, int]]] | None = None
        self._body = 0
        self._known: Memory[tuple[int, str], list[str]] = Memory(_REMEMBERED)

    def words(self, length: int, first: str) -> list[str]:
        """Return the words of `length` letters that begin with `first`; "" = any."""
        known = self._known.get((length, first))
        if known is None:
            known = self._known.keep((length, first), self._words(length, first))
        return known

    def _words(self, length: int, first: str) -> list[str]:
        letters = self._table().get(length, {})
        ranges = [letters[first]] if first in letters else () if first else letters.values()
        found: list[str] = []
        for start, end in ranges:
            found += str(self._read(self._body + start, end - start), "utf-8").split("\n")[:-1]
        return found

    def ending(self, length: int, tail: str) -> list[str]:
        """Return the words of `length` letters that are `tail` but for their first letter."""
        ranges = self._table().get(length)
        if not ranges:
            return []
        start = self._body + min(ranges.values())[0]
        data = self._read(start, self._body + max(ranges.values())[1] - start)
        wanted = f"{tail}\n".encode("utf-8", "replace")
        found = []
        at = data.find(wanted)
        while at >= 0:
            word = str(data[data.rfind(b"\n", 0, at) + 1 : at + len(wanted) - 1], "utf-8")
            if word[1:] == tail:
                found.append(word)
            at = data.find(wanted, at + 1)
        return found

    def __iter__(self) -> Iterator[str]:
        """Give all words."""
        for length in self._table():
            yield from self.words(length, "")

    def _table(self) -> dict[int, dict[str, tuple[int, int]]]:
        if self._directory is None:
            self._directory = defaultdict(dict)
            if self._size:
                (size,) = _LENGTH.unpack(self._read(0, _LENGTH.size))
                self._body = _LENGTH.size + size
                for row in json.loads(self._read(_LENGTH.size, size)):
                    self._directory[row[0]][row[1]] = (row[2], row[3])
        return self._directory


def corrections(word: str, tables: Iterable[WordTable]) -> list[Correction]:
    """Return the words that `word` may have been meant to be, the nearest first."""
    tables = list(tables)
    if len(word) == _SHORTEST:
        return [Correction(text, 1) for text in _exchanged(word) if _has(tables, text)]
    slips = _allowed(word)
    if not slips:
        return []
    exchanged = word.translate(_YZ)
    if exchanged != word and _has(tables, exchanged):
        return [Correction(exchanged, 1)]
    firsts = {word[0], word[1]} if len(word) > 1 else {word[0]}
    near = _nearest(word, _candidates(tables, word, slips, firsts), slips)
    other = _other_first(word, tables)
    return [*(each for each in near if each.slips == 1), *other] or near


def _other_first(word: str, tables: Sequence[WordTable]) -> list[Correction]:
    """Return the words that are `word` with another first letter, one more, or one less."""
    size = len(word)
    tails = ((size, word[1:]), (size + 1, word), (size - 1, word[2:]))
    near = [
        each for table in tables for length, tail in tails for each in table.ending(length, tail)
    ]
    fits = (each for each in near if each != word and (len(each) >= size or each == word[1:]))
    return [Correction(each, 1) for each in dict.fromkeys(fits)][:_KEPT]


def _exchanged(word: str) -> list[str]:
    """Return `word` with two neighbouring letters exchanged, each once."""
    swapped = (word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1))
    return [text for text in dict.fromkeys(swapped) if text != word]


def _has(tables: Iterable[WordTable], word: str) -> bool:
    return any(word in table.words(len(word), word[0]) for table in tables)


def _allowed(word: str) -> int:
    if not word.isalpha() or len(word) > _LONGEST:
        return 0
    return 0 if len(word) < 4 else 1 if len(word) < 6 else 2


def _candidates(
    tables: Sequence[WordTable], word: str, slips: int, firsts: Iterable[str]
) -> list[str]:
    lengths = range(max(_SHORTEST, len(word) - slips), len(word) + slips + 1)
    lists = [table.words(n, first) for table in tables for n in lengths for first in firsts]
    found = list(chain.from_iterable(lists))
    return found if len(tables) == 1 else list(dict.fromkeys(found))


def _nearest(word: str, candidates: Sequence[str], slips: int) -> list[Correction]:
    from rapidfuzz import process  # noqa: PLC0415  (18 ms that only a typing error needs)
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    found = process.extract(
        word, candidates, scorer=OSA.distance, score_cutoff=slips, limit=_KEPT * 4 + 1
    )
    return [Correction(text, int(distance)) for text, distance, _ in found if text != word]
