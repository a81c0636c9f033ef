"""The rules of updating, decided on values alone.

- A pack id belongs to the source that brought it first.
- A version never goes back, unless the pack or the person says so.
- A manifest that stops in the middle is a copy in progress, until the folder has been
  quiet for ten minutes: then it is the author's mistake and said to be one.
- A folder that lost its manifest, or lost everything, keeps what is installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jitdesk.errors import Level, Problem
from jitdesk.packs.catalog import FileRow
from jitdesk.packs.manifest import Manifest
from jitdesk.packs.names import Sort, sort_of
from jitdesk.packs.report import State
from jitdesk.packs.share import Entry
from jitdesk.packs.versions import is_older

QUIET = 600.0
"""Seconds without a change after which nobody is copying any more."""

COPYING = "It is being copied; it will be taken when the copy is complete."
_FRESH = 60.0
WHOLE = "whole"
"""Stands in `Installed.manifest` for a manifest whose last line had an end."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What the store knows of a pack."""

    id: str
    source: str
    root: str
    version: str
    manifest: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Take the pack, or keep what is installed and say why."""

    take: bool
    state: State = State.UPDATED
    message: str = ""
    problem: Problem | None = None


TAKE = Decision(True)


def decide(
    manifest: Manifest,
    path: str,
    source: str,
    installed: Mapping[str, Installed],
    *,
    quiet: bool = False,
    rollback: bool = False,
) -> Decision:
    """Return whether the pack with `manifest` at `path` may replace what is installed."""
    there = installed.get(manifest.id)
    if there is not None and there.source != source:
        message = (
            f'The pack "{manifest.id}" of "{source}" is refused: it belongs to "{there.source}".'
        )
        fix = "Ask who published it; remove one of the two sources or give the pack another id."
        problem = Problem(path, manifest.id_line, "foreign-id", Level.ERROR, message, fix)
        return Decision(False, State.REFUSED, message, problem)
    if is_cut(manifest, there) and not quiet:
        problem = Problem(path, manifest.last_line, "copying", Level.WARNING, COPYING)
        return Decision(False, State.COPYING, f'"{manifest.title}": {COPYING}', problem)
    if there is not None and is_older(manifest.version, there.version):
        if rollback or manifest.allow_rollback:
            return TAKE
        return _backwards(manifest, path, there)
    return TAKE


def _backwards(manifest: Manifest, path: str, there: Installed) -> Decision:
    shown = manifest.version or "no version"
    message = f'"{manifest.id}" went back from {there.version} to {shown}; {there.version} is kept.'
    fix = "To go back on purpose, sync with --accept-rollback or set allow_rollback: true."
    problem = Problem(path, manifest.version_line, "version-back", Level.WARNING, message, fix)
    return Decision(False, State.KEPT_NEWER, message, problem)


def is_cut(manifest: Manifest, there: Installed | None) -> bool:
    """Return whether the manifest looks like the first part of a longer one."""
    if manifest.complete:
        return False
    lost_version = not manifest.version and (there is None or bool(there.version))
    # Some editors never end the last line; then the installed manifest did not either.
    lost_end = there is not None and there.manifest == WHOLE
    return lost_version or lost_end or not manifest.id


def changed(entries: Iterable[Entry], stored: Iterable[FileRow]) -> list[Entry]:
    """Return the entries that are new or have another size or time than when last read."""
    known = {row.path: (row.size, row.mtime_ns) for row in stored}
    return [e for e in entries if known.get(e.path) != (e.size, e.mtime_ns)]


def has_fresh_temporary(entries: Iterable[Entry], now: float) -> bool:
    """Return whether a temporary file was written within the last minute."""
    return any(
        sort_of(e.path) is Sort.TEMPORARY and 0 <= now - e.mtime_ns / 1e9 < _FRESH for e in entries
    )


def missing_listed(manifest: Manifest, entries: Iterable[Entry]) -> list[str]:
    """Return the files that the manifest lists and the folder does not have."""
    there = {entry.path for entry in entries}
    return [path for path in manifest.files if path not in there]
