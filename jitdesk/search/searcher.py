"""`Searcher`: one generation of the index, open for questions; used by one thread.

Opened once and kept for many keystrokes. It remembers what the finished words of a question
scored, so that each further letter of the last word costs only that word. Only the best
fifty are looked at more closely, and only the rows that are shown are read from the disk.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from heapq import nlargest
from pathlib import Path

from jitdesk.errors import SearchIndexError
from jitdesk.search import card as cards
from jitdesk.search import generation as gen
from jitdesk.search.alternatives import Meaning, find_meanings
from jitdesk.search.asking import AskedWord, asked_words
from jitdesk.search.card import Card
from jitdesk.search.generation import Generation
from jitdesk.search.hit import Answer, Hit, Query
from jitdesk.search.index import DAMAGE
from jitdesk.search.lexicon import Lexicon
from jitdesk.search.passage import Page, Wanted, marks, wanted_words
from jitdesk.search.ranking import Asked, rank_score, title_terms
from jitdesk.search.reason import reason
from jitdesk.search.scoring import Scores, score, word_weight
from jitdesk.search.segment import Segment

CLOSER = 50
"""So many guides are ranked on their faces; twice what a popup could ever show."""

_REMEMBERED = 8
_PAGES = 96
_FACES = 1024


class Searcher:
    """Answers `Query` values from the index in a directory."""

    def __init__(
        self, directory: Path, generation: Generation, found: tuple[int, int, int]
    ) -> None:
        self._directory = directory
        self._fingerprint = found
        folder = generation.folder(directory)
        self._segments = [
            Segment(folder, files.name, files.count, files.gone) for files in generation.segments
        ]
        self._lexicon = Lexicon(self._segments)
        self._scored: dict[tuple[AskedWord, ...], Scores] = {}
        self._pages: dict[int, Page] = {}
        self._faces: dict[int, cards.Face] = {}

    @classmethod
    def open(cls, directory: Path) -> Searcher:
        """Open the generation in use.

        Raises:
            SearchIndexError: there is none, or there is a reason to doubt it.
        """
        found = gen.fingerprint(directory)
        with _border():
            try:
                return cls(directory, gen.read_current(directory), found)
            except OSError:
                found = gen.fingerprint(directory)  # another came into use while we opened
                return cls(directory, gen.read_current(directory), found)

    def fresh(self) -> bool:
        """Tell whether this is still the generation in use; one stat."""
        return gen.fingerprint(self._directory) == self._fingerprint

    def warm(self) -> None:
        """Read what the first typing error would otherwise wait for."""
        self._lexicon.corrections("warmingup")

    def close(self) -> None:
        """Let go of the files."""
        for segment in self._segments:
            segment.close()
        self._scored.clear()
        self._pages.clear()
        self._faces.clear()

    def search(self, query: Query) -> Answer:
        """Answer `query`; any text is allowed.

        Raises:
            SearchIndexError: the index was damaged while it was in use.
        """
        start = time.perf_counter()
        with _border():
            hits, meant = self._answer(query)
        return Answer(query, hits, (time.perf_counter() - start) * 1000, meant)

    def _answer(self, query: Query) -> tuple[tuple[Hit, ...], str]:
        words = asked_words(query.text, complete=query.complete)
        if not words or query.limit < 1:
            return (), ""
        meanings = find_meanings(words, self._lexicon, query.language)
        weights = [word_weight(meaning, self._lexicon.size) for meaning in meanings]
        scores = self._scores(meanings, weights)
        asked = Asked(
            [title_terms(meaning) for meaning in meanings],
            weights,
            cards.plain_title(query.text[:400]),
            partial=not query.complete,
            language=query.language,
            app=query.app.lower(),
        )
        rows = self._closer(asked, scores, query)
        wanted = wanted_words(meanings, weights)
        return tuple(self._hits(rows, wanted, query, asked.title)), _did_you_mean(query, meanings)

    def _scores(self, meanings: Sequence[Meaning], weights: Sequence[float]) -> Scores:
        """Return the scores; those of all words but the last are remembered."""
        telling = [i for i, weight in enumerate(weights) if not meanings[i].word.stop]
        chosen = telling or list(range(len(meanings)))
        chosen = sorted(chosen, key=lambda i: -weights[i])[:24]
        last = max(chosen, default=-1)
        before = [i for i in sorted(chosen) if i != last]
        key = tuple(meanings[i].word for i in before)
        scored = self._scored.get(key)
        if scored is None:
            scored = score([meanings[i] for i in before], [weights[i] for i in before], {})
            if len(self._scored) >= _REMEMBERED:
                self._scored.pop(next(iter(self._scored)))
            self._scored[key] = scored
        if last < 0:
            return scored
        return score([meanings[last]], [weights[last]], scored)

    def _closer(self, asked: Asked, scores: Scores, query: Query) -> list[tuple[float, int]]:
        """Return the best guides with their final scores, the best first."""
        best = nlargest(CLOSER, scores.items(), key=lambda item: item[1])
        rows = []
        for guide, value in best:
            if guide not in self._lexicon.gone:
                face = self._face(guide)
                usage = self._usage(guide, query)
                rows.append((rank_score(asked, value, face, usage), guide))
        rows.sort(key=lambda row: (-row[0], row[1]))
        return rows

    def _face(self, guide: int) -> cards.Face:
        face = self._faces.get(guide)
        if face is None:
            if len(self._faces) >= _FACES:
                self._faces.clear()
            face = cards.decode_face(self._lexicon.column("face", guide))
            self._faces[guide] = face
        return face

    def _usage(self, guide: int, query: Query) -> float:
        if not query.usage:
            return 0.0
        key = self._lexicon.column("name", guide).decode("utf-8").partition("\x1f")[0]
        return min(1.0, max(0.0, query.usage.get(key, 0.0)))

    def _hits(
        self, rows: Sequence[tuple[float, int]], wanted: Wanted, query: Query, title: str
    ) -> Iterator[Hit]:
        seen: set[tuple[str, str]] = set()
        today = datetime.now(tz=UTC).date().isoformat()
        for value, guide in rows:
            card = cards.decode_card(self._lexicon.column("card", guide))
            if (card.title, card.digest) not in seen:
                seen.add((card.title, card.digest))
                yield self._hit(len(seen), value, guide, card, wanted, query, title, today)
            if len(seen) >= query.limit:
                return

    def _hit(
        self,
        rank: int,
        value: float,
        guide: int,
        card: Card,
        wanted: Wanted,
        query: Query,
        title: str,
        today: str,
    ) -> Hit:
        found = marks(card.title, wanted)
        page = self._page(guide)
        number = page.best_section(wanted)
        section = page.sections[number] if number >= 0 else None
        line = page.best_line(number, wanted) if section else ""
        top = section is None or (section.level < 2 and number == 0)
        heading = "" if section is None or top else section.title
        exact = title == cards.plain_title(card.title)
        return Hit(
            rank=rank,
            key=card.key,
            id=card.id,
            title=card.title,
            type=card.type,
            pack=card.pack,
            path=card.path,
            section="" if section is None or top else section.anchor,
            section_title=heading,
            situation=card.situation,
            line=line,
            score=round(value, 4),
            why=reason(
                card,
                found,
                wanted,
                section=heading,
                line=line,
                usage=query.usage.get(card.key, 0.0),
                exact=exact,
            ),
            minutes=card.minutes,
            reviewed_on=card.reviewed_on,
            overdue=bool(card.review_due) and card.review_due < today,
            marks=found,
            line_marks=marks(line, wanted),
        )

    def _page(self, guide: int) -> Page:
        page = self._pages.get(guide)
        if page is None:
            if len(self._pages) >= _PAGES:
                self._pages.pop(next(iter(self._pages)))
            outline = cards.decode_outline(self._lexicon.column("outline", guide))
            text = cards.decode_page(self._lexicon.column("page", guide))
            page = self._pages[guide] = Page(outline, text)
        return page


def _did_you_mean(query: Query, meanings: Sequence[Meaning]) -> str:
    changed = {m.word.text: m.correction for m in meanings if m.correction}
    if not changed:
        return ""
    return " ".join(changed.get(w, w) for w in cards.plain_title(query.text[:400]).split())


@contextlib.contextmanager
def _border() -> Iterator[None]:
    try:
        yield
    except SearchIndexError:
        raise
    except DAMAGE as error:
        raise SearchIndexError(f"The search index cannot be read ({error}).") from error
