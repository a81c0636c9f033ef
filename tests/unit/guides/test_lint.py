from __future__ import annotations

from jitdesk.guides.lint import lint_page


def found(text: str, files: tuple[str, ...] = ()) -> dict[str, int]:
    _, problems = lint_page(text.encode(), "guides/a.md", "guides/a.md", files)
    return {problem.message: problem.line for problem in problems}


def test_unknown_fields_and_values_are_named() -> None:
    said = found("---\nid: a.b\nfuture: 1\naim: win\nmoments: [never]\nx-own: 1\n---\n# T\n\nx\n")
    assert sorted(said.values()) == [3, 4, 5]


def test_links_and_pictures_that_lead_nowhere_are_named() -> None:
    said = found(
        "# T\n\n[a](b.md) [ok](c.md) [s](#nope)\n![p](P.png)\n[f](file:///x)\n",
        ("guides/c.md", "guides/p.png"),
    )
    assert sorted(said.values()) == [3, 3, 4, 5]


def test_a_good_page_is_silent() -> None:
    text = "---\nid: mail.send-it\nstatus: draft\n---\n# Send it\n\n1. Go\n\n[up](#send-it)\n"
    assert found(text) == {}
