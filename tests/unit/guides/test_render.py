from __future__ import annotations

import pytest

from jitdesk.guides.guide import Guide, PackId
from jitdesk.guides.loader import load
from jitdesk.guides.page import Block, Callout, Code, Heading, Item, Page, Prose, Step
from jitdesk.guides.render import render


def page(text: str, path: str = "guides/a.md") -> Page:
    guide = load(text.encode(), path, PackId("team")).guide
    assert isinstance(guide, Guide)
    return render(guide)


def only(text: str, kind: type[Block]) -> list[Block]:
    return [block for block in page(text).blocks if isinstance(block, kind)]


def markup(text: str) -> str:
    return "".join(str(getattr(block, "html", "")) for block in page(text).blocks)


def test_steps_have_numbers_details_anchors_and_phases() -> None:
    text = "# T\n\n## Steps: one\n\n1. **Go.** Now. {#go}\n   - You see: it\n   - other\n2. Two\n"
    one, two = only(text, Step)
    assert isinstance(one, Step)
    assert (one.number, one.anchor, one.phase) == ("1", "go", "one")
    assert (one.html, one.details[0].label) == ("<b>Go.</b> Now.<ul><li>other</li></ul>", "You see")
    assert isinstance(two, Step)
    assert two.number == "2"


def test_labels_work_in_other_languages() -> None:
    (step,) = only("# T\n\n1. Los\n   - Du siehst: Licht\n", Step)
    assert isinstance(step, Step)
    assert (step.details[0].label, step.details[0].html) == ("You see", "Licht")


def test_only_the_marked_section_has_the_steps() -> None:
    text = "# T\n\n## Steps\n\n1. a\n\n## Why\n\n1. not a step\n"
    assert len(only(text, Step)) == 1


def test_a_page_of_commands_can_be_stepped_through() -> None:
    (one, _) = only("# tar\n\n- Make:\n\n`tar {{a}}`\n\n- List:\n\n`tar t`\n", Step)
    assert isinstance(one, Step)
    assert (one.html, one.code, one.number) == ("Make:", "tar a", "")


def test_items_have_state_killer_and_depth() -> None:
    text = "# T\n\n- [x] **Box** -> empty {killer}\n  - [ ] child\n"
    one, two = only(text, Item)
    assert isinstance(one, Item)
    assert (one.html, one.state, one.killer, one.checked) == ("<b>Box</b>", "empty", True, True)
    assert isinstance(two, Item)
    assert two.depth == 1


def test_keys_survive_a_line_inserted_above() -> None:
    before = page("# T\n\n- [ ] a\n- [ ] b\n- [ ] b\n").items
    after = page("# T\n\nNew.\n\n- [ ] new\n- [ ] a\n- [ ] b\n- [ ] b\n").items
    assert after[1:] == before
    assert len(set(before)) == 3


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("> [!WARNING]\n> hot\n", "warning"),
        ('!!! note "T"\n    hot\n', "note"),
        (":::tip\nhot\n:::\n", "tip"),
        (":::danger[T]\nhot\n:::\n", "danger"),
    ],
)
def test_callouts_of_all_dialects(text: str, kind: str) -> None:
    (callout,) = only("# T\n\n" + text, Callout)
    assert isinstance(callout, Callout)
    assert callout.kind == kind
    assert "hot" in callout.html
    assert "!" not in callout.html


def test_anchors_are_those_of_the_sections() -> None:
    text = "---\nid: a.b\n---\n\nx\n\n## Same\n\n## Same\n"
    guide = load(text.encode(), "a.md", PackId("p")).guide
    assert guide is not None
    heads = [b.anchor for b in render(guide).blocks if isinstance(b, Heading)]
    assert heads == [s.anchor for s in guide.sections if s.level] == ["same", "same-1"]


def test_a_heading_that_repeats_the_title_is_left_out() -> None:
    assert not only("# T\n\ntext\n", Heading)


_ACTIVE = (
    "<script", "onerror=", "<iframe", "<style", "onclick=", "<svg", 'src="http', 'href="j',
    'href="f', 'href="d',
)  # fmt: skip


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
        "<a href='javascript:x'>a</a>", "<iframe src=https://x></iframe>", "<style>*{}</style>",
        "![x](https://tracker.example/p.png)", "<b onclick=x>t</b>", "[a](file:///etc/passwd)",
        "<svg onload=x>", "<a href='data:text/html,x'>x</a>", "<scr<script>ipt>alert(1)</script>",
    ],
)  # fmt: skip
def test_nothing_in_a_page_acts(evil: str) -> None:
    html = markup(f"# T\n\ntext {evil} text\n\n{evil}\n").lower()
    for sign in _ACTIVE:
        assert sign not in html.replace("&lt;", "")


def test_harmless_html_is_kept_and_closed() -> None:
    assert "<code>Ctrl</code>" in markup("# T\n\nPress <kbd>Ctrl</kbd><br>now\n")
    assert markup("# T\n\na <b>open\n").count("</b>") == 1


def test_links_lead_to_guides_or_the_web() -> None:
    html = markup(
        "# T\n\n[a](b.md#Sec%20tion) [c](https://x.example) [d](mail.check-it) [e](x.exe)\n"
    )
    assert 'href="guide:team/guides/b.md#sec-tion"' in html
    assert 'href="https://x.example"' in html
    assert 'href="guide:mail.check-it"' in html
    assert "x.exe" not in html


def test_pictures_name_the_pack() -> None:
    assert '<img src="pack:guides/i/p.png" alt="A &amp; B"/>' in markup(
        "# T\n\n![A & B](i/p.png)\n"
    )


def test_a_text_without_a_block_to_copy_is_shown_letter_by_letter() -> None:
    text = "---\nkind: template\nvars: {a: {}}\n---\n# T\n\n{{a}} __init__ 7*7*7\n"
    (code,) = only(text, Code)
    assert isinstance(code, Code)
    assert code.text == "{{a}} __init__ 7*7*7"


def test_neighbouring_prose_is_one_block() -> None:
    assert len(only("# T\n\na\n\nb\n\n- c\n", Prose)) == 1
