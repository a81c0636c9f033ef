"""A second process makes half of a large index; without it the index is the same."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from jitdesk.guides.guide import Guide
from jitdesk.search import generation as gen
from jitdesk.search import helper as helper_module
from jitdesk.search import index as index_module
from jitdesk.search.entries import EntryMaker
from jitdesk.search.index import update_index
from jitdesk.search.segment import Segment
from tests.support.guides import index_guides, make_guide

GUIDES = [
    make_guide(f"Topic {number}: the printer", f"Open drawer {number % 7}.\n\nUrlaub {number}.")
    for number in range(150)
]
HALF = len(GUIDES) // 2


@pytest.fixture(autouse=True)
def _helped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "WORTH_HELP", 100)
    monkeypatch.setattr(index_module, "cores", lambda: 2)


def content(directory: Path) -> dict[tuple[str, str], dict[str, int]]:
    """Return field and term -> guide -> impact of an index of one segment."""
    current = gen.read_current(directory)
    (files,) = current.segments
    segment = Segment(current.folder(directory), files.name, files.count)
    names = segment.names()
    found = {
        (field, term): {names[g]: i for g, i in zip(p.guides, p.impacts, strict=True)}
        for field, term, p in segment.terms()
    }
    spelled = dict.fromkeys(segment.words, 1)
    segment.close()
    return {**found, ("", "spelled"): spelled, ("", "languages"): dict.fromkeys(files.languages, 1)}


def loads(directory: Path, guides: Iterable[Guide]) -> list[int]:
    """Make the index of `guides`; return how many were asked for each time."""
    found = {guide.key: guide for guide in guides}
    asked: list[int] = []

    def load(keys: Sequence[str]) -> Iterable[Guide]:
        asked.append(len(keys))
        return (found[key] for key in keys)

    update_index(directory, {key: guide.digest for key, guide in found.items()}, load)
    return asked


def test_the_index_is_the_same_with_help_and_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert loads(tmp_path / "helped", GUIDES) == [HALF, HALF]
    monkeypatch.setattr(index_module, "cores", lambda: 1)
    assert loads(tmp_path / "alone", GUIDES) == [2 * HALF]
    assert content(tmp_path / "helped") == content(tmp_path / "alone")


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("/nowhere/python",), id="cannot start"),
        pytest.param((sys.executable, "-c", "raise SystemExit(1)"), id="ends at once"),
        pytest.param(
            (sys.executable, "-c", "import sys; sys.stdin.buffer.read(); print('no')"), id="babbles"
        ),
    ],
)
def test_a_helper_that_fails_costs_no_guide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr(helper_module, "_COMMAND", command)
    assert sum(loads(tmp_path / "index", GUIDES)) >= len(GUIDES)
    assert gen.read_current(tmp_path / "index").segments[0].count == len(GUIDES)


def test_a_helper_that_dies_halfway_costs_no_guide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lot = EntryMaker().lot((guide, guide.digest) for guide in GUIDES[:5])
    answer = pickle.dumps(lot) + pickle.dumps(lot)[:-20]
    (tmp_path / "answer").write_bytes(answer)
    program = (
        "import sys; from pathlib import Path; sys.stdin.buffer.read();"
        f"sys.stdout.buffer.write(Path({str(tmp_path / 'answer')!r}).read_bytes())"
    )
    monkeypatch.setattr(helper_module, "_COMMAND", (sys.executable, "-c", program))
    assert loads(tmp_path / "index", GUIDES) == [HALF, HALF, HALF - 5]
    monkeypatch.setattr(index_module, "cores", lambda: 1)
    index_guides(tmp_path / "alone", GUIDES)
    assert content(tmp_path / "index") == content(tmp_path / "alone")


def test_progress_goes_from_the_first_guide_to_the_last(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    found = {guide.key: guide for guide in GUIDES}
    update_index(
        tmp_path / "index",
        {key: guide.digest for key, guide in found.items()},
        lambda keys: (found[key] for key in keys),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(done + 1, len(GUIDES)) for done in range(len(GUIDES))]


def test_a_cancelled_build_ends_its_helper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    start = helper_module._start

    def remembered() -> subprocess.Popen[bytes]:
        started.append(start())
        return started[-1]

    monkeypatch.setattr(helper_module, "_start", remembered)
    done: list[int] = []
    found = {guide.key: guide for guide in GUIDES}
    update_index(
        tmp_path / "index",
        {key: guide.digest for key, guide in found.items()},
        lambda keys: (found[key] for key in keys),
        progress=lambda count, _total: done.append(count),
        cancelled=lambda: len(done) > HALF,
    )
    assert [process.returncode is not None for process in started] == [True]
    assert not (tmp_path / "index" / gen.CURRENT).exists()


def test_a_helper_whose_build_was_killed_ends_by_itself() -> None:
    given = pickle.dumps([(GUIDES[0], "digest")])  # and no word that this is all
    done = subprocess.run(helper_module._COMMAND, input=given, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
