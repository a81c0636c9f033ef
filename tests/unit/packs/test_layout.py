from __future__ import annotations

from jitdesk.packs.layout import Form, Layout, lay_out
from jitdesk.packs.share import Entry


def layout(*paths: str) -> Layout:
    return lay_out([Entry(path, "f", 1, 1) for path in paths], "/srv/guides")


def test_a_folder_without_a_manifest_is_one_plain_pack() -> None:
    (place,) = layout("a.md", "sub/b.md").places
    assert (place.form, place.root, len(place.entries)) == (Form.PLAIN, "", 2)


def test_files_belong_to_the_nearest_pack() -> None:
    found = layout("one/pack.yaml", "one/a.md", "one/in/pack.yaml", "one/in/b.md", "README.md")
    assert {p.root: [e.path for e in p.entries] for p in found.places} == {
        "one": ["a.md", "pack.yaml"], "one/in": ["b.md", "pack.yaml"],
    }  # fmt: skip
    assert "outside of the packs" in found.problems[0].message


def test_zips_at_the_top_are_packs_and_attachments_are_not() -> None:
    assert [p.form for p in layout("a.zip", "b.zip").places] == [Form.BUNDLE, Form.BUNDLE]
    assert [p.form for p in layout("sub/a.zip", "x.md").places] == [Form.PLAIN]
    assert [p.form for p in layout("pack.yaml", "a.zip").places] == [Form.FOLDER]


def test_a_location_that_is_a_zip_is_one_pack() -> None:
    assert [p.form for p in layout("").places] == [Form.BUNDLE]


def test_links_inside_are_followed_once_and_pipes_never() -> None:
    rows = [
        Entry("a.md", "f", 1, 1), Entry("b.md", "l", 1, 1, "a.md"),
        Entry("c.md", "l", 1, 1, ".x/c.md"),
        Entry("d.md", "l", 0, 0), Entry("e.md", "o", 0, 0),
    ]  # fmt: skip
    found = lay_out(rows, "/srv")
    assert [e.path for e in found.places[0].entries] == ["a.md", "c.md"]
    assert {p.file for p in found.problems} == {"d.md", "e.md"}
