"""What is remembered of a source between two syncs, and when that is worth writing down."""

from __future__ import annotations

from datetime import UTC, datetime

from jitdesk.packs.catalog import SourceRow
from jitdesk.packs.report import SourceReport, State

_SETTLED = frozenset({State.UNCHANGED, State.UPDATED, State.KEPT_NEWER})
_RECORD_EVERY = 60.0


def next_record(
    report: SourceReport, known: SourceRow | None, fingerprint: str, now: float, *, reached: bool
) -> SourceRow:
    """Return the record after a sync that ended at `now` (seconds since 1970).

    A location that was not reached keeps its fingerprint, so that the first poll after a
    broken line is as cheap as any other.
    """
    settled = report.state in _SETTLED
    if not reached and known is not None:
        settled = bool(known.settled)
    same = known is not None and known.fingerprint == fingerprint
    stamp = datetime.fromtimestamp(now, UTC).isoformat(timespec="seconds")
    return SourceRow(
        name=report.name,
        location=report.location,
        state=str(report.state),
        message=report.message,
        fingerprint=fingerprint,
        settled=int(settled),
        quiet_since=known.quiet_since if known is not None and same else now,
        last_sync=stamp if reached else (known.last_sync if known else ""),
    )


def is_news(row: SourceRow, known: SourceRow | None) -> bool:
    """Return whether writing `row` is worth a commit: not at every idle poll."""
    if known is None or _timeless(row) != _timeless(known):
        return True
    if not known.last_sync or not row.last_sync:
        return True
    gap = datetime.fromisoformat(row.last_sync) - datetime.fromisoformat(known.last_sync)
    return abs(gap.total_seconds()) > _RECORD_EVERY


def _timeless(row: SourceRow) -> SourceRow:
    return row._replace(last_sync="", quiet_since=0.0)
