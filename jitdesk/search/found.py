"""`Found`: the guides that have a term, over all segments, in the forms that scoring asks for.

Each form is made when it is first asked for and kept as long as the term is remembered:
intersecting and looking up happens in C, where a loop over postings would cost a frame.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set as AbstractSet

from jitdesk.search.codec import Postings

TOP = 64
"""So many of the strongest are listed: more than are ever looked at closely."""

Parts = tuple[tuple[int, Postings], ...]
"""Per segment its base and postings."""


class Found:
    """The guides that have a term.

    Attributes:
        parts: all of them, with those that are gone.
        count: how many there are.
        strongest: as `parts`, of a long list only those that weigh most.
    """

    __slots__ = ("_gone", "_impacts", "_top", "count", "parts", "strongest")

    def __init__(
        self,
        parts: Parts,
        count: int,
        strongest: Parts | None = None,
        gone: AbstractSet[int] = frozenset(),
    ) -> None:
        self.parts = parts
        self.count = count
        self.strongest = parts if strongest is None else strongest
        self._gone = gone
        self._impacts: dict[int, int] | None = None
        self._top: tuple[tuple[int, int], ...] | None = None

    @property
    def whole(self) -> bool:
        """Whether `impacts` has all guides."""
        return self.strongest is self.parts

    @property
    def impacts(self) -> dict[int, int]:
        """Guide -> impact, of a long list only of those that weigh most."""
        if self._impacts is None:
            self._impacts = impacts_of(self.strongest)
            for guide in self._gone & self._impacts.keys():
                del self._impacts[guide]
        return self._impacts

    @property
    def top(self) -> tuple[tuple[int, int], ...]:
        """Impact and guide of the `TOP` strongest, the strongest first."""
        if self._top is None:
            known = self.impacts
            pairs = [(impact, guide) for guide, impact in known.items()]
            if len(pairs) > TOP:
                least = sorted(known.values())[-TOP]
                pairs = [pair for pair in pairs if pair[0] >= least]
            pairs.sort(key=_weaker)
            self._top = tuple(pairs[:TOP])
        return self._top

    @property
    def weakest(self) -> int:
        """No guide that `impacts` leaves out has a higher impact."""
        return 0 if self.whole else min(self.impacts.values(), default=0)

    def impact(self, guide: int) -> int:
        """Return the impact in one guide, 0 if it has not the term."""
        known = self.impacts.get(guide)
        if known is not None or self.whole:
            return known or 0
        for base, part in reversed(self.parts):
            if guide >= base:
                at = bisect_left(part.guides, guide - base)
                fits = at < len(part.impacts) and part.guides[at] == guide - base
                return part.impacts[at] if fits else 0
        return 0


NOTHING = Found((), 0)


def impacts_of(parts: Parts) -> dict[int, int]:
    """Return guide -> impact of all of `parts`."""
    found: dict[int, int] = {}
    for base, part in parts:
        guides = [base + guide for guide in part.guides] if base else part.guides
        found.update(zip(guides, part.impacts, strict=True))
    return found


def _weaker(pair: tuple[int, int]) -> int:
    return -pair[0]
