"""Names of programs, as guides, systems and people write them. Light: the hotkey asks here."""

from __future__ import annotations

import re

from jitdesk.search.folding import fold

_PARTS = re.compile(r"[\W_]+")
_SUFFIXES = (".exe", ".bin", ".app")


def program(name: str) -> str:
    """Return a program's name as guides and systems agree on it: lower case, no suffix."""
    plain = fold(name.strip())
    for suffix in _SUFFIXES:
        plain = plain.removesuffix(suffix)
    return plain


def program_names(name: str) -> tuple[str, ...]:
    """Return what a guide may call the program in front: ``google-chrome`` is also chrome."""
    plain = program(name)
    parts = [part for part in _PARTS.split(plain) if len(part) > 2]
    return tuple(dict.fromkeys(filter(None, (plain, *parts))))
