"""`Searcher`: one generation of the index, open for questions; used by one thread.

Opened once and kept for many keystrokes. A question is read (`question`), candidates are found
in the postings (`candidates`), ranked on their faces (`ranking`), and only the rows that are
shown are read from the disk (`rows`).
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from jitdesk.errors import SearchIndexError
from jitdesk.search import generation as gen
from jitdesk.search.calm import Calm
from jitdesk.search.candidates import Candidates, is_poor, is_weak
from jitdesk.search.context import Contexts
from jitdesk.search.generation import Generation
from jitdesk.search.hit import Answer, Query
from jitdesk.search.lexicon import Lexicon
from jitdesk.search.marking import Wanted
from jitdesk.search.question import Question, Questions
from jitdesk.search.ranking import LEARNED, Asked, rank_score
from jitdesk.search.rows import fitting_rows, make_rows
from jitdesk.search.scoring import Scores
from jitdesk.search.segment import DAMAGE, Segment
from jitdesk.search.shelf import Shelf
from jitdesk.search.verbatim import LOOKED_AT, VERBATIM, Verbatim


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
        self._questions = Questions(self._lexicon)
        self._candidates = Candidates(self._lexicon)
        self._contexts = Contexts(self._lexicon)
        self._shelf = Shelf(self._lexicon)
        self._calm = Calm()

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
        """Read and make what the first typing error and the first accent would wait for."""
        self.search(Query("hwo tö strat 日", limit=1))

    def close(self) -> None:
        """Let go of the files."""
        self._close_files()

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
        if query.limit < 1:
            return Answer(query, (), 0.0)
        with _border(self._directory):
            answer = self._answer(query) if query.text.strip() else self._in_front(query)
        return replace(answer, took_ms=(time.perf_counter() - start) * 1000)

    def _answer(self, query: Query) -> Answer:
        question = self._questions.read(query)
        scores = self._candidates.find(question, {*query.near, *query.learned})
        ranked = self._ranked(question, scores, query)
        telling = [r for r in question.readings if not r.meaning.word.stop]
        wanted = Wanted([reading.needle for reading in telling or question.readings])
        hits = tuple(make_rows(ranked, self._shelf, wanted, query, question.title))
        meant = question.corrected if hits else ""
        exact = bool(ranked) and self._is_named(ranked[0][1], question.title)
        weak = not exact and is_weak(question.readings, scores)
        poor = not exact and is_poor(question, scores, self._lexicon.size)
        return Answer(query, hits, 0.0, meant, str(question.filters), weak, poor)

    def _is_named(self, guide: int, title: str) -> bool:
        face = self._shelf.face(guide)
        return face.title == title or face.is_asked(title)

    def _in_front(self, query: Query) -> Answer:
        """Answer an empty question: what fits the window in front."""
        fitting = self._contexts.fitting(query.app, query.window)
        hits = tuple(fitting_rows(fitting, self._shelf, query))
        return Answer(query, hits, 0.0)

    def _ranked(self, question: Question, scores: Scores, query: Query) -> list[tuple[float, int]]:
        """Return the best guides with their final scores, the best first."""
        asked = Asked(
            [reading.title for reading in question.readings],
            [reading.weight for reading in question.readings],
            question.title,
            partial=not query.complete,
            corrected=question.corrected,
            message=question.message,
            speaker=question.speaker,
            language=query.language,
            today=datetime.now(tz=UTC).date().isoformat(),
        )
        fitting = self._contexts.fitting(query.app, query.window)
        ranked = []
        for guide, value in scores.items():
            face = self._shelf.face(guide)
            usage = min(1.0, max(0.0, query.usage.get(face.key, 0.0)))
            near = query.near.get(face.key, 0.0)
            learned = query.learned.get(face.key, 0.0)
            fit = fitting[guide].value if guide in fitting else 0.0
            final = rank_score(asked, value, face, usage, near, fit) + LEARNED * learned
            ranked.append((-final, face.title, guide))
        found = [(-final, guide) for final, _, guide in sorted(ranked)]
        if question.message:
            found = self._verbatim_first(question.filters.text, found)
        return self._calm.settled(query, found)

    def _verbatim_first(
        self, message: str, ranked: list[tuple[float, int]]
    ) -> list[tuple[float, int]]:
        """Raise the guides among the best that say a message word for word."""
        said = Verbatim(message)
        best = [
            (final + VERBATIM * said.share(self._shelf.page(guide)), guide)
            for final, guide in ranked[:LOOKED_AT]
        ]
        return sorted(best, key=_weaker) + ranked[LOOKED_AT:]


def _weaker(pair: tuple[float, int]) -> float:
    return -pair[0]


@contextlib.contextmanager
def _border(directory: Path) -> Iterator[None]:
    """Turn what a damaged file can raise into the error of this package."""
    try:
        yield
    except DAMAGE as error:
        if not (isinstance(error, OSError) and error.errno):
            gen.distrust(directory)
        raise SearchIndexError(f"The search index cannot be read ({error}).") from error
