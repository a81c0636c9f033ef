from __future__ import annotations

import pytest

from jitdesk.guides.links import Goal, links, pictures, resolve

PAGE = "guides/mail/send.md"


@pytest.mark.parametrize(
    ("link", "path"),
    [
        ("a.md", "guides/mail/a.md"),
        ("../x/b.png", "guides/x/b.png"),
        ("./a%20b.md#s", "guides/mail/a b.md"),
    ],
)
def test_relative_links_stay_in_the_pack(link: str, path: str) -> None:
    assert (resolve(PAGE, link).goal, resolve(PAGE, link).path) == (Goal.PACK, path)


@pytest.mark.parametrize(
    "link",
    [
        "../../../etc/passwd", "/etc/passwd", "C:\\x", "c:/x", "file:///etc/passwd", "\\\\host\\x",
        "//host/x", "http://x.example/a", "javascript:alert(1)", "JaVaScRiPt:x", "smb://h/x",
        "%2e%2e/%2e%2e/%2e%2e/x", "..%5c..%5cx", "%252e%252e/x", "data:text/html,x", "a\x00.png",
        "ms-msdt:/id", "qrc:/x", "",
    ],
)  # fmt: skip
def test_everything_else_is_refused(link: str) -> None:
    assert resolve(PAGE, link).goal is Goal.REFUSED


@pytest.mark.parametrize("link", ["https://example.org/a?b#c", "mailto:a@example.org"])
def test_the_web_and_mail_are_kept(link: str) -> None:
    assert (resolve(PAGE, link).goal, resolve(PAGE, link).path) == (Goal.WEB, link)


def test_pictures_and_links_are_found_outside_code() -> None:
    body = "![a](x.png) [b](y.md)\n```\n![c](z.png)\n```\n![d](<w w.png>)"
    assert pictures(body, 3) == [(3, "x.png"), (7, "w w.png")]
    assert links(body, 3) == [(3, "y.md")]
