"""The sources a person subscribed to: a short YAML file with a name and a location each.

Whether a location can be used is found out by the share reader, never by this process: a
path on a dead share would hang whoever looks at it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from jitdesk.errors import SettingsError, ShareError, UsageError
from jitdesk.fileio import write_atomic
from jitdesk.guides.inline import neutral
from jitdesk.guides.slugs import slug
from jitdesk.packs.share import Command, Share
from jitdesk.yamlio import dump_yaml, load_yaml

SHIPPED = "jitdesk"
"""Name of the source that is always there: the packs that ship with the program."""


@dataclass(frozen=True, slots=True)
class Source:
    """One subscribed location; `added` is an ISO date."""

    name: str
    location: str
    added: str = ""


class SourceList:
    """The subscribed sources, kept in `file`; the shipped packs come first."""

    def __init__(self, file: Path, shipped: Path | None = None) -> None:
        self._file = file
        self._shipped = shipped

    def all(self) -> tuple[Source, ...]:
        """Return every source, the shipped one first.

        Raises:
            SettingsError: the file cannot be read.
        """
        own = self._read()
        if self._shipped is None or not self._shipped.is_dir():
            return tuple(own)
        return (Source(SHIPPED, str(self._shipped)), *own)

    def check_new(self, location: str, name: str = "") -> str:
        """Return the absolute location if it can be subscribed to.

        Raises:
            UsageError: it is subscribed already, or the name is taken.
            SettingsError: the file cannot be read.
        """
        place = clean_location(location)
        for source in self.all():
            if _same_place(source.location, place):
                raise UsageError(f'{place} is already there, as the source "{source.name}".')
            if name and source.name.casefold() == neutral(name).casefold():
                raise UsageError(f'There is already a source named "{name}"; give another --name.')
        return place

    def add(self, location: str, name: str = "", today: str = "") -> Source:
        """Subscribe to `location`.

        Raises:
            UsageError: it is subscribed already, or the name is taken.
            SettingsError: the file cannot be read or written.
        """
        place = self.check_new(location, name)
        taken = {source.name.casefold() for source in self.all()} | {SHIPPED}
        source = Source(neutral(name) or _free_name(place, taken), place, today)
        self._write([*self._read(), source])
        return source

    def remove(self, text: str) -> Source:
        """Unsubscribe from the source with this name or location.

        Raises:
            UsageError: there is none, or it is the shipped one.
        """
        own = self._read()
        for source in own:
            if source.name.casefold() == text.casefold() or _same_place(
                source.location, clean_location(text)
            ):
                self._write([other for other in own if other is not source])
                return source
        if text.casefold() == SHIPPED:
            raise UsageError("The guides that come with JITDesk cannot be removed.")
        raise UsageError(f'There is no source "{text}"; "jitdesk source list" shows them.')

    def _read(self) -> list[Source]:
        try:
            text = self._file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{self._file} cannot be read ({error}).") from error
        document = load_yaml(text)
        if document.error is not None:
            place = f"{self._file}, line {document.error.line}"
            raise SettingsError(f"{place}: {document.error.message} {document.error.fix}".strip())
        rows = document.value.get("sources") if isinstance(document.value, dict) else None
        return [
            Source(str(row["name"]), str(row["location"]), str(row.get("added") or ""))
            for row in (rows if isinstance(rows, list) else [])
            if isinstance(row, dict) and row.get("name") and row.get("location")
        ]

    def _write(self, sources: list[Source]) -> None:
        rows = [{"name": s.name, "location": s.location, "added": s.added} for s in sources]
        try:
            write_atomic(self._file, dump_yaml({"sources": rows}))
        except OSError as error:
            raise SettingsError(f"{self._file} cannot be written ({error.strerror}).") from error


def clean_location(text: str) -> str:
    """Return `text` as one absolute path; the name of a network share stays as it is."""
    place = os.path.expanduser(text.strip().strip('"'))  # noqa: PTH111  (text, maybe UNC)
    if place.startswith(("\\\\", "//")):
        return place.rstrip("\\/")
    return os.path.abspath(place)  # noqa: PTH100  (must not touch the share)


def probe(location: str, *, command: Command | None = None, patience: float = 10.0) -> None:
    """Look at `location` once through the share reader.

    Raises:
        ShareError: it is missing, unreadable, hangs, or is neither a folder nor a zip.
    """
    with Share(location, command=command, patience=patience) as share:
        entries = share.list().entries
    alone = len(entries) == 1 and not entries[0].path
    if alone and not location.lower().endswith(".zip"):
        raise ShareError(f"{location} is a file; give a folder of guides or a .zip pack.")


def _same_place(left: str, right: str) -> bool:
    return os.path.normcase(left) == os.path.normcase(right)


def _free_name(location: str, taken: set[str]) -> str:
    last = location.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    stem = slug(last.removesuffix(".zip")) or "guides"
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name
