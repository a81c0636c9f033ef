"""`Pilot`: a trial version of a page, for some people and for some time. Pure.

A trial version lies in the pack's folder `pilots/` as a whole page whose fields say::

    pilot:
      of: team.pay            # id of the page that it may replace
      audience: [finance]     # groups that get it; everyone = all
      until: 2026-12-24       # the last day; afterwards everybody has the page as it was
      measure: M9             # the figure that is to move

It is never listed or found beside its page: who belongs to a group of the audience gets it
in place of the page, labelled, and everybody else the page. It ends by itself; only keeping
it makes it the page (Plan-Do-Check-Act, measurement model C2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from jitdesk.guides.dates import date_of

FOLDER: Final = "pilots"
EVERYONE: Final = "everyone"
MEASURE: Final = re.compile(r"\bM(?:10|[1-9])\b")
"""The figures of the report that a trial may set out to move."""


@dataclass(frozen=True, slots=True)
class Pilot:
    """What a trial version says of itself.

    Attributes:
        of: id of the page in the same pack.
        audience: names of groups, as the author wrote them.
        until: the last day on which its audience gets it.
        measure: the figure that is to move, in the author's words.
    """

    of: str
    audience: tuple[str, ...]
    until: date
    measure: str = ""


def read_pilot(front: Mapping[str, Any]) -> Pilot | None:
    """Return what the fields of a page say of a trial, None if they say none that could run."""
    said = front.get("pilot")
    if not isinstance(said, dict):
        return None
    of, until = str(said.get("of") or "").strip(), date_of(said.get("until"))
    audience = groups_of(said.get("audience"))
    if not of or until is None or not audience:
        return None
    return Pilot(of, audience, until, " ".join(str(said.get("measure") or "").split()))


def groups_of(value: object) -> tuple[str, ...]:
    """Return names of groups from a list, or from a text with commas between them."""
    listed = value if isinstance(value, list | tuple) else str(value or "").split(",")
    return tuple(name for one in listed if (name := " ".join(str(one).split())))


def takes_part(pilot: Pilot, groups: Iterable[str], today: date) -> bool:
    """Return whether somebody of these groups gets the trial version today."""
    if today > pilot.until:
        return False
    wanted = {name.casefold() for name in pilot.audience}
    return EVERYONE in wanted or not wanted.isdisjoint(name.casefold() for name in groups)
