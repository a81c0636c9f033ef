from __future__ import annotations

from pathlib import Path

import pytest

from jitdesk.errors import UsageError
from jitdesk.library.checking import check_path
from tests.support.share import write_files, write_pack


def test_ids_used_twice_name_both_files(tmp_path: Path) -> None:
    text = "---\nid: a.b\n---\n# T\n\nx\n"
    write_pack(tmp_path, {"guides/a.md": text, "guides/b.md": text})
    (problem,) = check_path(tmp_path)
    assert (problem.file, problem.line) == ("guides/b.md", 2)
    assert "guides/a.md" in problem.message


def test_one_page_is_checked_within_its_pack(tmp_path: Path) -> None:
    write_pack(
        tmp_path, {"guides/a.md": "# T\n\n[b](b.md) [c](c.md)\n", "guides/b.md": "# B\n\nx\n"}
    )
    assert [p.line for p in check_path(tmp_path / "guides/a.md")] == [3]


def test_names_for_one_system_only_are_said(tmp_path: Path) -> None:
    write_files(tmp_path, {"what?.md": "# W\n\nx\n"})
    assert "Windows" in check_path(tmp_path)[0].message


def test_a_broken_zip_is_a_problem(tmp_path: Path) -> None:
    write_files(tmp_path, {"p.zip": b"PK nonsense"})
    assert "not a complete zip" in check_path(tmp_path / "p.zip")[0].message


def test_wrong_paths_are_wrong_use(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": "x"})
    for path in ("gone", "a.txt"):
        with pytest.raises(UsageError):
            check_path(tmp_path / path)
