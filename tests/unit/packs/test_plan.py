from __future__ import annotations

from jitdesk.packs.catalog import FileRow
from jitdesk.packs.manifest import Manifest
from jitdesk.packs.plan import WHOLE, Installed, changed, decide, has_fresh_temporary, is_cut
from jitdesk.packs.report import State
from jitdesk.packs.share import Entry

THERE = Installed("p", "one", "", "2.0.0", WHOLE)


def state(manifest: Manifest, source: str = "one", **options: bool) -> State | None:
    decision = decide(manifest, "pack.yaml", source, {"p": THERE}, **options)
    return None if decision.take else decision.state


def test_a_newer_or_equal_version_is_taken() -> None:
    assert state(Manifest("p", version="2.0.0")) is None
    assert state(Manifest("p", version="2.0.1")) is None


def test_another_source_may_not_take_an_id() -> None:
    assert state(Manifest("p", version="9.9.9"), "two") is State.REFUSED


def test_going_back_needs_a_word() -> None:
    old = Manifest("p", version="1.0.0")
    assert state(old) is State.KEPT_NEWER
    assert state(old, rollback=True) is None
    assert state(Manifest("p", version="1.0.0", allow_rollback=True)) is None


def test_a_manifest_that_lost_its_end_is_a_copy_until_it_is_quiet() -> None:
    cut = Manifest("p", version="2.1.0", complete=False)
    assert state(cut) is State.COPYING
    assert state(cut, quiet=True) is None


def test_editors_that_never_end_the_last_line_are_no_copies() -> None:
    there = Installed("p", "one", "", "2.0.0", "")
    assert not is_cut(Manifest("p", version="2.1.0", complete=False), there)


def test_only_new_sizes_or_times_are_changes() -> None:
    rows = [Entry("a", "f", 1, 5), Entry("b", "f", 2, 5), Entry("c", "f", 1, 6)]
    stored = [FileRow("a", "", 1, 5), FileRow("b", "", 1, 5)]
    assert [e.path for e in changed(rows, stored)] == ["b", "c"]


def test_a_temporary_file_counts_for_a_minute() -> None:
    rows = [Entry("a.md.part", "f", 1, 100 * 10**9)]
    assert has_fresh_temporary(rows, 130)
    assert not has_fresh_temporary(rows, 200)
