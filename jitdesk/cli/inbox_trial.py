"""Trial versions in a pack's folder: begun, adapted, kept or taken back by `jitdesk inbox act`."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from jitdesk.authoring.trial import adapted, kept, trial_of
from jitdesk.errors import ShareError, UsageError
from jitdesk.fileio import write_atomic
from jitdesk.guides.pilot import FOLDER
from jitdesk.library.library import Library
from jitdesk.library.places import PackPlace
from jitdesk.loops.contribution import Contribution
from jitdesk.packs.catalog import CatalogRow


def begin(
    library: Library, place: PackPlace, first: Contribution, fields: Mapping[str, str]
) -> Path:
    """Write the trial version of the page that a suggestion is about; its author goes on.

    Raises:
        UsageError: the page is gone, is no Markdown, or is tried out already.
        ShareError: the folder cannot be written.
    """
    row = row_of(library, place, first.guide)
    if row is None:
        raise UsageError(f"“{first.guide}” is no longer in {place.title}.")
    if not row.pack_path.lower().endswith(".md"):
        raise UsageError("Only a page in Markdown can have a trial version.")
    file = _file(place, row)
    if file.exists():
        raise UsageError(f"“{row.title}” is being tried out already: {file}.")
    text = trial_of(
        read(Path(place.folder) / row.pack_path),
        of=row.id,
        audience=fields["audience"],
        until=date.fromisoformat(fields["until"].strip()),
        measure=fields["measure"],
        what=first.text,
    )
    write(file, text)
    return file


def adapt(library: Library, place: PackPlace, guide: str, until: str) -> Path | None:
    """Let a trial run until another day; None where its file is gone."""
    row = row_of(library, place, guide)
    if row is None or not (file := _file(place, row)).exists():
        return None
    write(file, adapted(read(file), date.fromisoformat(until.strip())))
    return file


def keep(place: PackPlace, row: CatalogRow, page: str) -> str:
    """Return the page with what was tried in it, or as it is where nothing was tried."""
    file = _file(place, row)
    return kept(read(file), page) if file.exists() else page


def take_back(library: Library, place: PackPlace, guide: str) -> None:
    """Remove the trial version: everybody has the page as it is."""
    row = row_of(library, place, guide)
    if row is None:
        return
    try:
        with contextlib.suppress(FileNotFoundError):
            _file(place, row).unlink()
    except OSError as error:
        raise ShareError(f"{_file(place, row)} cannot be removed ({error.strerror}).") from error


def row_of(library: Library, place: PackPlace, guide: str) -> CatalogRow | None:
    """Return where a page of a pack lies, None if it is gone."""
    return next((row for row in library.pack_rows(place.pack) if row.id == guide), None)


def read(file: Path) -> str:
    """Return the text of a page.

    Raises:
        ShareError: it cannot be read.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ShareError(f"{file} cannot be read ({error}).") from error


def write(file: Path, text: str) -> None:
    """Write a page.

    Raises:
        ShareError: it cannot be written.
    """
    try:
        write_atomic(file, text)
    except OSError as error:
        raise ShareError(f"{file} cannot be written ({error.strerror}).") from error


def _file(place: PackPlace, row: CatalogRow) -> Path:
    return Path(place.folder) / FOLDER / Path(row.pack_path).name
