"""What changed lately in the guides that somebody has used: for the tray's list.

Reading the fields of guides brings the parser, so the answer is remembered until the guides,
the day, or what was used change; most starts read nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from jitdesk.learning.history import History
from jitdesk.library.shelf import Shelf

DAYS: Final = 31
"""How long a change is news (our choice: a month, whatever day it is)."""
_FACT: Final = "changed-lately"


class Changed(NamedTuple):
    """A guide that was used and has changed since: its title and what is different."""

    key: str
    title: str
    what: str


def changed_lately(
    shelf: Shelf, history: History, used: Sequence[str], today: date
) -> tuple[Changed, ...]:
    """Return the used guides with a major or minor change in the last month, newest first."""
    state = [shelf.generation(), today.isoformat(), _digest(used)]
    known = _known(history.fact(_FACT))
    if known.get("state") != state:
        rows = _read(shelf, used, today)
        known = {"state": state, "rows": [list(row) for row in rows]}
        history.remember(_FACT, json.dumps(known, ensure_ascii=False))
    listed = known.get("rows")
    return tuple(Changed(*row) for row in (listed if isinstance(listed, list) else ()))


def _read(shelf: Shelf, used: Sequence[str], today: date) -> list[Changed]:
    from jitdesk.guides.landing import newest_change  # noqa: PLC0415  (see the module)

    found = []
    for guide in shelf.guides(list(used)):
        change = newest_change(guide)
        if change is not None and (today - timedelta(days=DAYS)).isoformat() <= change.day:
            found.append((change.day, Changed(guide.key, guide.title, change.what)))
    return [row for _, row in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _known(text: str) -> dict[str, object]:
    try:
        known = json.loads(text) if text else {}
    except ValueError:
        return {}
    return known if isinstance(known, dict) else {}


def _digest(used: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(sorted(used)).encode()).hexdigest()[:12]
