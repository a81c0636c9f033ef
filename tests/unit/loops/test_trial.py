"""The clock of a trial version, and what it must say."""

from __future__ import annotations

from datetime import date

import pytest

from jitdesk.errors import UsageError
from jitdesk.loops import suggestion
from jitdesk.loops.contribution import Kind
from tests.unit.loops.test_loops import MONDAY, did, said


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"until": "soon", "measure": "M9"}, "no day"),
        ({"until": "2026-03-01", "measure": "M9"}, "60 working days"),
        ({"until": "2027-03-01", "measure": "M9"}, "60 working days"),
        ({"until": "2026-03-20", "measure": "it feels better"}, "figure of the report"),
        ({"until": "2026-03-20", "measure": "M16"}, "figure of the report"),
    ],
)
def test_a_trial_has_an_end_and_a_figure(fields: dict[str, str], missing: str) -> None:
    with pytest.raises(UsageError, match=missing):
        suggestion.check("accepted", "pilot", {"audience": "team", **fields}, MONDAY.date())


def test_a_trial_is_overdue_the_working_day_after_its_last() -> None:
    one = said("one click less", Kind.SUGGEST, guide="a")
    board = [
        did(one, "accepted", 1, who="kim", until="2026-03-20"),
        did(one, "pilot", 2, audience="team", until="2026-03-20", measure="M9"),
    ]
    trial = suggestion.standing(one, board)
    assert not trial.is_overdue(date(2026, 3, 20))
    assert trial.is_overdue(date(2026, 3, 23))  # Monday
    board.append(did(one, "adapted", 9, until="2026-04-10"))
    assert not suggestion.standing(one, board).is_overdue(date(2026, 3, 23))
