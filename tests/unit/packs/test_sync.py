from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from jitdesk.errors import StoreError
from jitdesk.packs.report import Progress, State
from jitdesk.packs.store import PackStore
from jitdesk.packs.sync import SyncOptions
from tests.support.share import (
    DYING_READER,
    HANGING_READER,
    OLD,
    Desk,
    write_files,
    write_pack,
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "desk")


@pytest.fixture
def share(tmp_path: Path) -> Path:
    pages = {f"guides/{n}.md": f"# Page {n}\n\nText of {n}.\n" for n in "abc"}
    return write_pack(tmp_path / "share", pages)


def test_a_first_sync_installs_and_a_second_opens_no_file(desk: Desk, share: Path) -> None:
    first, second = desk.sync(share), desk.sync(share)
    assert (first.state, first.added) == (State.UPDATED, 3)
    assert (second.state, second.files_opened, second.bytes_read) == (State.UNCHANGED, 0, 0)


def test_only_the_changed_file_is_read(desk: Desk, share: Path) -> None:
    desk.sync(share)
    write_files(share, {"guides/b.md": "# Page b\n\nNew text.\n"}, OLD + 5)
    report = desk.sync(share)
    assert (report.changed, report.files_opened) == (1, 1)
    assert "New text." in desk.body("team/b")


def test_a_deleted_page_goes_and_a_new_one_comes(desk: Desk, share: Path) -> None:
    desk.sync(share)
    (share / "guides/a.md").unlink()
    write_files(share, {"guides/d.md": "# D\n\nd\n"})
    report = desk.sync(share)
    assert (report.added, report.changed, report.removed) == (1, 0, 1)
    assert desk.paths() == ["guides/b.md", "guides/c.md", "guides/d.md"]


def test_a_plain_folder_is_one_pack_named_after_its_source(desk: Desk, tmp_path: Path) -> None:
    write_files(tmp_path / "wiki", {"a.md": "# A\n\na\n", "sub/b.md": "# B\n\nb\n"})
    desk.sync(tmp_path / "wiki", "Team Wiki")
    assert "a" in desk.body("team-wiki/sub.b") + desk.body("team-wiki/a")
    assert desk.paths() == ["a.md", "sub/b.md"]


def test_a_folder_of_packs_and_a_zip_give_paths_below_the_location(
    desk: Desk, tmp_path: Path
) -> None:
    write_pack(tmp_path / "all/one", {"guides/a.md": "# A\n\na\n"}, name="one")
    with zipfile.ZipFile(tmp_path / "all/two.zip", "w") as made:
        made.writestr("pack.yaml", "id: two\ntitle: Two\nversion: 1.0.0\n")
        made.writestr("guides/b.md", "# B\n\nb\n")
    desk.sync(tmp_path / "all")
    assert desk.paths() == ["one/guides/a.md", "two.zip/guides/b.md"]


def test_a_zip_that_did_not_change_is_not_read_again(desk: Desk, tmp_path: Path) -> None:
    bundle = tmp_path / "two.zip"
    with zipfile.ZipFile(bundle, "w") as made:
        made.writestr("pack.yaml", "id: two\ntitle: Two\nversion: 1.0.0\n")
        made.writestr("guides/b.md", "# B\n\nb\n")
    desk.sync(bundle)
    assert desk.sync(bundle).bytes_read == 0
    assert desk.paths() == ["guides/b.md"]


def test_a_vanished_share_keeps_everything(desk: Desk, share: Path) -> None:
    desk.sync(share)
    shutil.rmtree(share)
    report = desk.sync(share)
    assert report.state is State.UNREACHABLE
    assert "installed guides stay in use" in report.message
    assert len(desk.paths()) == 3


def test_an_emptied_folder_is_suspicious(desk: Desk, share: Path) -> None:
    desk.sync(share)
    shutil.rmtree(share)
    share.mkdir()
    assert desk.sync(share).state is State.EMPTY
    assert len(desk.paths()) == 3


def test_a_pack_without_pages_is_taken_if_its_manifest_is_there(desk: Desk, share: Path) -> None:
    desk.sync(share)
    shutil.rmtree(share / "guides")
    assert desk.sync(share).removed == 3


def test_a_pack_that_lost_its_manifest_is_kept(desk: Desk, tmp_path: Path) -> None:
    write_pack(tmp_path / "all/one", {"guides/a.md": "# A\n\na\n"}, name="one")
    write_pack(tmp_path / "all/two", {"guides/b.md": "# B\n\nb\n"}, name="two")
    desk.sync(tmp_path / "all")
    (tmp_path / "all/one/pack.yaml").unlink()
    assert desk.sync(tmp_path / "all").state is State.COPYING
    assert len(desk.paths()) == 2


def test_a_pack_whose_folder_is_gone_is_removed(desk: Desk, tmp_path: Path) -> None:
    write_pack(tmp_path / "all/one", {"guides/a.md": "# A\n\na\n"}, name="one")
    write_pack(tmp_path / "all/two", {"guides/b.md": "# B\n\nb\n"}, name="two")
    desk.sync(tmp_path / "all")
    shutil.rmtree(tmp_path / "all/one")
    desk.sync(tmp_path / "all")
    assert desk.paths() == ["two/guides/b.md"]


