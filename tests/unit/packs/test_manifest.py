from __future__ import annotations

from jitdesk.packs.manifest import read_manifest


def test_fields_lines_and_listed_files_are_read() -> None:
    text = (
        b"id: team.it\ntitle: IT\nversion: 1.10\nfiles:\n  - a.md\n  - {path: b.md, sha256: AB}\n"
    )
    manifest, problems = read_manifest(text, "pack.yaml")
    assert manifest is not None
    assert (manifest.id, manifest.version, manifest.version_line) == ("team.it", "1.10", 3)
    assert manifest.files == {"a.md": "", "b.md": "ab"}
    assert problems == ()


def test_entries_outside_are_named_with_their_line() -> None:
    manifest, problems = read_manifest(
        b"id: t\nfiles:\n  - path: ../x\n  - path: ok.md\n", "pack.yaml"
    )
    assert manifest is not None
    assert list(manifest.files) == ["ok.md"]
    assert [p.line for p in problems] == [3]


def test_an_empty_manifest_and_a_list_are_errors() -> None:
    for data in (b"", b" \n", b"- a\n", b"just text"):
        manifest, problems = read_manifest(data, "pack.yaml")
        assert manifest is None
        assert problems


def test_a_manifest_without_an_end_is_not_complete() -> None:
    manifest, _ = read_manifest(b"id: t\ntitle: Half", "pack.yaml")
    assert manifest is not None
    assert (manifest.complete, manifest.last_line) == (False, 2)
