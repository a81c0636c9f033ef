from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from jitdesk.errors import PackError
from jitdesk.packs.bundle import Bundle


def made(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return path


def test_members_are_read_and_bad_names_left_out(tmp_path: Path) -> None:
    bundle = Bundle(
        made(tmp_path / "p.zip", {"a.md": b"a", "../b.md": b"b", "CON.md": b"c"}), "p.zip"
    )
    assert [c.data for c in bundle.read([("a.md", 9)])] == [b"a"]
    assert [e.path for e in bundle.entries()] == ["a.md"]
    assert len(bundle.problems) == 2
    bundle.close()


def test_a_bomb_and_half_a_zip_are_refused(tmp_path: Path) -> None:
    bomb = made(tmp_path / "bomb.zip", {"a.md": b"\0" * (8 << 20)})
    with pytest.raises(PackError, match="grows too much"):
        Bundle(bomb, "bomb.zip")
    bomb.write_bytes(bomb.read_bytes()[:-40])
    with pytest.raises(PackError, match="not a complete zip"):
        Bundle(bomb, "bomb.zip")


def test_a_broken_member_is_a_failure_not_an_exception(tmp_path: Path) -> None:
    path = made(tmp_path / "p.zip", {"a.md": b"abcdefgh" * 50})
    data = bytearray(path.read_bytes())
    data[40] ^= 0xFF
    path.write_bytes(data)
    bundle = Bundle(path, "p.zip")
    (content,) = bundle.read([("a.md", 999)])
    assert content.failed
    bundle.close()


def test_links_in_a_zip_are_left_out(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as target:
        info = zipfile.ZipInfo("a.md")
        info.external_attr = 0o120777 << 16
        target.writestr(info, "/etc/passwd")
    bundle = Bundle(tmp_path / "p.zip", "p.zip")
    assert bundle.entries() == ()
    bundle.close()
