from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jitdesk.errors import ShareError, UsageError
from jitdesk.library.library import Library
from jitdesk.packs.sync import SyncOptions
from jitdesk.paths import find_paths
from jitdesk.search.hit import Query
from tests.support.share import OLD, write_files


@pytest.fixture
def share(tmp_path: Path) -> Path:
    return write_files(
        tmp_path / "share",
        {"badge.md": "# Reset a badge\n\nHold it.\n", "b.md": "# Order ink\n\nx\n"},
    )


@pytest.fixture
def library(tmp_path: Path, share: Path) -> Iterator[Library]:
    made = Library(find_paths({"JITDESK_HOME": str(tmp_path / "home")}))
    made.add_source(str(share), "team")
    yield made
    made.close()


def titles(library: Library, text: str) -> list[str]:
    return [hit.title for hit in library.find(Query(text, complete=True)).hits]


def test_what_is_synced_can_be_found_and_read(library: Library) -> None:
    library.sync(only=["team"])
    assert titles(library, "badge")[0] == "Reset a badge"
    guide = library.guide("team/badge")
    assert guide is not None
    assert guide.body == "# Reset a badge\n\nHold it.\n"


def test_a_change_is_found_without_opening_anything_anew(library: Library, share: Path) -> None:
    library.sync(only=["team"])
    titles(library, "badge")
    write_files(share, {"c.md": "# Feed the parrot\n\nSeeds.\n"}, OLD + 5)
    library.sync(only=["team"])
    assert titles(library, "parrot") == ["Feed the parrot"]


def test_a_removed_source_is_found_no_more(library: Library) -> None:
    library.sync(only=["team"])
    library.remove_source("team")
    assert library.catalog() == []
    assert titles(library, "badge") == []


def test_sources_tell_their_state(library: Library) -> None:
    before = {row.name: row for row in library.source_rows()}
    library.sync(only=["team"])
    after = {row.name: row for row in library.source_rows()}
    assert (before["team"].state, after["team"].state) == ("not synced yet", "updated")
    assert (after["team"].packs, after["team"].guides) == (1, 2)


def test_a_wrong_location_is_not_added(library: Library, share: Path, tmp_path: Path) -> None:
    with pytest.raises(ShareError):
        library.add_source(str(tmp_path / "gone"))
    with pytest.raises(UsageError):
        library.add_source(str(share))
    assert [row.name for row in library.source_rows()][-1:] == ["team"]


def test_preparing_syncs_only_what_never_was(library: Library) -> None:
    assert library.prepare() is not None
    assert library.prepare() is None


def test_a_cancelled_sync_builds_no_index(library: Library) -> None:
    assert library.sync(SyncOptions(cancelled=lambda: True)).index is None


def test_a_damaged_store_heals_with_the_next_sync(library: Library) -> None:
    library.sync(only=["team"])
    library.close()
    for part in library.paths.store.glob("packs.sqlite*"):
        part.write_bytes(b"rubbish " * 999)
    library.sync()
    assert library.guide("team/badge") is not None
