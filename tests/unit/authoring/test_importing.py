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
    assert "1 lists of values for navi kept as commands" in report.changed["git.cheat"]


def test_the_parts_of_a_navi_sheet_keep_their_headings(tmp_path: Path) -> None:
    sheet = "% Shell, files\n\n# List\nls\n\n% Shell, users\n\n# Who\nwho\n"
    _, guides = taken(tmp_path, {"shell.cheat": sheet})
    text = (guides / "shell.md").read_text()
    places = [
        text.index(part) for part in ("## Shell, files", "- List", "## Shell, users", "- Who")
    ]
    assert places == sorted(places)


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


def test_hints_in_comments_are_kept_and_orders_to_tools_left_out(tmp_path: Path) -> None:
    page = "# Bug\n\n<!-- prettier-ignore -->\n<!--- Tell us what should happen -->\n1. x\n"
    page += "\n```html\n<!-- stays as it is here -->\n```\n"
    report, guides = taken(tmp_path, {"bug.md": page})
    text = (guides / "bug.md").read_text()
    assert "\n> Tell us what should happen\n\n1. x" in text
    assert "prettier" not in text
    assert "<!-- stays as it is here -->" in text
    assert "1 hints in comments kept as quotes" in report.changed["bug.md"]
    assert "1 comments left out" in report.changed["bug.md"]


def test_commands_of_a_site_generator_are_named_in_the_report(tmp_path: Path) -> None:
    report, _ = taken(tmp_path, {"a.md": "# A\n\n{% include hint.html %}\n\nText.\n"})
    said = "1 commands of the site generator left out: {% include hint.html %}"
    assert report.changed["a.md"] == [said]


def test_a_phrase_sheet_keeps_how_it_is_said_and_where_it_is_from(tmp_path: Path) -> None:
    sheet = """{"name": "Telugu", "metadata": {"sourceName": "Wikitravel"}, "sections":
      {"Basics": [{"key": "Thanks", "val": "x", "trn": "Dhanya"}, {"key": "Yes", "val": "y"}]}}"""
    _, guides = taken(tmp_path, {"telugu.json": sheet})
    text = (guides / "telugu.md").read_text()
    assert "| Key | What it does | Trn |" in text
    assert "| Thanks | x | Dhanya |\n| Yes | y |  |" in text
    assert "Source: Wikitravel" in text


def test_two_files_that_would_have_one_name_are_both_taken(tmp_path: Path) -> None:
    """A page with and without a suffix: the second was skipped as already there."""
    report, guides = taken(tmp_path, {"sync": "# Sync\n\n## What\n\nOne.\n", "sync.md": "# S\n"})
    assert report.skipped == []
    assert {file.name for file in guides.iterdir()} == {"sync.md", "sync-2.md"}


def test_plain_text_without_a_heading_is_kept_as_it_is(tmp_path: Path) -> None:
    _, guides = taken(tmp_path, {"readline": "    Moving\nCtrl-b   left\n"})
    text = (guides / "readline.md").read_text()
    assert "# readline\n\n```text\n    Moving\nCtrl-b   left\n```" in text


def test_a_heading_that_is_a_link_keeps_it_when_it_becomes_a_title(tmp_path: Path) -> None:
    body = "word " * 500
    page = f"# G\n\n## [One](https://a.example/1)\n\n{body}\n\n## Two\n\n{body}\n"
    _, guides = taken(tmp_path, {"g.md": page})
    assert "# One\n\n[One](https://a.example/1)" in (guides / "g" / "one.md").read_text()


def test_a_picture_inside_a_page_becomes_a_file_beside_it(tmp_path: Path) -> None:
    page = '<h1>Lamp</h1><p>Look: <img src="data:image/png;base64,iVBORw0KGgo="></p>'
    report, guides = taken(tmp_path, {"lamp.html": page})
    assert "![picture 1](lamp-1.png)" in (guides / "lamp.md").read_text()
    assert (guides / "lamp-1.png").read_bytes() == b"\x89PNG\r\n\x1a\n"
    assert report.pictures == 1


def test_a_table_without_a_head_has_its_first_row_as_head(tmp_path: Path) -> None:
    page = "<h1>T</h1><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>"
    _, guides = taken(tmp_path, {"t.html": page})
    assert "| a | b |\n| --- | --- |\n| 1 | 2 |" in (guides / "t.md").read_text()


