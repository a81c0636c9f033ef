"""A jitdesk:// address opens a guide or a search, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jitdesk.guides.deep_link import LONGEST, DeepLink, find_link, guide_link, read_link


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("jitdesk://guide/mail.confirm", DeepLink("mail.confirm")),
        ("jitdesk://guide/pack/mail.confirm#call", DeepLink("pack/mail.confirm", "call")),
        ("JITDESK://Guide/a#4", DeepLink("a", "4")),
        ("jitdesk:guide/a", DeepLink("a")),
        ("jitdesk://guide/a/", DeepLink("a")),
        ("jitdesk://guide/a?v=1.2.0#s", DeepLink("a", "s", "1.2.0")),
        ("jitdesk://guide/gr%C3%B6%C3%9Fe", DeepLink("größe")),
        ("jitdesk://find?q=reset%20password", DeepLink(query="reset password")),
        ("jitdesk://find/?q=reset+password", DeepLink(query="reset password")),
        ("jitdesk://find?q=100%25", DeepLink(query="100%")),
    ],
)
def test_two_forms_are_understood(address: str, link: DeepLink) -> None:
    assert read_link(address) == link


@pytest.mark.parametrize(
    "address",
    [
        "",
        "jitdesk://",
        "jitdesk://guide/",
        "jitdesk://guide/../../etc/passwd",
        "jitdesk://guide/a/../b",
        "jitdesk://guide/%2e%2e/a",
        "jitdesk://guide/%252e%252e/a",
        "jitdesk://guide//server/share",
        "jitdesk://guide/a\\b",
        "jitdesk://guide/a%5Cb",
        "jitdesk://guide/a%00b",
        "jitdesk://guide/a%0Ab",
        "jitdesk://guide/a%ff",
        "jitdesk://guide/a%",
        "jitdesk://guide/C:/a",
        "jitdesk://guide/a?cmd=x",
        "jitdesk://guide/a?v=1&x=2",
        "jitdesk://guide/a#b#c",
        "jitdesk://guide/a --help",
        "jitdesk://guide/--help",
        "jitdesk://find",
        "jitdesk://find?q=",
        "jitdesk://find?q=a&open=1",
        "jitdesk://find?q=%07",
        "jitdesk://run?cmd=calc",
        "jitdesk://settings",
        "jitdesk://guide@evil.example/a",
        "https://guide/a",
        "file:///etc/passwd",
        "jitdesk://guide/" + "a" * LONGEST,
    ],
)
def test_everything_else_is_nothing(address: str) -> None:
    assert read_link(address) is None


@given(st.text(alphabet="jitdesk:/guide?find#q=v%.\\a0é\n\x00 +&", max_size=80))
def test_whatever_is_understood_is_within_the_grammar(text: str) -> None:
    for address in (text, f"jitdesk://guide/{text}", f"jitdesk://find?q={text}"):
        link = read_link(address)
        if link is not None:
            assert bool(link.guide) != bool(link.query)
            assert ".." not in link.guide
            assert not {"\\", "\x00", "\n", "%"} & set(link.guide + link.step)
            assert link.query.isprintable()


@given(
    st.from_regex(r"[a-zäß0-9][a-zäß0-9.-]{0,20}/[a-z0-9]{1,20}", fullmatch=True),
    st.from_regex(r"([a-z][a-z0-9-]{0,20})?", fullmatch=True),
)
def test_what_we_make_we_understand(key: str, step: str) -> None:
    if ".." not in key:
        assert read_link(guide_link(key, step, "1.0.0")) == DeepLink(key, step, "1.0.0")


def test_a_search_that_we_make_we_understand() -> None:
    assert read_link(find_link("50 % off & more? #1")) == DeepLink(query="50 % off & more? #1")
