"""The rows of an empty field, for the window in front."""

from __future__ import annotations

from jitdesk.app.suggestions import MOST_FITTING, ROWS, fitting_here, listed, not_here
from jitdesk.models.reading import Home
from tests.support.services import hit_for, rows_for


def test_what_is_going_on_comes_first_then_what_fits_then_the_rest() -> None:
    home = Home(rows_for("home"), going_on=1)
    rows = listed(home, rows_for("here"))
    assert [hit.title for hit in rows] == [
        "home 1", "here 1", "here 2", "here 3", "home 2", "home 3",
    ]  # fmt: skip
    assert [hit.rank for hit in rows] == [1, 2, 3, 4, 5, 6]


def test_a_guide_is_listed_once_and_eight_at_most() -> None:
    home = Home(tuple(hit_for("x", n) for n in range(8)), going_on=0)
    rows = listed(home, (hit_for("x", 3), *rows_for("here")))
    assert len(rows) == ROWS
    assert len({hit.key for hit in rows}) == ROWS


def test_what_is_not_wanted_in_a_program_stays_away_there_alone() -> None:
    home = Home(not_here=frozenset({not_here("outlook", "p/a1")}))
    assert fitting_here(home, rows_for("a"), "outlook") == rows_for("a")[1:]
    assert fitting_here(home, rows_for("a"), "excel") == rows_for("a")
    assert len(fitting_here(home, [hit_for("a", n) for n in range(20)], "x")) == MOST_FITTING
