"""The parent's side of the share reader: requests, answers, and never waiting for a hang.

Every answer must make progress within `PATIENCE` seconds; otherwise the child is told to
die, left behind if it cannot, and the share counts as unreachable.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from jitdesk.errors import ShareError
from jitdesk.packs import share_reader

PATIENCE = 20.0
"""Seconds without a byte after which a share counts as unreachable: longer than the
slowest answer measured at 200 ms round trips, shorter than a person's patience."""

_SKIP = (
    "__MACOSX", "@eaDir", "node_modules", "#recycle", "$RECYCLE.BIN",
    "_inbox", "_board",  # letters and answers: no part of the pack, fetched by the loops
)  # fmt: skip
_BATCH = 32
_left_behind: list[subprocess.Popen[bytes]] = []


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a listing; `real` is where a link leads inside the location."""

    path: str
    kind: str
    size: int
    mtime_ns: int
    real: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a location holds; `same` means: exactly what it held at the last fingerprint."""

    entries: tuple[Entry, ...]
    fingerprint: str
    same: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """The first bytes of one file, or why it could not be read."""

    path: str
    data: bytes
    size: int = 0
    mtime_ns: int = 0
    failed: str = ""


Command = Sequence[str]


def reader_command() -> Command:
    """Return how the child is started: isolated, without site packages, to start fast."""
    return (sys.executable, "-I", "-S", str(Path(share_reader.__file__)))


class Share:
    """One location, read through a child process; use it as a context."""

    def __init__(
        self, location: str, *, command: Command | None = None, patience: float = PATIENCE
    ) -> None:
        self._location = location
        self._patience = patience
        self._child = subprocess.Popen(
            command or reader_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self._buffer = bytearray()
        self.bytes_read = 0
        self.files_opened = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child; one that cannot die is left behind, never waited for."""
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._child.kill()
        try:
            self._child.wait(0.5)
        except subprocess.TimeoutExpired:
            _left_behind.append(self._child)

    def list(self, same: str = "", beat: Callable[[int], None] | None = None) -> Listing:
        """Return every file of the location.

        Raises:
            ShareError: the location is missing, unreadable or hangs.
        """
        self._ask({"list": self._location, "same": same, "skip": _SKIP})
        entries: list[Entry] = []
        while True:
            answer = self._answer()
            if "rows" in answer:
                entries += [Entry(*row) for row in answer["rows"]]
            elif "beat" in answer:
                if beat is not None:
                    beat(answer["beat"])
            elif answer.get("same"):
                return Listing((), same, same=True)
            else:
                return Listing(tuple(entries), str(answer["fingerprint"]))

    def read(self, wanted: Iterable[tuple[str, int]]) -> Iterator[Content]:
        """Yield the content of each (path, most bytes) in order; must be read to its end.

        Raises:
            ShareError: the location hangs or vanished.
        """
        rows = list(wanted)
        for start in range(0, len(rows), _BATCH):
            self._ask({"read": self._location, "files": rows[start : start + _BATCH]})
            yield from self._contents()

    def read_one(self, path: str, limit: int) -> Content:
        """Return the content of one file.

        Raises:
            ShareError: the location hangs or vanished.
        """
        return list(self.read([(path, limit)]))[0]  # noqa: RUF015  (the answer must be read out)

    def _contents(self) -> Iterator[Content]:
        parts = bytearray()
        while not (answer := self._answer()).get("done"):
            if "bytes" in answer:
                parts += self._bytes(answer["bytes"])
                continue
            self.files_opened += 1
            path, failed = str(answer["path"]), str(answer.get("failed", ""))
            size, mtime = int(answer.get("size", 0)), int(answer.get("mtime", 0))
            yield Content(path, bytes(parts), size, mtime, failed)
            self.bytes_read += len(parts)
            parts.clear()

    def _ask(self, request: dict[str, Any]) -> None:
        pipe = self._child.stdin
        try:
            if pipe is not None:
                pipe.write(json.dumps(request).encode("ascii") + b"\n")
        except OSError as error:
            raise self._unreachable("its reader ended") from error

    def _answer(self) -> dict[str, Any]:
        while (end := self._buffer.find(b"\n")) < 0:
            self._fill()
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise self._unreachable(str(answer["error"]).lower())
        return answer

    def _bytes(self, count: int) -> bytes:
        while len(self._buffer) < count:
            self._fill()
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        return data

    def _fill(self) -> None:
        pipe = self._child.stdout
        if pipe is None or not _readable(pipe, self._patience):
            raise self._unreachable(f"it did not answer for {self._patience:.0f} seconds")
        chunk = os.read(pipe.fileno(), 1 << 20)
        if not chunk:
            raise self._unreachable("its reader ended")
        self._buffer += chunk

    def _unreachable(self, why: str) -> ShareError:
        return ShareError(
            f"{self._location} cannot be reached ({why}); the installed guides stay in use."
        )


if sys.platform == "win32":
    import _winapi
    import msvcrt

    def _readable(pipe: IO[bytes], seconds: float) -> bool:
        """Wait until `pipe` has bytes or its other end is closed."""
        handle = msvcrt.get_osfhandle(pipe.fileno())
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                if _winapi.PeekNamedPipe(handle, 0)[0]:
                    return True
            except OSError:
                return True
            time.sleep(0.005)
        return False

else:
    import select

    def _readable(pipe: IO[bytes], seconds: float) -> bool:
        """Wait until `pipe` has bytes or its other end is closed."""
        watch = select.poll()
        watch.register(pipe, select.POLLIN | select.POLLHUP)
        deadline = time.monotonic() + seconds
        return bool(watch.poll(max(0.0, deadline - time.monotonic()) * 1000))
