"""From the files of one pack to its rows: every file checked, every page read once.

Takes contents as they come from the share, gives the bytes on to be stored, and keeps only
light rows. Files that did not change keep their rows. At the end ids are made unique in an
order that no directory listing can change.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from jitdesk.errors import Level, Problem
from jitdesk.guides.guide import Guide, PackId
from jitdesk.guides.links import Goal, pictures, resolve
from jitdesk.guides.loader import Loaded, load
from jitdesk.guides.pilot import FOLDER as PILOTS
from jitdesk.guides.pilot import read_pilot
from jitdesk.guides.slugs import digest6
from jitdesk.packs.catalog import CatalogRow, FileRow
from jitdesk.packs.images import image_fault
from jitdesk.packs.names import IMAGE_SUFFIXES, Sort, sort_of
from jitdesk.packs.share import Content

_ID_LINE = re.compile(rb"^id\s*:", re.MULTILINE)
Finding = tuple[str, Problem]


@dataclass(slots=True)
class Intake:
    """Collects the rows of one pack.

    Attributes:
        root: where the pack lies in its source.
        images: paths in the pack of every picture that there is.
        cut: pages that end in the middle of their front matter.
    """

    pack: str
    root: str
    language: str
    images: frozenset[str]
    files: dict[str, FileRow] = field(default_factory=dict)
    guides: dict[str, CatalogRow] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)

    def shown(self, path: str) -> str:
        """Return the path below the source's location."""
        return f"{self.root}/{path}" if self.root else path

    def keep(self, file: FileRow, guide: CatalogRow | None, findings: Iterable[Problem]) -> None:
        """Take over the rows of a file that did not change."""
        self.files[file.path] = file
        if guide is not None:
            self.guides[file.path] = guide
        self.findings += [(file.path, problem) for problem in findings]

    def take(self, content: Content, entry_size: int, mtime_ns: int) -> tuple[str, bytes] | None:
        """Check one file; return its digest and bytes to be stored, None if it stays out."""
        if content.failed:
            message = f"The file cannot be read: {content.failed}."
            self.say(content.path, 0, "unreadable", message, level=Level.ERROR)
            return None
        sort = sort_of(content.path)
        if sort is Sort.IMAGE and (fault := image_fault(content.data)):
            self.say(content.path, 0, "picture", f"It is not shown: {fault}.")
            return None
        digest = hashlib.sha256(content.data).hexdigest()
        self.files[content.path] = FileRow(content.path, digest, entry_size, mtime_ns)
        if sort is Sort.GUIDE:
            self.read_page(content.path, content.data)
        return digest, content.data

    def read_page(self, path: str, data: bytes) -> None:
        """Read one page of the pack and take its row and its problems."""
        loaded = load(
            data, self.shown(path), PackId(self.pack), pack_language=self.language, inner=path
        )
        self.findings += [(path, problem) for problem in loaded.problems]
        if _is_cut(loaded, data):
            self.cut.append(path)
        if loaded.guide is not None and not _is_pilot(loaded.guide, path):
            self.guides[path] = _row(loaded.guide, path)
            self._missing_pictures(loaded.guide, path)

    def say(
        self,
        path: str,
        line: int,
        rule: str,
        message: str,
        fix: str = "",
        level: Level = Level.WARNING,
    ) -> None:
        """Add one finding about the file at `path`."""
        self.findings.append((path, Problem(self.shown(path), line, rule, level, message, fix)))

    def _missing_pictures(self, guide: Guide, path: str) -> None:
        for line, link in pictures(guide.body, guide.body_line):
            target = resolve(path, link)
            if target.goal is not Goal.PACK or target.path in self.images:
                continue
            if not target.path.lower().endswith(IMAGE_SUFFIXES):
                continue
            lower = target.path.lower()
            near = next((i for i in sorted(self.images) if i.lower() == lower), "")
            fix = f'Did you mean "{near}"?' if near else ""
            self.say(path, line, "picture", f'The picture "{link[:100]}" is missing.', fix)

    def finish(self, bytes_of: Callable[[str], bytes]) -> list[CatalogRow]:
        """Return the rows with unique ids; `bytes_of` gives the stored bytes of a digest."""
        rows: list[CatalogRow] = []
        taken: dict[str, CatalogRow] = {}
        # Written ids come before made-up ones, and paths decide between equals.
        for row in sorted(self.guides.values(), key=lambda r: (not r.own_id, r.pack_path)):
            wanted = row.own_id or row.id
            other = taken.get(wanted.casefold())
            name = wanted if other is None else f"{wanted}-{digest6(row.pack_path)}"
            if other is not None and row.own_id:
                self._say_twice(row, other, bytes_of)
            unique = row._replace(id=name, key=f"{self.pack}/{name}")
            taken[name.casefold()] = unique
            rows.append(unique)
        return rows

    def _say_twice(
        self, row: CatalogRow, other: CatalogRow, bytes_of: Callable[[str], bytes]
    ) -> None:
        match = _ID_LINE.search(data := bytes_of(row.digest))
        line = data.count(b"\n", 0, match.start()) + 1 if match else 1
        message = f'The id "{row.own_id}" belongs to {other.path} already.'
        fix = "Give one of the two another id; until then this one has a made-up id."
        self.say(row.pack_path, line, "G02", message, fix)


def _is_pilot(guide: Guide, path: str) -> bool:
    """Return whether a page is a trial version of another: it is in no list of its own."""
    return path.startswith(f"{PILOTS}/") and read_pilot(guide.front) is not None


def _is_cut(loaded: Loaded, data: bytes) -> bool:
    """Return whether a page stops inside its front matter, as a half copied file does."""
    open_front = any(p.rule == "front-not-closed" for p in loaded.problems)
    return open_front and not data.endswith((b"\n", b"\r"))


def _row(guide: Guide, path: str) -> CatalogRow:
    own = guide.front.get("id") is not None
    return CatalogRow(
        key=guide.key,
        id=guide.id,
        pack=guide.pack,
        path=guide.path,
        type=str(guide.type),
        title=guide.title,
        situation=guide.situation,
        minutes=guide.minutes,
        language=guide.language,
        tags="\n".join(guide.tags),
        reviewed_on=guide.reviewed_on.isoformat() if guide.reviewed_on else "",
        review_due=guide.review_due.isoformat() if guide.review_due else "",
        digest=guide.digest,
        own_id=guide.id if own else "",
        pack_path=path,
        site=" ".join(guide.site),
    )
