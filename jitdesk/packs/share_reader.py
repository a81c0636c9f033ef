"""The child process that alone touches a shared folder: lists it and reads its files.

A share may hang for minutes inside one system call, and then the process that made the
call cannot even be killed. So this runs as a process of its own that nobody waits for. It
knows nothing of packs: one JSON request a line on standard input, and on standard output
one JSON line per answer, followed by the bytes it announces. It uses the standard library
alone, so that it starts within a few hundredths of a second.

Requests: ``{"list": root, "same": fingerprint, "skip": [folder names]}`` and
``{"read": root, "files": [[path, limit], ...]}``. Regular files only are opened, with
O_NONBLOCK, and checked again after opening; links are described, not followed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import stat
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

MAX_ENTRIES = 200_000
MAX_FOLDERS_DEEP = 40
_CHUNK = 256 * 1024
_BEAT = 500

Row = tuple[str, str, int, int, str]
"""Path, kind (f file, l link, o other, x unreadable folder), size, mtime_ns, a link's goal."""


def walk(root: str, skip: frozenset[str]) -> Iterator[Row]:
    """Yield every file below `root` except in hidden and skipped folders."""
    real_root = os.path.realpath(root)
    stack = [("", 0)]
    seen: set[tuple[int, int]] = set()
    while stack:
        folder, depth = stack.pop()
        try:
            found = os.scandir(os.path.join(root, folder))  # noqa: PTH118  (speed)
        except PermissionError:
            if not folder:
                raise
            yield folder, "x", 0, 0, ""
            continue
        with found as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if not entry.is_dir(follow_symlinks=False):
                    yield _describe(entry, path, real_root)
                elif _enter(entry, depth, skip, seen):
                    stack.append((path, depth + 1))


def _enter(
    entry: os.DirEntry[str], depth: int, skip: frozenset[str], seen: set[tuple[int, int]]
) -> bool:
    if entry.name.startswith(".") or entry.name in skip or depth >= MAX_FOLDERS_DEEP:
        return False
    facts = os.stat(entry.path)  # noqa: PTH116  (scandir gives no inode on Windows)
    here = (facts.st_dev, facts.st_ino)
    if here in seen:
        return False
    seen.add(here)
    return True


def _describe(entry: os.DirEntry[str], path: str, real_root: str) -> Row:
    return _link(entry, path, real_root) if entry.is_symlink() else _file(entry, path)


def _file(entry: os.DirEntry[str], path: str) -> Row:
    facts = entry.stat(follow_symlinks=False)
    kind = "f" if stat.S_ISREG(facts.st_mode) else "o"
    return path, kind, facts.st_size, facts.st_mtime_ns, ""


def _link(entry: os.DirEntry[str], path: str, real_root: str) -> Row:
    real = os.path.realpath(entry.path)
    inside = real.startswith(real_root.rstrip(os.sep) + os.sep)
    if not inside:
        return path, "l", 0, 0, ""
    try:
        facts = os.stat(real)  # noqa: PTH116
    except OSError:
        return path, "l", 0, 0, ""
    if not stat.S_ISREG(facts.st_mode):
        return path, "l", 0, 0, ""
    relative = os.path.relpath(real, real_root).replace(os.sep, "/")
    return path, "l", facts.st_size, facts.st_mtime_ns, relative


def fingerprint(rows: list[Row]) -> str:
    """Return a name for exactly these rows."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


class _Server:
    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def say(self, **answer: object) -> None:
        self._out.write(json.dumps(answer).encode("ascii") + b"\n")
        self._out.flush()

    def answer(self, request: dict[str, Any]) -> None:
        try:
            if "list" in request:
                self._list(request)
            else:
                for path, limit in request["files"]:
                    self._read(request["read"], path, limit)
                self.say(done=True)
        except OSError as error:
            self.say(error=error.strerror or str(error), errno=error.errno or 0)

    def _list(self, request: dict[str, Any]) -> None:
        root = request["list"]
        if os.path.isfile(root):  # noqa: PTH113  (a str of the request)
            rows = [_bundle(root)]
        else:
            rows = self._rows(root, frozenset(request["skip"]))
        name = fingerprint(rows)
        if name == request["same"]:
            self.say(same=True, count=len(rows))
            return
        for start in range(0, len(rows), _BEAT):
            self.say(rows=rows[start : start + _BEAT])
        self.say(done=True, fingerprint=name)

    def _rows(self, root: str, skip: frozenset[str]) -> list[Row]:
        rows: list[Row] = []
        for row in walk(root, skip):
            rows.append(row)
            if len(rows) % _BEAT == 0:
                self.say(beat=len(rows))
            if len(rows) > MAX_ENTRIES:
                raise OSError(0, f"the folder holds more than {MAX_ENTRIES} files")
        return sorted(rows)

    def _read(self, root: str, path: str, limit: int) -> None:
        name = os.path.join(root, *path.split("/")) if path else root  # noqa: PTH118
        try:
            with _open_regular(name) as file:
                self._send(file, path, limit)
        except OSError as error:
            self.say(path=path, failed=error.strerror or str(error))

    def _send(self, file: BinaryIO, path: str, limit: int) -> None:
        left = limit
        while left > 0 and (chunk := file.read(min(_CHUNK, left))):
            left -= len(chunk)
            self.say(path=path, bytes=len(chunk))
            self._out.write(chunk)
        facts = os.fstat(file.fileno())
        self.say(path=path, end=True, size=facts.st_size, mtime=facts.st_mtime_ns)


def _bundle(root: str) -> Row:
    facts = os.stat(root)  # noqa: PTH116
    return "", "f", facts.st_size, facts.st_mtime_ns, ""


def _open_regular(name: str) -> BinaryIO:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(name, flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(0, "it is not a regular file")
    return os.fdopen(handle, "rb")


def main() -> None:
    """Answer requests until standard input ends; a parent that died ends this as well."""
    # Ctrl+C is for the parent, which then closes our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    server = _Server(sys.stdout.buffer)
    with contextlib.suppress(BrokenPipeError):
        for line in sys.stdin.buffer:
            server.answer(json.loads(line))


if __name__ == "__main__":
    main()
