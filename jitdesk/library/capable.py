"""The person's capabilities, from their history, the installed guides and their suggestions."""

from __future__ import annotations

from collections.abc import Mapping

from jitdesk.learning.capability import Capability, capabilities, claims_of
from jitdesk.learning.history import History
from jitdesk.library.shelf import Shelf


def own_capabilities(
    shelf: Shelf, history: History, helped: Mapping[str, float], now: float
) -> list[Capability]:
    """Return the capabilities of every guide that the person met.

    Args:
        shelf: the installed guides.
        history: the person's own.
        helped: guide key -> when a suggestion of theirs was published in it.
        now: seconds since 1970.
    """
    events = history.events()
    keys = sorted({e.guide for e in events if e.guide} | set(helped))
    claims = [claim for guide in shelf.guides(keys) for claim in claims_of(guide)]
    return capabilities(claims, events, helped, now)
