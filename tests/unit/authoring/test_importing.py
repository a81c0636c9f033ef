"""Import: what came over, what was changed, what was left out; nothing is dropped silently."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from jitdesk.authoring.importing.run import ImportReport, import_into
from jitdesk.errors import UsageError
from jitdesk.guides.guide import PackId
from jitdesk.guides.loader import load

CORPORA = Path(os.environ.get("JITDESK_CORPORA", "../shared/corpora"))


def taken(tmp_path: Path, files: dict[str, str | bytes]) -> tuple[ImportReport, Path]:
    """Import a folder with these files; return the report and the pack's guides."""
    source = tmp_path / "source"
    for name, content in files.items():
        file = source / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return import_into(source, tmp_path / "pack"), tmp_path / "pack" / "guides"


def test_fields_of_other_tools_come_under_our_names(tmp_path: Path) -> None:
    page = "---\ntitle: Old\ndescription: When it hurts.\nweight: 20\ncategories: [a]\n---\nText.\n"
    report, guides = taken(tmp_path, {"a.md": page})
    text = (guides / "a.md").read_text()
    for row in ("situation: When it hurts.", "x-weight: 20", "tags:\n- a", "x-imported-from: a.md"):
        assert row in text
    assert report.changed == {"a.md": ["fields kept as x-: weight"]}


def test_site_generator_commands_are_taken_out_and_counted(tmp_path: Path) -> None:
    page = "# A\n\n{{< hint >}}Look.{{< /hint >}} Press `{{< x >}}`.\n\n{% raw %}\n"
    report, guides = taken(tmp_path, {"a.md": page})
    assert "Look. Press `{{< x >}}`." in (guides / "a.md").read_text()
    assert report.changed["a.md"][0].startswith("3 commands")


def test_a_key_in_angles_is_no_component(tmp_path: Path) -> None:
    _, guides = taken(tmp_path, {"a.md": "# A\n\nPress <Enter> twice.\n"})
    assert "Press <Enter> twice." in (guides / "a.md").read_text()


def test_a_long_page_is_split_and_every_word_is_kept(tmp_path: Path) -> None:
    words = [" ".join(f"w{n}x{k}y" for k in range(300)) for n in range(4)]
    page = "# Long\n\nFirst words.\n\n" + "\n".join(
        f"## Part {n}\n\n{w}\n" for n, w in enumerate(words)
    )
    report, guides = taken(tmp_path, {"b/long.md": page})
    assert report.split == 1
    assert report.imported == 5
    first = (guides / "b" / "long.md").read_text()
    assert "First words." in first
    assert "- [Part 2](long/part-2.md)" in first
    part = (guides / "b" / "long" / "part-2.md").read_text()
    assert "Part of [Long](../long.md)." in part
    everything = " ".join(file.read_text() for file in guides.rglob("*.md"))
    assert all(word in everything for text in words for word in text.split())


def test_html_becomes_markdown_without_menus(tmp_path: Path) -> None:
    page = (
        "<html><head><title>T</title><script>x()</script></head><body><nav>Menu</nav>"
        "<h1>Reset</h1><ol><li>Pull</li><li>Wait</li></ol></body></html>"
    )
    report, guides = taken(tmp_path, {"a.html": page})
    text = (guides / "a.md").read_text()
    assert "1. Pull" in text
    assert "Menu" not in text
    assert "1 <nav> left out" in report.changed["a.html"]


def test_a_word_file_keeps_headings_and_lists(tmp_path: Path) -> None:
    report, guides = taken(tmp_path, {"a.docx": _docx()})
    text = (guides / "a.md").read_text()
    assert "# Restart the line" in text
    assert "Pull the lever" in text
    assert report.imported == 1


def test_what_is_no_word_file_says_so(tmp_path: Path) -> None:
    report, _ = taken(tmp_path, {"a.docx": b"no", "b.xyz": b"x", "LICENSE": b"MIT"})
    assert {s.file: s.reason for s in report.skipped} == {
        "a.docx": "it is not a Word file",
        "b.xyz": "JITDesk does not know .xyz files",
        "LICENSE": "it is a licence or a list of names, not a page",
    }


