"""`Decision`: what an author did about contributions; one write-once file in `_board/`.

The board is a log that everybody reads: the state of a struggle, a suggestion or a challenge
is what its rules make of the decisions in their order. Nothing is ever changed in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from jitdesk.loops.contribution import is_id, one_line, read_object

SCHEMA: Final = "jitdesk-board/1"
_TEXTS: Final = ("act", "by", "guide", "reason")
_MOST: Final = 400


@dataclass(frozen=True, slots=True)
class Decision:
    """One act of an author.

    Attributes:
        id: time-sortable.
        about: ids of the contributions that it answers.
        act: what was done; which acts there are is said by the rules of each kind.
        by: role or name of who did it.
        guide: key or id of the guide that it leads to, "" = none.
        reason: why, in the author's words.
        more: what else an act needs (until, version, goal, quote…).
    """

    id: str
    about: tuple[str, ...]
    act: str
    by: str = ""
    guide: str = ""
    reason: str = ""
    more: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> bytes:
        """Return the file."""
        document = {
            "schema": SCHEMA, "id": self.id, "about": list(self.about), "act": self.act,
            "by": self.by, "guide": self.guide, "reason": self.reason, "more": dict(self.more),
        }  # fmt: skip
        kept = {name: value for name, value in document.items() if value}
        return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


def read_decision(data: bytes) -> Decision | None:
    """Return what a file says, None if it is none of ours or broken."""
    document = read_object(data, SCHEMA)
    if document is None or not is_id(str(document.get("id"))):
        return None
    about, more = document.get("about"), document.get("more")
    ids = [str(one) for one in about if is_id(str(one))] if isinstance(about, list) else []
    pairs = more.items() if isinstance(more, dict) else ()
    return Decision(
        id=str(document["id"]),
        about=tuple(ids[:_MOST]),
        **{name: one_line(document.get(name)) for name in _TEXTS},
        more={one_line(name, 40): one_line(text) for name, text in list(pairs)[:12]},
    )


def of(contribution: str, board: Iterable[Decision]) -> list[Decision]:
    """Return the decisions about a contribution, oldest first."""
    return sorted((d for d in board if contribution in d.about), key=lambda d: d.id)
