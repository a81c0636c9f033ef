"""Dates in front matter: when a guide was reviewed and when its next review is due.

A date that does not exist is named, never guessed. ``review_every`` is ``P180D`` (also
``P6M``, ``P26W``, ``P1Y``, ``180 days``) and must be between 1 day and 10 years.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?![\d])")
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")
_SPAN = re.compile(r"P?\s*(\d{1,5})\s*(D|W|M|Y|days?|weeks?|months?|years?)", re.IGNORECASE)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_MAX_DAYS = 3650


def date_of(value: object) -> date | None:
    """Return the day that `value` names, None if it names none that exists."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    text = value.strip()
    if match := _ISO.match(text):
        year, month, day = map(int, match.groups())
    elif match := _AMERICAN.match(text):
        month, day, year = map(int, match.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def span_of(value: object) -> timedelta | None:
    """Return the time span that `value` names, None unless it is 1 day to 10 years."""
    match = _SPAN.fullmatch(str(value).strip()) if isinstance(value, str | int) else None
    if match is None:
        return None
    days = int(match.group(1)) * _DAYS[match.group(2)[0].lower()]
    return timedelta(days=days) if 1 <= days <= _MAX_DAYS else None


def due_on(reviewed: date | None, every: timedelta | None, expires: date | None) -> date | None:
    """Return the earlier of the expiry and `reviewed` + `every`; None = no clock."""
    days = [expires] if expires else []
    if reviewed and every:
        try:
            days.append(reviewed + every)
        except OverflowError:
            days.append(date.max)
    return min(days, default=None)
