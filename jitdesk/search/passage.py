"""The place in a guide that answers best: a section, and a line of it.

Between two keystrokes all asked words but the last stay the same, so a page remembers for
each word in which of its sections and lines it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from jitdesk.search.card import Outline, PageText
from jitdesk.search.folding import fold
from jitdesk.search.needle import Needle

MAX_LINES = 300
MAX_LINE = 240
HEADING = 0.6
"""A word in a section's heading counts so much more than one in its text."""

_REMEMBERED = 64


class Page:
    """The sections of a guide and their texts; remembers what it was asked."""

    def __init__(self, outline: Outline, texts: PageText) -> None:
        self.outline = outline
        self._texts = texts
        self._lines: dict[int, _Lines] = {}
        self._sections_with: dict[Needle, dict[int, float]] = {}
        self._lines_with: dict[tuple[int, Needle], tuple[int, ...]] = {}

    def best_section(self, wanted: Sequence[Needle]) -> int:
        """Return the number of the section that answers best, -1 if none has a word."""
        if len(self.outline.levels) == 1:
            return 0
        values: dict[int, float] = {}
        for needle in wanted:
            found = self._sections_with.get(needle)
            if found is None:
                if len(self._sections_with) >= _REMEMBERED:
                    self._sections_with.clear()
                found = self._sections_with[needle] = self._sections(needle)
            for number, value in found.items():
                values[number] = values.get(number, 0.0) + value
        return max(values, key=lambda number: (round(values[number], 6), -number), default=-1)

    def _sections(self, needle: Needle) -> dict[int, float]:
        found = {}
        for number in self.outline.sections_with(needle.terms, needle.heads):
            heading = self.outline.headings[number]
            named = any(fragment in heading for fragment in needle.fragments)
            found[number] = needle.weight * (1 + HEADING if named else 1)
        return found

    def best_line(self, number: int, wanted: Sequence[Needle]) -> str:
        """Return the line of a section that has most of the words, "" if none has any."""
        values: dict[int, float] = {}
        for needle in wanted:
            found = self._lines_with.get((number, needle))
            if found is None:
                if len(self._lines_with) >= _REMEMBERED:
                    self._lines_with.clear()
                found = self._lines_with[number, needle] = self._places(number, needle)
            for place in found:
                values[place] = values.get(place, 0.0) + needle.weight
        if not values:
            return ""
        best = max(values, key=lambda place: (round(values[place], 6), -place))
        return self._lines_of(number).lines[best]

    def _places(self, number: int, needle: Needle) -> tuple[int, ...]:
        places: set[int] = set()
        lines = self._lines_of(number)
        for fragment in needle.fragments:
            places.update(lines.places(fragment))
        return tuple(places)

    def _lines_of(self, number: int) -> _Lines:
        known = self._lines.get(number)
        if known is None:
            known = self._lines[number] = _Lines(self._texts[number])
        return known


class _Lines:
    """The lines of a section, folded as one text: one search goes over all of them."""

    def __init__(self, text: str) -> None:
        cut = (line.strip()[:MAX_LINE] for line in text.split("\n", MAX_LINES)[:MAX_LINES])
        self.lines = [line for line in cut if line]
        folded = [fold(line) for line in self.lines]
        self._folded = "\n".join(folded)
        self._starts = list(accumulate((len(line) + 1 for line in folded), initial=0))

    def places(self, fragment: str) -> Iterator[int]:
        """Give the numbers of the lines that have `fragment`."""
        at = self._folded.find(fragment)
        while at >= 0:
            line = bisect_right(self._starts, at) - 1
            yield line
            at = self._folded.find(fragment, self._starts[line + 1])
