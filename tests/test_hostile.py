"""Packs made to break an importer: every case comes out as its expectation says."""

from __future__ import annotations

import json
import os
import resource
import shutil
import socket
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jitdesk.errors import Level, Problem
from jitdesk.guides.guide import Guide
from jitdesk.guides.page import Item
from jitdesk.guides.render import render
from jitdesk.guides.template import fill
from jitdesk.library.checking import check_path
from jitdesk.packs.report import SourceReport, State
from tests.support.share import Desk

HOSTILE = Path(os.environ.get("JITDESK_HOSTILE", "../shared/hostile")).resolve()
EXPECTATIONS = HOSTILE / "expectations.jsonl"
if not EXPECTATIONS.is_file():
    pytest.skip(f"no hostile packs at {HOSTILE} (JITDESK_HOSTILE)", allow_module_level=True)

CASES = {case["id"]: case for case in map(json.loads, EXPECTATIONS.read_text("utf-8").splitlines())}
IMPORTING = {"import", "import-with-warning", "import-sanitised", "skip-file"}
SEQUENCES = {"51-version-backwards", "50-foreign-id", "53-half-copied"}
CONTROL = "zz-good"


def recipe_symlinks(folder: Path) -> None:
    (folder.parent / "secret.md").write_text("# secretcanary20\n")
    guides = folder / "guides"
    (guides / "loop").symlink_to("../guides", target_is_directory=True)
    (guides / "self.md").symlink_to("self.md")
    (guides / "passwd.md").symlink_to("/etc/passwd")
    (guides / "out.md").symlink_to(folder.parent / "secret.md")
    (guides / "zero.md").symlink_to("/dev/zero")
    (guides / "dangling.md").symlink_to("nowhere.md")
    (guides / "again.md").symlink_to("zz-good.md")


def recipe_fifo(folder: Path) -> None:
    os.mkfifo(folder / "guides" / "wait.md")
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(folder / "guides")  # the name of a socket may have 107 characters
        try:
            made.bind("sock.md")
        finally:
            os.chdir(here)


RECIPES: dict[str, Callable[[Path], None]] = {
    "20-symlinks": recipe_symlinks,
    "21-fifo-and-sockets": recipe_fifo,
}


class Outcome:
    """What became of one case that was installed on an empty desk."""

    def __init__(self, case: dict[str, Any], folder: Path, desk: Desk) -> None:
        self.case, self.folder, self.desk = case, folder, desk
        self.report: SourceReport = desk.sync(folder)
        store = desk.store()
        self.rows = {row.id: row for row in store.catalog()}
        self.guides = {row.id: _guide(store.guide(row.key)) for row in store.catalog()}
        self.packs = store.packs()
        store.close()

    @property
    def problems(self) -> list[Problem]:
        return self.report.problems

    def text(self) -> str:
        return "\n".join(map(str, self.problems)) + self.report.message

    def asset(self, path: str) -> bytes | None:
        store = self.desk.store()
        try:
            return store.asset(self.packs[0].id, path)
        finally:
            store.close()


def _guide(guide: Guide | None) -> Guide:
    assert guide is not None
    return guide


def prepared(case: dict[str, Any], tmp_path: Path) -> Path:
    folder = tmp_path / "share" / case["id"]
    if case["stored"]:
        shutil.copytree(HOSTILE / case["path"], folder, copy_function=shutil.copyfile)
        return folder
    shutil.copytree(HOSTILE / "cases/00-control-good", folder, copy_function=shutil.copyfile)
    RECIPES[case["id"]](folder)
    return folder


@pytest.fixture
def outcome(tmp_path: Path) -> Callable[[str], Outcome]:
    def install(name: str) -> Outcome:
        return Outcome(CASES[name], prepared(CASES[name], tmp_path), Desk(tmp_path / "desk"))

    return install


def single(names: set[str] | None = None) -> list[str]:
    chosen = [n for n, c in CASES.items() if n not in SEQUENCES]
    return [n for n in chosen if names is None or CASES[n]["outcome"] in names]


@pytest.mark.parametrize("name", single())
def test_every_case_ends_in_time_memory_and_without_a_traceback(
    name: str, outcome: Callable[[str], Outcome]
) -> None:
    limits = CASES[name]["limits"]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.monotonic()
    done = outcome(name)
    for guide in done.guides.values():
        render(guide)
    assert time.monotonic() - start < limits["seconds"] + 1
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < limits["rss_growth_mb"]
    assert "Traceback" not in done.text()
    assert not Path("/tmp/jitdesk-pwned").exists()


