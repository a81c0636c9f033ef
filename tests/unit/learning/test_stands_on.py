"""What a page stands on: a change of it asks for a check before the calendar does."""

from __future__ import annotations

from jitdesk.guides.guide import Guide, PackId
from jitdesk.guides.loader import load
from jitdesk.learning.stands_on import changed, changed_by_date, packed, stands_on, unpacked

PAGE = """---
id: team.pay
reviewed_on: 2026-03-02
context: {apps: [ledger]}
related: [team.sign-off]
assumptions:
  - {id: a1, text: Invoices come on paper., breaks_if: one comes by mail}
---
# Pay

1. Call {site:phone}.
"""
VALUES = {"phone": "110", "version_ledger": "4.2"}


def guide(text: str) -> Guide:
    found = load(text.encode(), "a.md", PackId("p"), site=VALUES).guide
    assert found is not None
    return found


def other(version: str, day: str = "2026-03-01") -> Guide:
    change = f"changes: [{{version: {version}, date: {day}, what: new}}]"
    return guide(f"---\nid: team.sign-off\nversion: {version}\n{change}\n---\n# Sign\n")


def marks(
    values: dict[str, str] = VALUES, version: str = "1.0.0", text: str = PAGE
) -> dict[str, str]:
    return stands_on(guide(text), values, {"team.sign-off": other(version)})


def test_nothing_changed_is_nothing_to_check() -> None:
    assert changed(marks(), marks()) == []
    assert set(marks()) == {
        "site value phone", "program ledger", "guide team.sign-off", "assumption a1",
    }  # fmt: skip


def test_each_ground_is_seen_by_itself() -> None:
    assert changed(marks(), marks({**VALUES, "phone": "112"})) == ["site value phone"]
    assert changed(marks(), marks({**VALUES, "version_ledger": "5"})) == ["program ledger"]
    assert changed(marks(), marks(version="1.1.0")) == ["guide team.sign-off"]
    assert changed(marks(), marks(version="1.0.1")) == []  # other words for the same
    by_mail = PAGE.replace("on paper", "by mail")
    assert changed(marks(), marks(text=by_mail)) == ["assumption a1"]


def test_what_the_author_added_is_no_change_of_the_ground() -> None:
    before = {name: mark for name, mark in marks().items() if name != "assumption a1"}
    assert changed(before, marks()) == []


def test_without_marks_a_newer_linked_guide_is_known_by_its_date() -> None:
    page = guide(PAGE)
    assert changed_by_date(page, {"team.sign-off": other("1.1.0", "2026-03-03")}) == [
        "guide team.sign-off"
    ]
    assert changed_by_date(page, {"team.sign-off": other("1.1.0", "2026-03-01")}) == []


def test_marks_fit_a_board_and_come_back() -> None:
    many = {f"site value name-{n}": "0123abcd" for n in range(60)}
    fields = packed(many)
    assert max(map(len, fields.values())) <= 600
    assert unpacked(fields) == many
