"""The place in a guide that answers best: a section, and a line of it.

Between two keystrokes all asked words but the last stay the same, so a page remembers for
each word in which of its sections and lines it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from jitdesk.search.card import PageText
from jitdesk.search.folding import fold
from jitdesk.search.memory import Memory
from jitdesk.search.needle import Needle
from jitdesk.search.outline import Outline

MAX_LINES = 300
MAX_LINE = 240
_AHEAD = 60
"""So much of a long line is shown before the word that was asked for."""

HEADING = 0.6
"""A word in a section's heading counts so much more than one in its text."""

_REMEMBERED = 64


class Page:
    """The sections of a guide and their texts; remembers what it was asked."""

    def __init__(self, outline: Outline, texts: PageText) -> None:
        self.outline = outline
        self.texts = texts
        self._lines: dict[int, _Lines] = {}
        self._sections_with: Memory[Needle, dict[int, float]] = Memory(_REMEMBERED)
        self._lines_with: Memory[tuple[int, Needle], dict[int, int]] = Memory(_REMEMBERED)

    def best_section(self, wanted: Sequence[Needle]) -> int:
        """Return the number of the section that answers best, -1 if none has a word."""
        if len(self.outline) == 1:
            return 0
        values: dict[int, float] = {}
        for needle in wanted:
            found = self._sections_with.get(needle)
            if found is None:
                found = self._sections_with.keep(needle, self._sections(needle))
            for number, value in found.items():
                values[number] = values.get(number, 0.0) + value
        return max(values, key=lambda number: (round(values[number], 6), -number), default=-1)

    def _sections(self, needle: Needle) -> dict[int, float]:
        found = {}
        for number in self.outline.sections_with(needle.keys):
            heading = self.outline.heading(number)
            named = any(fragment in heading for fragment in needle.fragments)
            found[number] = needle.weight * (1 + HEADING if named else 1)
        return found

    def best_line(self, number: int, wanted: Sequence[Needle]) -> str:
        """Return the line of a section that has most of the words, "" if none has any."""
        values: dict[int, float] = {}
        columns: dict[int, int] = {}
        for needle in wanted:
            found = self._lines_with.get((number, needle))
            if found is None:
                found = self._lines_with.keep((number, needle), self._places(number, needle))
            for place, column in found.items():
                values[place] = values.get(place, 0.0) + needle.weight
                columns.setdefault(place, column)
        if not values:
            return ""
        best = max(values, key=lambda place: (round(values[place], 6), -place))
        return self._lines_of(number).line(best, columns[best])

    def _places(self, number: int, needle: Needle) -> dict[int, int]:
        lines = self._lines_of(number)
        folded, starts = lines.folded, lines.starts
        places: dict[int, int] = {}
        for fragment in needle.fragments:
            at = folded.find(fragment)
            while at >= 0:
                place = bisect_right(starts, at) - 1
                places.setdefault(place, at - starts[place])
                at = folded.find(fragment, starts[place + 1])
        return places

    def _lines_of(self, number: int) -> _Lines:
        known = self._lines.get(number)
        if known is None:
            known = self._lines[number] = _Lines(self.texts[number])
        return known


class _Lines:
    """The lines of a section, folded as one text: one search goes over all of them.

    Attributes:
        folded: the text.
        starts: where each of its lines begins, and where one after the last would.
    """

    def __init__(self, text: str) -> None:
        if text.count("\n") >= MAX_LINES:
            text = "\n".join(text.split("\n", MAX_LINES)[:MAX_LINES])
        self._text = text
        self.folded = fold(text)
        lengths = (len(line) + 1 for line in self.folded.split("\n"))
        self.starts = [*accumulate(lengths, initial=0)]

    def line(self, number: int, column: int) -> str:
        """Return a line; of a long one the part around `column`."""
        line = self._text.split("\n", number + 1)[number]
        if len(line) <= MAX_LINE or column < MAX_LINE - _AHEAD:
            return line.strip()[:MAX_LINE]
        start = line.rfind(" ", 0, column - _AHEAD) + 1 or column - _AHEAD
        return f"…{line[start : start + MAX_LINE - 1].strip()}"
