"""Which packs a listing holds: a pure decision on names.

A folder with ``pack.yaml`` is a pack, with everything below it up to the next such folder.
A ``.zip`` at the top is a bundle. A location without any ``pack.yaml`` is one plain folder
of pages, and the whole of it is one pack.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from jitdesk.errors import Level, Problem
from jitdesk.packs.names import Sort, path_fault, sort_of
from jitdesk.packs.share import Entry

MAX_FILES = 50_000
"""A pack with more files is cut: five times the largest public collection of pages."""


class Form(Enum):
    """How a pack lies in its source."""

    FOLDER = auto()
    BUNDLE = auto()
    PLAIN = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """One pack in a listing; the paths of `entries` are relative to `root`."""

    form: Form
    root: str
    entries: tuple[Entry, ...]

    def path(self, inner: str) -> str:
        """Return the path below the location of a path in the pack."""
        return f"{self.root}/{inner}" if self.root else inner


@dataclass(frozen=True, slots=True)
class Layout:
    """All packs of a source, and what concerns none of them; `loose` are paths."""

    places: tuple[Place, ...]
    problems: tuple[Problem, ...] = ()
    loose: tuple[str, ...] = ()


def lay_out(entries: Iterable[Entry], location: str) -> Layout:
    """Return the packs that `entries` of `location` make up."""
    files, problems = _usable(entries)
    if len(files) == 1 and not files[0].path:
        name = location.replace("\\", "/").rsplit("/", 1)[-1]
        return Layout((Place(Form.BUNDLE, "", (files[0],)),)) if name else Layout(())
    roots = sorted({f.path.rpartition("/")[0] for f in files if sort_of(f.path) is Sort.MANIFEST})
    bundles = [f for f in files if "/" not in f.path and sort_of(f.path) is Sort.ARCHIVE]
    grouped, loose = _group(files, roots)
    places = [Place(Form.FOLDER, root, tuple(grouped[root])) for root in roots]
    if "" not in roots:
        places += [Place(Form.BUNDLE, f.path, (f,)) for f in bundles]
    pages = [f for f in loose if sort_of(f.path) is Sort.GUIDE]
    if not roots and (pages or not bundles):
        places.append(Place(Form.PLAIN, "", tuple(loose)))
    elif roots and pages:
        message = f"{len(pages)} pages lie outside of the packs and are left out."
        fix = "Move them into a folder with a pack.yaml."
        problems.append(Problem(pages[0].path, 0, "loose", Level.HINT, message, fix))
    return Layout(tuple(places), tuple(problems), tuple(file.path for file in loose))


def _usable(entries: Iterable[Entry]) -> tuple[list[Entry], list[Problem]]:
    """Drop what is no file inside the location; follow links that stay inside, once each."""
    files: dict[str, Entry] = {}
    links: list[Entry] = []
    problems: list[Problem] = []
    for entry in entries:
        fault = _fault(entry)
        if fault:
            shown = entry.path.encode("utf-8", "replace").decode()
            message = f"This file is left out: {fault}."
            problems.append(Problem(shown, 0, "path", Level.WARNING, message))
        elif entry.kind == "l":
            links.append(entry)
        else:
            files[entry.path] = entry
    taken = set(files)
    for link in links:
        if link.real not in taken:
            taken.add(link.real)
            files[link.path] = link
    return [files[path] for path in sorted(files)], problems


def _fault(entry: Entry) -> str:
    if entry.path and (fault := path_fault(entry.path)):
        return fault
    if entry.kind == "o":
        return "it is a device or pipe, not a file"
    if entry.kind == "x":
        return "the folder may not be read"
    if entry.kind == "l" and not entry.real:
        return "it is a link that leads to no file of this folder"
    return ""


def _group(files: list[Entry], roots: list[str]) -> tuple[dict[str, list[Entry]], list[Entry]]:
    """Give each file to the nearest pack above it; the rest lies loose."""
    grouped: dict[str, list[Entry]] = {root: [] for root in roots}
    loose: list[Entry] = []
    for file in files:
        folder = file.path.rpartition("/")[0]
        while folder not in grouped and folder:
            folder = folder.rpartition("/")[0]
        if folder in grouped:
            inner = file.path[len(folder) + 1 :] if folder else file.path
            grouped[folder].append(Entry(inner, file.kind, file.size, file.mtime_ns, file.real))
        else:
            loose.append(file)
    return grouped, loose
