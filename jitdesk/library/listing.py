"""An installed guide as a row of a list that no search has made."""

from __future__ import annotations

from datetime import date

from jitdesk.packs.catalog import CatalogRow
from jitdesk.search.hit import Hit


def listed_hit(row: CatalogRow, rank: int, why: str = "") -> Hit:
    """Return the row; `why` says why it is there and stands for its situation."""
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
