"""A folder that people share, and commands run as one of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jitdesk.cli.main import run

PAGE = """---
id: team.pay
version: 1.0.0
status: working
owner: {role: finance, contact: x, deputy: team lead}
also_asked: [pay an invoice]
---
# Pay an invoice

## Steps

1. **Open it.**
"""
Person = Callable[..., tuple[int, str]]


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "team"
    (folder / "guides").mkdir(parents=True)
    (folder / "pack.yaml").write_text("schema: 1\nid: team\ntitle: Team\nversion: 1.0.0\n")
    (folder / "guides" / "pay.md").write_text(PAGE)
    return folder


@pytest.fixture
def person(
    share: Path,
    synced_home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Person:
    """Run a command as somebody; everybody subscribes to the folder first."""
    monkeypatch.setattr("jitdesk.packs.sync._PAUSE", 0)  # what a test wrote is whole
    known: set[str] = set()

    def act(name: str, *words: str) -> tuple[int, str]:
        home = tmp_path / name
        monkeypatch.setenv("JITDESK_HOME", str(home))
        if name not in known:
            known.add(name)
            shutil.copytree(synced_home, home)
            assert run(["source", "add", str(share)]) == 0
            assert run(["sync"]) == 0
        capsys.readouterr()
        code = run(list(words))
        said = capsys.readouterr()
        return code, said.out + said.err

    return act
