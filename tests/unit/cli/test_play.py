"""`jitdesk show --play`: all four types in a terminal; the run is the one of the window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from jitdesk.cli.play import Terminal, play
from jitdesk.guides.guide import PackId
from jitdesk.guides.loader import load
from jitdesk.guides.render import render
from jitdesk.learning.records_file import open_records
from jitdesk.paths import Paths
from tests.ui.players.test_checklist import READ_DO
from tests.ui.players.test_forms import TEMPLATE
from tests.ui.players.test_questions import SCORE, TABLE, TREE

Run = Callable[..., int]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(*(tmp_path / name for name in ("config", "data", "cache", "log", "site")))


@pytest.fixture
def played(paths: Paths) -> Run:
    """Play a page with these answers; the end of them is the end of the input."""

    def go(text: str, *answers: str) -> int:
        guide = load(text.encode(), "page.md", PackId("p")).guide
        assert guide is not None
        left = list(answers)

        def ask(_text: str) -> str:
            if not left:
                raise EOFError
            return left.pop(0)

        return play(guide, render(guide), Terminal(78, ask), paths)

    return go


def test_steps_are_gone_through(played: Run, capsys: pytest.CaptureFixture[str]) -> None:
    page = "# A\n\n## Steps\n\n1. **Go.** {#a}\n   - If not: stop.\n2. **Rest.** {#b}\n"
    assert played(page, "", "b", "", "") == 0
    said = capsys.readouterr().out
    assert said.count("1. Go.") == 2
    assert "If not: stop." in said
    assert "\033" not in said


def test_a_checklist_is_a_run_that_goes_on(
    played: Run, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert played(READ_DO, "Kim", "", "q") == 1
    with closing(open_records(paths.records_file)) as records:
        run = records.run_of("p/page")
        assert run is not None
        assert len(run.ticked) == 1
    assert played(READ_DO, "s", "no oven", "", "") == 0
    said = capsys.readouterr().out
    assert "counted by ____ (name)" in said
    assert "3 of 4 done, 1 skipped" in said
    assert "skipped: no oven" in said


def test_a_template_asks_and_prints_exactly(
    played: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert played(TEMPLATE, "Kim", "2026-12-01", "large") == 0
    assert "Hello Kim,\n\n  large by 2026-12-01. Kim! {{other}}" in capsys.readouterr().out
    assert played(TEMPLATE, "", "", "small") == 1
    said = capsys.readouterr()
    assert "Hello Kim," in said.out  # remembered
    assert "Still empty: day" in said.err


def test_a_table_a_tree_and_a_scoring_reach_their_ends(
    played: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert played(TABLE, "9", "2", "b", "1") == 0
    assert "Send a link." in capsys.readouterr().out
    assert played(TREE, "1", "2", "?") == 0
    assert "Look at the light." in capsys.readouterr().out
    assert played(SCORE, "North, Delta", "3", "2", "1", "1") == 0
    said = capsys.readouterr().out
    assert "North: 8 of 9  Take it." in said
    assert "Delta: 3 of 9  Ask again." in said


def test_the_end_of_the_input_leaves_without_an_error(played: Run) -> None:
    for page in (READ_DO, TABLE, TREE, SCORE, TEMPLATE):
        assert played(page) == 1
