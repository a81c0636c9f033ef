"""One pack on its way in: what is read of it, and the rows that will replace the old ones.

Reads only files that are new or changed, stores their bytes beside what is installed, and
ends with a `PackContent` that the writer can switch to. Decides nothing about versions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from jitdesk.errors import Level, Problem
from jitdesk.guides import decoding
from jitdesk.packs import images
from jitdesk.packs.catalog import CatalogRow, FileRow
from jitdesk.packs.intake import Finding, Intake
from jitdesk.packs.layout import MAX_FILES, Place
from jitdesk.packs.manifest import Manifest
from jitdesk.packs.names import Sort, original_of, sort_of
from jitdesk.packs.plan import changed
from jitdesk.packs.share import Content, Entry
from jitdesk.packs.writer import PackContent, StoreWriter
from jitdesk.yamlio import MAX_BYTES as MAX_YAML

_TAKEN = frozenset({Sort.GUIDE, Sort.IMAGE, Sort.MANIFEST, Sort.SITE, Sort.COMPANION})
_BATCH_FILES = 200
_BATCH_BYTES = 8 * 1024 * 1024
_PROGRAMS = (
    ".exe", ".lnk", ".url", ".bat", ".cmd", ".com", ".ps1", ".vbs", ".js", ".msi", ".scr",
    ".sh", ".desktop", ".py", ".app", ".jar", ".hta", ".reg", ".dll", ".so",
)  # fmt: skip


class Reader(Protocol):
    """Where the bytes come from: the share, or a zip."""

    def read(self, wanted: Iterable[tuple[str, int]]) -> Iterator[Content]:
        """Yield the first bytes of each (path, most bytes)."""
        ...


class Cancelled(Exception):  # noqa: N818  (the person's wish, no error)
    """The person cancelled; nothing of the pack at hand was switched."""


@dataclass(slots=True)
class Staged:
    """A pack ready to be switched, and what it changes.

    Attributes:
        cut: pages or listed files that are not whole yet.
        read: the number of files that had to be read.
        same: switching would change nothing.
    """

    place: Place
    content: PackContent
    added: int = 0
    changed: int = 0
    removed: int = 0
    cut: list[str] = field(default_factory=list)
    read: int = 0
    same: bool = False


@dataclass(slots=True)
class _Chosen:
    entries: list[Entry]
    findings: list[Finding]


def choose(entries: Iterable[Entry], shown: Callable[[str], str]) -> _Chosen:
    """Return the files to take, with findings on copies, programs and oversized files."""
    rows = list(entries)
    there = {entry.path for entry in rows}
    chosen: list[Entry] = []
    findings: list[Finding] = []
    others: list[str] = []

    def say(path: str, rule: str, message: str, level: Level = Level.WARNING) -> None:
        findings.append((path, Problem(shown(path), 0, rule, level, message)))

    for entry in rows:
        sort = sort_of(entry.path)
        original = original_of(entry.path) if sort is Sort.GUIDE else ""
        if original in there and original:
            say(entry.path, "duplicate", f"This conflicted copy of {original} is left out.")
        elif sort is Sort.IMAGE and entry.size > images.MAX_BYTES:
            size = images.MAX_BYTES >> 20
            say(entry.path, "too-large", f"The picture is larger than {size} MB.")
        elif sort in _TAKEN:
            chosen.append(entry)
        elif sort is Sort.OTHER and "." in entry.path.rsplit("/", 1)[-1]:
            others.append(entry.path)
    if len(chosen) > MAX_FILES:
        say("", "too-many", f"The pack has more than {MAX_FILES} files; the rest is left out.")
    findings += _ignored(others, shown)
    return _Chosen(chosen[:MAX_FILES], findings)


def _ignored(others: list[str], shown: Callable[[str], str]) -> list[Finding]:
    """List programs one by one, and count the other files that JITDesk has no use for."""
    programs = [path for path in others if path.lower().endswith(_PROGRAMS)]
    found = [
        (path, Problem(shown(path), 0, "ignored", Level.HINT, "This program is ignored."))
        for path in programs[:100]
    ]
    if rest := len(others) - len(programs):
        first = next(path for path in others if path not in programs)
        message = f"{rest} files of other types are ignored, such as {first}."
        found.append(("", Problem(shown(""), 0, "ignored", Level.HINT, message)))
    return found


def limit_of(path: str) -> int:
    """Return how many bytes of a file are read at most: one more than is shown."""
    if sort_of(path) is Sort.IMAGE:
        return images.MAX_BYTES
    yaml = path.lower().endswith((".yaml", ".yml"))
    return (MAX_YAML if yaml else decoding.MAX_BYTES) + 1


class Staging:
    """Reads one place into a `Staged`."""

    def __init__(
        self,
        writer: StoreWriter,
        source: str,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self._writer = writer
        self._source = source
        self._progress = progress
        self._cancelled = cancelled

    def stage(
        self,
        place: Place,
        entries: Iterable[Entry],
        manifest: Manifest,
        stamp: str,
        reader: Reader,
        findings: Iterable[Problem],
    ) -> Staged:
        """Read what changed in `place`.

        Raises:
            ShareError: the share vanished; nothing installed was touched.
            Cancelled: the person cancelled.
        """
        chosen = choose(entries, place.path)
        stored = {row.path: row for row in self._writer.files(manifest.id)}
        old = {row.pack_path: row for row in self._writer.catalog(manifest.id)}
        pictures = frozenset(e.path for e in chosen.entries if sort_of(e.path) is Sort.IMAGE)
        intake = Intake(manifest.id, place.root, manifest.language, pictures)
        wanted = changed(chosen.entries, stored.values())
        self._keep(intake, chosen.entries, {e.path for e in wanted}, stored, old)
        odd = self._read(intake, wanted, reader)
        self._reread_if_context_changed(intake, stored, {e.path for e in wanted})
        # Made before the findings are copied: naming two files with one id adds to them.
        guides = intake.finish(self._writer.blob)
        content = PackContent(
            id=manifest.id,
            source=self._source,
            root=place.root,
            title=manifest.title or manifest.id,
            version=manifest.version,
            language=manifest.language,
            manifest=stamp,
            files=tuple(intake.files.values()),
            guides=guides,
            findings=[*(("", p) for p in findings), *chosen.findings, *intake.findings],
        )
        cut = [*intake.cut, *odd, *_unlike_manifest(manifest, intake)]
        context = self._writer.context(manifest.id)
        same = not wanted and intake.files == stored and context == (manifest.language, place.root)
        staged = Staged(place, content, cut=cut, read=len(wanted), same=same)
        _count(staged, old, intake.guides)
        return staged

    def _keep(
        self,
        intake: Intake,
        entries: Iterable[Entry],
        wanted: set[str],
        stored: Mapping[str, FileRow],
        old: Mapping[str, CatalogRow],
    ) -> None:
        findings: dict[str, list[Problem]] = {}
        for path, problem in self._writer.findings(intake.pack):
            if problem.rule not in {"G02", "ignored", "duplicate"}:
                findings.setdefault(path, []).append(problem)
        for entry in entries:
            path = entry.path
            if path not in wanted:
                intake.keep(stored[path], old.get(path), findings.get(path, ()))

    def _read(self, intake: Intake, wanted: list[Entry], reader: Reader) -> list[str]:
        """Read the wanted files; return those that changed while they were read."""
        known = {entry.path: entry for entry in wanted}
        odd: list[str] = []
        batch: list[tuple[str, bytes]] = []
        size = 0
        rows = [(entry.path, limit_of(entry.path)) for entry in wanted]
        for done, content in enumerate(reader.read(rows), 1):
            if self._cancelled():
                raise Cancelled
            entry = known[content.path]
            if not content.failed and (content.size, content.mtime_ns) != (
                entry.size, entry.mtime_ns,
            ):  # fmt: skip
                odd.append(content.path)
            if (kept := intake.take(content, entry.size, entry.mtime_ns)) is not None:
                batch.append(kept)
                size += len(kept[1])
            if len(batch) >= _BATCH_FILES or size >= _BATCH_BYTES:
                self._writer.put(batch)
                batch, size = [], 0
            self._progress(done, len(wanted))
        self._writer.put(batch)
        return odd

    def _reread_if_context_changed(
        self,
        intake: Intake,
        stored: Mapping[str, FileRow],
        wanted: set[str],
    ) -> None:
        """Read kept pages again when the pack's pictures, language or folder changed."""
        before = {path for path in stored if sort_of(path) is Sort.IMAGE}
        if before == intake.images and self._writer.context(intake.pack) in {
            None,
            (intake.language, intake.root),
        }:
            return
        again = [p for p in intake.files if p not in wanted and sort_of(p) is Sort.GUIDE]
        stale = set(again)
        intake.findings = [f for f in intake.findings if f[0] not in stale]
        for path in again:
            intake.read_page(path, self._writer.blob(intake.files[path].digest))


def _unlike_manifest(manifest: Manifest, intake: Intake) -> list[str]:
    """Return files that are missing, have other bytes than the manifest says, or are not in it.

    A manifest without digests promises nothing about files that it does not list.
    """
    listed = manifest.files
    unlike = [
        path
        for path, digest in listed.items()
        if path not in intake.files or digest not in {"", intake.files[path].digest}
    ]
    if any(listed.values()):
        others = (path for path in intake.files if sort_of(path) is not Sort.MANIFEST)
        unlike += [path for path in others if path not in listed]
    return unlike


def _count(staged: Staged, old: Mapping[str, CatalogRow], new: Mapping[str, CatalogRow]) -> None:
    staged.added = len(new.keys() - old.keys())
    staged.removed = len(old.keys() - new.keys())
    staged.changed = sum(
        1 for path in new.keys() & old.keys() if new[path].digest != old[path].digest
    )
