from __future__ import annotations

import pytest

from jitdesk.guides.slugs import path_id, slug, unique


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Reset a badge!", "reset-a-badge"),
        ("Größe ÄNDERN", "grösse-ändern"),
        ("日本語 手順", "日本語-手順"),
        ("…", ""),
    ],
)
def test_slugs_keep_letters_of_every_script(text: str, wanted: str) -> None:
    assert slug(text) == wanted


def test_ids_come_from_the_path_in_the_pack() -> None:
    assert path_id("guides/mail/Send it.md") == "mail.send-it"
    assert path_id("pages/common/tar.md") == "pages.common.tar"


def test_long_paths_stay_different() -> None:
    one, two = (path_id(f"{'folder/' * 40}{name}.md") for name in "ab")
    assert one != two
    assert len(one) < 100


def test_taken_names_get_a_number() -> None:
    assert unique("a", ["a", "a-1"]) == "a-2"
