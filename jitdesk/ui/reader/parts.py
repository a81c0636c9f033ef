"""How a long page is cut into parts that are drawn at once. Pure.

A part ends before a heading once it is long enough, and in any case before it is so long
that drawing it would stop the window for more than a few frames.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jitdesk.guides.page import Block, Code, Heading, Item, Prose, Step

_ENOUGH: Final = 9_000
"""Characters after which the next heading begins a new part: about five minutes' reading."""
_MOST_BLOCKS: Final = 160
_MOST: Final = 30_000


def cut(blocks: Sequence[Block]) -> list[range]:
    """Return the parts as ranges of block numbers; one empty range for an empty page."""
    parts: list[range] = []
    start, size = 0, 0
    for number, block in enumerate(blocks):
        full = size > _MOST or number - start >= _MOST_BLOCKS
        if number > start and (full or (size > _ENOUGH and isinstance(block, Heading))):
            parts.append(range(start, number))
            start, size = number, 0
        size += _length(block)
    parts.append(range(start, len(blocks)))
    return parts


def _length(block: Block) -> int:
    if isinstance(block, Code):
        return len(block.text)
    if isinstance(block, Step):
        return len(block.html) + sum(len(detail.html) for detail in block.details)
    return len(block.html) if isinstance(block, Prose | Item | Heading) else 100
