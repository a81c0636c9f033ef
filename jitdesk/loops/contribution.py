"""`Contribution`: what one person tells the authors, exactly as they saw it before it went.

One write-once JSON file in the `_inbox/` of a pack's folder; its name is a time-sortable id.
Whoever can write into the folder can write anything, so reading is strict: at most
`MAX_BYTES`, known kinds, plain one-line texts of a bounded length; all else is left out.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from jitdesk.guides.inline import neutral

SCHEMA: Final = "jitdesk-inbox/1"
MAX_BYTES: Final = 16_384
LONGEST: Final = 600
_ID: Final = re.compile(r"\d{8}T\d{9}Z-[0-9a-f]{6,12}")


class Kind(StrEnum):
    """Why it was sent."""

    ASK = "ask"
    STUCK = "stuck"
    FAILED = "failed"
    SUGGEST = "suggest"
    CHALLENGE = "challenge"
    STORY = "story"
    """"You may ask me": the sender volunteers for a success case."""
    REPLY = "reply"
    """An answer of the sender to a question of the author; `about` is the first contribution."""


STRUGGLES: Final = frozenset({Kind.ASK, Kind.STUCK, Kind.FAILED})


@dataclass(frozen=True, slots=True)
class Contribution:
    """What was said.

    Attributes:
        id: time-sortable; also the file's name.
        text: the person's words, one line.
        guide: the guide's id inside its pack, "" = asked for a new one; `version` is what
            the person had before them, `step` the number and words of the step.
        app: name of the program that was in front, "" = not told; never a window's title.
        sender: random id of the installation: tells two askers apart, names nobody.
        name: how the person signed, "" = unsigned.
        more: further answers of a form, by name (a challenge: assumption, seen, consequence).
    """

    id: str
    kind: Kind
    text: str
    guide: str = ""
    version: str = ""
    step: str = ""
    app: str = ""
    sender: str = ""
    name: str = ""
    about: str = ""
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def at(self) -> datetime:
        """When it was made, read from its id."""
        return moment_of(self.id)

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Return everything that is sent beside id and kind, as (name, text), for the preview."""
        named = (
            ("text", self.text), ("guide", self.guide), ("version", self.version),
            ("step", self.step), ("app", self.app), ("name", self.name), ("about", self.about),
        )  # fmt: skip
        return tuple((name, text) for name, text in (*named, *self.more.items()) if text)

    def to_json(self) -> bytes:
        """Return the file."""
        known = {"schema": SCHEMA, "id": self.id, "kind": self.kind.value, "sender": self.sender}
        fields = {name: text for name, text in self.lines() if name not in self.more}
        document = {**known, **fields, **({"more": dict(self.more)} if self.more else {})}
        return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def new_id(now: datetime) -> str:
    """Return an id that sorts by time (UTC, milliseconds) and is never met twice."""
    utc = now.astimezone(UTC)
    return f"{utc:%Y%m%dT%H%M%S}{utc.microsecond // 1000:03d}Z-{secrets.token_hex(4)}"


def is_id(text: str) -> bool:
    """Return whether a text is an id; everything else is no file of ours."""
    return bool(_ID.fullmatch(text))


def moment_of(number: str) -> datetime:
    """Return the time that an id tells."""
    try:
        return datetime.strptime(number[:18] + "000", "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)


def one_line(value: Any, longest: int = LONGEST) -> str:  # noqa: ANN401  (whatever a file holds)
    """Return a value as one plain line without control characters."""
    return " ".join(neutral(str(value or "")).split())[:longest]


def read_contribution(data: bytes) -> Contribution | None:
    """Return what a file says, None if it is none of ours or broken."""
    document = read_object(data, SCHEMA)
    if document is None or not is_id(str(document.get("id"))):
        return None
    kind = str(document.get("kind"))
    if kind not in set(Kind):
        return None
    more = document.get("more")
    return Contribution(
        id=str(document["id"]),
        kind=Kind(kind),
        **{name: one_line(document.get(name)) for name in _TEXTS},
        more=dict(_pairs(more)) if isinstance(more, dict) else {},
    )


_TEXTS: Final = ("text", "guide", "version", "step", "app", "sender", "name", "about")


def read_object(data: bytes, schema: str) -> dict[str, Any] | None:
    """Return a JSON object of a schema, None if it is too large, broken or of another."""
    if len(data) > MAX_BYTES:
        return None
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return None
    right = isinstance(document, dict) and document.get("schema") == schema
    return document if right else None


def _pairs(more: dict[Any, Any]) -> Iterator[tuple[str, str]]:
    for name, text in list(more.items())[:12]:
        yield one_line(name, 40), one_line(text)