def test_one_heading_stays_the_title_and_the_others_step_down(tmp_path: Path) -> None:
    _, guides = taken(tmp_path, {"h.html": "<h1>A</h1><h1>B</h1><p>x</p><h2>C</h2><p>y</p>"})
    text = (guides / "h.md").read_text()
    assert "\n# A\n" in text
    assert "\n## B\n" in text
    assert "\n### C\n" in text


def test_tags_nested_beyond_reason_leave_the_text(tmp_path: Path) -> None:
    page = "<div>" * 20_000 + "hello" + "</div>" * 20_000
    report, guides = taken(tmp_path, {"deep.html": page})
    assert "hello" in (guides / "deep.md").read_text()
    assert report.changed["deep.html"] == ["tags nested too deeply: the text without its form"]


def test_a_link_to_a_place_outside_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("# Secret\n")
    source = tmp_path / "source"
    source.mkdir()
    (source / "link.md").symlink_to(outside)
    report = import_into(source, tmp_path / "pack")
    assert [(s.file, s.reason) for s in report.skipped] == [
        ("link.md", "it is a link to a place outside the folder")
    ]


def test_a_glossary_of_thousands_becomes_pages_of_five_minutes(tmp_path: Path) -> None:
    """One page a heading made 12,000 pages in 95 seconds, and cut the file in the middle."""
    page = "# T\n" + "".join(f"## H{n}\n\ntext text\n\n" for n in range(3_000))
    _, guides = taken(tmp_path, {"many.md": page})
    parts = list((guides / "many").iterdir())
    assert len(parts) < 30
    text = "".join(part.read_text() for part in parts)
    assert all(f"## H{n}\n" in text for n in range(3_000))


def test_a_line_of_openings_is_read_in_no_time(tmp_path: Path) -> None:
    """Comments and commands that never end were looked for from each opening on."""
    page = "# T\n" + "<!--" * 50_000 + "\n" + "{% " * 50_000 + "\n" + "{{< " * 30_000 + "\n"
    report, _ = taken(tmp_path, {"open.md": page})
    assert report.imported == 1


def test_what_only_looks_like_text_is_told_apart(tmp_path: Path) -> None:
    noise = bytes((n * 37 + n // 251) % 256 for n in range(3_000))
    report, _ = taken(tmp_path, {"noise.md": noise.replace(b"\0", b"\1")})
    assert report.skipped[0].reason.startswith("This is not a text file")


def test_an_encoding_that_was_guessed_is_said(tmp_path: Path) -> None:
    report, guides = taken(tmp_path, {"old.md": "# Größe\n\nÖffne das.\n".encode("latin-1")})
    assert "# Größe" in (guides / "old.md").read_text()
    assert "it was read as Windows-1252" in report.changed["old.md"][0]


def test_pictures_that_are_named_and_not_there_are_said(tmp_path: Path) -> None:
    report, _ = taken(tmp_path, {"a.md": "# A\n\n![b](gone.png)\n"})
    assert report.changed["a.md"] == ["1 pictures are not there: gone.png"]


def test_two_groups_of_one_name_are_two_pages(tmp_path: Path) -> None:
    rows = '[{"title": "A", "items": ["x"]}, {"title": "A", "items": ["y"]}]'
    report, guides = taken(tmp_path, {"d.json": rows})
    assert report.imported == 2
    assert {file.name for file in (guides / "d").iterdir()} == {"a.md", "a-1.md"}


def test_the_frame_of_a_site_goes_and_remarks_of_its_text_stay(tmp_path: Path) -> None:
    page = """<header>Site</header><aside>Advert</aside><main><header><h1>Lamp</h1></header>
      <p>Look.</p><aside>Mind the heat.</aside><form>Name: <input></form></main>"""
    report, guides = taken(tmp_path, {"a.html": page})
    text = (guides / "a.md").read_text()
    assert "# Lamp" in text
    assert "> Mind the heat." in text
    assert "Name:" in text
    assert "Advert" not in text
    assert report.changed["a.html"] == ["1 <header> left out", "1 <aside> left out"]
