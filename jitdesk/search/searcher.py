"""`Searcher`: one generation of the index, open for questions; used by one thread.

Opened once and kept for many keystrokes. It remembers what the finished words of a question
scored, so that each further letter of the last word costs only that word. Only the best
fifty are looked at more closely, and only the rows that are shown are read from the disk.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Sequence
from heapq import nlargest
from pathlib import Path

from jitdesk.errors import SearchIndexError
from jitdesk.search import generation as gen
from jitdesk.search.asking import AskedWord, asked_words
from jitdesk.search.card import MAX_TITLE, plain_title
from jitdesk.search.generation import Generation
from jitdesk.search.hit import Answer, Hit, Query
from jitdesk.search.lexicon import Lexicon
from jitdesk.search.marking import Wanted
from jitdesk.search.ranking import Asked, rank_score
from jitdesk.search.reading import Reading, Readings
from jitdesk.search.rows import make_rows
from jitdesk.search.scoring import Scored, score
from jitdesk.search.segment import DAMAGE, Segment
from jitdesk.search.shelf import Shelf

CLOSER = 50
"""So many guides are ranked on their faces: several times what a popup shows."""

MAX_SCORED = 24
"""Of a pasted text only the words that tell most are scored."""

_REMEMBERED = 8


class Searcher:
    """Answers `Query` values from the index in a directory."""

    def __init__(
        self, directory: Path, generation: Generation, found: tuple[int, int, int]
    ) -> None:
        self._directory = directory
        self._fingerprint = found
        folder = generation.folder(directory)
        self._segments: list[Segment] = []
        try:
            for files in generation.segments:
                segment = Segment(folder, files.name, files.count, files.gone, files.languages)
                self._segments.append(segment)
        except BaseException:
            self._close_files()
            raise
        self._lexicon = Lexicon(self._segments)
        self._readings = Readings(self._lexicon)
        self._shelf = Shelf(self._lexicon)
        self._scored: dict[tuple[AskedWord, ...], Scored] = {}

    @classmethod
    def open(cls, directory: Path) -> Searcher:
        """Open the generation in use.

        Raises:
            SearchIndexError: there is none, or there is a reason to doubt it.
        """
        found = gen.fingerprint(directory)
        with _border(directory):
            try:
                return cls(directory, gen.read_current(directory), found)
            except (OSError, SearchIndexError):
                if gen.fingerprint(directory) == found:
                    raise
                found = gen.fingerprint(directory)  # another came into use while we opened
                return cls(directory, gen.read_current(directory), found)

    def fresh(self) -> bool:
        """Tell whether this is still the generation in use; one stat."""
        return gen.fingerprint(self._directory) == self._fingerprint

    def warm(self) -> None:
        """Read what the first typing error would otherwise wait for."""
        self.search(Query("hwo to strat", limit=1))

    def close(self) -> None:
        """Let go of the files."""
        self._close_files()
        self._scored.clear()

    def _close_files(self) -> None:
        for segment in self._segments:
            segment.close()
        self._segments.clear()

    def search(self, query: Query) -> Answer:
        """Answer `query`; any text is allowed.

        Raises:
            SearchIndexError: the index was damaged while it was in use.
        """
        start = time.perf_counter()
        with _border(self._directory):
            hits, meant = self._answer(query)
        return Answer(query, hits, (time.perf_counter() - start) * 1000, meant)

    def _answer(self, query: Query) -> tuple[tuple[Hit, ...], str]:
        words = asked_words(query.text, complete=query.complete)
        if not words or query.limit < 1:
            return (), ""
        readings = _telling(self._readings.read(words, query.language))
        scored = self._scores(readings)
        title = plain_title(query.text[:MAX_TITLE])
        corrected = _corrected(title, readings)
        ranked = self._ranked(readings, scored, query, (title, corrected))
        wanted = Wanted([reading.needle for reading in readings])
        hits = tuple(make_rows(ranked, self._shelf, wanted, query, title))
        return hits, corrected if hits else ""

    def _scores(self, readings: Sequence[Reading]) -> Scored:
        """Return the scores; those of all words but the last are remembered."""
        chosen = [r for r in readings if not r.meaning.word.stop] or list(readings)
        before, last = chosen[:-1], chosen[-1:]
        key = tuple(reading.meaning.word for reading in before)
        scored = self._scored.get(key)
        if scored is None:
            if len(self._scored) >= _REMEMBERED:
                self._scored.pop(next(iter(self._scored)))
            scored = self._scored[key] = _score(before, Scored({}))
        return _score(last, scored)

    def _ranked(
        self,
        readings: Sequence[Reading],
        scored: Scored,
        query: Query,
        titles: tuple[str, str],
    ) -> list[tuple[float, int]]:
        """Return the best guides with their final scores, the best first."""
        asked = Asked(
            [reading.title for reading in readings],
            [reading.weight for reading in readings],
            titles[0],
            partial=not query.complete,
            corrected=titles[1],
            language=query.language,
            app=query.app.lower(),
        )
        scores = scored.scores
        for guide in self._lexicon.gone.intersection(scores):
            del scores[guide]
        ranked = []
        for value, guide in nlargest(CLOSER, zip(scores.values(), scores, strict=True)):
            usage = query.usage.get(self._shelf.key(guide), 0.0) if query.usage else 0.0
            face = self._shelf.face(guide)
            final = rank_score(asked, value, face, min(1.0, max(0.0, usage)))
            ranked.append((-final, face.title, guide))
        return [(-final, guide) for final, _, guide in sorted(ranked)]


def _score(readings: Sequence[Reading], scored: Scored) -> Scored:
    weights = [reading.weight for reading in readings]
    return score([reading.meaning for reading in readings], weights, scored)


def _telling(readings: list[Reading]) -> list[Reading]:
    """Return the readings in their order, of many only those that tell most."""
    if len(readings) <= MAX_SCORED:
        return readings
    kept = {id(r) for r in nlargest(MAX_SCORED, readings, key=lambda reading: reading.weight)}
    return [reading for reading in readings if id(reading) in kept]


def _corrected(title: str, readings: Sequence[Reading]) -> str:
    """Return `title` with the words that were read as others, "" if none was."""
    meanings = [reading.meaning for reading in readings]
    changed = {m.word.text: m.correction for m in meanings if m.correction}
    return " ".join(changed.get(word, word) for word in title.split()) if changed else ""


@contextlib.contextmanager
def _border(directory: Path) -> Iterator[None]:
    """Turn what a damaged file can raise into the error of this package."""
    try:
        yield
    except DAMAGE as error:
        if not (isinstance(error, OSError) and error.errno):
            gen.distrust(directory)
        raise SearchIndexError(f"The search index cannot be read ({error}).") from error
