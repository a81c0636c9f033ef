"""`SortedLines`: a sorted list of words in a file, looked up in its bytes as they are.

Taking a list of ten thousand rows apart would cost every start some milliseconds and a
megabyte or two; most starts ask for a handful of its words.
"""

from __future__ import annotations

from pathlib import Path


class SortedLines:
    """Lines ``word rest``, ASCII, sorted by their bytes; a missing file is an empty list."""

    def __init__(self, path: Path) -> None:
        try:
            self._data = path.read_bytes().rstrip() + b"\n"
        except OSError:
            self._data = b"\n"

    def rest(self, word: str) -> str:
        """Return what stands behind `word`, "" if it is not listed."""
        data, key = self._data, f"{word} ".encode()
        start, end = 0, len(data)  # the line begins in here, if there is one
        while start < end:
            line = data.rfind(b"\n", start, (start + end) // 2) + 1 or start
            after = data.index(b"\n", line) + 1
            if data.startswith(key, line):
                return data[line + len(key) : after - 1].decode()
            if data[line:after] < key:
                start = after
            else:
                end = line
        return ""
