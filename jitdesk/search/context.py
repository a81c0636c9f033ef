"""`Contexts`: which guides fit the program and window in front, before anything is typed.

What a guide says of its `context` is kept as terms of their own: programs, patterns of window
titles (as texts, few in a library), and words of the task. A window's title is looked at here
and nowhere kept.

- The window fits a pattern: the guide is for just this task.
- The program is named: it may be. Words of the task in the title tell more than the program
  alone. Words alone tell nothing: titles are full of words.
"""

from __future__ import annotations

from dataclasses import dataclass

from jitdesk.guides.guide import Guide
from jitdesk.guides.window_pattern import fits
from jitdesk.search.lexicon import Lexicon
from jitdesk.search.program import program, program_names
from jitdesk.search.words import split_words

APPS = "a"
WINDOWS = "x"
TASK_WORDS = "c"
PATTERN = 1.0
PROGRAM = 0.5
WORD = 0.2
_MOST_WORDS = 2
_MOST_PATTERNS = 2000


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a guide fits what is in front, 0..1.4, and by what."""

    value: float
    by_window: bool


def context_terms(guide: Guide) -> dict[str, dict[str, int]]:
    """Return the terms of a guide's context, by field."""
    words = {word.text for text in guide.context_words for word in split_words(text)}
    return {
        APPS: dict.fromkeys(filter(None, map(program, guide.apps)), 1),
        WINDOWS: dict.fromkeys(guide.windows, 1),
        TASK_WORDS: dict.fromkeys(words if guide.apps or guide.windows else (), 1),
    }


class Contexts:
    """Answers for one lexicon; remembers the last window, in memory alone."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._patterns: tuple[str, ...] | None = None
        self._asked: tuple[str, str] = ("", "")
        self._fitting: dict[int, Fit] = {}

    def fitting(self, app: str, title: str) -> dict[int, Fit]:
        """Return guide -> how well it fits the program and the title of the window in front."""
        if (app, title) != self._asked:
            self._fitting = self._find(app, title)
            self._asked = (app, title)
        return self._fitting

    def _find(self, app: str, title: str) -> dict[int, Fit]:
        by_app = {guide for name in program_names(app) for guide in self._guides(APPS, name)}
        by_window: set[int] = set()
        if title:
            for pattern in self._all_patterns():
                if fits(pattern, title):
                    by_window |= self._guides(WINDOWS, pattern)
        counts: dict[int, int] = {}
        for word in {word.text for word in split_words(title)} if by_app or by_window else ():
            for guide in self._guides(TASK_WORDS, word):
                counts[guide] = counts.get(guide, 0) + 1
        return {
            guide: Fit(
                (PATTERN if guide in by_window else 0.0)
                + (PROGRAM if guide in by_app else 0.0)
                + WORD * min(counts.get(guide, 0), _MOST_WORDS),
                guide in by_window,
            )
            for guide in by_app | by_window
        }

    def _guides(self, field: str, term: str) -> set[int]:
        return set(self._lexicon.find(field, term).impacts)

    def _all_patterns(self) -> tuple[str, ...]:
        if self._patterns is None:
            self._patterns = self._lexicon.starting("", _MOST_PATTERNS, WINDOWS)
        return self._patterns
