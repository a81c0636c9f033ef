from __future__ import annotations

import time
from pathlib import Path

import pytest

from jitdesk.errors import StoreError
from jitdesk.packs.store import PackStore
from jitdesk.packs.writer import writing
from tests.support.share import Desk, write_files, write_pack


@pytest.fixture
def store(tmp_path: Path) -> PackStore:
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x08\x08\x02\0\0\0"
    files = {"guides/mail/send.md": "# Send it\n\nGo.\n", "guides/p.png": png}
    write_pack(tmp_path / "all/one", files, name="one")
    desk = Desk(tmp_path / "desk")
    desk.sync(tmp_path / "all")
    return desk.store()


@pytest.mark.parametrize(
    "text",
    [
        "one/mail.send", "mail.send", "one/guides/mail/send.md", "one/one/guides/mail/send.md#x",
        "send",
        "Send it", "jitdesk://guide/mail.send", "one/one/guides/mail/send",
    ],
)  # fmt: skip
def test_a_guide_is_found_by_whatever_names_it(store: PackStore, text: str) -> None:
    assert [row.key for row in store.lookup(text)] == ["one/mail.send"]


@pytest.mark.parametrize("text", ["", "%", "nothing", "mail"])
def test_what_names_nothing_finds_nothing(store: PackStore, text: str) -> None:
    assert store.lookup(text) == []


def test_pictures_come_from_their_own_pack_only(store: PackStore) -> None:
    assert store.asset("one", "one/guides/p.png")
    for path in ("guides/p.png", "one/guides/../guides/p.png", "/etc/hostname", "one/guides/x.png"):
        assert store.asset("one", path) is None
    assert store.asset("two", "one/guides/p.png") is None


def test_the_generation_grows_with_every_change(store: PackStore, tmp_path: Path) -> None:
    before = store.generation()
    write_files(tmp_path / "all/one", {"guides/new.md": "# N\n\nx\n"})
    Desk(tmp_path / "desk").sync(tmp_path / "all")
    assert store.generation() > before
    assert len(store.catalog()) == 2


def test_nothing_installed_reads_as_empty(tmp_path: Path) -> None:
    store = PackStore.open(tmp_path)
    assert (store.generation(), store.catalog(), store.guide("a/b"), store.packs()) == (
        0,
        [],
        None,
        [],
    )
    assert (store.asset("a", "b"), store.problems()) == (None, [])


def test_ten_thousand_rows_are_read_in_a_wink(tmp_path: Path) -> None:
    write_files(tmp_path / "share", {"a.md": "# A\n\na\n"})
    desk = Desk(tmp_path / "desk")
    desk.sync(tmp_path / "share")
    with writing(desk.directory) as writer:
        connection = writer._open()
        connection.execute(
            "INSERT INTO guides SELECT key || value, id, pack, path, type, title, situation,"
            " minutes, language, tags, reviewed_on, review_due, digest, own_id, pack_path, site"
            " FROM guides, (WITH RECURSIVE c(value) AS"
            " (SELECT 1 UNION ALL SELECT value + 1 FROM c LIMIT 10000)"
            " SELECT value FROM c)"
        )
    store = desk.store()
    start = time.perf_counter()
    assert len(store.catalog()) == 10_001
    assert time.perf_counter() - start < 5  # a bound; 0.03 s here, the bench holds figures
    store.close()


def test_a_second_writer_waits_and_then_says_so(tmp_path: Path) -> None:
    with (
        writing(tmp_path),
        pytest.raises(StoreError, match="Another sync is running"),
        writing(tmp_path, wait=0.1),
    ):
        pass


def test_removing_a_source_removes_its_bytes(store: PackStore, tmp_path: Path) -> None:
    with writing(tmp_path / "desk") as writer:
        writer.remove_source("share")
        writer.sweep()
        assert writer.query("SELECT count(*) FROM blobs") == [(0,)]
    assert store.catalog() == []
