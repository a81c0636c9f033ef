"""The keys of the outline, pasted pages, and fields set in a text that keeps the rest."""

from __future__ import annotations

from jitdesk.authoring.document import body_of, fields_of, with_body, with_field
from jitdesk.authoring.outline import LABELS, after_enter, after_tab, is_empty_row
from jitdesk.authoring.paste import pasted

PAGE = """---
title: Old   # a remark
tags:
- a
- b
owner: {role: x, contact: "y"}
---
## Steps

1. **Go.**
"""


def test_enter_begins_the_next_step() -> None:
    assert after_enter("2. **Open it.**", []) == "\n3. "
    assert after_enter("   - If not: push.", ["4. **Open it.**"]) == "\n5. "
    assert after_enter("- [ ] **Door** -> shut", []) == "\n- [ ] **"


def test_enter_on_an_empty_row_ends_the_list() -> None:
    assert after_enter("3. ", []) is None
    assert is_empty_row("3. ")
    assert is_empty_row("   - If not: ")
    assert not is_empty_row("Text")


def test_tab_goes_through_the_labels_and_back_to_a_step() -> None:
    row, seen = "3. ", []
    for _ in LABELS:
        row = after_tab(row, 2) or ""
        seen.append(row.strip("- :"))
    assert tuple(seen) == LABELS
    assert after_tab(row, 2) == "3. "
    assert after_tab("   - If not: ", 2, back=True) == "3. "


def test_tab_leaves_a_written_row_alone() -> None:
    assert after_tab("3. **Go.**", 2) is None
    assert after_tab("1. ", 0) is None


def test_a_pasted_list_becomes_steps() -> None:
    text = pasted("Intro.\n\n- Open the door. It sticks.\n  - it squeaks\n- **Close** it\n", 3).text
    assert "3. **Open the door.** It sticks.\n   - You see: it squeaks\n4. **Close** it" in text
    assert text.startswith("Intro.")


def test_pasted_paragraphs_become_steps() -> None:
    text = pasted("Open the door.\n\nClose it.\n").text
    assert text == "1. **Open the door.**\n2. **Close it.**\n"


def test_a_field_is_set_in_its_lines_only() -> None:
    text = with_field(PAGE, "tags", ["c"])
    assert fields_of(text)["tags"] == ["c"]
    assert "title: Old   # a remark\n" in text
    assert 'owner: {role: x, contact: "y"}' in text
    assert body_of(text) == body_of(PAGE)


def test_a_new_field_is_added_and_an_empty_one_taken_out() -> None:
    text = with_field(PAGE, "situation", "You: here?")
    assert fields_of(text)["situation"] == "You: here?"
    assert fields_of(with_field(text, "tags", []))["title"] == "Old"
    assert "tags" not in fields_of(with_field(text, "tags", []))


def test_a_page_without_fields_gets_some() -> None:
    text = with_field("# A\n\ntext\n", "title", "B")
    assert fields_of(text) == {"title": "B"}
    assert body_of(text) == "# A\n\ntext\n"


def test_the_body_is_replaced_and_the_fields_stay() -> None:
    text = with_body(PAGE, "new\n")
    assert text.endswith("---\nnew\n")
    assert fields_of(text) == fields_of(PAGE)
