from __future__ import annotations

from datetime import date, timedelta

import pytest

from jitdesk.guides.dates import date_of, due_on, span_of


@pytest.mark.parametrize("text", ["2026-03-09", "2026-3-9", "3/9/2026", "2026-03-09T10:00:00Z"])
def test_usual_forms_of_a_day_are_read(text: str) -> None:
    assert date_of(text) == date(2026, 3, 9)


@pytest.mark.parametrize("text", ["0000-00-00", "2026-02-30", "tomorrow", "", 5, None])
def test_days_that_do_not_exist_are_none(text: object) -> None:
    assert date_of(text) is None


def test_spans_have_bounds() -> None:
    assert span_of("P180D") == timedelta(180)
    assert span_of("6 months") == timedelta(180)
    assert span_of("-5 days") is None
    assert span_of("P99999Y") is None


def test_the_earlier_of_expiry_and_review_counts_and_nothing_overflows() -> None:
    assert due_on(date(2026, 1, 1), timedelta(10), date(2026, 1, 5)) == date(2026, 1, 5)
    assert due_on(date(9999, 12, 1), timedelta(3650), None) == date.max
    assert due_on(None, timedelta(10), None) is None