@pytest.mark.parametrize("reader", [HANGING_READER, DYING_READER])
def test_a_share_that_hangs_or_dies_is_unreachable_soon(
    desk: Desk, share: Path, reader: tuple[str, ...]
) -> None:
    desk.sync(share)
    start = time.monotonic()
    report = desk.sync(share, options=SyncOptions(command=reader, patience=0.3))
    assert time.monotonic() - start < 15
    assert report.state is State.UNREACHABLE
    assert len(desk.paths()) == 3


def test_after_a_hang_the_next_poll_is_cheap_again(desk: Desk, share: Path) -> None:
    desk.sync(share)
    desk.sync(share, options=SyncOptions(command=DYING_READER))
    report = desk.sync(share)
    assert (report.state, report.files_opened) == (State.UNCHANGED, 0)


def test_a_page_cut_in_its_front_matter_keeps_the_whole_pack(desk: Desk, share: Path) -> None:
    desk.sync(share)
    write_files(share, {"guides/a.md": "---\ntitle: Cut in the mid", "guides/b.md": "# New\n\nn\n"})
    assert desk.sync(share).state is State.COPYING
    assert "Text of b." in desk.body("team/b")


def test_a_cut_page_is_taken_as_it_is_after_ten_quiet_minutes(desk: Desk, share: Path) -> None:
    desk.sync(share)
    write_files(share, {"guides/a.md": "---\ntitle: Cut in the mid", "guides/b.md": "# New\n\nn\n"})
    now = time.time()
    desk.sync(share, options=SyncOptions(clock=lambda: now))
    report = desk.sync(share, options=SyncOptions(clock=lambda: now + 601))
    assert report.state is State.UPDATED
    assert "n" in desk.body("team/b")


def test_listed_digests_must_match(desk: Desk, share: Path) -> None:
    desk.sync(share)
    listed = "files:\n  - {path: guides/a.md, sha256: '" + "0" * 64 + "'}\n"
    manifest = (share / "pack.yaml").read_text().replace("1.0.0", "1.1.0") + listed
    write_files(share, {"pack.yaml": manifest}, OLD + 9)
    assert desk.sync(share).state is State.COPYING


def test_a_file_that_changes_during_the_sync_is_left_for_the_next(desk: Desk, share: Path) -> None:
    desk.sync(share)
    write_files(share, {"guides/a.md": "# A\n\nfirst half\n"}, time.time())
    moved = lambda _: write_files(share, {"guides/a.md": "# A\n\nfirst half, second\n"})  # noqa: E731
    report = desk.sync(share, options=SyncOptions(pause=moved))
    assert report.state is State.COPYING
    assert "Text of a." in desk.body("team/a")


def test_going_back_is_possible_when_it_is_wanted(desk: Desk, share: Path) -> None:
    desk.sync(share)
    write_pack(share, {}, version="0.9.0-beta")
    assert desk.sync(share).state is State.KEPT_NEWER
    assert desk.sync(share, options=SyncOptions(rollback=True)).state is State.UPDATED


def test_going_back_is_possible_when_the_pack_says_so(desk: Desk, share: Path) -> None:
    desk.sync(share)
    write_files(share, {"pack.yaml": "id: team\nversion: 0.9.0\nallow_rollback: true\n"})
    assert desk.sync(share).state is State.UPDATED


def test_cancelling_keeps_the_old_version(desk: Desk, share: Path) -> None:
    desk.sync(share)
    write_files(share, {"guides/a.md": "# A\n\nnew\n"}, OLD + 5)
    asked: list[int] = []
    options = SyncOptions(cancelled=lambda: len(asked) > 0, progress=lambda p: asked.append(p.done))
    assert desk.sync(share, options=options).state is State.CANCELLED
    assert "Text of a." in desk.body("team/a")


def test_progress_counts_to_the_total(desk: Desk, share: Path) -> None:
    steps: list[Progress] = []
    desk.sync(share, options=SyncOptions(progress=steps.append))
    read = [(p.done, p.total) for p in steps if p.step == "read"]
    assert read == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_pages_are_read_again_when_the_pack_changes_its_language(desk: Desk, share: Path) -> None:
    desk.sync(share)
    write_files(share, {"pack.yaml": "id: team\nversion: 1.0.1\nlanguage: de\n"}, OLD + 3)
    desk.sync(share)
    store = desk.store()
    assert {row.language for row in store.catalog()} == {"de"}
    store.close()


def test_a_pack_that_moved_has_its_new_paths(desk: Desk, tmp_path: Path) -> None:
    write_pack(tmp_path / "all/one", {"guides/a.md": "# A\n\na\n"}, name="one")
    desk.sync(tmp_path / "all")
    (tmp_path / "all/one").rename(tmp_path / "all/new")
    assert desk.sync(tmp_path / "all").state is State.UPDATED
    assert desk.paths() == ["new/guides/a.md"]


