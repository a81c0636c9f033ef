"""From bytes to text: byte order marks, UTF-8, UTF-16, and Windows-1252 as the last resort.

A file that had to be read as Windows-1252 is said to be so, with the place that was not
UTF-8; a file with many NUL bytes is not text. Nothing here raises.
"""

from __future__ import annotations

import codecs

from jitdesk.errors import Level, Problem
from jitdesk.guides.lines import normalise

MAX_BYTES = 256 * 1024
"""A page beyond this is cut: 40,000 words, fifty times a five-minute guide."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


_ZEROS_IN = 100
"""More than one zero byte in so many is a program or a picture, not text."""
_CONTROLS_IN = 50
"""The same for all bytes that no text has; packed data has one in ten."""
_CONTROLS = bytes(n for n in range(32) if n not in b"\t\n\v\f\r\x1b")


def decode(
    data: bytes, path: str, limit: int = MAX_BYTES
) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of `data` with LF line ends, or None if it is no text, and findings."""
    problems: list[Problem] = []
    if len(data) > limit:
        data = data[: data.rfind(b"\n", 0, limit) + 1 or limit]
        message = f"The file is larger than {limit // 1024} KB; only its first part is shown."
        problems.append(Problem(path, 0, "too-large", Level.WARNING, message, "Split it."))
    text, finding = _to_text(data, path)
    if finding is not None:
        problems.append(finding)
    return (None if text is None else normalise(text)), tuple(problems)


def _to_text(data: bytes, path: str) -> tuple[str | None, Problem | None]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), None
    if data.count(0) * _ZEROS_IN > len(data):
        message = f"This is not a text file (byte {data.index(0)} is zero)."
        return None, Problem(path, 0, "not-text", Level.ERROR, message, "Save it as UTF-8 text.")
    if (len(data) - len(data.translate(None, _CONTROLS))) * _CONTROLS_IN > len(data) > 0:
        message = "This is not a text file: it is full of signs that no text has."
        return None, Problem(path, 0, "not-text", Level.ERROR, message, "Save it as UTF-8 text.")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return _as_windows(data, error, path)


def _as_windows(data: bytes, error: UnicodeDecodeError, path: str) -> tuple[str, Problem | None]:
    """Read as Windows-1252; a character cut in half at the very end is only dropped."""
    if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
        return data[: error.start].decode("utf-8"), None
    line = normalise(data[: error.start].decode("utf-8")).count("\n") + 1
    message = f"The file is not UTF-8 (byte {error.start}); it was read as Windows-1252."
    finding = Problem(path, line, "encoding", Level.WARNING, message, "Save it as UTF-8.")
    return data.decode("cp1252", errors="replace"), finding
