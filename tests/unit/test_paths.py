"""Where files go, whatever the environment says."""

from __future__ import annotations

from pathlib import Path

import pytest

from jitdesk.paths import find_paths, shipped

XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("JITDESK_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in XDG:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_one_variable_moves_everything(home: Path) -> None:
    paths = find_paths()
    for place in (paths.config, paths.data, paths.cache, paths.log, paths.site):
        assert place.parent == home
    assert Path(paths.socket_name).parent == home / "cache"


def test_a_relative_home_becomes_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JITDESK_HOME", "here")
    assert find_paths().data == tmp_path / "here" / "data"


@pytest.mark.parametrize("value", ["", "relative/dir", "."])
def test_an_empty_or_relative_xdg_value_is_not_used(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    for name in XDG:
        monkeypatch.setenv(name, value)
    paths = find_paths()
    assert paths.config == own_home / ".config" / "jitdesk"
    assert paths.data == own_home / ".local" / "share" / "jitdesk"


def test_an_absolute_xdg_value_is_used(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    assert find_paths().data == tmp_path / "elsewhere" / "jitdesk"


def test_nothing_is_created_by_asking(home: Path) -> None:
    find_paths()
    assert not home.exists()


def test_what_ships_is_found() -> None:
    assert (shipped("guides") / "first-steps" / "pack.yaml").is_file()
    assert (shipped("resources") / "icons").is_dir()
