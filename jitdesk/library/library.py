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

from jitdesk.errors import Problem
from jitdesk.guides.guide import Guide
from jitdesk.guides.slugs import digest6
from jitdesk.packs.catalog import CatalogRow, PackRow
from jitdesk.packs.database import FILE_NAME
from jitdesk.packs.report import Progress, SyncReport
from jitdesk.packs.sources import Source, SourceList, probe
from jitdesk.packs.store import PackStore
from jitdesk.packs.sync import SourceSync, SyncOptions
from jitdesk.packs.writer import StoreDamagedError, StoreWriter, writing
from jitdesk.paths import Paths, shipped
from jitdesk.search.hit import Answer, Query

if TYPE_CHECKING:
    from jitdesk.search.index import IndexReport
    from jitdesk.search.searcher import Searcher

INDEXING = "index"
"""Name of the step in which the search index is brought up to date."""

NEVER = "not synced yet"
"""State of a source that no sync has tried yet."""


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


class Library:
    """Sources, installed guides and search of one person."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.sources = SourceList(paths.sources_file, shipped("guides"))
        self._store: PackStore | None = None
        self._inode = 0
        self._searcher: Searcher | None = None

    def close(self) -> None:
        """Give all files back; the library can still be used and opens them again."""
        if self._store is not None:
            self._store.close()
            self._store = None
        if self._searcher is not None:
            self._searcher.close()
            self._searcher = None

    # What is installed.

    def generation(self) -> int:
        """Return a number that grows with every change of what is installed."""
        return self._reader().generation()

    def catalog(self) -> list[CatalogRow]:
        """Return every installed guide, by key."""
        return self._reader().catalog()

    def guide(self, key: str) -> Guide | None:
        """Return the guide that a key, or a link of a page, names; None if there is none."""
        reader = self._reader()
        if (guide := reader.guide(key)) is not None:
            return guide
        rows = reader.lookup(key)
        return reader.guide(rows[0].key) if rows else None

    def lookup(self, text: str) -> list[CatalogRow]:
        """Return what a key, an id or a path names."""
        return self._reader().lookup(text)

    def asset(self, pack: str, path: str) -> bytes | None:
        """Return a picture of `pack`, None if it has none at `path`."""
        return self._reader().asset(pack, path)

    def packs(self) -> list[PackRow]:
        """Return the installed packs."""
        return self._reader().packs()

    def problems(self, pack: str | None = None, source: str | None = None) -> list[Problem]:
        """Return what was found in the installed files, of all, of one pack or one source."""
        return self._reader().problems(pack, source)

    def _reader(self) -> PackStore:
        """Return the open store; opened anew when the file was replaced after damage."""
        try:
            inode = (self.paths.store / FILE_NAME).stat().st_ino
        except OSError:
            inode = 0
        if self._store is None or inode != self._inode or not inode:
            if self._store is not None:
                self._store.close()
            self._store, self._inode = PackStore.open(self.paths.store), inode
        return self._store

    # Search.

    def find(self, query: Query) -> Answer:
        """Return the hits for `query` in what is indexed now.

        Raises:
            SearchIndexError: there is no index that can be read.
        """
        return self._open_searcher().search(query)

    def warm(self) -> None:
        """Open the index and answer once, so that the first real query is fast.

        Raises:
            SearchIndexError: there is no index that can be read.
        """
        self._open_searcher().search(Query("how", limit=1))

    def _open_searcher(self) -> Searcher:
        # Late: this brings Whoosh in, which commands that do not search never need.
        from jitdesk.search.searcher import Searcher  # noqa: PLC0415

        if self._searcher is not None and not self._searcher.fresh():
            self._searcher.close()
            self._searcher = None
        if self._searcher is None:
            self._searcher = Searcher.open(self.paths.index)
        return self._searcher

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
        from jitdesk.search.index import update_index  # noqa: PLC0415

        chosen = options or SyncOptions()
        reader = self._reader()
        # A page that moved or whose pack changed its language is indexed anew as well.
        wanted = {
            row.key: row.digest + digest6(row.path + row.language) for row in reader.catalog()
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
