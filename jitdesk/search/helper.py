"""`Helper`: a second process that makes entries of some of the guides of a large build.

Nothing flows both ways at once, so that neither waits for the other while both write: the
helper reads all that it is given, then makes the entries, then writes them. Where it cannot
start or dies, entries are missing and nothing else; whoever asked makes those by itself.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from typing import IO, Any

from jitdesk.search.entries import EntryMaker, Lot, Named, lots_of

_PROGRAM = """
from jitdesk.search.lean import import_whoosh
import_whoosh()
from jitdesk.search.helper import help_out
help_out()
"""
_COMMAND = (sys.executable, "-P", "-c", _PROGRAM)


class _EndsTooSoonError(Exception):
    """The other process died."""


class Helper:
    """The process, from `give` to `close`; used by one thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def give(self, guides: Iterable[Named]) -> None:
        """Start the process and give it all that it is to do."""
        with contextlib.suppress(OSError):  # it cannot be had, or it is gone
            self._process = _start()
            with _open(self._process.stdin) as file:
                _write(file, map(_packed, lots_of(guides)))

    def take(self) -> Iterator[Lot]:
        """Give the lots that it has made, as far as they come."""
        if self._process is not None:
            with contextlib.suppress(_EndsTooSoonError):
                yield from _read(_open(self._process.stdout))

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            for file in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(OSError):  # what it was given is still to be written
                    _open(file).close()
            self._process.wait()


def _start() -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(_COMMAND, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)


def _open(file: IO[bytes] | None) -> IO[bytes]:
    if file is None:
        raise OSError("there is no pipe")
    return file


def help_out() -> None:
    """Do what `Helper` asks of its process."""
    maker = EntryMaker()
    with contextlib.suppress(_EndsTooSoonError, OSError):  # whoever asked is gone
        given: deque[list[Named]] = deque(_read(sys.stdin.buffer))
        made: list[bytes] = []  # all, before the first is written; packed they take a tenth
        while given:
            made.append(_packed(maker.lot(given.popleft())))
        _write(sys.stdout.buffer, made)


def _packed(lot: object) -> bytes:
    return pickle.dumps(lot, pickle.HIGHEST_PROTOCOL)


def _write(file: IO[bytes], lots: Iterable[bytes]) -> None:
    for lot in lots:
        file.write(lot)
    file.write(_packed(None))  # all of them were written
    file.flush()


def _read(file: IO[bytes]) -> Iterator[Any]:
    try:
        while (lot := pickle.load(file)) is not None:  # noqa: S301  (our own process wrote it)
            yield lot
    except (EOFError, pickle.UnpicklingError) as error:
        raise _EndsTooSoonError from error


def cores() -> int:
    """Return how many processors this process may use."""
    with contextlib.suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
