from __future__ import annotations

from jitdesk.packs.intake import Intake
from jitdesk.packs.share import Content


def intake(*pages: tuple[str, str]) -> Intake:
    made = Intake("p", "", "", frozenset())
    for path, text in pages:
        made.take(Content(path, text.encode()), len(text), 1)
    return made


def test_made_up_ids_give_way_to_written_ones() -> None:
    made = intake(("a.md", "# A\n\na\n"), ("z.md", "---\nid: a\n---\n# Z\n\nz\n"))
    ids = {row.pack_path: row.id for row in made.finish(lambda _: b"")}
    assert ids["z.md"] == "a"
    assert ids["a.md"].startswith("a-")
    assert not made.findings


def test_the_order_of_files_does_not_matter() -> None:
    pages = [(f"{n}.md", f"---\nid: same\n---\n# {n}\n\nx\n") for n in "abc"]
    one = {(r.pack_path, r.id) for r in intake(*pages).finish(lambda _: b"id: same")}
    two = {(r.pack_path, r.id) for r in intake(*reversed(pages)).finish(lambda _: b"id: same")}
    assert one == two
    assert len({name for _, name in one}) == 3


def test_an_unreadable_file_is_an_error_and_a_cut_one_is_noted() -> None:
    made = intake(("cut.md", "---\ntitle: Cu"))
    made.take(Content("gone.md", b"", failed="permission denied"), 1, 1)
    assert made.cut == ["cut.md"]
    assert "permission denied" in made.findings[-1][1].message


def test_a_wrong_case_of_a_picture_is_guessed() -> None:
    made = Intake("p", "", "", frozenset({"Real.jpg"}))
    made.take(Content("a.md", b"# A\n\n![x](real.JPG)\n"), 1, 1)
    assert [p.fix for _, p in made.findings] == ['Did you mean "Real.jpg"?']
