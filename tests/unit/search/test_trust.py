"""A guide whose review is overdue stands behind its equals, and says so."""

from __future__ import annotations

from pathlib import Path

from jitdesk.search.hit import Query
from tests.support.guides import make_guide, open_searcher

FRESH = "reviewed_on: 2026-11-01\nreview_every: P3650D"
TEXT = "Pull the lever of the mangle until the roller stops."


def test_a_stale_guide_stands_behind_its_equal(tmp_path: Path) -> None:
    stale = make_guide("Stop the mangle at night", TEXT, front="reviewed_on: 2019-01-01")
    fresh = make_guide("Stop the mangle at noon", TEXT, front=FRESH)
    with open_searcher(tmp_path, [stale, fresh]) as searcher:
        hits = searcher.search(Query("stop mangle", complete=True)).hits
    assert [(hit.title, hit.overdue) for hit in hits] == [
        ("Stop the mangle at noon", False),
        ("Stop the mangle at night", True),
    ]


def test_an_exact_title_stays_first_though_it_is_stale(tmp_path: Path) -> None:
    stale = make_guide("Stop the mangle", TEXT, front="reviewed_on: 2019-01-01")
    fresh = make_guide("Stop the mangle at noon", TEXT, front="reviewed_on: 2026-11-01")
    with open_searcher(tmp_path, [stale, fresh]) as searcher:
        hits = searcher.search(Query("stop the mangle", complete=True)).hits
    assert hits[0].title == "Stop the mangle"


def test_a_retired_guide_stands_last(tmp_path: Path) -> None:
    gone = make_guide("Stop the mangle at dawn", TEXT, front="status: retired")
    used = make_guide("Stop the mangle at noon", TEXT)
    with open_searcher(tmp_path, [gone, used]) as searcher:
        hits = searcher.search(Query("stop mangle", complete=True)).hits
    assert hits[-1].title == "Stop the mangle at dawn"
