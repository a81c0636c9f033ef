"""`Nearest`: the guides whose vectors are nearest to that of a question."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from jitdesk.meaning.build import Encodes
from jitdesk.meaning.vectors import WIDTH, read_shelves

COUNT = 40
"""Guides that are given: more than are ranked from words."""

FAR = 0.2
"""A cosine at which texts have nothing to do with each other; it counts as 0."""

_BLOCK = 8192


class Nearest:
    """All vectors of a directory in memory, 384 bytes each; one thread."""

    def __init__(self, directory: Path, encoder: Encodes) -> None:
        """Read the files."""
        shelves = list(read_shelves(directory))
        self._encoder = encoder
        self._keys = [row.key for shelf in shelves for row in shelf.rows]
        counts = [row.count for shelf in shelves for row in shelf.rows]
        self._owners = np.repeat(np.arange(len(counts)), counts)
        empty = np.zeros((0, WIDTH), np.int8)
        self._vectors = np.concatenate([empty, *(shelf.vectors for shelf in shelves)])

    def find(self, text: str) -> dict[str, float]:
        """Return the keys of the nearest guides with their nearness, 0..1, the nearest first."""
        if not len(self._vectors):
            return {}
        asked = self._encoder.encode([text])[0] / 127
        nearness = np.concatenate(
            [
                self._vectors[start : start + _BLOCK].astype(np.float32) @ asked
                for start in range(0, len(self._vectors), _BLOCK)
            ]
        )
        found: dict[str, float] = {}
        most = min(COUNT * 12, len(nearness))
        best = np.argpartition(-nearness, most - 1)[:most]
        for place in best[np.argsort(-nearness[best])]:
            value = (float(nearness[place]) - FAR) / (1 - FAR)
            if value <= 0 or len(found) >= COUNT:
                break
            found.setdefault(self._keys[self._owners[place]], round(value, 4))
        return found
