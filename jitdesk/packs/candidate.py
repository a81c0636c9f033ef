"""A pack that a source offers: its manifest read, its members known, nothing taken yet.

Folder, plain folder and zip look the same from here on: a manifest, entries, and a reader
for their bytes. A zip is first copied to a temporary file, because nobody should unpack
over a network.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from jitdesk.errors import Level, PackError, Problem
from jitdesk.guides.slugs import slug
from jitdesk.packs.bundle import MAX_BUNDLE, Bundle
from jitdesk.packs.layout import Form, Layout, Place
from jitdesk.packs.manifest import MAX_BYTES, Manifest, read_manifest
from jitdesk.packs.names import Sort, sort_of
from jitdesk.packs.plan import WHOLE, Installed
from jitdesk.packs.share import Content, Entry, Share
from jitdesk.packs.sources import Source
from jitdesk.packs.staging import Reader, Staged, Staging
from jitdesk.packs.writer import StoreWriter


@dataclass(slots=True)
class Candidate:
    """One offered pack.

    Attributes:
        manifest_path: for messages, below the location.
        fault: why the pack cannot be used at all, "" if it can.
        torn: it stops in the middle, as a file does that is being copied.
        unchanged: it is what is installed already.
    """

    place: Place
    manifest: Manifest
    manifest_path: str
    reader: Reader
    entries: Sequence[Entry] = ()
    problems: tuple[Problem, ...] = ()
    fault: str = ""
    torn: bool = False
    unchanged: bool = False
    stamp: str = ""
    _open: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    def may_be_cut(self, there: Installed | None) -> bool:
        """Return whether the fault looks like a copy in progress."""
        return self.torn or there is not None

    def stage(self, staging: Staging) -> Staged:
        """Read what changed."""
        return staging.stage(
            self.place, self.entries, self.manifest, self.stamp, self.reader, self.problems
        )


class _Below:
    """The share, seen from the root of one pack."""

    def __init__(self, share: Share, place: Place) -> None:
        self._share, self._place = share, place

    def read(self, wanted: Iterable[tuple[str, int]]) -> Iterator[Content]:
        rows = list(wanted)
        inner = {self._place.path(path): path for path, _ in rows}
        for content in self._share.read([(self._place.path(p), limit) for p, limit in rows]):
            yield Content(
                inner[content.path], content.data, content.size, content.mtime_ns, content.failed
            )


def candidates(
    layout: Layout,
    share: Share,
    writer: StoreWriter,
    source: Source,
    own: Mapping[str, Installed],
) -> Iterator[Candidate]:
    """Yield every pack that the layout offers.

    Raises:
        ShareError: the share hangs or vanished.
    """
    for place in layout.places:
        if place.form is Form.BUNDLE:
            yield _bundle(place, share, source, own.get(place.root), writer.directory)
        elif place.form is Form.PLAIN:
            name = slug(source.name) or "guides"
            manifest = Manifest(id=name, title=source.name)
            yield Candidate(place, manifest, "", _Below(share, place), place.entries)
        else:
            yield _folder(place, share, writer, source, own.get(place.root))


def _folder(
    place: Place, share: Share, writer: StoreWriter, source: Source, there: Installed | None
) -> Candidate:
    entry = next(e for e in place.entries if sort_of(e.path) is Sort.MANIFEST)
    path = place.path(entry.path)
    data = _stored(entry, writer, there)
    if data is None:
        data = share.read_one(path, MAX_BYTES).data
    manifest, problems = read_manifest(data, path)
    manifest, fault = _named(manifest, problems, place, source)
    torn = bool(fault) and bool(data.strip()) and not data.endswith((b"\n", b"\r"))
    reader = _Below(share, place)
    stamp = WHOLE if manifest.complete else ""
    return Candidate(
        place, manifest, path, reader, place.entries, problems, fault, torn, stamp=stamp
    )


def _stored(entry: Entry, writer: StoreWriter, there: Installed | None) -> bytes | None:
    """Return the installed manifest's bytes if the share's is the same file."""
    if there is None:
        return None
    for row in writer.files(there.id):
        if (row.path, row.size, row.mtime_ns) == (entry.path, entry.size, entry.mtime_ns):
            return writer.blob(row.digest)
    return None


def _named(
    manifest: Manifest | None, problems: tuple[Problem, ...], place: Place, source: Source
) -> tuple[Manifest, str]:
    """Return a manifest with an id, and the fault that makes the pack useless."""
    if manifest is None:
        error = next(p for p in problems if p.level is Level.ERROR)
        return Manifest(), str(error)
    if manifest.id:
        return manifest, ""
    folder = place.root.rsplit("/", 1)[-1].removesuffix(".zip")
    name = slug(folder) or slug(source.name) or "guides"
    return manifest.named(name), ""


def _bundle(
    place: Place, share: Share, source: Source, there: Installed | None, directory: Path
) -> Candidate:
    entry = place.entries[0]
    stamp = f"{entry.size}:{entry.mtime_ns}"
    location = source.location.replace("\\", "/").rsplit("/", 1)[-1]
    shown = place.root or location
    if there is not None and there.manifest == stamp:
        manifest = Manifest(id=there.id, version=there.version)
        return Candidate(place, manifest, shown, _Below(share, place), unchanged=True)
    open_ = contextlib.ExitStack()
    try:
        bundle = _opened(entry, share, shown, directory, open_)
    except PackError as error:
        open_.close()
        problem = Problem(shown, 0, "zip", Level.ERROR, str(error), "Pack it again.")
        torn = "complete" in str(error)
        reader = _Below(share, place)
        return Candidate(place, Manifest(), shown, reader, (), (problem,), str(error), torn)
    return _of_bundle(place, bundle, shown, source, stamp, open_)


def _opened(
    entry: Entry, share: Share, shown: str, directory: Path, open_: contextlib.ExitStack
) -> Bundle:
    """Copy the zip to a temporary file and open it."""
    if entry.size > MAX_BUNDLE:
        raise PackError(f"{shown} is larger than {MAX_BUNDLE >> 20} MB.")
    spool = Path(open_.enter_context(tempfile.TemporaryDirectory(dir=directory))) / "pack.zip"
    content = share.read_one(entry.path, MAX_BUNDLE)
    if content.failed or content.size != entry.size:
        raise PackError(f"{shown} is not complete yet.")
    spool.write_bytes(content.data)
    bundle = Bundle(spool, shown)
    open_.callback(bundle.close)
    return bundle


def _of_bundle(
    place: Place,
    bundle: Bundle,
    shown: str,
    source: Source,
    stamp: str,
    open_: contextlib.ExitStack,
) -> Candidate:
    entries = bundle.entries()
    own = next((e for e in entries if sort_of(e.path) is Sort.MANIFEST and "/" not in e.path), None)
    manifest, problems = Manifest(), tuple(bundle.problems)
    fault = ""
    if own is None:
        fault = f"{shown} holds no pack.yaml."
        problems += (Problem(shown, 0, "manifest", Level.ERROR, fault, "Add one at its top."),)
    else:
        data = next(bundle.read([(own.path, MAX_BYTES)])).data
        read, findings = read_manifest(data, f"{shown}/{own.path}")
        problems += findings
        manifest, fault = _named(read, findings, place, source)
    return Candidate(
        place, manifest, shown, bundle, entries, problems, fault, stamp=stamp, _open=open_
    )
