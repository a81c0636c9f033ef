"""The entry of the applications menu, by which the portal knows us."""

from __future__ import annotations

from pathlib import Path

from jitdesk.desktop.desktop_entry import ensure_entry


def test_the_entry_starts_this_installation_and_is_named_by_the_id(tmp_path: Path) -> None:
    file = ensure_entry("org.example.App", Path("/icons/a.svg"), tmp_path / "applications")
    assert file == tmp_path / "applications" / "org.example.App.desktop"
    text = file.read_text()
    assert "Exec=" in text
    assert "Icon=/icons/a.svg" in text


def test_an_entry_that_is_right_is_left_alone(tmp_path: Path) -> None:
    first = ensure_entry("a", Path("/i.svg"), tmp_path)
    assert first is not None
    before = first.stat().st_mtime_ns
    ensure_entry("a", Path("/i.svg"), tmp_path)
    assert first.stat().st_mtime_ns == before


def test_where_it_cannot_be_written_nothing_stops(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert ensure_entry("a", Path("/i.svg"), tmp_path / "file") is None
