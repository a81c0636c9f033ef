"""What is installed, as light rows: enough for lists, links and the search index's plan."""

from __future__ import annotations

from typing import NamedTuple


class CatalogRow(NamedTuple):
    """One installed guide; a tuple, because ten thousand are read at a start.

    Attributes:
        path: relative to the source's location.
        tags: one a line.
        reviewed_on, review_due: ISO dates, "" = none.
        own_id: the id as the file has it; differs from `id` when two files share it.
        pack_path: path inside the pack; the file's place in the store.
        site: names of the site values that it needs, with spaces between.
    """

    key: str
    id: str
    pack: str
    path: str
    type: str
    title: str
    situation: str
    minutes: int
    language: str
    tags: str
    reviewed_on: str
    review_due: str
    digest: str
    own_id: str
    pack_path: str
    site: str = ""


class MenuRow(NamedTuple):
    """What a menu shows of a guide."""

    key: str
    pack: str
    path: str
    title: str
    situation: str
    site: str = ""


class PackRow(NamedTuple):
    """One installed pack and how many guides and problems it has."""

    id: str
    title: str
    version: str
    source: str
    guides: int
    problems: int


class FileRow(NamedTuple):
    """One stored file; `size` and `mtime_ns` are those of the share when it was read."""

    path: str
    digest: str
    size: int
    mtime_ns: int


class SourceRow(NamedTuple):
    """What is known of a source from its last sync.

    Attributes:
        fingerprint: of the listing that was last looked at.
        settled: that listing was taken over; if it comes again there is nothing to do.
        quiet_since: seconds since 1970 when that listing was first seen.
        last_sync: ISO time of the last sync that reached the location, "" = never.
    """

    name: str
    location: str
    state: str
    message: str
    fingerprint: str
    settled: int
    quiet_since: float
    last_sync: str
