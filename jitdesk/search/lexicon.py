"""`Lexicon`: all segments of a generation as one; looks terms up and remembers the answers."""

from __future__ import annotations

from collections.abc import Sequence

from jitdesk.search.codec import LONG
from jitdesk.search.found import NOTHING, Found
from jitdesk.search.memory import Memory
from jitdesk.search.segment import Segment
from jitdesk.search.spelling import Correction, corrections
from jitdesk.search.terms import PREFIXES, WORDS

_REMEMBERED = 4096
_MOST_HELD = 150_000
"""Postings, of 3 or 5 bytes each, and of some 100 bytes once they are scored with."""

_REMEMBERED_CORRECTIONS = 512


class Lexicon:
    """Terms over several segments; a guide's number is its segment's base and its own."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        base = 0
        for segment in segments:
            segment.base = base
            base += segment.count
        self.size = base
        self.languages = tuple(dict.fromkeys(tag for s in segments for tag in s.languages))
        self.segments = segments
        self.gone = frozenset(s.base + number for s in segments for number in s.gone)
        self._held = 0
        self._found: dict[tuple[str, str], Found] = {}
        self._corrected: Memory[str, tuple[Correction, ...]] = Memory(_REMEMBERED_CORRECTIONS)
        self._starting: Memory[tuple[str, str, int], tuple[str, ...]] = Memory(
            _REMEMBERED_CORRECTIONS
        )

    def find(self, field: str, term: str) -> Found:
        """Return the guides that have `term`; `NOTHING` if none has."""
        found = self._found.get((field, term))
        if found is None:
            found = self._found[field, term] = self._find(field, term)
            self._held += min(found.count, LONG)
            while len(self._found) > _REMEMBERED or self._held > _MOST_HELD:
                oldest = self._found.pop(next(iter(self._found)))
                self._held -= min(oldest.count, LONG)
        return found

    def _find(self, field: str, term: str) -> Found:
        parts = tuple(
            (segment.base, postings)
            for segment in self.segments
            if (postings := segment.postings(field, term)) is not None
        )
        count = sum(len(part) for _, part in parts)
        if count <= LONG:
            return Found(parts, count, gone=self.gone) if parts else NOTHING
        strongest = tuple(
            (segment.base, postings)
            for segment in self.segments
            if (postings := segment.strongest(field, term)) is not None
        )
        return Found(parts, count, strongest, self.gone)

    def starting(self, head: str, limit: int, field: str = WORDS) -> tuple[str, ...]:
        """Return up to `limit` terms of a field that start with `head`."""
        known = self._starting.get((field, head, limit))
        if known is None:
            lists = (segment.starting(field, head, limit) for segment in self.segments)
            found = dict.fromkeys(term for terms in lists for term in terms)
            known = self._starting.keep((field, head, limit), tuple(found)[:limit])
        return known

    def corrections(self, word: str) -> tuple[Correction, ...]:
        """Return the words of the index that `word` may have been meant to be."""
        known = self._corrected.get(word)
        if known is None:
            tables = [segment.words for segment in self.segments]
            known = self._corrected.keep(word, tuple(corrections(word, tables)))
        return known

    def knows(self, word: str, *, begun: bool = False) -> bool:
        """Tell whether some guide has exactly `word`, or names a word begun so."""
        if self.find(WORDS, word).count or self.find(WORDS, "=" + word).count:
            return True
        return begun and len(word) > 1 and bool(self.find(PREFIXES, word).count)

    def column(self, name: str, guide: int) -> bytes:
        """Return what a column holds for the guide with this number."""
        for segment in reversed(self.segments):
            if guide >= segment.base:
                return segment.column(name, guide - segment.base)
        raise LookupError(guide)
