"""`Shelf`: what is installed, read and searched; the part of the library that the app lives on.

Reading never waits for a sync and never fails because nothing is installed yet. It imports
nothing that only a sync needs. One `Shelf` belongs to one thread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from jitdesk.errors import Problem
from jitdesk.guides.guide import Guide
from jitdesk.guides.pilot import groups_of, read_pilot, takes_part
from jitdesk.packs.catalog import CatalogRow, MenuRow, PackRow
from jitdesk.packs.database import FILE_NAME
from jitdesk.packs.store import PackStore
from jitdesk.paths import Paths
from jitdesk.search.hit import Answer, Query
from jitdesk.settings import load

if TYPE_CHECKING:
    from jitdesk.search.searcher import Searcher


class Shelf:
    """Installed guides and search of one person."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
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
        """Return every installed guide that is set up, by key."""
        return self._set_up(self._reader().catalog())

    def rows(self, keys: Sequence[str]) -> list[CatalogRow]:
        """Return the installed guides named `keys` that are set up, in that order."""
        return self._set_up(self._reader().rows(keys))

    def pack_rows(self, pack: str) -> list[CatalogRow]:
        """Return the guides of one pack that are set up."""
        return self._set_up(self._reader().catalog(pack))

    def menu_rows(self) -> Iterator[MenuRow]:
        """Yield what menus show of every guide, by pack and path; holds nothing in memory."""
        sites = self._reader().sites()
        return (r for r in self._reader().menu_rows() if not sites.unset(r.pack, r.site))

    def not_set_up(self) -> dict[str, tuple[str, ...]]:
        """Return the guides that users do not see yet -> the site values that they lack."""
        sites = self._reader().sites()
        lacking = ((r.key, sites.unset(r.pack, r.site)) for r in self._reader().catalog())
        return {key: names for key, names in lacking if names}

    def site_texts(self, pack: str) -> dict[str, str]:
        """Return the site values as the guides of a pack see them."""
        return dict(self._reader().sites().of(pack).values)

    def site_values(self) -> dict[str, tuple[str, int]]:
        """Return every site value -> its text ("" = not set), number of guides that need it."""
        sites = self._reader().sites()
        found = {
            name: (sites.of(pack.id).values.get(name, ""), 0)
            for pack in self.packs()
            for name in sites.of(pack.id).known
        }
        for row in self._reader().catalog():
            for name in row.site.split():
                value = sites.of(row.pack).values.get(name, "")
                found[name] = (value, found.get(name, ("", 0))[1] + 1)
        return dict(sorted(found.items()))

    def _set_up(self, rows: list[CatalogRow]) -> list[CatalogRow]:
        sites = self._reader().sites()
        return [row for row in rows if not sites.unset(row.pack, row.site)]

    def guide(self, key: str) -> Guide | None:
        """Return the guide that a key, or a link of a page, names; None if there is none.

        Who belongs to the audience of a trial version gets that one, under the same key.
        """
        reader = self._reader()
        guide = reader.guide(key)
        if guide is None:
            rows = reader.lookup(key)
            guide = reader.guide(rows[0].key) if rows else None
        return None if guide is None else self._tried_out(guide)

    def confirms_items(self, pack: str) -> bool:
        """Return whether a pack asks for confirmed items in the history (`confirm_items: true`)."""
        data = self._reader().manifest(pack)
        if b"confirm_items" not in data:
            return False  # nearly all packs: nothing is parsed for them
        from jitdesk.packs.manifest import read_manifest  # noqa: PLC0415  (seldom)

        manifest, _ = read_manifest(data, "pack.yaml")
        return manifest is not None and manifest.confirm_items

    def source(self, key: str) -> str:
        """Return the text of a guide's file as its author wrote it, "" if it is gone."""
        guide = self.guide(key)
        data = self._reader().blob(guide.digest) if guide is not None else b""
        return data.decode("utf-8-sig", "replace")

    def pilots(self, pack: str = "") -> Iterator[Guide]:
        """Yield the trial versions that lie in the packs, whoever gets them."""
        yield from self._reader().pilots(pack)

    def _tried_out(self, guide: Guide) -> Guide:
        """Return the trial version that this person gets of a guide, or the guide."""
        for trial in self._reader().pilots(guide.pack):
            pilot = read_pilot(trial.front)
            if pilot is not None and pilot.of == guide.id and not trial.unset:
                today = date.today()  # noqa: DTZ011  (the person's day)
                if takes_part(pilot, self._groups(), today):
                    return replace(trial, id=guide.id)
        return guide

    def _groups(self) -> tuple[str, ...]:
        """Return the groups that the person, or the policy, says they belong to."""
        settings = load(self.paths.settings_file, self.paths.policy_file)
        return groups_of(settings.text("groups"))

    def guides(self, keys: Sequence[str]) -> Iterator[Guide]:
        """Yield the guides with these keys, in their order, without those that are gone."""
        yield from self._reader().guides(keys)

    def lookup(self, text: str) -> list[CatalogRow]:
        """Return what a key, an id or a path names."""
        return self._reader().lookup(text)

    def asset(self, pack: str, path: str) -> bytes | None:
        """Return a picture of `pack`, None if it has none at `path`."""
        return self._reader().asset(pack, path)

    def companions(self) -> list[tuple[str, str, bytes]]:
        """Return (pack, path, bytes) of the files that name the guides of a course."""
        return self._reader().companions()

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
            store = PackStore.open(self.paths.store, local=self.paths.site_files)
            self._store, self._inode = store, inode
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
        from jitdesk.search.lean import import_whoosh  # noqa: PLC0415

        import_whoosh()
        from jitdesk.search.searcher import Searcher  # noqa: PLC0415

        if self._searcher is not None and not self._searcher.fresh():
            self._searcher.close()
            self._searcher = None
        if self._searcher is None:
            self._searcher = Searcher.open(self.paths.index)
        return self._searcher
