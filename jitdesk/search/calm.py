"""`Calm`: the first row stays first while a word is typed on, unless another is clearly better.

Each letter changes what the last word may mean, and guides that are about as good would take
turns in the first row, which the eye is on and Enter opens.
"""

from __future__ import annotations

from jitdesk.search.hit import Query

CLEARLY = 1.2
"""So much better another guide must be to take the first row from the one that has it."""

Ranked = list[tuple[float, int]]


class Calm:
    """Remembers the text that was asked last, and its first row."""

    def __init__(self) -> None:
        self._text = ""
        self._first = -1

    def settled(self, query: Query, ranked: Ranked) -> Ranked:
        """Return `ranked`, with the first guide of the text before put first again if fair.

        Args:
            query: the question; a complete one has no text before.
            ranked: score and number of guides, the best first.
        """
        if query.complete or query.near or not ranked:
            self._text = ""
            return ranked
        typed_on = bool(self._text) and query.text.startswith(self._text)
        if typed_on or query.text == self._text:
            best = ranked[0][0]
            at = next((n for n, (_, guide) in enumerate(ranked) if guide == self._first), 0)
            if at and ranked[at][0] * CLEARLY >= best:
                ranked = [(best, self._first), *ranked[:at], *ranked[at + 1 :]]
        self._text, self._first = query.text, ranked[0][1]
        return ranked
