"""Menus, rows and folders from a real shelf."""

from __future__ import annotations

from datetime import date, timedelta
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


def changed_guide(folder: Path, day: date, version: str = "1.1.0") -> None:
    (folder / "team" / "a.md").write_text(
        f"---\nversion: {version}\nchanges:\n"
        f"  - {{version: {version}, date: {day}, what: Two bowls}}\n"
        "  - {version: 1.0.0, date: 2020-01-01, what: first}\n---\n# Feed\n\n- [ ] Bowls\n"
    )


def test_what_changed_this_month_is_listed_of_what_was_used(
    library: Library, tmp_path: Path
) -> None:
    records = open_records(tmp_path / "r.sqlite")
    feed = next(row.key for row in library.catalog() if row.title == "Feed")
    changed_guide(tmp_path, date.today())
    library.sync(only=["team"])
    assert listing.menus(library, records).changed == ()  # nobody here used it
    records.note_opened(feed)
    (entry,) = listing.menus(library, records).changed
    assert (entry.key, entry.label) == (feed, "Feed: Two bowls")


@pytest.mark.parametrize(("ago", "version"), [(32, "1.1.0"), (0, "1.0.1"), (0, "1.0.0")])
def test_old_changes_other_words_and_first_versions_are_no_news(
    library: Library, tmp_path: Path, ago: int, version: str
) -> None:
    records = open_records(tmp_path / "r.sqlite")
    changed_guide(tmp_path, date.today() - timedelta(days=ago), version)
    library.sync(only=["team"])
    records.note_opened(next(row.key for row in library.catalog() if row.title == "Feed"))
    assert listing.menus(library, records).changed == ()


def test_a_second_start_reads_no_guide_for_it(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = open_records(tmp_path / "r.sqlite")
    records.note_opened(library.catalog()[0].key)
    listing.menus(library, records)
    monkeypatch.setattr(Library, "guides", lambda *_: pytest.fail("it was read again"))
    listing.menus(library, records)


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
