"""`jitdesk review` and `jitdesk can` on the command line."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from jitdesk.cli.main import run
from jitdesk.learning.event import Event, Name
from jitdesk.learning.records_file import open_records
from jitdesk.paths import find_paths

PAGE = """---
id: team.pay
status: validated
version: 1.0.0
owner: {role: finance, contact: x}
reviewed_on: 2020-01-01
aim_why: {frequency: weekly, stakes: high, time_pressure: hours, changes: rarely}
capabilities: [{id: cap.pay, statement: Pay an invoice on its day}]
---
# Pay an invoice

## Steps

1. **Open it.**
"""
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / "pack.yaml").write_text("schema: 1\nid: team\ntitle: Team\nversion: 1.0.0\n")
    (folder / "pay.md").write_text(PAGE)
    assert run(["source", "add", str(folder)]) == 0
    assert run(["sync"]) == 0

    def act(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(list(words))
        said = capsys.readouterr()
        return code, said.out, said.err

    return act


def test_a_page_that_is_late_is_listed_and_its_review_is_written_down(
    command: Command, tmp_path: Path
) -> None:
    (row,) = json.loads(command("review", "--json")[1])
    assert (row["id"], row["state"], row["owner"]) == ("team/team.pay", "due", "finance")
    assert row["users_see"] is True
    assert command("review", "done", "team.pay", "kept")[0] == 0
    text = (tmp_path / "team" / "pay.md").read_text()
    assert "reviewed_on: 2020-01-01" not in text
    assert run(["sync"]) == 0
    assert command("review")[:2] == (1, "Nothing is to be reviewed.\n")
    assert "reviewed" in command("data", "--json")[1]


def test_retiring_needs_a_successor_or_a_reason(command: Command, tmp_path: Path) -> None:
    assert command("review", "done", "team.pay", "retired")[0] == 2
    assert command("review", "done", "team.pay", "retired", "--replaced-by", "team.x")[0] == 0
    text = (tmp_path / "team" / "pay.md").read_text()
    assert "status: retired" in text
    assert "replaced_by: team.x" in text


def test_what_i_can_do_is_derived_and_handed_over_by_hand(command: Command, tmp_path: Path) -> None:
    assert command("can")[0] == 1
    records = open_records(find_paths().records_file)
    done = {"result": "worked", "support": 3, "grade": "E2", "words": "kim was there"}
    records.history.append([Event(Name.PERFORMED, time.time(), "team/team.pay", detail=done)])
    records.close()
    code, out, _ = command("can")
    assert (code, out) == (0, "with the page: Pay an invoice on its day\n")
    target = tmp_path / "mine.json"
    assert command("can", "--share", str(target))[0] == 0
    told = json.loads(target.read_text())
    assert told["capabilities"][0]["level"] == "with the page"
    assert "kim" not in target.read_text()
