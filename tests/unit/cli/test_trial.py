"""A trial version from the suggestion to keeping it or taking it back, by two people."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from jitdesk.cli.main import run

UNTIL = (date.today() + timedelta(days=14)).isoformat()
PAGE = """---
id: team.pay
version: 1.0.0
status: working
changes:
  - {version: 1.0.0, date: 2026-01-01, what: first}
---
# Pay an invoice

## Steps

1. **Open the old program.**
"""
Act = Callable[..., tuple[int, str]]


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "team"
    (folder / "guides").mkdir(parents=True)
    manifest = "schema: 1\nid: team\ntitle: Team\nversion: 1.0.0\nquality: working\n"
    (folder / "pack.yaml").write_text(manifest)
    (folder / "guides" / "pay.md").write_text(PAGE)
    return folder


@pytest.fixture
def person(
    share: Path,
    synced_home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Act:
    """Run a command as somebody; Ann belongs to the group that tries things out."""
    monkeypatch.setattr("jitdesk.packs.sync._PAUSE", 0)  # what a test wrote is whole
    known: set[str] = set()

    def act(name: str, *words: str) -> tuple[int, str]:
        home = tmp_path / name
        monkeypatch.setenv("JITDESK_HOME", str(home))
        if name not in known:
            known.add(name)
            shutil.copytree(synced_home, home)
            if name == "ann":
                (home / "config").mkdir()
                (home / "config" / "settings.yaml").write_text("groups: finance, branch 12\n")
            assert run(["source", "add", str(share)]) == 0
            assert run(["sync"]) == 0
        capsys.readouterr()
        code = run(list(words))
        said = capsys.readouterr()
        return code, said.out + said.err

    return act


@pytest.fixture
def trial(person: Act, share: Path) -> Path:
    """A suggestion that is being tried out by finance; its author changed the step."""
    person("bob", "inbox", "suggest", "team.pay", "use", "the", "new", "program", "--name", "Bob")
    number = json.loads(person("author", "inbox", "--json")[1])["loops"][0]["id"]
    person("author", "inbox", "act", number, "accepted", "who=kim", f"until={UNTIL}")
    code, said = person(
        "author", "inbox", "act", number, "pilot",
        "audience=Finance, sales", f"until={UNTIL}", "measure=M9",
    )  # fmt: skip
    assert code == 0, said
    file = share / "pilots" / "pay.md"
    file.write_text(file.read_text().replace("old program", "new program"))
    for name in ("ann", "bob", "author"):
        person(name, "sync")
    return file


def number_of(person: Act) -> str:
    return str(json.loads(person("author", "inbox", "--json")[1])["loops"][0]["id"])


def test_its_audience_gets_the_trial_and_nobody_else(person: Act, trial: Path) -> None:
    assert "new program" in person("ann", "show", "team.pay")[1]
    assert "old program" in person("bob", "show", "team.pay")[1]
    assert json.loads(person("ann", "find", "pay an invoice", "--json")[1])["hits"][0]["id"] == (
        "team.pay"
    )
    hits = json.loads(person("bob", "find", "new program trial", "--all", "--json")[1])["hits"]
    assert not [hit for hit in hits if "trial" in hit["id"]]


def test_after_its_last_day_everybody_has_the_page(person: Act, trial: Path) -> None:
    trial.write_text(trial.read_text().replace(UNTIL, "2026-01-31"))
    person("ann", "sync")
    assert "old program" in person("ann", "show", "team.pay")[1]
    assert "G42" in person("author", "lint", str(trial.parent.parent))[1]


def test_keeping_it_makes_it_the_page_with_thanks(person: Act, trial: Path, share: Path) -> None:
    code, said = person("author", "inbox", "act", number_of(person), "shipped", "version=1.1.0")
    assert code == 0, said
    page = (share / "guides" / "pay.md").read_text()
    assert "new program" in page
    assert "id: team.pay\n" in page
    assert "pilot" not in page
    assert page.count("thanks to Bob") == 1
    assert not trial.exists()
    person("bob", "sync")
    assert "new program" in person("bob", "show", "team.pay")[1]


def test_taking_it_back_needs_a_reason_and_leaves_the_page(
    person: Act, trial: Path, share: Path
) -> None:
    number = number_of(person)
    assert person("author", "inbox", "act", number, "declined", "reason=no")[0] == 2
    assert trial.exists()
    person("author", "inbox", "act", number, "declined", "reason=Rework went up by half")
    assert not trial.exists()
    assert (share / "guides" / "pay.md").read_text() == PAGE


def test_adapting_it_lets_it_run_longer(person: Act, trial: Path) -> None:
    later = (date.today() + timedelta(days=28)).isoformat()
    code, said = person("author", "inbox", "act", number_of(person), "adapted", f"until={later}")
    assert code == 0, said
    assert later in trial.read_text()
    assert "new program" in trial.read_text()


def test_the_linter_names_what_keeps_a_trial_from_its_audience(
    person: Act, trial: Path, share: Path
) -> None:
    text = trial.read_text()
    assert "G42" not in person("author", "lint", str(share))[1]
    trial.write_text(text.replace("of: team.pay", "of: team.gone"))
    assert "no page “team.gone”" in person("author", "lint", str(share))[1]
    trial.write_text(text.replace("version: 1.1.0", "version: 1.0.0"))
    assert "not higher than 1.0.0" in person("author", "lint", str(share))[1]
    trial.write_text(text.replace(UNTIL, "soon"))
    assert "until which day" in person("author", "lint", str(share))[1]
    (share / "guides" / "stray.md").write_text(text)
    assert "shown to everybody" in person("author", "lint", str(share))[1]
