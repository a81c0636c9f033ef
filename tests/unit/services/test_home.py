"""What an empty field lists: what is going on, what was used, then the first steps."""

from __future__ import annotations

from jitdesk.learning.run import Run
from jitdesk.packs.catalog import CatalogRow
from jitdesk.services.home import home_hits


def row(key: str, *, due: str = "", situation: str = "When.") -> CatalogRow:
    pack, name = key.split("/")
    return CatalogRow(
        key, name, pack, f"{name}.md", "guide", name.title(), situation, 2, "en", "", "", due,
        "d", name, f"{name}.md",
    )  # fmt: skip


def test_a_checklist_in_progress_says_how_far_it_is() -> None:
    run = Run(1, "p/a", ticked=frozenset("x"), total=3)
    hits = home_hits([row("p/a"), row("p/b")], [run], [])
    assert [hit.situation for hit in hits] == ["In progress: 1 of 3 ticked", "When."]


def test_each_guide_is_listed_once_and_at_most_eight() -> None:
    used = [row(f"p/{n}") for n in range(6)]
    hits = home_hits(used, [], [used[0], *(row(f"first-steps/{n}") for n in range(6))])
    keys = [hit.key for hit in hits]
    assert len(keys) == len(set(keys)) == 8
    assert keys[:6] == [one.key for one in used]


def test_an_overdue_review_is_known() -> None:
    hits = home_hits([row("p/a", due="2001-01-01"), row("p/b", due="2999-01-01")], [], [])
    assert [hit.overdue for hit in hits] == [True, False]
