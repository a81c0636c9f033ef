"""Packs in a zip: members read straight from the archive, nothing ever written out.

The rules give the same result on every system: names that any system reserves, cannot
store or cannot tell apart are left out and named. What is unpacked is counted by bytes
really read, so a member that lies about its size is stopped.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jitdesk.errors import Level, PackError, Problem
from jitdesk.packs.names import portable_fault, same_name
from jitdesk.packs.share import Content, Entry

MAX_BUNDLE = 256 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
MAX_MEMBERS = 50_000
MAX_RATIO = 100
"""Text shrinks to a fifth, at most to a fiftieth; 1 MB that grows a hundredfold is a bomb."""

_SMALL = 1024 * 1024
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class _Member:
    info: zipfile.ZipInfo
    name: str


class Bundle:
    """One zip, opened; `entries` has its safe members and `problems` names the others."""

    def __init__(self, path: Path, shown: str) -> None:
        """Open the zip at `path`, called `shown` in problems.

        Raises:
            PackError: it is no complete zip, or it is a zip bomb.
        """
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise PackError(f"{shown} is not a complete zip file.") from error
        self._shown = shown
        self.problems: list[Problem] = []
        try:
            self._refuse_bombs()
        except PackError:
            self._zip.close()
            raise
        self._members = {member.name: member for member in self._safe()}

    def close(self) -> None:
        """Give the file back."""
        self._zip.close()

    def entries(self) -> tuple[Entry, ...]:
        """Return the members; the checksum stands in for the time of change."""
        return tuple(
            Entry(name, "f", member.info.file_size, member.info.CRC)
            for name, member in self._members.items()
        )

    def read(self, wanted: Iterable[tuple[str, int]]) -> Iterator[Content]:
        """Yield the first bytes of each (name, most bytes).

        Raises:
            PackError: a member unpacks to more than it says.
        """
        for name, limit in wanted:
            info = self._members[name].info
            try:
                with self._zip.open(info) as file:
                    data = file.read(limit)
            except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError) as error:
                yield Content(name, b"", failed=f"it cannot be unpacked ({error})")
                continue
            yield Content(name, data, info.file_size, info.CRC)

    def _refuse_bombs(self) -> None:
        members = self._zip.infolist()
        if len(members) > MAX_MEMBERS:
            raise PackError(f"{self._shown} has more than {MAX_MEMBERS} files.")
        for info in members:
            if info.file_size > _SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1):
                name = info.filename[:80]
                raise PackError(f'{self._shown}: "{name}" grows too much when it is unpacked.')
        if sum(info.file_size for info in members) > MAX_UNPACKED:
            size = MAX_UNPACKED >> 20
            raise PackError(f"{self._shown} unpacks to more than {size} MB.")

    def _safe(self) -> Iterator[_Member]:
        """Yield members that every system could store, the first of equal names."""
        taken: dict[str, str] = {}
        plain = [info for info in self._zip.infolist() if not info.is_dir()]
        folders = {
            same_name(info.filename.rsplit("/", depth)[0])
            for info in plain
            for depth in range(1, info.filename.count("/") + 1)
        }
        for info in plain:
            name = info.orig_filename
            same = same_name(name)
            if fault := _fault(info, name):
                self._leave_out(name, fault)
            elif same in folders:
                self._leave_out(name, "it is a file and a folder at once")
            elif same in taken:
                self._leave_out(name, f'its name is that of "{taken[same]}" on some systems')
            else:
                taken[same] = name
                yield _Member(info, name)

    def _leave_out(self, name: str, fault: str) -> None:
        shown = ascii(name)[1:-1] if not name.isprintable() else name
        message = f'"{shown[:120]}" is left out: {fault}.'
        self.problems.append(Problem(self._shown, 0, "zip-name", Level.WARNING, message))


def _fault(info: zipfile.ZipInfo, name: str) -> str:
    if info.flag_bits & _ENCRYPTED:
        return "it is encrypted"
    if (info.external_attr >> 16) & 0o170000 == 0o120000:
        return "it is a link"
    return portable_fault(name)
