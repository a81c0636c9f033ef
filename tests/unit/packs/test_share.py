from __future__ import annotations

import os
from pathlib import Path

import pytest

from jitdesk.errors import ShareError
from jitdesk.packs.share import Share
from tests.support.share import write_files


def test_files_come_with_their_bytes_in_order(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": b"x" * 700_000, "ä/b.md": "b", ".git/c.md": "c"})
    with Share(str(tmp_path)) as share:
        assert [e.path for e in share.list().entries] == ["a.md", "ä/b.md"]
        contents = list(share.read([("a.md", 600_000), ("ä/b.md", 9), ("gone.md", 9)]))
    assert [len(c.data) for c in contents] == [600_000, 1, 0]
    assert contents[2].failed
    assert (share.bytes_read, share.files_opened) == (600_001, 3)


def test_the_same_listing_is_only_named(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": "a"})
    with Share(str(tmp_path)) as share:
        first = share.list()
        assert share.list(first.fingerprint).same
        write_files(tmp_path, {"a.md": "ab"})
        assert not share.list(first.fingerprint).same


def test_a_pipe_with_the_name_of_a_page_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "wait.md")
    with Share(str(tmp_path), patience=5) as share:
        assert [e.kind for e in share.list().entries] == ["o"]
        (content,) = share.read([("wait.md", 9)])
    assert "not a regular file" in content.failed


def test_a_missing_location_says_so(tmp_path: Path) -> None:
    with Share(str(tmp_path / "gone")) as share, pytest.raises(ShareError, match="no such file"):
        share.list()


def test_names_that_are_no_text_come_through(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text("x")
    with Share(str(tmp_path)) as share:
        assert [e.path for e in share.list().entries] == ["caf\udce9.md"]