def test_a_json_checklist_becomes_items(tmp_path: Path) -> None:
    value = {"title": "Trip", "checklist": [{"point": "Passport", "details": "valid"}, "Ticket"]}
    _, guides = taken(tmp_path, {"trip.json": json.dumps(value)})
    text = (guides / "trip.md").read_text()
    assert "- [ ] **Passport**\n  - valid\n- [ ] Ticket" in text
    assert "type: checklist" in text


def test_a_navi_sheet_becomes_steps_with_commands(tmp_path: Path) -> None:
    sheet = "% git, code\n\n# Show all\ngit log <n>\n\n$ n: echo 1\n"
    report, guides = taken(tmp_path, {"git.cheat": sheet})
    text = (guides / "git.md").read_text()
    assert "- Show all\n\n```sh\ngit log <n>\n```" in text
    assert "1 lists of values for navi left out" in report.changed["git.cheat"]


def test_pictures_come_along_and_unused_ones_are_named(tmp_path: Path) -> None:
    png = b"\x89PNG\r\n\x1a\n"
    files = {"d/a.md": "# A\n\n![x](p.png)\n", "d/p.png": png, "d/q.png": png}
    report, guides = taken(tmp_path, files)
    assert (guides / "d" / "p.png").read_bytes() == png
    assert [(s.file, s.reason) for s in report.skipped] == [
        ("d/q.png", "no page shows this picture")
    ]


def test_nothing_is_overwritten_unless_wanted(tmp_path: Path) -> None:
    taken(tmp_path, {"a.md": "# A\n\nold\n"})
    (tmp_path / "source" / "a.md").write_text("# A\n\nnew\n")
    report = import_into(tmp_path / "source", tmp_path / "pack")
    assert [s.reason for s in report.skipped] == ["a.md is in the pack already"]
    import_into(tmp_path / "source", tmp_path / "pack", replace=True)
    assert "new" in (tmp_path / "pack" / "guides" / "a.md").read_text()


def test_a_pack_inside_its_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="lies inside"):
        import_into(tmp_path, tmp_path / "pack")


@pytest.mark.corpus
@pytest.mark.skipif(not (CORPORA / "field").is_dir(), reason="the corpora folder is not here")
def test_every_file_of_the_corpora_is_accounted_for(tmp_path: Path) -> None:
    for folder in [*(CORPORA / "field").iterdir(), *(CORPORA / "extra-formats").iterdir()]:
        report = import_into(folder, tmp_path / folder.name)
        files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
        pages = list((tmp_path / folder.name / "guides").rglob("*.md"))
        sources = set()
        for page in pages:
            guide = load(page.read_bytes(), page.name, PackId("p")).guide
            assert guide is not None, page
            sources.add(str(guide.front["x-imported-from"]))
        pictures = {
            f for f in files if f.rsplit(".", 1)[-1].lower() in {"png", "jpg", "gif", "svg"}
        }
        skipped = {s.file for s in report.skipped}
        assert files - pictures == sources | (skipped - pictures)
        assert report.pictures + len(skipped & pictures) == len(pictures)


def _docx() -> bytes:
    """Return a small Word file with a heading and two paragraphs."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Restart the line</w:t></w:r></w:p>'  # noqa: E501
        "<w:p><w:r><w:t>Pull the lever</w:t></w:r></w:p>"
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    )
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'  # noqa: E501
            f'<Override PartName="/word/document.xml" ContentType="{kinds}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{kinds}.styles+xml"/></Types>',
        )
        file.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{rels}/officeDocument" Target="word/document.xml"/></Relationships>',  # noqa: E501
        )
        file.writestr(
            "word/_rels/document.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{rels}/styles" Target="styles.xml"/></Relationships>',
        )
        file.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>"
        )
        file.writestr("word/styles.xml", f"<w:styles {space}>{styles}</w:styles>")
    return packed.getvalue()
