"""The index holds exactly what is wanted, whatever happened to it before."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import pickle
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from jitdesk.errors import SearchIndexError
from jitdesk.guides.guide import Guide
from jitdesk.search import generation
from jitdesk.search import index as index_module
from jitdesk.search.generation import CURRENT
from jitdesk.search.hit import Query
from jitdesk.search.index import MAX_SEGMENTS, update_index
from jitdesk.search.lock import write_lock
from jitdesk.search.searcher import Searcher
from tests.support.guides import index_guides, make_guide

ONE = make_guide("Reset a password", "Open the portal.")
TWO = make_guide("Book a room", "Ask Ann.")
THREE = make_guide("Order a laptop", "Ask Bob.")


def titles(directory: Path, text: str) -> list[str]:
    with contextlib.closing(Searcher.open(directory)) as searcher:
        return [hit.title for hit in searcher.search(Query(text, limit=50, complete=True)).hits]


def names(directory: Path) -> set[str]:
    return {path.name for path in directory.iterdir()}


@pytest.fixture(name="directory")
def indexed(tmp_path: Path) -> Path:
    directory = tmp_path / "index"
    index_guides(directory, [ONE, TWO])
    return directory


def test_the_first_build_indexes_everything(tmp_path: Path) -> None:
    report = index_guides(tmp_path / "index", [ONE, TWO])
    assert (report.added, report.removed, report.rebuilt) == (2, 0, True)
    assert titles(tmp_path / "index", "password") == ["Reset a password"]


def test_nothing_to_do_changes_nothing(directory: Path) -> None:
    before = names(directory)
    report = index_guides(directory, [ONE, TWO])
    assert (report.added, report.removed, report.rebuilt) == (0, 0, False)
    assert names(directory) == before


def test_only_the_difference_is_loaded(directory: Path) -> None:
    asked: list[str] = []

    def load(keys: Sequence[str]) -> Iterable[Guide]:
        asked.extend(keys)
        return [THREE]

    wanted = {guide.key: guide.digest for guide in (ONE, THREE)}
    report = update_index(directory, wanted, load)
    assert (report.added, report.removed, report.rebuilt) == (1, 1, False)
    assert asked == [THREE.key]
    assert "Book a room" not in titles(directory, "room")
    assert titles(directory, "laptop") == ["Order a laptop"]


def test_a_changed_guide_replaces_the_old_one(directory: Path) -> None:
    wanted = {ONE.key: "another digest", TWO.key: TWO.digest}
    report = update_index(directory, wanted, lambda _keys: [ONE])
    assert (report.added, report.removed) == (1, 0)
    assert titles(directory, "password") == ["Reset a password"]


def test_many_small_updates_keep_few_segments(tmp_path: Path) -> None:
    directory = tmp_path / "index"
    guides = [make_guide(f"Topic number{n}", "Common words.") for n in range(30)]
    for count in range(1, len(guides) + 1):
        index_guides(directory, guides[:count])
    segments = json.loads((directory / CURRENT).read_text())["segments"]
    assert len(segments) <= MAX_SEGMENTS
    assert all(titles(directory, f"number{n}")[0] == f"Topic number{n}" for n in range(30))


def test_a_history_of_updates_answers_like_a_rebuild(tmp_path: Path) -> None:
    guides = [make_guide(f"Guide {n} about alpha", "beta gamma " * (n % 5)) for n in range(40)]
    for end in (10, 25, 40):
        index_guides(tmp_path / "grown", guides[:end])
    index_guides(tmp_path / "grown", guides[5:])
    index_guides(tmp_path / "new", guides[5:])
    assert set(titles(tmp_path / "grown", "beta 17")) == set(titles(tmp_path / "new", "beta 17"))
    assert titles(tmp_path / "grown", "3") == titles(tmp_path / "new", "3")


@pytest.mark.parametrize("what", ["cut", "flip", "missing", "empty", "manifest", "format"])
def test_any_damage_leads_to_a_rebuild(directory: Path, what: str) -> None:
    lexicon = next(directory.glob("gen-*/*.trm"))
    data = lexicon.read_bytes()
    manifest = directory / CURRENT
    damage = {
        "cut": lambda: lexicon.write_bytes(data[:-20]),
        "flip": lambda: lexicon.write_bytes(data[:40] + b"\xff" * 9 + data[49:]),
        "missing": lexicon.unlink,
        "empty": lambda: lexicon.write_bytes(b""),
        "manifest": lambda: manifest.write_text("{"),
        "format": lambda: manifest.write_text(
            manifest.read_text().replace('"format": ', '"format": 9')
        ),
    }
    damage[what]()
    report = index_guides(directory, [ONE, TWO])
    assert report.rebuilt
    assert titles(directory, "password") == ["Reset a password"]


@pytest.mark.parametrize("suffix", [".trm", ".words", ".page.col", "._stored.col"])
def test_a_planted_pickle_is_never_run(directory: Path, tmp_path: Path, suffix: str) -> None:
    class Planted:
        def __reduce__(self) -> tuple[object, ...]:
            return (os.mkdir, (str(tmp_path / "code-ran"),))

    for path in directory.glob(f"gen-*/*{suffix}"):
        size = path.stat().st_size
        path.write_bytes(pickle.dumps(Planted()).ljust(size, b".")[:size])
    with contextlib.suppress(SearchIndexError):
        titles(directory, "password room")
    assert index_guides(directory, [ONE, TWO]).rebuilt
    assert not (tmp_path / "code-ran").exists()


def test_damage_seen_while_searching_is_a_search_index_error(directory: Path) -> None:
    for path in directory.glob("gen-*/*.page.col"):
        path.write_bytes(b"\0" * path.stat().st_size)
    with pytest.raises(SearchIndexError):
        titles(directory, "password")


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_an_index_that_others_could_write_is_thrown_away(directory: Path) -> None:
    directory.chmod(0o777)
    with pytest.raises(SearchIndexError, match="Others can write"):
        Searcher.open(directory)
    assert index_guides(directory, [ONE]).rebuilt
    assert directory.stat().st_mode & 0o777 == 0o700


def test_a_manifest_may_not_point_outside(directory: Path) -> None:
    manifest = directory / CURRENT
    manifest.write_text(manifest.read_text().replace("guides_", "../guides_"))
    with pytest.raises(SearchIndexError, match="outside"):
        Searcher.open(directory)


def test_a_full_disk_leaves_the_old_index(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(index_module.SegmentWriter, "finish", full)
    with pytest.raises(SearchIndexError, match="No space left"):
        index_guides(directory, [ONE, TWO, THREE])
    assert titles(directory, "room") == ["Book a room"]
    assert len(list(directory.glob("gen-*"))) == 1


def test_a_cancelled_build_leaves_the_old_index(directory: Path) -> None:
    wanted = {guide.key: guide.digest for guide in (ONE, TWO, THREE)}
    report = update_index(directory, wanted, lambda _keys: [THREE], cancelled=lambda: True)
    assert (report.added, report.removed) == (0, 0)
    assert titles(directory, "laptop room") == ["Book a room"]


def test_progress_counts_to_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    wanted = {guide.key: guide.digest for guide in (ONE, TWO)}
    update_index(
        tmp_path / "index", wanted, lambda _k: [ONE, TWO], progress=lambda d, t: seen.append((d, t))
    )
    assert seen == [(1, 2), (2, 2)]


def test_what_cannot_be_loaded_is_left_out(tmp_path: Path) -> None:
    wanted = {ONE.key: ONE.digest, "pack/gone": "x"}
    assert update_index(tmp_path / "index", wanted, lambda _keys: [ONE]).added == 1


def test_a_second_writer_waits_and_then_says_so(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_module, "LOCK_SECONDS", 0.1)
    with write_lock(directory / "lock", 1.0), pytest.raises(SearchIndexError, match="Another"):
        index_guides(directory, [ONE])


def test_what_was_damaged_while_in_use_is_built_anew(directory: Path) -> None:
    for path in directory.glob("gen-*/*.page.col"):
        found = path.stat()
        path.write_bytes(b"\0" * found.st_size)
        os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))  # as a failing disk leaves it
    with pytest.raises(SearchIndexError):
        titles(directory, "password")
    assert index_guides(directory, [ONE, TWO]).rebuilt


def test_an_update_reads_files_again_once_a_day(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = next(directory.glob("gen-*/*.words"))
    found = words.stat()
    words.write_bytes(b"\xff" * found.st_size)
    os.utime(words, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert not index_guides(directory, [ONE, TWO]).rebuilt
    monkeypatch.setattr(generation, "today", lambda: "2031-01-01")
    assert index_guides(directory, [ONE, TWO]).rebuilt
