"""`Library`: everything that is installed, behind one door for commands and services.

Composes packs and search, which know nothing of each other. Reading never waits for a
sync and never fails because nothing is installed yet. One `Library` belongs to one thread.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jitdesk.guides.slugs import digest6
from jitdesk.library.shelf import Shelf
from jitdesk.packs.report import Progress, SyncReport
from jitdesk.packs.sources import Source, SourceList, probe
from jitdesk.packs.sync import SourceSync, SyncOptions
from jitdesk.packs.writer import StoreDamagedError, StoreWriter, writing
from jitdesk.paths import Paths, shipped

if TYPE_CHECKING:
    from jitdesk.search.index import IndexReport

INDEXING = "index"
"""Name of the step in which the search index is brought up to date."""

NEVER = "not synced yet"
"""State of a source that no sync has tried yet."""

_TELLING = 24
"""Hexadecimal digits of a guide's digest that tell the index whether it changed (96 bits)."""


class SourceState(NamedTuple):
    """One source as it is listed; `packs` is the number of its installed packs."""

    name: str
    location: str
    packs: int
    guides: int
    state: str
    message: str
    last_sync: str


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What a sync did to the packs and to the index."""

    report: SyncReport
    index: IndexReport | None


class Library(Shelf):
    """A shelf with its sources: adds, removes and syncs them."""

    def __init__(self, paths: Paths) -> None:
        super().__init__(paths)
        self.sources = SourceList(paths.sources_file, shipped("guides"))

    # Sources.

    def source_rows(self) -> list[SourceState]:
        """Return every source with its state.

        Raises:
            SettingsError: the list of sources cannot be read.
        """
        reader = self._reader()
        installed = reader.packs()
        rows = []
        for source in self.sources.all():
            own = [pack for pack in installed if pack.source == source.name]
            known = reader.source(source.name)
            here = known if known and known.location == source.location else None
            state, message, when = (
                (here.state, here.message, here.last_sync) if here else (NEVER, "", "")
            )
            guides = sum(pack.guides for pack in own)
            row = (source.name, source.location, len(own), guides, state, message, when)
            rows.append(SourceState(*row))
        return rows

    def add_source(self, location: str, name: str = "") -> Source:
        """Subscribe to `location` after a look at it; the next sync fetches its guides.

        Raises:
            UsageError: it is subscribed already, or the name is taken.
            ShareError: it cannot be reached or is neither a folder nor a zip.
            SettingsError: the list of sources cannot be read or written.
        """
        place = self.sources.check_new(location, name)
        probe(place)
        return self.sources.add(location, name, date.today().isoformat())  # noqa: DTZ011

    def remove_source(self, text: str) -> Source:
        """Unsubscribe, and remove the source's guides from the store and the index.

        Raises:
            UsageError: there is no such source.
            StoreError: the store cannot be written.
        """
        source = self.sources.remove(text)
        with writing(self.paths.store) as writer:
            writer.remove_source(source.name)
            writer.sweep()
        self.reindex()
        return source

    # Sync.

    def sync(self, options: SyncOptions | None = None, *, only: Sequence[str] = ()) -> SyncResult:
        """Sync every source (or those named in `only`), then bring the index up to date.

        Raises:
            StoreError: the store cannot be written, or another sync is running.
            SearchIndexError: the index cannot be written.
        """
        chosen = options or SyncOptions()
        sources = [s for s in self.sources.all() if not only or s.name in only]
        try:
            report = self._sync(sources, chosen, prune=not only)
        except StoreDamagedError:
            self.close()
            report = self._sync(self.sources.all(), chosen, prune=True)
        index = None if chosen.cancelled() else self.reindex(chosen)
        return SyncResult(report, index)

    def prepare(self, options: SyncOptions | None = None) -> SyncResult | None:
        """Sync the sources that were never tried, None if there is none.

        Raises:
            StoreError: the store cannot be written.
        """
        fresh = [row.name for row in self.source_rows() if row.state == NEVER]
        return self.sync(options, only=fresh) if fresh else None

    def _sync(self, sources: Iterable[Source], options: SyncOptions, *, prune: bool) -> SyncReport:
        with writing(self.paths.store, cancelled=options.cancelled) as writer:
            writer.check()
            if prune:
                self._prune(writer)
            reports = []
            for source in sources:
                if options.cancelled():
                    break
                reports.append(SourceSync(writer, source, options).run())
            return SyncReport(tuple(reports))

    def _prune(self, writer: StoreWriter) -> None:
        """Remove what belongs to sources that are no longer subscribed."""
        wanted = {source.name for source in self.sources.all()}
        for name in writer.source_names():
            if name not in wanted:
                writer.remove_source(name)

    def reindex(self, options: SyncOptions | None = None) -> IndexReport:
        """Bring the search index to what is installed.

        Raises:
            SearchIndexError: the index cannot be written.
        """
        # Late: this brings Whoosh in, which commands that do not search never need.
        from jitdesk.search.lean import import_whoosh  # noqa: PLC0415

        import_whoosh()
        from jitdesk.search.index import update_index  # noqa: PLC0415

        chosen = options or SyncOptions()
        reader = self._reader()
        # A page that moved, whose pack changed its language or whose site values changed is
        # indexed anew as well; one that is not set up is not found.
        sites = reader.sites()
        wanted = {
            row.key: row.digest[:_TELLING]
            + digest6(row.path + row.language + sites.stamp(row.pack, row.site))
            for row in reader.catalog()
            if not sites.unset(row.pack, row.site)
        }
        return update_index(
            self.paths.index,
            wanted,
            reader.guides,
            progress=lambda done, total: chosen.progress(Progress("", INDEXING, done, total)),
            cancelled=chosen.cancelled,
        )


@contextlib.contextmanager
def open_library(paths: Paths) -> Iterator[Library]:
    """Give a library and close it afterwards."""
    library = Library(paths)
    try:
        yield library
    finally:
        library.close()