def test_a_missing_picture_is_named_until_it_comes(desk: Desk, share: Path) -> None:
    write_files(share, {"guides/a.md": "# A\n\n![p](p.png)\n"})
    assert "p.png" in str(desk.sync(share).problems)
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x08\x08\x02\0\0\0"
    write_files(share, {"guides/p.png": png})
    assert desk.sync(share).problems == []
    (share / "guides/p.png").unlink()
    assert "p.png" in str(desk.sync(share).problems)


def test_a_symlinked_config_map_is_read_once(desk: Desk, tmp_path: Path) -> None:
    write_files(tmp_path / "map/..data_1", {"a.md": "# A\n\na\n"})
    (tmp_path / "map/..data").symlink_to("..data_1", target_is_directory=True)
    (tmp_path / "map/a.md").symlink_to("..data/a.md")
    desk.sync(tmp_path / "map")
    assert desk.paths() == ["a.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_home_is_said(desk: Desk, share: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be written"):
        desk.sync(share)
    tmp_path.chmod(0o700)


def test_a_damaged_store_is_put_aside_and_filled_again(desk: Desk, share: Path) -> None:
    desk.sync(share)
    (desk.directory / "packs.sqlite").write_bytes(b"rubbish " * 4096)
    for leftover in desk.directory.glob("packs.sqlite-*"):
        leftover.unlink()
    assert desk.sync(share).added == 3
    assert list(desk.directory.glob("damaged-*"))


def test_an_emptied_store_file_is_filled_again(desk: Desk, share: Path) -> None:
    desk.sync(share)
    for leftover in desk.directory.glob("packs.sqlite*"):
        leftover.write_bytes(b"")
    assert desk.sync(share).added == 3


def _at(now: float) -> SyncOptions:
    return SyncOptions(clock=lambda: now, pause=lambda _: None)


_SYNC = """
import sys
from pathlib import Path
from tests.support.share import Desk
Desk(Path(sys.argv[1])).sync(Path(sys.argv[2]))
"""


def _version(store: PackStore) -> set[str]:
    """Return the versions that the pages of one snapshot have: one, if nothing is mixed."""
    bodies = {guide.body for guide in store.guides([row.key for row in store.catalog()])}
    return {body.split("version ")[1].split()[0] for body in bodies}


def _publish(share: Path, number: int, pages: int) -> None:
    files = {f"guides/{n}.md": f"# P{n}\n\nversion {number} \n" + "x" * 2000 for n in range(pages)}
    write_pack(share, files, version=f"1.{number}.0")
    for path in share.rglob("*"):
        os.utime(path, (OLD + number, OLD + number))


@pytest.mark.slow
def test_100_kills_at_random_points_leave_one_whole_version(desk: Desk, tmp_path: Path) -> None:
    share, random_ = tmp_path / "share", random.Random(7)
    _publish(share, 0, 150)
    desk.sync(share)
    reader = desk.store()
    landed = 0
    for number in range(1, 101):
        _publish(share, number, 150)
        command = [sys.executable, "-c", _SYNC, str(desk.directory), str(share)]
        child = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": "."})
        end = time.monotonic() + random_.uniform(0.1, 0.6)
        while time.monotonic() < end and child.poll() is None:
            assert len({row.digest for row in reader.catalog()}) == 150
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert len(_version(reader)) == 1
        landed += f"{number}" in _version(reader)
    reader.close()
    desk.sync(share)
    assert landed > 0
    with_all = desk.store()
    assert _version(with_all) == {"100"}
    with_all.close()
    print(f"100 kills, {landed} new versions landed before the kill, 0 torn or mixed")


def _listed(number: int) -> dict[str, bytes]:
    """Return the files of a publication whose manifest lists a digest for each."""
    files = {f"guides/{n}.md": f"# P{n}\n\nversion {number} \n".encode() for n in range(6)}
    rows = [
        f"  - {{path: {path}, sha256: '{hashlib.sha256(data).hexdigest()}'}}"
        for path, data in files.items()
    ]
    head = ["id: team", "title: Team", f"version: 1.{number}.0", "files:"]
    return {**files, "pack.yaml": "\n".join([*head, *rows, ""]).encode()}


@pytest.mark.slow
def test_publications_copied_in_random_order_are_never_mixed(desk: Desk, tmp_path: Path) -> None:
    """With digests in the manifest; a pack without them cannot know what is missing."""
    random_, now, syncs = random.Random(3), time.time(), 0
    share = write_files(tmp_path / "share", _listed(0))
    desk.sync(share)
    for number in range(1, 26):
        todo = list(_listed(number).items())
        random_.shuffle(todo)
        for name, data in todo:
            for part in (data[: random_.randrange(1, len(data))], data):
                syncs += 1
                write_files(share, {name: part}, OLD + syncs)
                desk.sync(share, options=_at(now + 30 * syncs))
                store = desk.store()
                assert len(_version(store)) == 1
                store.close()
        store = desk.store()
        assert _version(store) == {str(number)}
        store.close()
    print(f"25 publications, {syncs} syncs, 0 mixed")
