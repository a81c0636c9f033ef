"""Start at sign-in, on every system."""

from __future__ import annotations

import contextlib
import plistlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jitdesk.desktop.autostart import NullAutostart
from jitdesk.desktop.autostart_macos import MacAutostart
from jitdesk.desktop.autostart_windows import WindowsAutostart
from jitdesk.desktop.autostart_xdg import XdgAutostart
from jitdesk.errors import DesktopError


class Registry:
    """The part of `winreg` that is used."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = 1, 2, 3

    def __init__(self, *, locked: bool = False) -> None:
        self.values: dict[str, str] = {}
        self.locked = locked

    @contextlib.contextmanager
    def OpenKey(self, *words: Any) -> Iterator[Registry]:  # noqa: N802
        if self.locked and len(words) > 2:
            raise PermissionError("access denied")
        yield self

    def QueryValueEx(self, _key: Registry, name: str) -> str:  # noqa: N802
        if name not in self.values:
            raise FileNotFoundError(name)
        return self.values[name]

    def SetValueEx(self, _key: Registry, name: str, *more: Any) -> None:  # noqa: N802
        self.values[name] = more[-1]

    def DeleteValue(self, _key: Registry, name: str) -> None:  # noqa: N802
        if self.values.pop(name, None) is None:
            raise FileNotFoundError(name)


@pytest.mark.parametrize("system", ["xdg", "windows", "macos"])
def test_it_is_turned_on_and_off_as_often_as_one_likes(system: str, tmp_path: Path) -> None:
    plug = {
        "xdg": lambda: XdgAutostart(tmp_path),
        "windows": lambda: WindowsAutostart(Registry()),
        "macos": lambda: MacAutostart(tmp_path),
    }[system]()
    for on in (False, True, True, False, False):
        plug.set_on(on)
        assert plug.is_on() is on


def test_the_desktop_entry_starts_this_program(tmp_path: Path) -> None:
    XdgAutostart(tmp_path).set_on(True)
    text = (tmp_path / "jitdesk.desktop").read_text()
    assert text.startswith("[Desktop Entry]\n")
    assert "\nExec=" in text


def test_a_path_with_blanks_and_signs_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "jitdesk.desktop.autostart_xdg.start_command", lambda: ["/opt/my $app/100%/jitdesk"]
    )
    XdgAutostart(tmp_path).set_on(True)
    assert r'Exec="/opt/my \\$app/100%%/jitdesk"' in (tmp_path / "jitdesk.desktop").read_text()


def test_the_run_key_holds_a_quoted_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "jitdesk.desktop.autostart_windows.start_command", lambda: [r"C:\Program Files\jitdesk.exe"]
    )
    registry = Registry()
    WindowsAutostart(registry).set_on(True)
    assert registry.values == {"JITDesk": r'"C:\Program Files\jitdesk.exe"'}


def test_the_agent_is_a_property_list_that_runs_at_load(tmp_path: Path) -> None:
    MacAutostart(tmp_path).set_on(True)
    agent = plistlib.loads(next(tmp_path.iterdir()).read_bytes())
    assert agent["RunAtLoad"] is True
    assert agent["ProgramArguments"]


@pytest.mark.parametrize("system", ["xdg", "windows", "macos"])
def test_a_system_that_refuses_is_a_sentence(system: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    plug = {
        "xdg": lambda: XdgAutostart(tmp_path / "file" / "x"),
        "windows": lambda: WindowsAutostart(Registry(locked=True)),
        "macos": lambda: MacAutostart(tmp_path / "file" / "x"),
    }[system]()
    with pytest.raises(DesktopError, match="Starting at sign-in could not be changed"):
        plug.set_on(True)


def test_the_null_says_that_it_cannot() -> None:
    plug = NullAutostart()
    plug.set_on(True)
    assert not plug.supported
    assert not plug.is_on()
