"""Generations of the index: which one is in use, whether it may be trusted, how it changes.

    index/current.json      names the generation in use, its segments and their files
    index/gen-12/           its files, never changed once they are named
    index/lock              held by the one process that writes

A new generation is built beside the old one, links to the segments that stay, and is in use
from the moment in which ``current.json`` is replaced. A killed build leaves a directory that
nobody names. Any doubt (foreign owner, other format, missing or damaged file) is a reason in
words; the writer then starts from nothing.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import stat
import sys
import zlib
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import whoosh

from jitdesk.errors import SearchIndexError
from jitdesk.fileio import write_atomic

FORMAT = 21
"""Raised with every change of what is written or how terms are made."""

CURRENT = "current.json"
_FOLDER = "gen-"


FileMark = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class SegmentFiles:
    """A segment of a generation: its guides, those removed since, its files.

    Attributes:
        files: file name -> (size in bytes, CRC-32, time of change in nanoseconds).
        languages: of its guides.
    """

    name: str
    count: int
    gone: tuple[int, ...]
    files: dict[str, FileMark]
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Generation:
    """What ``current.json`` says; `checked` is the day on which all files were read."""

    number: int
    segments: tuple[SegmentFiles, ...]
    checked: str = ""

    def folder(self, directory: Path) -> Path:
        """Return where the files of this generation lie."""
        return directory / f"{_FOLDER}{self.number}"


def _stamp() -> dict[str, Any]:
    version = ".".join(str(number) for number in whoosh.__version__)
    return {"format": FORMAT, "whoosh": version, "byteorder": sys.byteorder}


def read_current(directory: Path, *, thorough: bool = False) -> Generation:
    """Return the generation in use.

    Args:
        directory: the index.
        thorough: compare the checksums of files that changed or were not read today (about
            1 GB/s): an update that changes one guide must not wait for all the others.

    Raises:
        SearchIndexError: there is none, or there is a reason to doubt it.
    """
    check_private(directory)
    try:
        document = json.loads((directory / CURRENT).read_text(encoding="utf-8"))
        found = _decode(document)
        _check_files(found, directory, thorough=thorough)
    except FileNotFoundError as error:
        raise SearchIndexError("There is no complete search index yet.") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SearchIndexError(f"The search index cannot be used ({error}).") from error
    return found


def _decode(document: dict[str, Any]) -> Generation:
    stamp = {name: document[name] for name in _stamp()}
    if stamp != _stamp():
        raise ValueError("it was made by another version")
    segments = tuple(
        SegmentFiles(
            _plain_name(row["name"]),
            int(row["count"]),
            tuple(int(number) for number in row["gone"]),
            {
                _plain_name(name): (int(size), int(checksum), int(changed))
                for name, (size, checksum, changed) in row["files"].items()
            },
            tuple(str(tag) for tag in row["languages"]),
        )
        for row in document["segments"]
    )
    return Generation(int(document["number"]), segments, str(document["checked"]))


def today() -> str:
    """Return the day, for `Generation.checked`."""
    return datetime.now(tz=UTC).date().isoformat()


def _plain_name(name: str) -> str:
    if Path(name).name != name:
        raise ValueError("it names a file outside its folder")
    return name


def _check_files(generation: Generation, directory: Path, *, thorough: bool) -> None:
    folder = generation.folder(directory)
    for segment in generation.segments:
        for name, (size, checksum, changed) in segment.files.items():
            found = (folder / name).lstat()
            if not stat.S_ISREG(found.st_mode) or found.st_size != size:
                raise ValueError(f"{name} has another size")
            doubt = found.st_mtime_ns != changed or generation.checked != today()
            if thorough and doubt and zlib.crc32((folder / name).read_bytes()) != checksum:
                raise ValueError(f"{name} is damaged")


def check_private(directory: Path) -> None:
    """Make sure that nobody else can have written to `directory`.

    Raises:
        SearchIndexError: it is missing, a link, another person's, or open to others.
    """
    try:
        found = directory.lstat()
    except OSError as error:
        raise SearchIndexError("There is no search index yet.") from error
    if not stat.S_ISDIR(found.st_mode):
        raise SearchIndexError(f"The search index {directory} is not a folder.")
    if os.name == "nt":
        return
    if found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise SearchIndexError(f"Others can write to the search index {directory}.")


def make_private(directory: Path) -> None:
    """Create `directory` for this person alone, or close an existing one to others.

    What lies in a directory that was open to others is thrown away.

    Raises:
        SearchIndexError: it belongs to somebody else or the disk refused.
    """
    try:
        directory.parent.mkdir(parents=True, exist_ok=True)
        if directory.is_symlink() or (directory.exists() and not directory.is_dir()):
            directory.unlink()
        directory.mkdir(mode=0o700, exist_ok=True)
        _close_to_others(directory)
    except OSError as error:
        message = f"The search index {directory} cannot be written: {error.strerror}."
        raise SearchIndexError(message) from error


def _close_to_others(directory: Path) -> None:
    if os.name == "nt":
        return
    found = directory.stat()
    if found.st_uid != os.geteuid():
        raise SearchIndexError(f"The search index {directory} belongs to another person.")
    if found.st_mode & 0o077:
        directory.chmod(0o700)
        (directory / CURRENT).unlink(missing_ok=True)
        remove_others(directory, None)


def write_current(directory: Path, generation: Generation) -> None:
    """Put `generation` into use.

    Raises:
        OSError: the disk refused; the old generation stays in use.
    """
    document = _stamp() | asdict(replace(generation, checked=today()))
    write_atomic(directory / CURRENT, json.dumps(document))


def distrust(directory: Path) -> None:
    """Let go of the generation in use: what was read of it cannot be right."""
    with contextlib.suppress(OSError):
        (directory / CURRENT).unlink()


def list_files(folder: Path, name: str) -> dict[str, FileMark]:
    """Return the files of the segment `name` with sizes, checksums and times."""
    found = {}
    for path in sorted(folder.glob(f"guides_{name}.*")):
        data = path.read_bytes()
        found[path.name] = (len(data), zlib.crc32(data), path.stat().st_mtime_ns)
    return found


def link_files(segment: SegmentFiles, old: Path, new: Path) -> None:
    """Put the files of a segment that stays into the folder of a new generation.

    Raises:
        OSError: the disk refused.
    """
    for name in segment.files:
        try:
            os.link(old / name, new / name)
        except OSError:  # a file system without hard links
            shutil.copy2(old / name, new / name)


def remove_others(directory: Path, keep: Generation | None) -> None:
    """Remove all generations but `keep`; what another process holds open may stay."""
    kept = keep.folder(directory).name if keep else ""
    for path in directory.glob(f"{_FOLDER}*"):
        if path.name != kept:
            shutil.rmtree(path, ignore_errors=True)


def fingerprint(directory: Path) -> tuple[int, int, int]:
    """Return what changes whenever another generation comes into use; (0, 0, 0) = none."""
    try:
        found = (directory / CURRENT).stat()
    except OSError:
        return (0, 0, 0)
    return (found.st_mtime_ns, found.st_ino, found.st_size)
