"""`SortedLines`: a sorted list of words in a file, looked up in its bytes as they are.

Taking a list of ten thousand rows apart would cost every start some milliseconds and a
megabyte or two; most starts ask for a handful of its words.
"""

from __future__ import annotations

import re
from pathlib import Path

_HEAD = 2
_FIRST = re.compile(rb"\n([^\n]{2})[^\n]*(?:\n\1[^\n]*)*")
"""The first line that begins with two characters, and all others that do."""


class SortedLines:
    """Lines ``word rest``, ASCII, sorted; a missing file is an empty list."""

    def __init__(self, path: Path) -> None:
        try:
            self._data = b"\n" + path.read_bytes() + b"\n"
        except OSError:
            self._data = b"\n\n"
        starts = [(match[1], match.start()) for match in _FIRST.finditer(self._data)]
        ends = (*(start for _, start in starts[1:]), len(self._data))
        self._ranges = {head: (at, end) for (head, at), end in zip(starts, ends, strict=False)}

    def rest(self, word: str) -> str:
        """Return what stands behind `word`, "" if it is not listed."""
        key = f"\n{word} ".encode()
        start, end = self._ranges.get(key[1 : 1 + _HEAD], (0, 0))
        at = self._data.find(key, start, end)
        if at < 0:
            return ""
        return self._data[at + len(key) : self._data.index(b"\n", at + 1)].decode()
