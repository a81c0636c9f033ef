"""`Told`: what crosses from the learning service to the "My data" window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jitdesk.learning.event import Event


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that is stored.

    Attributes:
        events: oldest first.
        titles: guide key -> its title, for those that are still installed.
        older: number of older events of which only counts are left.
    """

    events: tuple[Event, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    older: int = 0
