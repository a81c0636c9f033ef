from __future__ import annotations

import pytest

from jitdesk.guides.inline import neutral, plain


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("**Go** to [the page](a.md) now", "Go to the page now"),
        ("run `rm *.log` or *not*", "run rm *.log or not"),
        ("`tar cf {{path/to/file}}`", "tar cf path/to/file"),
        ("snake_case and _emphasis_", "snake_case and emphasis"),
        ("see <https://example.org/x> &amp; <b>go</b>", "see https://example.org/x &  go "),
        ('![alt text](a.png "title") {#anchor}', "alt text "),
    ],
)
def test_markup_goes_and_words_stay(line: str, words: str) -> None:
    assert plain(line) == words


def test_direction_overrides_and_breaks_vanish() -> None:
    assert neutral("a\u202eb\n c") == "ab c"
