"""What an empty search field lists. Pure.

First the checklists that were begun and not finished, then what was opened last, then the
guides that explain JITDesk itself: nobody ever meets an empty window.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from jitdesk.learning.run import Run
from jitdesk.library.listing import listed_hit
from jitdesk.packs.catalog import CatalogRow
from jitdesk.search.hit import Hit

_ROWS = 8
FIRST_PACK = "first-steps"


def home_hits(
    used: Sequence[CatalogRow],
    unfinished: Sequence[Run],
    first: Sequence[CatalogRow],
    pinned: Mapping[str, tuple[date, str]] | None = None,
) -> tuple[Hit, ...]:
    """Return at most eight rows, each guide once.

    `used` are the rows of what is going on and recent, in that order; `first` those of
    the pack that explains JITDesk; `pinned` says which are pinned until when, after which
    course.
    """
    told = {key: _after(*pin) for key, pin in (pinned or {}).items()}
    told |= {run.key: _progress(run) for run in unfinished}
    rows = {row.key: row for row in (*used, *first)}
    chosen = list(rows.values())[:_ROWS]
    return tuple(listed_hit(row, n, told.get(row.key, "")) for n, row in enumerate(chosen, 1))


def _after(until: date, course: str) -> str:
    form = QCoreApplication.translate("Home", "After the course {0}, until {1}")
    return form.format(course, until.isoformat())


def _progress(run: Run) -> str:
    count = len(run.ticked)
    if not count:
        return QCoreApplication.translate("Home", "In progress")
    form = QCoreApplication.translate("Home", "{0} of {1}") if run.total else "{0}"
    done = form.format(count, run.total)
    return QCoreApplication.translate("Home", "In progress: {0} ticked").format(done)
