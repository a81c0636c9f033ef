from __future__ import annotations

from jitdesk.guides.guide import Guide, PackId
from jitdesk.guides.loader import load
from jitdesk.guides.render import render
from jitdesk.guides.terminal import step_text, to_text
from tests.support.guides import make_guide


def guide(text: str) -> Guide:
    made = load(text.encode(), "a.md", PackId("p")).guide
    assert made is not None
    return made


def test_a_guide_is_readable_without_markup() -> None:
    one = guide(
        "# T\n\n1. **Go** [there](https://x.example).\n   - If not: wait\n\n> [!TIP]\n> x\n"
    )
    text = to_text(one, render(one))
    assert "1. Go there <https://x.example>." in text
    assert "   If not: wait" in text
    assert "Tip:\n| x" in text


def test_lines_are_folded_also_with_wide_characters() -> None:
    one = guide("# T\n\n" + "字" * 60 + "\n\n" + "word " * 40)
    lines = to_text(one, render(one), 40).splitlines()[4:]
    assert max(len(line) + line.count("字") for line in lines) <= 40


def test_steps_are_found_by_number_and_anchor() -> None:
    page = render(guide("# T\n\n1. a {#first}\n2. b\n"))
    assert step_text(page, "2") == "2. b\n"
    assert step_text(page, "#first") == "1. a\n"
    assert step_text(page, "9") == ""


def test_a_page_without_steps_is_stepped_by_headings() -> None:
    page = render(guide("# T\n\n## A\n\na\n\n## B\n\nb\n"))
    assert step_text(page, "2") == "## B\n\nb\n"


def test_a_table_has_aligned_columns_that_fit() -> None:
    guide = make_guide(
        "A", "| Who | What |\n|---|---|\n| me | " + "word " * 20 + "|\n| 日本 | x |\n"
    )
    rows = to_text(guide, render(guide), 40).split("\n")
    start = next(n for n, row in enumerate(rows) if row.startswith("Who"))
    assert rows[start + 1].split() == ["----", "-" * 34]
    assert rows[start + 2].startswith("me    word word")
    assert rows[start + 3].startswith("      word")
    assert all(len(row) <= 40 for row in rows[start:])
    assert "日本  x" in rows


def test_a_value_to_be_written_is_a_line_to_write_on() -> None:
    guide = make_guide("A", "- [ ] **Till** -> counted by {{the_name}}\n", front="mode: read-do")
    assert "-> counted by ____ (the name)" in to_text(guide, render(guide))


def test_narrow_columns_fold_also_their_heads_and_long_words() -> None:
    """A head wider than its column once pushed the others out of line."""
    guide = make_guide(
        "A", "| Who receives it? | What |\n|---|---|\n| everybody | " + "longword" * 8 + " |\n"
    )
    rows = to_text(guide, render(guide), 30).split("\n")
    assert all(len(row) <= 30 for row in rows)
