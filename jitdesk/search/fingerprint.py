"""`fingerprint`: what stays the same in an error message, whoever met it, wherever.

A message that is pasted, or marked and asked for, is full of paths, numbers, names of hosts
and ids. They are of one day and one machine, and a guide that has the same number by chance
is no answer. What is left is what the program always says. A question that a person types
("free port 8080") is not touched: there the number may be the point.
"""

from __future__ import annotations

import re
from functools import cache

_LEAST_WORDS = 4
_CERTAIN_WORDS = 7
"""Fewer words beside a plain number are what a person types: "address in use port 8080"."""

_LEAST_LEFT = 2
_FRAME = re.compile(
    r"^[ \t]*(?:at [\w.$<>/]+\(.*\)|File \".*\", line \d+.*|\.\.\. \d+ more|#\d+ .*)$", re.MULTILINE
)
"""A line of a stack trace: where, not what. Java, JavaScript, Python, PHP."""

# Every repetition that another sign must follow is bounded: a chain of 2,000 characters is
# gone through once, not once from each of its parts.
_VOLATILE = r"""
      \b[a-z][a-z0-9+.-]{0,20}://[^\s"'<>)\]]+                 # an address
    | (?<![\w/])(?:[a-z]:)?[\\/][\w.$~@+-]+(?:[\\/][\w.$~@+-]*)*  # a path
    | (?<![\w/])\.{1,2}[\\/][\w.$~@+/\\-]+                     # one from here
    | \b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b          # a UUID
    | \b0x[0-9a-f]{5,}\b                                       # a place in memory
    | \b\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d)?\S*)?         # a time
    | \b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b                     # an address of a machine
    | \b(?=[\w.-]{0,60}\d)[a-z][\w.-]{0,60}:\d{2,5}\b        # host-12:9100
    | \b(?=[\w-]{0,60}\d)\w{1,40}(?:-\w{1,40}){2,9}(?:\.[\w.-]{1,60})?\b  # web-7f9c-x2k8p
    | \b\w{1,40}-(?=\w{0,20}\d)(?=\w{0,20}[a-z])\w{4,40}\b         # web-7f9c5b6d4
    | \b(?=[0-9a-f]{0,20}\d)(?=[0-9a-f]{0,20}[a-f])[0-9a-f]{7,128}\b        # a hash
    | (?<![\w.])\d+(?:[.,]\d+)*(?:\ ?%|[a-z]{1,2}\b)?(?![\w])  # 3.12%, 312.4s, 15
    | \b(?:eth|sd[a-z]|nvme|md|dm|tty|loop)\d[\w]*\b           # a device
    """
_WORD = re.compile(r"[^\W\d_]{2,}")
_SPEAKER = re.compile(
    r"[ \t-]*([A-Za-z][\w.+-]{1,30})(?:\[\d+\]| \(\w{1,20}\))?(?::[ \t]+| ERR! )(?=\S)"
)
"""``tar: ...``, ``tar (child): ...``, ``sshd[812]: ...``, ``npm ERR! ...``"""

_PASSED_ON = frozenset(
    "bash sh zsh dash fish ksh sudo line error err fatal warning warn info note critical".split()  # noqa: SIM905
)
"""What comes before the program in ``bash: foo: command not found``, or is none."""

_MOST_PASSED_ON = 4

_LETTER = re.compile(r"[^\W\d_]")


@cache
def _volatile() -> re.Pattern[str]:
    """Return the pattern of what changes from case to case; few questions are long enough."""
    return re.compile(_VOLATILE, re.IGNORECASE | re.VERBOSE)


def fingerprint(text: str) -> str:
    """Return `text` without what changes from case to case; "" if it is no message.

    A message has some words and something that changes, or several lines.
    """
    words = len(_WORD.findall(text))
    if words < _LEAST_WORDS:
        return ""
    kept = _volatile().sub(" ", _FRAME.sub("", text))
    if words < _CERTAIN_WORDS and not _has_name(text):
        return ""
    if kept == text and "\n" not in text.strip():
        return ""
    return " ".join(kept.split()) if len(_WORD.findall(kept)) >= _LEAST_LEFT else ""


def speaker(text: str) -> tuple[str, str]:
    """Return the program that a message says it is from, "" if none, and the text.

    Programs begin what they report with their own name. A shell that passes on what another
    program reports, and how grave it is, are left out of the text.
    """
    start = 0
    for _ in range(_MOST_PASSED_ON):
        found = _SPEAKER.match(text, start)
        if not found or len(_WORD.findall(text[found.end() :])) < _LEAST_LEFT:
            break
        name = found[1].lower()
        if name not in _PASSED_ON:
            return name, text[start:]
        start = found.end()
    return "", text[start:]


def _has_name(text: str) -> bool:
    """Tell whether something of one machine is named: more than a plain number."""
    return any(_LETTER.search(found.group()) for found in _volatile().finditer(text))
