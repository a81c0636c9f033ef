"""Who gets a trial version, and until when."""

from __future__ import annotations

from datetime import date

import pytest

from jitdesk.guides.pilot import Pilot, groups_of, read_pilot, takes_part

FIELDS = {"of": "team.pay", "audience": ["Finance", "branch 12"], "until": "2026-12-24"}


def test_a_trial_runs_for_its_audience_until_its_last_day() -> None:
    pilot = read_pilot({"pilot": {**FIELDS, "measure": "M9"}})
    assert pilot == Pilot("team.pay", ("Finance", "branch 12"), date(2026, 12, 24), "M9")
    assert takes_part(pilot, ["finance"], date(2026, 12, 24))
    assert not takes_part(pilot, ["finance"], date(2026, 12, 25))
    assert not takes_part(pilot, ["sales"], date(2026, 12, 1))
    assert not takes_part(pilot, [], date(2026, 12, 1))


def test_everyone_takes_part_in_a_trial_for_everyone() -> None:
    pilot = Pilot("a", ("everyone",), date(2026, 12, 24))
    assert takes_part(pilot, [], date(2026, 12, 1))


@pytest.mark.parametrize(
    "said",
    [
        None,
        "soon",
        {},
        {**FIELDS, "of": ""},
        {**FIELDS, "until": "soon"},
        {**FIELDS, "audience": []},
    ],
)
def test_what_does_not_say_enough_is_no_trial(said: object) -> None:
    assert read_pilot({"pilot": said}) is None


def test_groups_are_a_list_or_a_text_with_commas() -> None:
    assert groups_of(" finance, branch  12,, ") == ("finance", "branch 12")
    assert groups_of(["finance", ""]) == ("finance",)
