"""How much of a message a guide says word for word: its neighbouring words as neighbours.

Words that stand anywhere in a guide tell what it is about; a guide to this very message has
them in this order ("has failed to evaluate"). Pure; looked at for the best guides only.
"""

from __future__ import annotations

import re
from itertools import pairwise

from jitdesk.search.folding import fold
from jitdesk.search.passage import Page

VERBATIM = 0.3
"""What a guide gains that says all of the message: as much as one more word in its title."""

LOOKED_AT = 12
"""Of so many of the best guides; more take a frame and change nothing."""

_CHARACTERS = 6000
"""So much of a guide is read, a five-minute page twice over."""

_LEAST_PAIRS = 2
_WORD = re.compile(r"[^\W_]+")


class Verbatim:
    """The pairs of neighbouring words of one message."""

    def __init__(self, message: str) -> None:
        self._pairs = {f"{a} {b}" for a, b in pairwise(_WORD.findall(fold(message)))}

    def share(self, page: Page) -> float:
        """Return the share of the pairs that the beginning of a page has, 0..1."""
        if len(self._pairs) < _LEAST_PAIRS:
            return 0.0
        text = " ".join(_WORD.findall(fold(_beginning(page))))
        return sum(pair in text for pair in self._pairs) / len(self._pairs)


def _beginning(page: Page) -> str:
    parts: list[str] = []
    room = _CHARACTERS
    for number in range(len(page.outline)):
        if room <= 0:
            break
        part = page.texts[number][:room]
        parts.append(part)
        room -= len(part)
    return "\n".join(parts)
