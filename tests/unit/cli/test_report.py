"""`jitdesk report`: from exported histories to one page; honest where there is too little."""

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

DAY = 86_400
WRITTEN = "kim okafor was in the room"
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    def act(*words: str) -> tuple[int, str, str]:
        code = run(list(words))
        said = capsys.readouterr()
        return code, said.out, said.err

    return act


@pytest.fixture
def exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Command
) -> Callable[[int], Path]:
    """Thirty people's exports for a report, each from a home of its own."""

    def make(people: int) -> Path:
        folder = tmp_path / "exports"
        now = time.time()
        for n in range(people):
            monkeypatch.setenv("JITDESK_HOME", str(tmp_path / f"home-{n}"))
            records = open_records(find_paths().records_file)
            done = {"result": "worked", "support": n % 2 * 3, "grade": "E2", "words": WRITTEN}
            records.history.append(
                [
                    Event(Name.USED, now - 40 * DAY, "work/mail.confirm-external-email"),
                    Event(
                        Name.PERFORMED,
                        now - 39 * DAY,
                        "work/mail.confirm-external-email",
                        detail=done,  # type: ignore[arg-type]
                    ),
                ]
            )
            records.close()
            assert command("data", "--export", str(folder / f"{n}.json"), "--for-report")[0] == 0
        return folder

    return make


def test_many_histories_make_a_report(
    exported: Callable[[int], Path], command: Command, tmp_path: Path
) -> None:
    folder = exported(30)
    code, out, _ = command("report", "--from", str(folder), "--json")
    assert code == 0
    told = json.loads(out)
    m4 = next(m for m in told["metrics"] if m["id"] == "M4")
    assert m4["figures"][0]["value"] == 1.0
    assert 15 < told["people_at_least"] <= 30
    target = tmp_path / "report.html"
    assert command("report", "--from", str(folder), "--html", str(target))[0] == 0
    assert "Did it change what people do?" in target.read_text()


def test_what_people_wrote_is_in_no_export_for_a_report(
    exported: Callable[[int], Path], command: Command
) -> None:
    folder = exported(6)
    everything = "".join(file.read_text() for file in folder.glob("*.json"))
    assert WRITTEN not in everything
    assert command("data", "--export", str(folder / "own.json"))[0] == 0
    assert WRITTEN in (folder / "own.json").read_text()  # the person's own copy has all


def test_nine_people_show_nothing_and_say_so(
    exported: Callable[[int], Path], command: Command
) -> None:
    told = command("report", "--from", str(exported(9)))[1]
    assert "Fewer than 10 people" in told
    assert "%" not in told.split("WHAT PEOPLE CAN DO")[1]


def test_the_own_history_alone_says_what_it_is(command: Command) -> None:
    code, out, _ = command("report")
    assert code == 0
    assert "your own history only" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--group", "4"), "not below 5"),
        (("--days", "0"), "between 1 and 400"),
        (("--from", "/nowhere/at/all.json"), "no history"),
    ],
)
def test_wrong_use_is_one_sentence(command: Command, words: tuple[str, ...], said: str) -> None:
    code, _, err = command("report", *words)
    assert code in {2, 3}
    assert said in err
