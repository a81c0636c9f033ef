"""`merged_rows`: rows that come after the first answer, without moving what is being read.

Pure. Whoever looks at a row must find it where it was: the selected row and those above it
stay, the rest is filled with the better rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from jitdesk.search.hit import Hit

GLANCE_MS = 350
"""Sooner after the last key nobody has read a row yet (choosing among eight takes longer:
Hick 1952); the better rows may then take the place of all."""


def merged_rows(shown: Sequence[Hit], better: Sequence[Hit], selected: int) -> tuple[Hit, ...]:
    """Return the rows down to the selected one as they are, then the better ones."""
    kept = tuple(shown[: selected + 1])
    keys = {hit.key for hit in kept}
    rest = tuple(hit for hit in better if hit.key not in keys)
    return (kept + rest)[: max(len(shown), len(better))]