@pytest.mark.parametrize("name", single(IMPORTING))
def test_the_control_guide_of_the_same_pack_is_imported(
    name: str, outcome: Callable[[str], Outcome]
) -> None:
    assert CONTROL in outcome(name).rows


@pytest.mark.parametrize("name", [n for n in single() if CASES[n].get("error_names")])
def test_the_message_names_file_and_line(name: str, outcome: Callable[[str], Outcome]) -> None:
    wanted = CASES[name]["error_names"]
    lines = set(wanted.get("accept_lines", [])) | {wanted["line"]} if "line" in wanted else None
    named = [p for p in outcome(name).problems if p.file == wanted["file"]]
    assert named, wanted
    assert lines is None or lines & {p.line for p in named}


@pytest.mark.parametrize("name", single({"import-with-warning", "skip-file"}))
def test_lint_finds_something_to_say(name: str, tmp_path: Path) -> None:
    assert check_path(prepared(CASES[name], tmp_path))


@pytest.mark.parametrize("name", single({"skip-file"}))
def test_only_the_broken_file_is_skipped(name: str, outcome: Callable[[str], Outcome]) -> None:
    done = outcome(name)
    assert set(done.rows) == {CONTROL}
    assert [p.level for p in done.report.refused] == [Level.ERROR]


