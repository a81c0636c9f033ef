"""`PlainStorage`: Whoosh's file storage, reading on demand and without pickles.

Whoosh maps its files and copies what it maps into private memory; memory maps would be
counted as ours by the system for as long as we run. Here every read asks the system for
just those bytes, which it keeps in its own cache: an idle program holds nothing. Where
Whoosh writes or reads a pickle this storage writes and reads JSON: a pickle in a directory
that somebody else might write to is a program. A file that is open cannot be deleted on
Windows; the caller tolerates that.
"""

from __future__ import annotations

import json
import os
import struct
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

_LENGTH = struct.Struct("=I")


class PlainFile(StructFile):  # type: ignore[misc]  # whoosh has no types
    """A file open for writing."""

    def write_pickle(self, value: object, protocol: int = 0) -> None:  # noqa: ARG002
        """Write `value` as JSON."""
        data = json.dumps(value).encode()
        self.write(_LENGTH.pack(len(data)) + data)


class ReadFile(StructFile):  # type: ignore[misc]  # whoosh has no types
    """A file open for reading."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.open("rb", buffering=0), name=path.name)
        self._handle = self.file.fileno()
        self.size = path.stat().st_size

    def get(self, position: int, length: int) -> bytes:
        """Return `length` bytes from `position` on, fewer at the end of the file."""
        return _read_at(self._handle, length, position)

    def read_pickle(self) -> Any:  # noqa: ANN401  (whatever was written)
        """Read the JSON that `PlainFile.write_pickle` wrote."""
        (length,) = _LENGTH.unpack(self.read(_LENGTH.size))
        return json.loads(self.read(length))


if hasattr(os, "pread"):
    _read_at = os.pread
else:

    def _read_at(handle: int, length: int, position: int, /) -> bytes:
        os.lseek(handle, position, os.SEEK_SET)
        return os.read(handle, length)


class PlainStorage(FileStorage):  # type: ignore[misc]  # whoosh has no types
    """A directory of index files; `close` closes all of them."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self._opened: list[StructFile] = []

    def open_file(self, name: str, **_options: object) -> ReadFile:
        """Open the file `name` for reading.

        Raises:
            OSError: it is not there or cannot be read.
        """
        file = ReadFile(Path(self.folder) / name)
        self._opened.append(file)
        return file

    def create_file(self, name: str, **_options: object) -> PlainFile:
        """Open the new file `name` for writing.

        Raises:
            OSError: the disk is full or does not let us.
        """
        file = PlainFile((Path(self.folder) / name).open("w+b"), name=name)
        self._opened.append(file)
        return file

    def temp_storage(self, name: str | None = None) -> PlainStorage:
        """Return a storage in a folder of this one, closed together with it."""
        made = PlainStorage(str(Path(self.folder) / (name or "temporary")))
        made.create()
        made._opened = self._opened
        return made

    def close(self) -> None:
        """Close all files, also those of a build that was given up."""
        for file in self._opened:
            if not file.is_closed:
                file.close()
