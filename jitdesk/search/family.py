"""`families`: one name for a guide and its translations, so that they can be one row.

A translation says so (`translation_of`), or lies at the same place in a folder, a file or a
pack named after its language: ``pages.de/tar.md``, ``de/tar.md``, ``tar_DE.md``,
``handbook-de``. Guides of one family are only folded where their languages differ.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from jitdesk.guides.guide import Guide

_PLAIN = re.compile(r"[^\w]+")


def families(guide: Guide) -> tuple[str, str]:
    """Return the names under which `guide` and its translations know each other.

    The first is made of its place, the second of its id or of what it says to translate.
    """
    tags = {guide.language.lower(), guide.language[:2].lower()} - {""}
    path = PurePosixPath(guide.path)
    pack = _without(guide.pack, tags)
    place = [pack, *(_without(part, tags) for part in (*path.parent.parts, path.stem))]
    original = str(guide.front.get("translation_of") or "").partition("@")[0]
    named = original or guide.id
    name = _without(_PLAIN.sub("-", named.lower().rpartition("/")[2]), tags)
    return "/".join(part for part in place if part), f"{pack}:{name}"


def _without(part: str, tags: set[str]) -> str:
    """Return a part of a path without the language that it names; "" if it is all."""
    lowered = part.lower()
    for tag in tags:
        if lowered == tag:
            return ""
        for sign in ".-_":
            if lowered.endswith(sign + tag):
                return lowered[: -len(tag) - 1]
    return lowered
