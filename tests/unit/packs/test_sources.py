from __future__ import annotations

from pathlib import Path

import pytest

from jitdesk.errors import SettingsError, ShareError, UsageError
from jitdesk.packs.sources import SourceList, clean_location, probe
from tests.support.share import HANGING_READER, write_files


def test_sources_are_kept_and_the_shipped_one_is_always_there(tmp_path: Path) -> None:
    (tmp_path / "shipped").mkdir()
    sources = SourceList(tmp_path / "sources.yaml", tmp_path / "shipped")
    sources.add(str(tmp_path / "Team Wiki"), today="2026-01-01")
    again = SourceList(tmp_path / "sources.yaml", tmp_path / "shipped").all()
    assert [s.name for s in again] == ["jitdesk", "team-wiki"]
    assert again[1].location == str(tmp_path / "Team Wiki")


def test_adding_twice_is_said(tmp_path: Path) -> None:
    sources = SourceList(tmp_path / "sources.yaml")
    sources.add(str(tmp_path))
    with pytest.raises(UsageError, match="already there"):
        sources.add(f"{tmp_path}/")
    with pytest.raises(UsageError, match="already a source named"):
        sources.add("/elsewhere", sources.all()[0].name)


def test_a_source_goes_by_name_or_location_and_the_shipped_one_stays(tmp_path: Path) -> None:
    sources = SourceList(tmp_path / "sources.yaml")
    sources.add(str(tmp_path), "one")
    assert sources.remove(str(tmp_path)).name == "one"
    for name, words in (("one", "no source"), ("jitdesk", "cannot be removed")):
        with pytest.raises(UsageError, match=words):
            sources.remove(name)


def test_a_broken_list_is_one_sentence_with_a_line(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text('sources:\n  - name: "open\n')
    with pytest.raises(SettingsError, match="line 2"):
        SourceList(tmp_path / "sources.yaml").all()


def test_network_names_are_not_touched() -> None:
    assert clean_location(r"\\server\packs" + "\\") == r"\\server\packs"
    assert clean_location("//server/packs/") == "//server/packs"


def test_a_location_is_looked_at_by_the_reader_alone(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": "x", "b.md": "# B"})
    probe(str(tmp_path))
    for location, words in ((tmp_path / "a.txt", "is a file"), (tmp_path / "gone", "cannot be")):
        with pytest.raises(ShareError, match=words):
            probe(str(location))
    with pytest.raises(ShareError, match="did not answer"):
        probe(str(tmp_path), command=HANGING_READER, patience=0.2)
