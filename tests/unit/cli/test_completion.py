"""Shells complete commands, options and ids; rofi lists every guide."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jitdesk.cli.main import run
from jitdesk.paths import shipped

ROFI = shipped("resources") / "launchers" / "rofi-jitdesk"


@pytest.fixture(name="command")
def on_the_path(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with guides, and `jitdesk` as a command on the path."""
    assert run(["sync"]) == 0
    place = tmp_path / "bin"
    place.mkdir()
    command = place / "jitdesk"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m jitdesk "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")
    return command


def completed(words: str) -> list[str]:
    """Return what bash offers for the last of `words`."""
    script = (
        'eval "$(jitdesk completion bash)"; COMP_WORDS=($1);'
        " COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ));"
        ' _jitdesk; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", script, "bash", words], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_bash_completes_commands_options_and_ids(command: Path) -> None:
    assert completed("jitdesk sho") == ["show"]
    assert completed("jitdesk find --js") == ["--json"]
    assert "first-steps/first.try-a-checklist" in completed("jitdesk show first-steps/")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_command_is_in_every_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell]) == 0
    script = capsys.readouterr().out
    for name in ("find", "show", "open", "mcp", "completion", "doctor"):
        assert name in script
    if shutil.which(shell) and shell in {"bash", "zsh", "fish"}:
        subprocess.run([shell, "-n"], input=script, text=True, check=True)


def test_every_guide_is_listed_for_launchers(
    command: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["find", "--all", "--json"]) == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    assert len(hits) > 20
    assert {"id", "pack", "title", "type", "situation"} <= set(hits[0])


def test_the_rofi_script_lists_rows_and_opens_the_chosen_one(
    command: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = subprocess.run([ROFI], capture_output=True, text=True, check=True).stdout
    key = "first-steps/first.try-a-checklist"
    assert f"Try a checklist\0info\x1f{key}\x1fmeta\x1f{key}" in shown.split("\n")
    said = tmp_path / "said"
    command.write_text(f'#!/bin/sh\necho "$@" > {said}.part && mv {said}.part {said}\n')
    monkeypatch.setenv("ROFI_INFO", key)
    subprocess.run([ROFI, "Try a checklist"], check=True)
    waited = subprocess.run(
        ["sh", "-c", f"while [ ! -e {said} ]; do :; done; cat {said}"],
        capture_output=True, text=True, timeout=20, check=True,
    )  # fmt: skip
    assert waited.stdout.strip() == f"open jitdesk://guide/{key}"


def test_without_words_and_without_a_terminal_it_says_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    assert run(["find"]) == 2
    assert "Give words to search for, or --all" in capsys.readouterr().err
