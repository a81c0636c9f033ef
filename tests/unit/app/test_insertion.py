"""What may be put where, and in which form."""

from __future__ import annotations

import pytest

from jitdesk.app.insertion import cleaned, is_remote, is_terminal, portions


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("one\r\ntwo\r\n", "one\ntwo"),
        ("a\x1b[201~; rm -rf x\n", "a[201~; rm -rf x"),
        ("tab\tstays\x07\x00", "tab\tstays"),
        ("c1\x9b31m", "c131m"),
        ("größe 日本", "größe 日本"),
        ("\n\n", ""),
    ],
)
def test_control_characters_and_the_last_line_end_go(text: str, clean: str) -> None:
    assert cleaned(text) == clean


@pytest.mark.parametrize("app", ["xterm", "gnome-terminal-server", "Konsole", "cmd.exe"])
def test_a_terminal_gets_one_line_at_a_time(app: str) -> None:
    assert is_terminal(app)
    assert portions("one\n\ntwo\n", app) == ["one", "two"]


@pytest.mark.parametrize("app", ["outlook", "gedit", "soffice", ""])
def test_other_programs_get_it_whole(app: str) -> None:
    assert portions("one\n\ntwo\n", app) == ["one\n\ntwo"]
    assert portions(" \n", app) == []


@pytest.mark.parametrize("app", ["remmina", "mstsc.exe", "virt-viewer", "AnyDesk"])
def test_another_computer_gets_nothing(app: str) -> None:
    assert is_remote(app)
