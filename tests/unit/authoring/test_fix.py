"""`lint --fix`: mends what has one right answer, and nothing else."""

from __future__ import annotations

from jitdesk.authoring.fix import fixed

PAGE = """---
title: What now?
ask: Is it: a test?
---
## Procedure

1. **Open the door.**
   - If it fails: push.
2. **Close the door.** {#shut}
3. **Open the door.**

## Background

```sh
1. not a step
```
"""


def mended(text: str) -> str:
    return fixed(text.encode(), "guides/office/door.md").decode()


def test_steps_get_anchors_of_their_first_words() -> None:
    text = mended(PAGE)
    assert "1. **Open the door.** {#open-door}" in text
    assert "3. **Open the door.** {#open-door-2}" in text
    assert "{#shut}" in text


def test_headings_and_labels_get_their_names() -> None:
    text = mended(PAGE)
    assert "## Steps" in text
    assert "   - If not: push." in text
    assert "## Why" in text


def test_code_is_left_alone() -> None:
    assert "1. not a step\n" in mended(PAGE)


def test_fields_that_yaml_cannot_read_are_quoted() -> None:
    assert 'ask: "Is it: a test?"' in mended(PAGE)


def test_fields_that_follow_from_the_file_are_added() -> None:
    text = mended(PAGE)
    for field in ("schema: jitdesk/1", "type: guide", "review_every: P365D", "version: 1.0.0"):
        assert field in text


def test_a_second_run_changes_nothing() -> None:
    assert mended(mended(PAGE)) == mended(PAGE)


def test_line_ends_and_plain_pages_stay() -> None:
    assert fixed(b"# A\r\n\r\ntext\r\n", "a.md") == b"# A\r\n\r\ntext\r\n"
    assert fixed(b"\xff\xfe", "a.md") == b"\xff\xfe"
