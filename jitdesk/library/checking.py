"""Checking guides where an author writes them: one file, a pack, or a folder of packs.

Reads local folders directly, by the same rules of names and layout as a sync, and never
touches what is installed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from jitdesk.errors import Level, PackError, Problem, UsageError
from jitdesk.guides.guide import Guide
from jitdesk.guides.lint import lint_page
from jitdesk.packs import share_reader
from jitdesk.packs.bundle import Bundle
from jitdesk.packs.images import image_fault
from jitdesk.packs.layout import Form, Place, lay_out
from jitdesk.packs.manifest import read_manifest
from jitdesk.packs.names import GUIDE_SUFFIXES, Sort, portable_fault, sort_of
from jitdesk.packs.share import Entry
from jitdesk.packs.staging import choose, limit_of


def check_path(path: Path) -> list[Problem]:
    """Return every problem in the file, pack or folder at `path`, relative to it.

    Raises:
        UsageError: there is nothing at `path` that could be checked.
    """
    if path.is_dir():
        return sorted(set(_check_folder(path)))
    if not path.is_file():
        raise UsageError(f"There is no file or folder {path}.")
    if path.suffix.lower() == ".zip":
        return sorted(set(_check_bundle(path)))
    if not path.name.lower().endswith(GUIDE_SUFFIXES):
        raise UsageError(f"{path} is no guide; give a .md file, a folder or a .zip pack.")
    return sorted(set(_check_file(path)))


def _check_file(path: Path) -> Iterator[Problem]:
    """Check one page; links are looked up in the folder that the pack begins with."""
    root = next((up for up in path.parents if (up / "pack.yaml").is_file()), path.parent)
    inner = path.relative_to(root).as_posix()
    files = [p.relative_to(root).as_posix() for p in root.rglob("*")]
    if sort_of(path.name) is Sort.MANIFEST:
        yield from read_manifest(path.read_bytes(), path.name)[1]
        return
    yield from lint_page(path.read_bytes(), path.name, inner, files)[1]


def _check_folder(root: Path) -> Iterator[Problem]:
    rows = share_reader.walk(str(root), frozenset())
    layout = lay_out((Entry(*row) for row in sorted(rows)), str(root))
    yield from layout.problems
    for place in layout.places:
        if place.form is Form.BUNDLE:
            yield from _check_bundle(root / place.root)
        else:
            yield from _check_place(root, place)


def _check_place(root: Path, place: Place) -> Iterator[Problem]:
    chosen = choose(place.entries, place.path)
    yield from (problem for _, problem in chosen.findings)
    contents = {e.path: root / place.path(e.path) for e in chosen.entries}
    readable = {
        path: _read(file, limit_of(path)) for path, file in contents.items() if file.is_file()
    }
    yield from _check_contents(readable, place)


def _check_bundle(path: Path) -> Iterator[Problem]:
    try:
        bundle = Bundle(path, path.name)
    except PackError as error:
        yield Problem(path.name, 0, "zip", Level.ERROR, str(error), "Pack it again.")
        return
    try:
        yield from bundle.problems
        place = Place(Form.BUNDLE, path.name, bundle.entries())
        chosen = choose(place.entries, place.path)
        yield from (problem for _, problem in chosen.findings)
        wanted = [(entry.path, limit_of(entry.path)) for entry in chosen.entries]
        yield from _check_contents({c.path: c.data for c in bundle.read(wanted)}, place)
    finally:
        bundle.close()


def _read(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        return file.read(limit)


def _check_contents(contents: Mapping[str, bytes], place: Place) -> Iterator[Problem]:
    pages: dict[str, Guide] = {}
    for path, data in contents.items():
        shown = place.path(path)
        if fault := portable_fault(path):
            message = f"The name works only on some systems: {fault}."
            yield Problem(shown, 0, "path", Level.WARNING, message, "Rename the file.")
        sort = sort_of(path)
        if sort is Sort.MANIFEST:
            yield from read_manifest(data, shown)[1]
        elif sort is Sort.IMAGE and (fault := image_fault(data)):
            yield Problem(shown, 0, "picture", Level.WARNING, f"It is not shown: {fault}.")
        elif sort is Sort.GUIDE:
            guide, problems = lint_page(data, shown, path, contents.keys())
            yield from problems
            if guide is not None:
                pages[path] = guide
    yield from _twice(pages, contents)


def _twice(pages: Mapping[str, Guide], contents: Mapping[str, bytes]) -> Iterator[Problem]:
    """Name both files of every id that is written twice, whatever its case."""
    first: dict[str, Guide] = {}
    for path in sorted(pages):
        guide = pages[path]
        if guide.front.get("id") is None:
            continue
        other = first.setdefault(guide.id.casefold(), guide)
        if other is not guide:
            rows = contents[path].replace(b"\r", b"\n").split(b"\n")
            line = next((n for n, row in enumerate(rows, 1) if row.startswith(b"id")), 1)
            message = f'The id "{guide.id}" is used by {other.path} as well.'
            yield Problem(guide.path, line, "G02", Level.ERROR, message, "Change one of the two.")


def joined(prefix: str, problem_file: str) -> str:
    """Return the file of a problem as an editor can open it from here."""
    return os.path.join(prefix, problem_file) if problem_file else prefix  # noqa: PTH118
