"""`update_vectors`: give every wanted guide its vectors; only changed ones are computed.

About 8 ms a piece of text on one core: ten thousand guides take some minutes, in a process
of its own at low priority. What is done is written every few hundred guides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from jitdesk.guides.guide import Guide
from jitdesk.meaning.passages import passages
from jitdesk.meaning.vectors import Row, Shelf, pack, read_shelves, remove, write_shelf

_LOT = 200
"""Guides a file: some 5 seconds of work, which a kill may cost."""

_MOST_FILES = 40
_STALE = 0.02
"""So large a share of old vectors may stay: what they name is gone or looks much the same."""

Load = Callable[[Sequence[str]], Iterable[Guide]]


class Encodes(Protocol):
    """What makes vectors of length 1 out of texts."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector a text."""


def update_vectors(
    directory: Path,
    wanted: Mapping[str, str],
    load: Load,
    encoder: Callable[[], Encodes],
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Bring the vectors in `directory` to `wanted`; return how many guides were encoded.

    Args:
        directory: created for this person alone.
        wanted: guide key -> digest.
        load: gives the guides with these keys.
        encoder: called once, and only if there is something to encode.
        progress: called with (guides done, guides to do).
        cancelled: asked between files; what is done stays.

    Raises:
        OSError: the disk refused.
        SearchIndexError: the encoder cannot be had.
    """
    missing = missing_keys(directory, wanted)
    if missing:
        made = encoder()
        guides = iter(load(missing))
        done = 0
        while (lot := list(islice(guides, _LOT))) and not cancelled():
            _write(directory, lot, wanted, made)
            done += len(lot)
            progress(done, len(missing))
    _tidy(directory, wanted)
    return len(missing)


def missing_keys(directory: Path, wanted: Mapping[str, str]) -> list[str]:
    """Return the keys of the guides that have no vectors, or old ones."""
    known = {(row.key, row.digest) for shelf in read_shelves(directory) for row in shelf.rows}
    return [key for key, digest in wanted.items() if (key, digest) not in known]


def _write(
    directory: Path, lot: Sequence[Guide], wanted: Mapping[str, str], encoder: Encodes
) -> None:
    texts = [passages(guide) for guide in lot]
    rows = [
        Row(guide.key, wanted.get(guide.key, ""), len(found))
        for guide, found in zip(lot, texts, strict=True)
    ]
    vectors = encoder.encode([text for found in texts for text in found])
    write_shelf(directory, rows, pack(vectors))


def _tidy(directory: Path, wanted: Mapping[str, str]) -> None:
    """Write all that is of use into one file where too much is not, or the files are many."""
    shelves = list(read_shelves(directory))
    used = sum(wanted.get(row.key) == row.digest for shelf in shelves for row in shelf.rows)
    held = sum(len(shelf.rows) for shelf in shelves)
    if len(shelves) <= _MOST_FILES and held - used <= held * _STALE:
        return
    rows, parts = _useful(shelves, wanted)
    if rows:
        write_shelf(directory, rows, np.concatenate(parts))
    remove(shelf.path for shelf in shelves)


def _useful(
    shelves: Sequence[Shelf], wanted: Mapping[str, str]
) -> tuple[list[Row], list[NDArray[np.int8]]]:
    rows: dict[str, Row] = {}
    parts: list[NDArray[np.int8]] = []
    for shelf in shelves:
        start = 0
        for row in shelf.rows:
            if wanted.get(row.key) == row.digest and row.key not in rows:
                rows[row.key] = row
                parts.append(shelf.vectors[start : start + row.count])
            start += row.count
    return list(rows.values()), parts
