"""A shared folder for tests: packs written in a line, and readers that hang or die."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from jitdesk.packs.report import SourceReport
from jitdesk.packs.sources import Source
from jitdesk.packs.store import PackStore
from jitdesk.packs.sync import SourceSync, SyncOptions
from jitdesk.packs.writer import writing

OLD = 1_700_000_000
"""A time of change far enough back that nobody waits for a copy to settle."""

HANGING_READER = (sys.executable, "-c", "import sys; sys.stdin.readline(); sys.stdin.read()")
"""Takes a request and never answers, like a process inside a dead share."""

DYING_READER = (sys.executable, "-c", "import sys; sys.stdin.readline()")
"""Ends in the middle of a request."""


def write_files(folder: Path, files: Mapping[str, str | bytes], when: float = OLD) -> Path:
    """Write files below `folder`, all with one time of change."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        os.utime(path, (when, when))
    return folder


def write_pack(
    folder: Path, files: Mapping[str, str | bytes], *, name: str = "team", version: str = "1.0.0"
) -> Path:
    """Write a pack with a manifest."""
    manifest = f"id: {name}\ntitle: Pack {name}\nversion: {version}\n"
    return write_files(folder, {"pack.yaml": manifest, **files})


class Desk:
    """One person's store, synced from folders in a test."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def sync(
        self, location: Path, name: str = "share", options: SyncOptions | None = None
    ) -> SourceReport:
        """Sync one source and return its report."""
        with writing(self.directory) as writer:
            return SourceSync(writer, Source(name, str(location)), options or SyncOptions()).run()

    def store(self) -> PackStore:
        """Return the store for reading; close it."""
        return PackStore.open(self.directory)

    def paths(self) -> list[str]:
        """Return the paths of all installed guides."""
        store = self.store()
        try:
            return sorted(row.path for row in store.catalog())
        finally:
            store.close()

    def body(self, key: str) -> str:
        """Return the text of an installed guide, "" if there is none."""
        store = self.store()
        try:
            guide = store.guide(key)
            return guide.body if guide else ""
        finally:
            store.close()
