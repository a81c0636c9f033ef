"""Keys of steps and items: made of their text, so that ticks survive a line inserted above.

Two places with the same text are told apart by counting: the first, the second.
"""

from __future__ import annotations

import hashlib
import re

_MARKUP = re.compile(r"\{[^{}]*\}|[*_`~\[\]]|\s+")


class Identities:
    """Gives keys in reading order."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def key(self, text: str) -> str:
        """Return the key of the next place with this text."""
        bare = _MARKUP.sub(" ", text).casefold().split()
        name = hashlib.sha256(" ".join(bare).encode("utf-8", "replace")).hexdigest()[:12]
        count = self._seen.get(name, 0)
        self._seen[name] = count + 1
        return f"{name}-{count}" if count else name
