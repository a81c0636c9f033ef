"""A step is put right where it stands; what stands around it stays."""

from __future__ import annotations

import pytest

from jitdesk.authoring.step_fix import step_at, with_step
from jitdesk.errors import UsageError

PAGE = """---
id: a
version: 1.0.0   # by hand
---
# Pay

## Steps

1. **Open the old program.** It is
   in the menu. {#open}
   - You see: the list.
2. **Enter {site:amount_limit} at most.**

```text
not a step
```
"""
CHECKLIST = """# Send

- [ ] **Address** -> the right person {killer}
- [x] Date
"""


def words(text: str, stop: int) -> str:
    found = step_at(text, stop)
    assert found is not None
    return found.words


def test_the_words_of_a_step_are_one_line_without_number_and_anchor() -> None:
    assert words(PAGE, 0) == "**Open the old program.** It is in the menu."
    assert words(PAGE, 1) == "**Enter {site:amount_limit} at most.**"
    assert words(CHECKLIST, 0) == "**Address** -> the right person"
    assert step_at(PAGE, 2) is None
    assert step_at("Only text.", 0) is None


def test_only_the_step_changes() -> None:
    fixed = with_step(PAGE, 0, words(PAGE, 0), "**Open  the new program.**")
    assert fixed == PAGE.replace(
        "1. **Open the old program.** It is\n   in the menu. {#open}",
        "1. **Open the new program.** {#open}",
    )
    sent = with_step(CHECKLIST, 0, words(CHECKLIST, 0), "**Address** -> spelled out")
    assert "- [ ] **Address** -> spelled out {killer}\n- [x] Date" in sent


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        ("**Open it.**", "**Open the new one.**", "changed meanwhile"),
        ("", " ", "changed meanwhile"),
        (None, "  ", "Other words"),
        (None, "x" * 601, "Other words"),
        (None, "- [ ] a list", "another kind of line"),
    ],
)
def test_what_cannot_be_meant_is_refused(was: str | None, now: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        with_step(PAGE, 0, words(PAGE, 0) if was is None else was, now)


def test_the_same_words_are_no_change() -> None:
    with pytest.raises(UsageError, match="Other words"):
        with_step(PAGE, 0, words(PAGE, 0), words(PAGE, 0))
