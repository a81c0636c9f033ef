"""Names made from text: anchors of headings and ids of files that give none.

Letters and digits of every script are kept, so a Japanese heading has an anchor of its own;
everything else becomes one hyphen. The same text always gives the same name.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

_GAP = re.compile(r"[^\w]+|_+")
_MAX = 80
_FOLDERS = ("guides/",)


def slug(text: str) -> str:
    """Return `text` in lower case with hyphens between its words, "" if it has no word."""
    if text.isascii():
        folded = text.lower()
    else:
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    return _GAP.sub("-", folded).strip("-")[:_MAX].rstrip("-")


def path_id(path: str) -> str:
    """Return the id of a file without one: its path in the pack, ``pages.common.tar``."""
    stem = path[: path.rfind(".")] if "." in path.rsplit("/", 1)[-1] else path
    for folder in _FOLDERS:
        stem = stem.removeprefix(folder)
    name = ".".join(part for part in map(slug, stem.split("/")) if part)
    return name if 0 < len(name) <= 2 * _MAX else (name[:_MAX] or "guide") + "-" + digest6(path)


def digest6(text: str) -> str:
    """Return six hex digits that stand for `text`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def unique(name: str, taken: Iterable[str]) -> str:
    """Return `name`, or `name` with the next free number if it is taken."""
    used = set(taken)
    if name and name not in used:
        return name
    number = 1
    while f"{name}-{number}" in used:
        number += 1
    return f"{name}-{number}"
