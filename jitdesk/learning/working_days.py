"""Working days: Monday to Friday, in the person's own time zone. Pure.

Holidays of a country are not known here; on a holiday nobody opens the popup, so nothing is
asked, and a clock of the loops is then a day too strict for everybody alike.
"""

from __future__ import annotations

from datetime import date, timedelta


def is_working(day: date) -> bool:
    """Return whether people work on that day."""
    return day.weekday() < 5


def on_or_after(day: date) -> date:
    """Return the first working day that is not before `day`."""
    while not is_working(day):
        day += timedelta(days=1)
    return day


def plus(day: date, working: int) -> date:
    """Return the day that many working days after `day`."""
    for _ in range(working):
        day = on_or_after(day + timedelta(days=1))
    return day


def between(start: date, end: date) -> int:
    """Return the working days after `start` up to and with `end`, 0 if `end` is earlier."""
    if end <= start:
        return 0
    weeks, rest = divmod((end - start).days, 7)
    extra = sum(is_working(start + timedelta(days=n + 1)) for n in range(rest))
    return weeks * 5 + extra
