"""A course's companion pins its guides for 30 days, then they are gone by themselves."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from jitdesk.cli.main import run
from jitdesk.learning.companion import PIN, pinned, read_companion
from jitdesk.learning.records_file import open_records
from jitdesk.library.shelf import Shelf
from jitdesk.paths import find_paths
from jitdesk.services.listing import home

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    folder = tmp_path / "team"
    (folder / "companions").mkdir(parents=True)
    (folder / "pack.yaml").write_text("schema: 1\nid: team\ntitle: Team\nversion: 1.0.0\n")
    for name in ("tea", "cake", "soup"):
        (folder / f"{name}.md").write_text(f"---\nid: team.{name}\n---\n# Make {name}\n\n1. Do.\n")
    (folder / "companions" / "kitchen.yaml").write_text(
        "course: {title: Kitchen basics, url: 'https://c.example'}\n"
        "guides: [team.soup, team.cake, team.gone]\n"
    )
    assert run(["source", "add", str(folder)]) == 0
    assert run(["sync"]) == 0

    def act(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(list(words))
        said = capsys.readouterr()
        return code, said.out, said.err

    return act


def listed() -> list[tuple[str, str]]:
    paths = find_paths()
    with (
        contextlib.closing(Shelf(paths)) as shelf,
        contextlib.closing(open_records(paths.records_file)) as records,
    ):
        return [(hit.title, hit.why) for hit in home(shelf, records).hits]


def test_the_guides_of_a_course_stand_first(command: Command) -> None:
    assert command("companion")[1] == "kitchen  Kitchen basics\n"
    code, out, _ = command("companion", "kitchen")
    assert (code, out) == (0, "Pinned for 30 days: Make soup, Make cake\n")
    until = (date.today() + timedelta(days=30)).isoformat()
    told = f"After the course Kitchen basics, until {until}"
    assert listed()[:2] == [("Make soup", told), ("Make cake", told)]
    assert "(pinned)" in command("companion")[1]
    assert command("companion", "kitchen", "--unpin")[0] == 0
    assert ("Make soup", told) not in listed()


def test_after_thirty_days_the_pins_are_gone() -> None:
    facts = {"p/a": "2026-03-31 01 Mail", "p/b": "2026-04-01 01 Mail", "p/c": "soon Mail"}
    assert list(pinned(facts, date(2026, 4, 1))) == ["p/b"]


def test_a_course_that_is_not_there_is_one_sentence(command: Command) -> None:
    code, _, err = command("companion", "chess")
    assert (code, "no course" in err) == (2, True)


def test_the_file_is_no_guide_and_no_problem(command: Command) -> None:
    paths = find_paths()
    with contextlib.closing(Shelf(paths)) as shelf:
        assert {row.title for row in shelf.pack_rows("team")} == {
            "Make tea", "Make cake", "Make soup",
        }  # fmt: skip
        assert [p for p in shelf.problems("team") if "companions" in p.file] == []


@pytest.mark.parametrize("data", [b"", b"guides: 7", b"- a", b"\xff\xfe", b"guides: []"])
def test_a_file_that_says_nothing_is_left_out(data: bytes) -> None:
    assert read_companion("p", "companions/x.yaml", data) is None


def test_pins_are_the_persons_own(command: Command) -> None:
    command("companion", "kitchen")
    records = open_records(find_paths().records_file)
    assert set(records.history.facts(PIN)) == {"team/team.soup", "team/team.cake"}
    records.history.delete()
    assert records.history.facts(PIN) == {}
