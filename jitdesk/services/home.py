"""What an empty search field lists. Pure.

First the checklists that were begun and not finished, then what was opened last, then the
guides that explain JITDesk itself: nobody ever meets an empty window.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jitdesk.learning.run import Run
from jitdesk.packs.catalog import CatalogRow
from jitdesk.search.hit import Hit

_ROWS = 8
_FIRST_PACK = "first-steps"


def home_hits(
    catalog: Sequence[CatalogRow], unfinished: Sequence[Run], recent: Sequence[str]
) -> tuple[Hit, ...]:
    """Return at most eight rows, each guide once."""
    by_key = {row.key: row for row in catalog}
    reasons: dict[str, str] = {}
    for run in unfinished:
        done = f"{len(run.ticked)} of {run.total}" if run.total else str(len(run.ticked))
        reasons.setdefault(run.key, f"In progress: {done} ticked")
    for key in recent:
        reasons.setdefault(key, "")
    for key, row in by_key.items():
        if row.pack == _FIRST_PACK:
            reasons.setdefault(key, "")
    wanted = [(by_key[key], why) for key, why in reasons.items() if key in by_key]
    return tuple(_hit(row, number, why) for number, (row, why) in enumerate(wanted[:_ROWS], 1))


def _hit(row: CatalogRow, rank: int, why: str) -> Hit:
    return Hit(
        rank=rank,
        key=row.key,
        id=row.id,
        title=row.title,
        type=row.type,
        pack=row.pack,
        path=row.path,
        section="",
        section_title="",
        situation=why or row.situation,
        line="",
        score=0.0,
        why=why,
        minutes=row.minutes,
        reviewed_on=row.reviewed_on,
        overdue=bool(row.review_due) and row.review_due < date.today().isoformat(),  # noqa: DTZ011
    )