@pytest.mark.parametrize("name", single())
def test_the_good_pack_stays_as_it_was(name: str, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    desk.sync(HOSTILE / CASES["00-control-good"]["path"], "good")
    before = desk.body(f"test.00-control-good/{CONTROL}")
    desk.sync(prepared(CASES[name], tmp_path), "bad")
    assert before
    assert desk.body(f"test.00-control-good/{CONTROL}") == before


def test_a_tab_and_an_open_front_matter_are_said(outcome: Callable[[str], Outcome]) -> None:
    assert "tab is not allowed" in outcome("02-yaml-tab").text()


def test_front_matter_that_is_not_closed_is_said(outcome: Callable[[str], Outcome]) -> None:
    assert "is not closed" in outcome("03-front-matter-not-closed").text()


def test_a_field_written_twice_names_both_lines(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("06-yaml-duplicate-keys")
    assert "on lines 3 and 5" in done.text()
    assert done.rows["dup"].title == "First title"


def test_windows_1252_is_read_and_said(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("09-invalid-utf8")
    assert done.rows["latin1"].title == "Schlüssel für Gäste ausgeben"
    assert "Windows-1252" in done.text()


def test_bom_and_crlf_leave_no_trace(outcome: Callable[[str], Outcome]) -> None:
    guide = outcome("11-utf8-bom-crlf").guides["bom"]
    items = [b.html for b in render(guide).blocks if isinstance(b, Item)]
    assert (guide.title, items) == ("BOM and CRLF", ["One", "Two", "Three"])


def test_old_line_ends_give_four_items(outcome: Callable[[str], Outcome]) -> None:
    page = render(outcome("12-cr-only-mixed-ends").guides["cr"])
    assert len(page.items) == 4


def test_only_pictures_of_the_pack_are_ever_named(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("14-image-paths")
    shown = "".join(str(getattr(b, "html", "")) for b in render(done.guides["img"]).blocks)
    sources = {part.split('"')[0] for part in shown.split('src="')[1:]}
    assert sources
    assert all(s.startswith("pack:") and ".." not in s for s in sources)
    found = {s for s in sources if done.asset(s.removeprefix("pack:")) is not None}
    assert found == {"pack:guides/images/ok.png"}


def test_manifest_entries_outside_are_named_one_by_one(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("15-manifest-traversal")
    assert {p.line for p in done.report.refused} == {7, 8, 9, 10}
    assert set(done.rows) == {CONTROL}


def test_programs_are_listed_as_ignored(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("17-executables-in-pack")
    ignored = {p.file for p in done.problems if p.rule == "ignored"}
    assert {f"guides/{n}" for n in ("run.exe", "open.desktop", "x.lnk", "x.url")} <= ignored
    assert "href" not in "".join(
        str(getattr(b, "html", "")) for b in render(done.guides["g"]).blocks
    )


def test_litter_is_ignored_and_conflicts_are_named(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("18-sync-litter")
    assert [row.path for row in done.rows.values()] == ["guides/zz-good.md"]
    assert sum("conflicted copy" in p.message for p in done.problems) == 2


def test_links_never_leave_the_pack(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("20-symlinks")
    assert sorted(done.rows) == ["list", "mail", CONTROL]
    assert not any("secretcanary20" in g.body or "root:" in g.body for g in done.guides.values())


def test_a_pipe_is_never_opened(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("21-fifo-and-sockets")
    assert sorted(done.rows) == ["list", "mail", CONTROL]
    assert "not a file" in done.text()


def test_zip_slip_writes_nothing_and_names_each_entry(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("23-zip-slip")
    named = done.text()
    assert all(n in named for n in ("evil-up", "evil-mid", "evil-abs", "evil-drive", "evil-unc"))
    assert not list(done.folder.parent.parent.rglob("*evil*"))
    assert not Path("/tmp/jitdesk-evil-abs.md").exists()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(outcome: Callable[[str], Outcome]) -> None:
    tracemalloc.start()
    done = outcome("24-zip-bomb")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    size = sum(p.stat().st_size for p in done.desk.directory.rglob("*") if p.is_file())
    assert done.report.state is State.REFUSED
    assert not done.rows
    assert peak < 32 << 20
    assert size < 4 << 20


def test_the_first_of_equal_names_stays(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("26-zip-name-collisions")
    assert sum(p.rule == "zip-name" for p in done.problems) == 4
    paths = [row.pack_path.casefold() for row in done.rows.values()]
    assert len(paths) == len(set(paths))


def test_windows_names_are_skipped_on_every_system(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("27-zip-windows-names")
    assert sum(p.rule == "zip-name" for p in done.problems) >= 17
    assert not any("CON" in row.pack_path.split("/")[-1][:3] for row in done.rows.values())


def test_pathological_markdown_is_drawn_in_time(outcome: Callable[[str], Outcome]) -> None:
    for name, guide in outcome("29-deep-nesting").guides.items():
        start = time.monotonic()
        page = render(guide)
        assert time.monotonic() - start < 1, name
        assert all(str(getattr(b, "html", "")).count("<ul>") < 700 for b in page.blocks)


def test_nine_signs_are_no_heading(outcome: Callable[[str], Outcome]) -> None:
    guide = outcome("30-many-headings").guides["h"]
    assert max(section.level for section in guide.sections) == 6
    assert len({section.anchor for section in guide.sections}) == len(guide.sections)


@pytest.mark.parametrize("picture", ["s1.svg", "s2.svg", "s3.svg"])
def test_drawings_that_act_are_refused(picture: str, outcome: Callable[[str], Outcome]) -> None:
    done = outcome("32-svg")
    assert done.asset(f"guides/{picture}") is None
    assert f"guides/{picture}" in {p.file for p in done.problems}


def test_picture_bombs_are_refused_and_missing_ones_named(
    outcome: Callable[[str], Outcome],
) -> None:
    done = outcome("33-image-bombs")
    refused = ("huge.png", "html.png", "zero.png")
    assert all(done.asset(f"guides/{name}") is None for name in refused)
    assert done.asset("guides/real.jpg")
    assert ("guides/i.md", 7) in {
        (p.file, p.line) for p in done.problems if "missing.png" in p.message
    }


def test_equal_ids_stay_two_guides_in_any_order(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("35-duplicate-ids")
    assert done.rows["reset-badge"].path == "guides/a.md"
    assert len(done.rows) == 4
    said = [p for p in done.problems if p.rule == "G02"]
    assert {p.file for p in said} == {"guides/b.md", "guides/c.md"}
    assert all("guides/a.md" in p.message for p in said)


def test_nodes_that_never_end_are_named(outcome: Callable[[str], Outcome]) -> None:
    assert "n1, n2, n3" in outcome("36-tree-cycle-no-exit").text()


def test_every_fault_of_a_tree_is_named_with_its_line(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("38-tree-dangling")
    said = {(p.file.removeprefix("guides/"), p.line) for p in done.problems}
    assert {("t.yaml", 12), ("self.yaml", 10), ("island.yaml", 13), ("noopt.yaml", 6)} <= said
    assert "This way has no page yet." in done.guides["t"].body


def test_a_chain_of_5000_questions_is_whole(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("39-tree-deep-chain")
    assert len(done.guides["t"].sections) == 5000
    assert not done.problems


def test_items_are_told_apart_and_look_alikes_are_not_items(
    outcome: Callable[[str], Outcome],
) -> None:
    items = [
        b for b in render(outcome("41-checklist-odd").guides["c"]).blocks if isinstance(b, Item)
    ]
    assert len({item.key for item in items}) == len(items) == 12
    assert not any("not an item" in item.html.split("<p>")[0] for item in items)


def test_template_fields_are_named_and_never_evaluated(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("42-template-variables")
    text = done.text()
    assert all(part in text for part in ('"nope"', '"unused"', "a/b", "recursive"))
    filled = fill(done.guides["t"].body, {"name": "{{a}}", "a": "7"})
    assert "Dear {{a}}, {{nope}} 7" in filled
    assert "49" not in filled + "".join(str(b) for b in render(done.guides["t"]).blocks)


def test_an_empty_manifest_is_said(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("44-empty-things")
    assert done.report.state is State.REFUSED
    assert "pack.yaml is empty" in done.text()
    assert not done.packs


def test_pages_without_front_matter_have_titles(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("44-empty-things-b")
    titles = {row.path: row.title for row in done.rows.values()}
    assert titles["guides/no-front.md"] == "No front"
    assert titles["guides/only-h1.md"] == "Only a heading"
    assert "A rule, not front matter." in done.guides["hr-not-front"].body


def test_all_field_problems_come_at_once(outcome: Callable[[str], Outcome]) -> None:
    done = outcome("45-fields")
    lines = {p.line for p in done.problems if p.file == "guides/wrong.md"}
    assert {2, 3, 4, 6, 7, 8} <= lines
    assert 'Did you mean "title"?' in done.text()
    assert done.guides["unknown"].front["future_field"] == {"a": 1}


def test_direction_overrides_are_gone_from_titles(outcome: Callable[[str], Outcome]) -> None:
    assert "\u202e" not in outcome("47-bidi").rows["mix"].title


def test_joined_characters_stay_whole(outcome: Callable[[str], Outcome]) -> None:
    assert "👩🏽‍🚒" in outcome("48-emoji-combining").rows["e"].title


def test_a_foreign_pack_is_refused_naming_both(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    original = HOSTILE / "cases/50-foreign-id-original"
    if not original.is_dir():
        original = tmp_path / "original"
        (original / "guides").mkdir(parents=True)
        (original / "pack.yaml").write_text(
            "schema: 1\nid: com.acme.it-basics\ntitle: IT basics\nversion: '1.0.0'\n"
        )
        (original / "guides/vpn.md").write_text("---\nid: vpn-setup\n---\n# VPN\n\nAsk IT.\n")
    desk.sync(original, "acme")
    before = desk.body("com.acme.it-basics/vpn-setup")
    report = desk.sync(HOSTILE / "cases/50-foreign-id", "stranger")
    assert report.state is State.REFUSED
    assert '"acme"' in report.message
    assert '"stranger"' in report.message
    assert [(p.file, p.line) for p in report.refused] == [("pack.yaml", 2)]
    assert desk.body("com.acme.it-basics/vpn-setup") == before != ""


def test_a_version_never_goes_back_by_itself(tmp_path: Path) -> None:
    desk, share = Desk(tmp_path / "desk"), tmp_path / "share"
    states = []
    for version in ("2.0.0", "1.9.0", "1.10.0", "1.10.0"):
        shutil.rmtree(share, ignore_errors=True)
        shutil.copytree(HOSTILE / "cases/51-version-backwards" / version, share)
        report = desk.sync(share)
        states.append(report.state)
        assert desk.store().packs()[0].version == "2.0.0"
    assert states == [State.UPDATED, *[State.KEPT_NEWER] * 3]
    assert "from 2.0.0 to 1.10.0" in report.message


def test_a_half_copied_pack_keeps_the_installed_one(tmp_path: Path) -> None:
    desk, share = Desk(tmp_path / "desk"), tmp_path / "share"
    (share / "guides").mkdir(parents=True)
    (share / "pack.yaml").write_text(
        "schema: 1\nid: test.53\ntitle: Half copied\nversion: '1.0.0'\n"
    )
    (share / "guides/a.md").write_text("---\nid: a\ntitle: Whole\n---\nText.\n")
    desk.sync(share)
    shutil.rmtree(share)
    shutil.copytree(HOSTILE / "cases/53-half-copied", share)
    report = desk.sync(share)
    assert report.state is State.COPYING
    assert ("pack.yaml", 3) in {(p.file, p.line) for p in report.problems}
    assert desk.body("test.53/a") == "Text.\n"


def test_impossible_dates_are_named_and_overdue_is_known(
    outcome: Callable[[str], Outcome],
) -> None:
    done = outcome("54-dates")
    assert "0000-00-00 is not a date that exists" in done.text()
    assert done.rows["d"].review_due == "1999-12-31"
