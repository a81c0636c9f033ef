"""`jitdesk find`: rows for a person, JSON for a script, many questions at once."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from jitdesk.cli.main import run


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guides = tmp_path / "shipped" / "pack"
    guides.mkdir(parents=True)
    (guides / "reset.md").write_text("# Reset a password\n\n## Locked out\n\nCall 4711.\n")
    (guides / "room.md").write_text("# Book a room\n\nAsk Ann.\n")
    monkeypatch.setattr("jitdesk.library.library.shipped", lambda _name: guides.parent)


def test_a_home_that_was_never_synced_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["find", "pasword"]) == 0
    shown = capsys.readouterr().out
    assert "Read as: password" in shown
    assert "Reset a password" in shown


def test_nothing_found_is_said_with_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["find", "xyzzyq"]) == 1
    assert "No guide" in capsys.readouterr().out


def test_json_keeps_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["find", "locked out", "--json", "--limit", "1"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) == {"query", "took_ms", "did_you_mean", "hits"}
    names = "rank id title type pack path section score why minutes reviewed_on"
    assert set(answer["hits"][0]) == set(names.split())
    assert answer["hits"][0]["section"] == "locked-out"


def test_lines_of_standard_input_are_answered_one_by_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("book room\n\nAND (\n"))
    assert run(["find", "--json", "-"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["query"] for answer in answers] == ["book room", "", "AND ("]
    assert answers[0]["hits"][0]["title"] == "Book a room"
    assert answers[1]["hits"] == []


def test_lines_need_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["find", "-"]) == 2
    assert "--json" in capsys.readouterr().err


@pytest.mark.parametrize("limit", ["0", "-1", "many", "101"])
def test_a_wrong_limit_is_wrong_use(limit: str) -> None:
    assert run(["find", "x", "--limit", limit]) == 2
