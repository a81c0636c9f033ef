"""The commands of the command line contract that need no window: source, sync, show, lint."""

from __future__ import annotations

import argparse
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jitdesk.cli import lint, show, source, sync
from jitdesk.errors import UsageError
from tests.support.share import write_files


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JITDESK_HOME", str(tmp_path / "home"))
    write_files(
        tmp_path / "share", {"a.md": "# Do A\n\n1. One\n2. Two\n", "b.md": '---\nt: "x\n---\n'}
    )
    return tmp_path / "share"


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    def run(*words: str) -> tuple[int, str]:
        parser = argparse.ArgumentParser()
        commands = parser.add_subparsers()
        for command in (source, sync, show, lint):
            command.register(commands)
        before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
        args = parser.parse_args(words)
        capsys.readouterr()
        try:
            code = args.run(args)
        finally:
            signal.signal(signal.SIGINT, before[0])
            signal.signal(signal.SIGTERM, before[1])
        return code, capsys.readouterr().out

    return run


def test_add_sync_list_and_remove_tell_the_contract(call: Any, home: Path) -> None:
    assert call("source", "add", str(home), "--name", "team")[0] == 0
    code, out = call("sync", "--json")
    team = next(s for s in json.loads(out)["sources"] if s["name"] == "team")
    assert (code, team["added"], team["state"]) == (0, 1, "updated")
    assert [(r["file"], r["line"]) for r in team["refused"]] == [("b.md", 2)]
    row = json.loads(call("source", "list", "--json")[1])[-1]
    assert (row["name"], row["packs"], row["state"]) == ("team", 1, "updated")
    assert call("source", "remove", "team")[0] == 0
    assert "team" not in call("source", "list")[1]


def test_a_dead_source_ends_with_code_3_and_one_sentence(
    call: Any, home: Path, tmp_path: Path
) -> None:
    call("source", "add", str(home), "--name", "team")
    home.rename(tmp_path / "away")
    code, out = call("sync")
    assert code == 3
    assert "cannot be reached" in out


def test_show_prints_a_guide_and_one_step(call: Any, home: Path) -> None:
    call("source", "add", str(home), "--name", "team")
    code, out = call("show", "team/a")
    assert (code, "1. One" in out) == (0, True)
    assert call("show", "a", "--step", "2") == (0, "2. Two\n")
    assert call("show", "a", "--step", "9")[0] == 1
    assert call("show", "nothing")[0] == 1


def test_show_json_is_the_parsed_guide(call: Any, home: Path) -> None:
    call("source", "add", str(home), "--name", "team")
    guide = json.loads(call("show", "a", "--json")[1])
    assert (guide["title"], guide["key"]) == ("Do A", "team/a")
    assert [b["number"] for b in guide["blocks"] if b["block"] == "step"] == ["1", "2"]


def test_lint_lists_problems_and_its_code_says_so(call: Any, home: Path) -> None:
    code, out = call("lint", "--json", str(home))
    assert code == 1
    assert [(p["file"], p["line"]) for p in json.loads(out)["problems"]] == [("b.md", 2)]
    assert call("lint", str(home / "a.md"))[0] == 0


def test_signing_is_not_promised(call: Any, home: Path) -> None:
    with pytest.raises(UsageError):
        call("source", "add", str(home), "--trust", "KEY")


def test_progress_is_one_json_line_a_step(
    call: Any, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    call("source", "add", str(home), "--name", "team")
    said = io.StringIO()
    niced: list[int] = []
    monkeypatch.setattr(sys, "stderr", said)
    monkeypatch.setattr(os, "nice", niced.append, raising=False)
    call("sync", "--json", "--progress-json")
    assert len(niced) == 1, "what the app starts leaves the processor to the keyboard"
    call("sync", "--json")
    assert len(niced) == 1, "who types the command waits for it"
    lines = [json.loads(line) for line in said.getvalue().splitlines()]
    assert {"what", "done", "total"} <= lines[0].keys()
    assert ("read", 2, 2) in {(row["step"], row["done"], row["total"]) for row in lines}


def test_an_end_signal_cancels_cleanly(home: Path, tmp_path: Path) -> None:
    write_files(home, {f"many/{n}.md": f"# P{n}\n\nx\n" for n in range(4000)})
    script = (
        "import argparse, sys\nfrom jitdesk.cli import source, sync\n"
        "p = argparse.ArgumentParser()\n"
        "c = p.add_subparsers()\nsource.register(c)\nsync.register(c)\n"
        "for w in (['source', 'add', sys.argv[1]], ['sync', '--json', '--progress-json']):\n"
        "    a = p.parse_args(w)\n    code = a.run(a)\nsys.exit(code)\n"
    )
    env = {**os.environ, "PYTHONPATH": "."}
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(home)],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=env,
    )
    assert child.stderr is not None
    for line in child.stderr:
        if b'"read"' in line:
            child.send_signal(signal.SIGTERM)
            break
    out, _ = child.communicate(timeout=30)
    assert child.returncode == 130
    assert json.loads(out[out.index(b"{") :])["sources"][-1]["state"] == "cancelled"
