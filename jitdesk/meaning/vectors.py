"""Vectors on disk: some files, each with the vectors of a few hundred guides.

    meaning/1f3a....vec     "JDV1", length of a JSON list of [key, digest, count], the list,
                            then count x 384 signed bytes a guide

A file is written at once and never changed, so a build that is killed keeps what it has. A
vector has length 1: a byte of 1/127 is exact to half a hundredth of its largest part. A file
that cannot be read, or that others could have written, is thrown away and made anew.
"""

from __future__ import annotations

import json
import os
import secrets
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jitdesk.fileio import write_atomic

WIDTH = 384
_MAGIC = b"JDV1"
_LENGTH = struct.Struct("<I")
_SCALE = 127
_SUFFIX = ".vec"


@dataclass(frozen=True, slots=True)
class Row:
    """The vectors of one guide: what they were made from, and how many there are."""

    key: str
    digest: str
    count: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """One file: its guides and the vectors of all of them, one after the other."""

    path: Path
    rows: tuple[Row, ...]
    vectors: NDArray[np.int8]


def pack(vectors: NDArray[Any]) -> NDArray[np.int8]:
    """Return vectors of length 1 as bytes."""
    packed: NDArray[np.int8] = np.clip(np.rint(vectors * _SCALE), -_SCALE, _SCALE).astype(np.int8)
    return packed


def write_shelf(directory: Path, rows: Sequence[Row], vectors: NDArray[np.int8]) -> None:
    """Write another file.

    Raises:
        OSError: the disk refused; nothing was changed.
    """
    directory.mkdir(parents=True, exist_ok=True)
    if os.name != "nt":
        directory.chmod(0o700)
    head = json.dumps([[row.key, row.digest, row.count] for row in rows]).encode()
    data = b"".join((_MAGIC, _LENGTH.pack(len(head)), head, vectors.tobytes()))
    write_atomic(directory / f"{secrets.token_hex(8)}{_SUFFIX}", data)


def read_shelves(directory: Path) -> Iterator[Shelf]:
    """Give the files that can be read; the others are removed."""
    if not _private(directory):
        return
    for path in sorted(directory.glob(f"*{_SUFFIX}")):
        try:
            yield _read(path)
        except (OSError, ValueError, TypeError, struct.error):
            remove([path])


def remove(paths: Iterable[Path]) -> None:
    """Remove files; one that is gone or held by another process may stay."""
    for path in paths:
        try:
            path.unlink()
        except OSError:
            continue


def _private(directory: Path) -> bool:
    try:
        found = directory.stat()
    except OSError:
        return False
    return os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & 0o077)


def _read(path: Path) -> Shelf:
    data = path.read_bytes()
    if data[: len(_MAGIC)] != _MAGIC:
        raise ValueError("not a file of vectors")
    start = len(_MAGIC) + _LENGTH.size
    (length,) = _LENGTH.unpack_from(data, len(_MAGIC))
    listed = json.loads(data[start : start + length])
    rows = tuple(Row(str(key), str(digest), int(count)) for key, digest, count in listed)
    vectors = np.frombuffer(data, np.int8, offset=start + length)
    return Shelf(path, rows, vectors.reshape(sum(row.count for row in rows), WIDTH))
