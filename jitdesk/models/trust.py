"""`trust_line`: owner, review and use in one line, for every result and every guide."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from jitdesk.guides.guide import Guide
from jitdesk.guides.pilot import read_pilot


def trust_line(
    guide: Guide, times: int = 0, today: date | None = None, went: tuple[int, int] = (0, 0)
) -> str:
    """Return who owns a guide, when it was reviewed, and how often it was used here.

    Args:
        guide: the guide.
        times: how often this person opened it before.
        went: how often the task went well, of how often they said how it went.
        today: the day on which a review is overdue or not; default the person's day.
    """
    day = today or date.today()  # noqa: DTZ011  (the person's day)
    told = [guide.owner.replace("-", " "), reviewed(guide.reviewed_on, guide.review_due, day)]
    if (pilot := read_pilot(guide.front)) is not None:
        told.insert(0, _tr("trial version until {0}").format(pilot.until.isoformat()))
    if guide.status == "draft":
        told.append(_tr("draft"))
    if times:
        told.append(
            _tr("used here {0} times").format(times) if times > 1 else _tr("used here once")
        )
    if went[1]:
        told.append(_tr("worked {0} of {1}").format(*went))
    return " · ".join(filter(None, told))


def reviewed(on: date | None, due: date | None, today: date) -> str:
    """Return when a guide was reviewed, and whether that is too long ago."""
    if on is None:
        return _tr("not reviewed")
    if due is not None and due < today:
        return _tr("review overdue, last reviewed {0}").format(on.isoformat())
    return _tr("reviewed {0}").format(on.isoformat())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)
