"""`write_lock`: at most one process changes the index; the lock dies with its process."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from jitdesk.errors import SearchIndexError

_POLL_SECONDS = 0.05


@contextlib.contextmanager
def write_lock(path: Path, timeout: float) -> Iterator[None]:
    """Hold the lock file `path`, waiting up to `timeout` seconds for it.

    Raises:
        SearchIndexError: another process holds it for longer than that.
        OSError: the file cannot be created.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait(handle, timeout)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, timeout: float) -> None:
    end = time.monotonic() + timeout
    while not _try_lock(handle):
        if time.monotonic() >= end:
            raise SearchIndexError(
                "Another JITDesk is updating the search index. Try again in a minute."
            )
        time.sleep(_POLL_SECONDS)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
