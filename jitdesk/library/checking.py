"""Checking guides where an author writes them: one file, a pack, or a folder of packs.

Reads local folders directly, by the same rules of names and layout as a sync, and never
touches what is installed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from jitdesk.authoring.draft import Draft
from jitdesk.authoring.lint import Quality, across, changed_since, first_version, lint
from jitdesk.errors import Level, PackError, Problem, UsageError
from jitdesk.guides.guide import Guide
from jitdesk.guides.lint import lint_page
from jitdesk.guides.loader import load
from jitdesk.guides.site import Site, merged, read_site
from jitdesk.packs import share_reader
from jitdesk.packs.bundle import Bundle
from jitdesk.packs.images import image_fault
from jitdesk.packs.layout import Form, Place, lay_out
from jitdesk.packs.manifest import read_manifest
from jitdesk.packs.names import GUIDE_SUFFIXES, Sort, portable_fault, sort_of
from jitdesk.packs.share import Entry
from jitdesk.packs.staging import choose, limit_of


@dataclass(frozen=True, slots=True)
class Check:
    """How to check.

    Attributes:
        quality: how strict; None = as each pack asks.
        today: the day for the review clock.
        before: an older copy of the same folder, to see what changed.
    """

    quality: Quality | None = None
    today: date = field(default_factory=date.today)
    before: Path | None = None


@dataclass(slots=True)
class _Found:
    """What was read so far: pages of all packs, so that links between them are known."""

    check: Check
    drafts: list[tuple[Quality, Draft]] = field(default_factory=list)
    packs: int = 0


def check_path(path: Path, check: Check | None = None) -> list[Problem]:
    """Return every problem in the file, pack or folder at `path`, relative to it.

    Raises:
        UsageError: there is nothing at `path` that could be checked.
    """
    found = _Found(check or Check())
    if path.is_dir():
        problems = [*_check_folder(path, found), *_check_style(found)]
    elif not path.is_file():
        raise UsageError(f"There is no file or folder {path}.")
    elif path.suffix.lower() == ".zip":
        problems = [*_check_bundle(path, found), *_check_style(found)]
    elif not path.name.lower().endswith(GUIDE_SUFFIXES):
        raise UsageError(f"{path} is no guide; give a .md file, a folder or a .zip pack.")
    else:
        problems = [*_check_file(path, found), *_check_style(found)]
    return sorted(set(problems))


def _check_file(path: Path, found: _Found) -> Iterator[Problem]:
    """Check one page; links are looked up in the folder that the pack begins with."""
    root = next((up for up in path.parents if (up / "pack.yaml").is_file()), path.parent)
    inner = path.relative_to(root).as_posix()
    files = [p.relative_to(root).as_posix() for p in root.rglob("*")]
    data = path.read_bytes()
    if sort_of(path.name) is Sort.MANIFEST:
        yield from read_manifest(data, path.name)[1]
        return
    if sort_of(path.name) is Sort.SITE:
        yield from read_site(data, path.name)[1]
        return
    guide, problems = lint_page(data, path.name, inner, files)
    yield from problems
    if guide is not None:
        quality, site = _asked_for(root, guide), _site_of(root)
        draft = Draft(data, path.name, guide, inner, files, site, None, str(found.check.today))
        found.drafts.append((found.check.quality or quality, draft))


def _asked_for(root: Path, guide: Guide) -> Quality:
    """Return how strict a page that lies alone wants to be judged."""
    if (root / "pack.yaml").is_file():
        manifest, _ = read_manifest((root / "pack.yaml").read_bytes(), "pack.yaml")
        return _quality(manifest.quality if manifest else "")
    if "schema" not in guide.front:
        return Quality.PLAIN
    return Quality.VALIDATED if guide.status == "validated" else Quality.WORKING


def _site_of(root: Path) -> Site | None:
    file = root / "site.yaml"
    return read_site(file.read_bytes(), file.name)[0] if file.is_file() else None


def _quality(text: str) -> Quality:
    return Quality(text) if text in set(Quality) else Quality.PLAIN


def _check_folder(root: Path, found: _Found) -> Iterator[Problem]:
    rows = share_reader.walk(str(root), frozenset())
    layout = lay_out((Entry(*row) for row in sorted(rows)), str(root))
    yield from layout.problems
    for place in layout.places:
        if place.form is Form.BUNDLE:
            yield from _check_bundle(root / place.root, found)
        else:
            yield from _check_place(root, place, found)
    for quality, draft in found.drafts if found.check.before else ():
        old = found.check.before / draft.path if found.check.before else Path()
        if quality is not Quality.PLAIN and old.is_file():
            before = load(old.read_bytes(), draft.path, draft.guide.pack, inner=draft.inner).guide
            yield from changed_since(draft, before) if before is not None else ()


def _check_style(found: _Found) -> Iterator[Problem]:
    """Judge every page by its pack's quality; links between packs are known by now."""
    ids = frozenset(str(draft.guide.id) for _, draft in found.drafts)
    areas = {name.partition(".")[0] for name in ids}
    strict = {}
    for quality, draft in found.drafts:
        known = ids | _elsewhere(draft, areas) if found.packs else None
        whole = replace(draft, ids=known)
        yield from lint(whole, quality)
        if quality is not Quality.PLAIN:
            yield from first_version(whole)
            strict[draft.path] = whole
    yield from across(strict)


def _elsewhere(draft: Draft, areas: set[str]) -> frozenset[str]:
    """Return the ids that a page names in areas of which nothing is here to be checked."""
    named = draft.guide.front.get("related")
    rows = map(str, named if isinstance(named, list) else [])
    return frozenset(name for name in rows if name.partition(".")[0] not in areas)


def _check_place(root: Path, place: Place, found: _Found) -> Iterator[Problem]:
    chosen = choose(place.entries, place.path)
    yield from (problem for _, problem in chosen.findings)
    contents = {e.path: root / place.path(e.path) for e in chosen.entries}
    readable = {
        path: _read(file, limit_of(path)) for path, file in contents.items() if file.is_file()
    }
    yield from _check_contents(readable, place, found)


def _check_bundle(path: Path, found: _Found) -> Iterator[Problem]:
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
        yield from _check_contents({c.path: c.data for c in bundle.read(wanted)}, place, found)
    finally:
        bundle.close()


def _read(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        return file.read(limit)


def _check_contents(
    contents: Mapping[str, bytes], place: Place, found: _Found
) -> Iterator[Problem]:
    pages: dict[str, Guide] = {}
    quality, site = found.check.quality or Quality.PLAIN, None
    found.packs += 1
    for path, data in contents.items():
        shown = place.path(path)
        if fault := portable_fault(path):
            message = f"The name works only on some systems: {fault}."
            yield Problem(shown, 0, "path", Level.WARNING, message, "Rename the file.")
        sort = sort_of(path)
        if sort is Sort.MANIFEST:
            manifest, said = read_manifest(data, shown)
            yield from said
            quality = found.check.quality or _quality(manifest.quality if manifest else "")
        elif sort is Sort.SITE:
            own, faults = read_site(data, shown)
            yield from faults
            site = merged([own])
        elif sort is Sort.IMAGE and (fault := image_fault(data)):
            yield Problem(shown, 0, "picture", Level.WARNING, f"It is not shown: {fault}.")
        elif sort is Sort.GUIDE:
            guide, problems = lint_page(data, shown, path, contents.keys())
            yield from problems
            if guide is not None:
                pages[path] = guide
    today = str(found.check.today)
    for path, guide in pages.items():
        draft = Draft(contents[path], place.path(path), guide, path, contents, site, None, today)
        found.drafts.append((quality, draft))
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
