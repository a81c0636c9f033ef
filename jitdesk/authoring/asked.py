"""The askers' words become words that the guide is found by. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jitdesk.authoring.document import fields_of, with_field

_MOST: Final = 40
_LONGEST: Final = 120


def with_asked(text: str, words: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return a page with words added to `also_asked`, and which of them were new."""
    given = fields_of(text).get("also_asked")
    known = [str(word) for word in given] if isinstance(given, list) else []
    folded = {word.casefold() for word in known}
    added: list[str] = []
    for word in words:
        short = " ".join(word.split())[:_LONGEST]
        if short and short.casefold() not in folded and len(known) + len(added) < _MOST:
            folded.add(short.casefold())
            added.append(short)
    if not added:
        return text, ()
    return with_field(text, "also_asked", [*known, *added]), tuple(added)
