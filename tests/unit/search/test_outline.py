"""Which sections have a word, and the line that is shown of one."""

from __future__ import annotations

from jitdesk.search.hit import Query
from jitdesk.search.outline import Outline, encode_outline, term_key
from jitdesk.search.terms import Analyser, guide_terms
from tests.support.guides import make_guide, open_searcher

GUIDE = make_guide(
    "Printers", "Start.\n\n## Paper\n\nRemove the jam.\n\n## Ink\n\nOrder toner.\n\n## Café\n\nTea."
)


def test_a_term_names_its_sections() -> None:
    outline = Outline(memoryview(encode_outline(GUIDE, guide_terms(GUIDE, Analyser("en")))))
    assert len(outline) == 4
    assert outline.sections_with([term_key("toner"), term_key("jam"), term_key("none")]) == {1, 2}
    assert (outline.title(3), outline.heading(3), outline.level(3)) == ("Café", "cafe", 2)


def test_a_word_far_down_a_long_line_is_shown(tmp_path) -> None:
    long = make_guide(
        "Travel", f"{'Some words before it. ' * 30}Keep the receipt. {'After. ' * 60}"
    )
    with open_searcher(tmp_path / "index", (long,)) as searcher:
        hit = searcher.search(Query("receipt", complete=True)).hits[0]
    assert hit.line.startswith("…")
    assert "Keep the receipt." in hit.line
    assert [hit.line[a:b] for a, b in hit.line_marks] == ["receipt"]
    assert len(hit.line) <= 240
