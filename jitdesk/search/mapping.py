"""`MappedStorage`: Whoosh's file storage, mapped into memory and without pickles.

Whoosh copies what it maps into private memory; here a file is one memory map and every
read is a slice of it, so an idle program holds nothing but the pages that it used. Where
Whoosh writes or reads a pickle this storage writes and reads JSON: a pickle in a directory
that somebody else might write to is a program. A file that is still mapped cannot be
deleted on Windows; the caller tolerates that.
"""

from __future__ import annotations

import json
import mmap
import struct
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile, StructFile

_LENGTH = struct.Struct("=I")


class PlainFile(StructFile):  # type: ignore[misc]  # whoosh has no types
    """A file open for writing."""

    def write_pickle(self, value: object, protocol: int = 0) -> None:  # noqa: ARG002
        """Write `value` as JSON."""
        data = json.dumps(value).encode()
        self.write(_LENGTH.pack(len(data)) + data)


class MappedFile(BufferFile):  # type: ignore[misc]  # whoosh has no types
    """A file open for reading; `view` is all of it, without a copy."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            size = path.stat().st_size
            self.file = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else None
        self.view = memoryview(self.file if self.file is not None else b"")
        self._buf = self.view
        self._name = path.name
        self.onclose = None
        self.is_real = False
        self.is_closed = False

    def read_pickle(self) -> Any:  # noqa: ANN401  (whatever was written)
        """Read the JSON that `PlainFile.write_pickle` wrote."""
        (length,) = _LENGTH.unpack(self.read(_LENGTH.size))
        return json.loads(self.read(length))

    def close(self) -> None:
        """Let go of the map; it ends when the last slice of it does."""
        self.file = None
        self._buf = self.view = memoryview(b"")
        self.is_closed = True


class MappedStorage(FileStorage):  # type: ignore[misc]  # whoosh has no types
    """A directory of index files; `close` closes what is still open for writing."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self._written: list[PlainFile] = []

    def open_file(self, name: str, **_options: object) -> MappedFile:
        """Open the file `name` for reading.

        Raises:
            OSError: it is not there or cannot be read.
        """
        return MappedFile(Path(self.folder) / name)

    def create_file(self, name: str, **_options: object) -> PlainFile:
        """Open the new file `name` for writing.

        Raises:
            OSError: the disk is full or does not let us.
        """
        file = PlainFile((Path(self.folder) / name).open("w+b"), name=name)
        self._written.append(file)
        return file

    def temp_storage(self, name: str | None = None) -> MappedStorage:
        """Return a storage in a folder of this one, closed together with it."""
        made = MappedStorage(str(Path(self.folder) / (name or "temporary")))
        made.create()
        made._written = self._written
        return made

    def close(self) -> None:
        """Close all files that were not closed when a build was given up."""
        for file in self._written:
            if not file.is_closed:
                file.close()
