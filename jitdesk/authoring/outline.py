r"""What Enter and Tab do while steps are written: the next step, or a line below this one. Pure.

Enter after a step or one of its lines begins the next step; on an empty step it ends the
list. Tab on an empty step makes it a line below the step before, and each further Tab takes
the next label; Shift+Tab goes the other way.

    >>> after_enter("2. **Open the door.** {#open}", [])
    '\n3. '
    >>> after_tab("3. ", 2)
    '   - If not: '
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LABELS = ("If not", "You see", "Say", "Write", "Except", "Why")
_STEP = re.compile(r"(\d+)\.\s?(.*)$")
_ITEM = re.compile(r"- \[ \]\s?(.*)$")
_LABELLED = re.compile(r"\s+- (?:([^:]+):\s?)?(.*)$")


def after_enter(line: str, before: Sequence[str]) -> str | None:
    """Return what Enter inserts after `line`, None = just a new line.

    Args:
        line: the line that the cursor is in.
        before: the lines above it, the nearest last.
    """
    if match := _ITEM.match(line):
        return "\n- [ ] **" if match.group(1).strip("* ") else None
    if match := _STEP.match(line):
        return f"\n{int(match.group(1)) + 1}. " if match.group(2).strip("* ") else None
    if _LABELLED.match(line):
        number = next((int(m.group(1)) for row in reversed(before) if (m := _STEP.match(row))), 0)
        return f"\n{number + 1}. " if number else None
    return None


def is_empty_row(line: str) -> bool:
    """Return whether a line is a step, an item or a label without anything behind it."""
    for pattern in (_STEP, _ITEM, _LABELLED):
        if match := pattern.match(line):
            return not (match.groups()[-1] or "").strip("* ")
    return False


def after_tab(line: str, number: int, *, back: bool = False) -> str | None:
    """Return what an empty row becomes, None if Tab should leave it alone.

    Args:
        line: the row.
        number: number of the step above it.
        back: Shift+Tab.
    """
    if not is_empty_row(line):
        return None
    match = _LABELLED.match(line)
    if match is None:
        return f"   - {LABELS[-1] if back else LABELS[0]}: " if number else None
    place = LABELS.index(match.group(1)) if match.group(1) in LABELS else -1
    following = place + (-1 if back else 1)
    if not 0 <= following < len(LABELS):
        return f"{number + 1}. "
    return f"   - {LABELS[following]}: "
