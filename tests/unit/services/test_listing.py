"""Menus, rows and folders from a real shelf."""

from __future__ import annotations

from pathlib import Path

import pytest

from jitdesk.learning.records_file import open_records
from jitdesk.library.library import Library
from jitdesk.paths import find_paths
from jitdesk.services import listing, pages


@pytest.fixture
def library(tmp_path: Path, home: Path) -> Library:
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / "a.md").write_text("---\nsituation: The cat is hungry.\n---\n# Feed\n\n- [ ] Bowl\n")
    (folder / "b.md").write_text(
        "# See\n\nRead [the list](a.md). ![x](pic.png) ![y](http://e/z.png)\n"
    )
    made = Library(find_paths())
    made.add_source(str(folder), "team")
    made.sync(only=["team"])
    return made


def test_menus_list_situations_packs_and_what_was_used(library: Library, tmp_path: Path) -> None:
    records = open_records(tmp_path / "r.sqlite")
    key = library.catalog()[0].key
    records.note_opened(key)
    menus = listing.menus(library, records)
    assert [entry.label for entry in menus.by_situation] == ["The cat is hungry."]
    assert [len(pack.children) for pack in menus.by_pack] == [2]
    assert [entry.key for entry in menus.recent] == [key]


def test_a_guide_opens_with_its_run_and_only_its_own_pictures(
    library: Library, tmp_path: Path
) -> None:
    records = open_records(tmp_path / "r.sqlite")
    see = next(row.key for row in library.catalog() if row.title == "See")
    opened = pages.opened(library, records, see, "")
    assert opened is not None
    assert opened.run.id
    assert opened.pictures == {}
    markup = "".join(str(getattr(block, "html", "")) for block in opened.page.blocks)
    assert 'href="guide:' in markup
    assert "http://e" not in markup


def test_a_link_between_guides_opens_the_other_guide(library: Library, tmp_path: Path) -> None:
    records = open_records(tmp_path / "r.sqlite")
    see = next(row.key for row in library.catalog() if row.title == "See")
    opened = pages.opened(library, records, see, "")
    assert opened is not None
    markup = "".join(str(getattr(block, "html", "")) for block in opened.page.blocks)
    target = markup.split('href="guide:')[1].split('"')[0].partition("#")[0]
    other = pages.opened(library, records, target, "")
    assert other is not None
    assert other.guide.title == "Feed"


def test_a_guide_that_is_gone_is_none(library: Library, tmp_path: Path) -> None:
    assert pages.opened(library, open_records(tmp_path / "r.sqlite"), "team/none", "") is None


def test_the_shipped_folder_cannot_be_removed(library: Library) -> None:
    rows = {row.name: row for row in listing.folders(find_paths())}
    assert not rows["jitdesk"].removable
    assert rows["team"].removable
    assert "2 guides" in rows["team"].state
