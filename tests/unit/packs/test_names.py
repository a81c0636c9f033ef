from __future__ import annotations

import pytest

from jitdesk.packs.names import Sort, original_of, path_fault, portable_fault, same_name, sort_of


@pytest.mark.parametrize(
    ("path", "sort"),
    [
        ("a/b.md", Sort.GUIDE), ("..md", Sort.GUIDE), ("a.PNG", Sort.IMAGE),
        ("pack.yaml", Sort.MANIFEST),
        (".hidden.md", Sort.LITTER), ("~$a.md", Sort.TEMPORARY), ("a.md.part", Sort.TEMPORARY),
        ("a.md~", Sort.TEMPORARY), ("Thumbs.db", Sort.LITTER), ("site.yaml", Sort.SITE),
        ("x.zip", Sort.ARCHIVE), ("run.exe", Sort.OTHER), ("LICENSE", Sort.OTHER),
    ],
)  # fmt: skip
def test_a_name_says_what_a_file_is(path: str, sort: Sort) -> None:
    assert sort_of(path) is sort


@pytest.mark.parametrize(
    "path", ["../a.md", "/a.md", "C:/a.md", "a\\b.md", "a//b.md", "a/./b.md", "a\n.md", "\udcff.md"]
)
def test_paths_that_are_not_inside_are_refused(path: str) -> None:
    assert path_fault(path)


@pytest.mark.parametrize(
    "path", ["con.md", "a/NUL", "com1.x.md", "a:b.md", "a?.md", "a. ", "x" * 241]
)
def test_names_that_one_system_refuses_are_not_portable(path: str) -> None:
    assert portable_fault(path)


def test_ordinary_names_of_every_script_pass() -> None:
    assert not portable_fault("guides/日本 手順/Größe (neu).md")


@pytest.mark.parametrize(
    "name",
    [
        "a (Kim's conflicted copy 2026-01-05).md", "a.sync-conflict-20260105-101010-ABCDEFG.md",
        "a (conflicted copy).md",
    ],
)  # fmt: skip
def test_conflicted_copies_know_their_original(name: str) -> None:
    assert original_of(f"guides/{name}") == "guides/a.md"
    assert original_of("guides/a.md") == ""


def test_names_that_a_system_cannot_tell_apart_are_equal() -> None:
    assert same_name("Caf\u00e9.md") == same_name("cafe\u0301.MD")
