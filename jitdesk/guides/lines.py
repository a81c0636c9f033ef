"""How lines are counted, everywhere: a line ends at LF, at CR LF, or at a CR alone.

Nothing else ends a line (U+2028, form feed and vertical tab are text), because editors and
the command line count the same way. Texts are brought to LF once, right after decoding, so
every later line number means the line in the file that a person opens.
"""

from __future__ import annotations


def normalise(text: str) -> str:
    """Return `text` with every line end as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def split_lines(text: str) -> list[str]:
    """Return the lines of `text` (already normalised) without their ends."""
    return text.split("\n")


def line_of(text: str, offset: int) -> int:
    """Return the 1-based line of the character at `offset`."""
    return text.count("\n", 0, offset) + 1
