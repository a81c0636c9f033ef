"""Site values: filled once, never looked at again, and told when they are missing."""

from __future__ import annotations

from pathlib import Path

from jitdesk.guides.guide import PackId
from jitdesk.guides.loader import load
from jitdesk.guides.site import Site, filled, merged, names_in, read_site
from jitdesk.packs.sites import Sites

PAGE = b"""---
owner: {role: desk, contact: "{site:desk_mail}"}
---
# Call

Call {site:desk_phone}.
"""


def test_a_value_is_filled_into_text_and_fields() -> None:
    values = {"desk_phone": "12 34", "desk_mail": "a: b"}
    guide = load(PAGE, "a.md", PackId("p"), site=values).guide
    assert guide is not None
    assert "Call 12 34." in guide.body
    assert guide.front["owner"]["contact"] == "a: b"
    assert guide.unset == ()


def test_what_is_not_set_is_named_and_stays_visible() -> None:
    guide = load(PAGE, "a.md", PackId("p"), site={"desk_mail": "x"}).guide
    assert guide is not None
    assert guide.unset == ("desk_phone",)
    assert guide.site == ("desk_phone",)
    assert "{site:desk_phone}" in guide.body


def test_a_value_is_not_looked_at_again() -> None:
    assert filled("{site:a}", {"a": "{site:b}", "b": "c"}) == "{site:b}"


def test_names_are_found_in_nested_fields() -> None:
    assert set(names_in({"a": ["{site:x}", {"b": "{site:y}"}], "c": 3})) == {"x", "y"}


def test_a_site_file_tells_known_names_and_roles() -> None:
    text = b"values:\n  phone:\n  mail: a@b.example\nroles:\n  desk: The desk\n"
    site, problems = read_site(text, "site.yaml")
    assert problems == ()
    assert site == Site({"mail": "a@b.example"}, frozenset({"phone", "mail"}), {"desk": "The desk"})


def test_a_broken_site_file_says_where() -> None:
    site, problems = read_site(b"values:\n  - a\n", "site.yaml")
    assert not site.values
    assert "must hold names with their texts" in problems[0].message


def test_the_first_site_that_sets_a_value_wins() -> None:
    first, second = Site({"a": "1"}, frozenset({"a"})), Site({"a": "2", "b": "3"})
    assert merged([first, second]).values == {"a": "1", "b": "3"}


def test_a_pack_sees_its_own_value_before_the_person_and_other_packs(tmp_path: Path) -> None:
    file = tmp_path / "site.yaml"
    file.write_text("values: {phone: person}\n")
    sites = Sites([file], [("a", b"values: {phone: own}\n"), ("b", b"values: {mail: other}\n")])
    assert sites.of("a").values == {"phone": "own", "mail": "other"}
    assert sites.of("b").values["phone"] == "person"
    assert sites.unset("b", "phone fax") == ("fax",)
