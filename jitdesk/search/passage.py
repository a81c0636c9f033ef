"""The place in a guide that answers best: a section, and a line of it.

Between two keystrokes all asked words but the last stay the same, so a page remembers for
each word in which of its sections and lines it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jitdesk.search.card import PageText
from jitdesk.search.folding import fold
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
        self._sections_with: dict[Needle, dict[int, float]] = {}
        self._lines_with: dict[tuple[int, Needle], dict[int, int]] = {}

    def best_section(self, wanted: Sequence[Needle]) -> int:
        """Return the number of the section that answers best, -1 if none has a word."""
        if len(self.outline) == 1:
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
                if len(self._lines_with) >= _REMEMBERED:
                    self._lines_with.clear()
                found = self._lines_with[number, needle] = self._places(number, needle)
            for place, column in found.items():
                values[place] = values.get(place, 0.0) + needle.weight
                columns.setdefault(place, column)
        if not values:
            return ""
        best = max(values, key=lambda place: (round(values[place], 6), -place))
        return self._lines_of(number).line(best, columns[best])

    def _places(self, number: int, needle: Needle) -> dict[int, int]:
        lines = self._lines_of(number)
        places: dict[int, int] = {}
        for fragment in needle.fragments:
            if fragment in lines.folded:  # most are not
                for place, column in lines.places(fragment):
                    places.setdefault(place, column)
        return places

    def _lines_of(self, number: int) -> _Lines:
        known = self._lines.get(number)
        if known is None:
            known = self._lines[number] = _Lines(self.texts[number])
        return known


class _Lines:
    """The lines of a section, folded as one text: one search goes over all of them."""

    def __init__(self, text: str) -> None:
        if text.count("\n") >= MAX_LINES:
            text = "\n".join(text.split("\n", MAX_LINES)[:MAX_LINES])
        self._text = text
        self.folded = fold(text)

    def places(self, fragment: str) -> Iterator[tuple[int, int]]:
        """Give number and column of the first place in each line that has `fragment`."""
        folded = self.folded
        number = 0
        start = 0
        at = folded.find(fragment)
        while at >= 0:
            number += folded.count("\n", start, at)
            yield number, at - folded.rfind("\n", 0, at) - 1
            end = folded.find("\n", at)
            if end < 0:
                return
            number += 1
            start = end + 1
            at = folded.find(fragment, start)

    def line(self, number: int, column: int) -> str:
        """Return a line; of a long one the part around `column`."""
        line = self._text.split("\n", number + 1)[number]
        if len(line) <= MAX_LINE or column < MAX_LINE - _AHEAD:
            return line.strip()[:MAX_LINE]
        start = line.rfind(" ", 0, column - _AHEAD) + 1 or column - _AHEAD
        return f"…{line[start : start + MAX_LINE - 1].strip()}"
