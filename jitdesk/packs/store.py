"""The verified local copies of packs, read: catalog, guides, pictures, problems.

One transaction of the writer is one switch from the old version of a pack to the new one;
a reader sees either, never a mixture, and is never kept waiting. Nothing is ever extracted
to disk. A missing or damaged store reads as empty: the next sync fills it again.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import unquote

from jitdesk.errors import Level, Problem
from jitdesk.guides.guide import Guide, GuideId, PackId
from jitdesk.guides.pilot import FOLDER as PILOTS
from jitdesk.guides.pilot import read_pilot
from jitdesk.guides.slugs import path_id
from jitdesk.packs.catalog import CatalogRow, FileRow, MenuRow, PackRow, SourceRow
from jitdesk.packs.database import open_reader, open_writer
from jitdesk.packs.names import COMPANIONS, MANIFEST, SITE, path_fault
from jitdesk.packs.sites import Sites, stamps

if TYPE_CHECKING:
    from jitdesk.packs.plan import Installed

_GUIDE = """
SELECT g.path, g.pack, g.id, g.pack_path, p.language, b.content FROM guides g
JOIN packs p ON p.id = g.pack
JOIN files f ON f.pack = g.pack AND f.path = g.pack_path
JOIN blobs b ON b.digest = f.digest
"""
_PROBLEM = "SELECT file, line, rule, level, message, fix, pack_path FROM problems"
_BATCH = 400


class PackStore:
    """Read access to what is installed; `PackStore.open` never raises for a reader."""

    def __init__(
        self,
        connection: sqlite3.Connection | None,
        directory: Path,
        local: Sequence[Path] = (),
    ) -> None:
        self.directory = directory
        self._connection = connection
        self._local = local
        self._sites = Sites()
        self._sites_of: object = None

    @classmethod
    def open(cls, directory: Path, writable: bool = False, local: Sequence[Path] = ()) -> Self:
        """Open the store in `directory`; `local` are the site files outside of packs.

        Raises:
            StoreError: `writable`, and the folder cannot be written.
        """
        return cls((open_writer if writable else open_reader)(directory), directory, local)

    def close(self) -> None:
        """Give the file back; reading afterwards finds nothing."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def generation(self) -> int:
        """Return a number that grows with every change; 0 = nothing installed."""
        rows = self.query("SELECT value FROM meta WHERE name = 'generation'")
        return int(rows[0][0]) if rows else 0

    def sites(self) -> Sites:
        """Return the site values as they are now; read anew when something changed."""
        state = (self.generation(), stamps(self._local))
        if state != self._sites_of:
            rows = self.query(
                "SELECT f.pack, b.content FROM files f JOIN blobs b ON b.digest = f.digest"
                " WHERE f.path = ?",
                (SITE,),
            )
            self._sites = Sites(self._local, ((str(p), bytes(data)) for p, data in rows))
            self._sites_of = state
        return self._sites

    def catalog(self, pack: str = "") -> list[CatalogRow]:
        """Return every installed guide (of `pack`), by key."""
        chosen = "WHERE pack = ?" if pack else ""
        rows = self.query(f"SELECT * FROM guides {chosen}", (pack,) if pack else ())  # noqa: S608
        return list(map(CatalogRow._make, rows))

    def rows(self, keys: Sequence[str]) -> list[CatalogRow]:
        """Return the installed guides named `keys`, in that order; few keys only."""
        marks = ",".join("?" * len(keys))
        found = self.query(f"SELECT * FROM guides WHERE key IN ({marks})", tuple(keys))  # noqa: S608
        by_key = {row[0]: CatalogRow._make(row) for row in found}
        return [by_key[key] for key in keys if key in by_key]

    def menu_rows(self) -> Iterator[MenuRow]:
        """Yield what menus show of every guide, by pack and path, without holding them all."""
        if self._connection is None:
            return
        sql = "SELECT key, pack, path, title, situation, site FROM guides ORDER BY pack, path"
        with contextlib.suppress(sqlite3.Error):
            yield from map(MenuRow._make, self._connection.execute(sql))

    def guide(self, key: str) -> Guide | None:
        """Return the guide named `key` as it is installed now, None if there is none."""
        return next(iter(self.guides([key])), None)

    def guides(self, keys: Sequence[str]) -> Iterator[Guide]:
        """Yield the guides named `keys` that are installed, in the order of `keys`."""
        for start in range(0, len(keys), _BATCH):
            part = keys[start : start + _BATCH]
            marks = ",".join("?" * len(part))
            rows = self.query(f"{_GUIDE} WHERE g.key IN ({marks})", tuple(part))
            found = {f"{row[1]}/{row[2]}": row for row in rows}
            sites = self.sites()
            chosen = (found[key] for key in part if key in found)
            yield from filter(None, (_load(row, sites.of(row[1]).values) for row in chosen))

    def lookup(self, text: str) -> list[CatalogRow]:
        """Return what `text` names: a key, an id, a path, a link's path, an id's end, a title."""
        name = unquote(text.strip().removeprefix("jitdesk://guide/").split("#", 1)[0])
        pack, _, path = name.partition("/")
        pages = _page_names(path)
        marks = ",".join("?" * len(pages))
        for where, values in (
            ("key = ?", (name,)),
            ("id = ?", (name,)),
            ("path = ?", (name,)),
            (f"pack = ? AND path IN ({marks})", (pack, *pages)),
            ("id LIKE '%.' || ? OR title = ? COLLATE NOCASE", (_like_end(name), name)),
        ):
            rows = self.query(f"SELECT * FROM guides WHERE {where} ORDER BY key", values)  # noqa: S608
            if rows:
                return list(map(CatalogRow._make, rows))
        return []

    def companions(self) -> list[tuple[str, str, bytes]]:
        """Return (pack, path, bytes) of the files that name the guides of a course."""
        rows = self.query(
            "SELECT f.pack, f.path, b.content FROM files f JOIN blobs b ON b.digest = f.digest"
            " WHERE f.path LIKE ? ORDER BY f.pack, f.path",
            (f"{COMPANIONS}/%",),
        )
        return [(str(pack), str(path), bytes(data)) for pack, path, data in rows]

    def pilots(self, pack: str = "") -> Iterator[Guide]:
        """Yield the trial versions of pages (of `pack`), each under its own id."""
        rows = self.query(
            "SELECT f.path, f.pack, p.root, p.language, b.content FROM files f"
            " JOIN packs p ON p.id = f.pack JOIN blobs b ON b.digest = f.digest"
            " WHERE f.path LIKE ? AND (? = '' OR f.pack = ?) ORDER BY f.pack, f.path",
            (f"{PILOTS}/%.md", pack, pack),
        )
        for path, owner, root, language, content in rows:
            shown = f"{root}/{path}" if root else path
            row = (shown, owner, path_id(path), path, language, content)
            guide = _load(row, self.sites().of(owner).values)
            if guide is not None and read_pilot(guide.front) is not None:
                yield guide

    def manifest(self, pack: str) -> bytes:
        """Return the manifest of a pack as it was read, b"" without one."""
        rows = self.query(
            "SELECT b.content FROM files f JOIN blobs b ON b.digest = f.digest"
            " WHERE f.pack = ? AND f.path = ?",
            (pack, MANIFEST),
        )
        return bytes(rows[0][0]) if rows else b""

    def asset(self, pack: str, path: str) -> bytes | None:
        """Return the picture at `path` (as in `Guide.path`) of `pack`, None if there is none."""
        if path_fault(path):
            return None
        root = self.query("SELECT root FROM packs WHERE id = ?", (pack,))
        prefix = f"{root[0][0]}/" if root and root[0][0] else ""
        if not root or not path.startswith(prefix):
            return None
        rows = self.query(
            "SELECT b.content FROM files f JOIN blobs b ON b.digest = f.digest"
            " WHERE f.pack = ? AND f.path = ?",
            (pack, path[len(prefix) :]),
        )
        return bytes(rows[0][0]) if rows else None

    def packs(self) -> list[PackRow]:
        """Return the installed packs, by id."""
        rows = self.query(
            "SELECT p.id, p.title, p.version, p.source,"
            " (SELECT count(*) FROM guides g WHERE g.pack = p.id),"
            " (SELECT count(*) FROM problems q WHERE q.pack = p.id) FROM packs p ORDER BY p.id"
        )
        return list(map(PackRow._make, rows))

    def problems(self, pack: str | None = None, source: str | None = None) -> list[Problem]:
        """Return what was found in the files of every pack, of one, or of one source."""
        rows = self.query(
            f"{_PROBLEM} WHERE pack = coalesce(?, pack) AND source = coalesce(?, source)"
            " ORDER BY file, line, rule",
            (pack, source),
        )
        return [_problem(row) for row in rows]

    def findings(self, pack: str) -> list[tuple[str, Problem]]:
        """Return (path in the pack, problem) for the files of `pack`."""
        rows = self.query(f"{_PROBLEM} WHERE pack = ?", (pack,))
        return [(str(row[6]), _problem(row)) for row in rows]

    def files(self, pack: str) -> list[FileRow]:
        """Return the stored files of `pack`."""
        rows = self.query("SELECT path, digest, size, mtime_ns FROM files WHERE pack = ?", (pack,))
        return list(map(FileRow._make, rows))

    def context(self, pack: str) -> tuple[str, str] | None:
        """Return the language and the root of a pack, None if it is not installed."""
        rows = self.query("SELECT language, root FROM packs WHERE id = ?", (pack,))
        return (str(rows[0][0]), str(rows[0][1])) if rows else None

    def installed(self) -> list[Installed]:
        """Return every installed pack as the rules of updating see it."""
        # Late: the rules of updating are a sync's business, and this module the app's.
        from jitdesk.packs.plan import Installed  # noqa: PLC0415

        rows = self.query("SELECT id, source, root, version, manifest FROM packs")
        return [Installed(*row) for row in rows]

    def blob(self, digest: str) -> bytes:
        """Return stored bytes by their digest, b"" if they are gone."""
        rows = self.query("SELECT content FROM blobs WHERE digest = ?", (digest,))
        return bytes(rows[0][0]) if rows else b""

    def source(self, name: str) -> SourceRow | None:
        """Return what is known of a source, None before its first sync."""
        rows = self.query("SELECT * FROM sources WHERE name = ?", (name,))
        return SourceRow._make(rows[0]) if rows else None

    def source_names(self) -> list[str]:
        """Return the names of all sources that anything is known or installed of."""
        rows = self.query("SELECT name FROM sources UNION SELECT source FROM packs")
        return [str(row[0]) for row in rows]

    def query(self, sql: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of one statement; a store that cannot be read has none."""
        if self._connection is None:
            return []
        try:
            return self._connection.execute(sql, tuple(values)).fetchall()
        except sqlite3.Error:
            return []


def _like_end(name: str) -> str:
    """Return `name` for the end of a LIKE pattern; names with its signs match nothing."""
    return "?" if not name or set("%_") & set(name) else name


def _page_names(path: str) -> list[str]:
    """Return the files that a link to `path` may mean: sites leave ``.md`` and index out."""
    stem = path.removesuffix(".html").rstrip("/")
    return [path, f"{stem}.md", f"{stem}/index.md", f"{stem}/README.md"]


def _problem(row: tuple[Any, ...]) -> Problem:
    return Problem(row[0], row[1], row[2], Level(row[3]), row[4], row[5])


def _load(row: tuple[Any, ...], site: Mapping[str, str]) -> Guide | None:
    # Late: reading a guide brings PyYAML, which listing and searching never need.
    from jitdesk.guides.loader import load  # noqa: PLC0415

    path, pack, name, inner, language, content = row
    loaded = load(
        bytes(content), path, PackId(pack), pack_language=language, inner=inner, site=site
    )
    return None if loaded.guide is None else replace(loaded.guide, id=GuideId(name))
