"""The best guides as `Hit` rows: folded, with section, line, marks and reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from jitdesk.search.card import Card
from jitdesk.search.context import Fit
from jitdesk.search.hit import Hit, Query
from jitdesk.search.marking import Marks, Wanted
from jitdesk.search.ranking import STALE
from jitdesk.search.reason import fitting_reason, reason
from jitdesk.search.shelf import Shelf

_LOOKED_AT = 3
"""Guides that are looked at for a row: copies and translations of others fill no row."""

_CLOSE = 0.95
"""Translations that score so near to each other answer alike."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a guide the answer is; all empty = the top of it."""

    anchor: str = ""
    heading: str = ""
    line: str = ""


def make_rows(
    ranked: Sequence[tuple[float, int]], shelf: Shelf, wanted: Wanted, query: Query, title: str
) -> Iterator[Hit]:
    """Give the rows of the best guides; copies of one file are one row.

    Args:
        ranked: score and number of guides, the best first.
        shelf: where they are read.
        wanted: the words of the question.
        query: the question.
        title: the question as a title would be.
    """
    seen: set[tuple[str, str]] = set()
    near = ranked[: query.limit * _LOOKED_AT]
    for score, guide, also in fold_translations(near, shelf, query.language):
        if len(seen) >= query.limit:
            return
        card = shelf.card(guide)
        if (card.title, card.digest) not in seen:
            seen.add((card.title, card.digest))
            place = _place(shelf, guide, wanted)
            exact = shelf.face(guide).title == title
            row = _row(len(seen), score, card, place, wanted, query, exact=exact)
            if also:
                row = replace(row, also=also, why=f"{row.why} Also in another language.")
            yield row


def fitting_rows(fitting: Mapping[int, Fit], shelf: Shelf, query: Query) -> Iterator[Hit]:
    """Give the rows of the guides that fit what is in front, the best first.

    Args:
        fitting: guide -> how well it fits.
        shelf: where they are read.
        query: the question, whose text is empty.
    """
    today = _today()
    ranked = []
    for guide, fit in fitting.items():
        face = shelf.face(guide)
        stale = bool(face.due) and face.due < today
        value = fit.value * (1 + query.usage.get(face.key, 0.0)) * (STALE if stale else 1.0)
        ranked.append((-value, face.title, guide))
    near = [(-value, guide) for value, _, guide in sorted(ranked)[: query.limit * _LOOKED_AT]]
    rows = fold_translations(near, shelf, query.language)[: query.limit]
    for rank, (score, guide, also) in enumerate(rows):
        why = fitting_reason(query.app, by_window=fitting[guide].by_window)
        yield _hit(rank, score, shelf.card(guide), Place(), why, also=also)


def fold_translations(
    ranked: Sequence[tuple[float, int]], shelf: Shelf, language: str
) -> list[tuple[float, int, tuple[str, ...]]]:
    """Return score, guide and the keys of its translations further down, once a family.

    Of translations that score about the same, the one in `language` (else English, the
    language that most people who read neither can read) stands for all.
    """
    names = [name for _, guide in ranked for name in shelf.face(guide).families]
    if len(set(names)) == len(names):  # no two are of one family
        return [(score, guide, ()) for score, guide in ranked]
    places: dict[str, int] = {}
    rows: list[list[tuple[float, int]]] = []
    for pair in ranked:
        face = shelf.face(pair[1])
        at = next((places[name] for name in face.families if name in places), None)
        if at is not None and all(shelf.face(g).language != face.language for _, g in rows[at]):
            rows[at].append(pair)
            continue
        for name in face.families:
            places.setdefault(name, len(rows))
        rows.append([pair])
    wanted = (language[:2].lower() or "en", "en")
    return [_standing_for(row, shelf, wanted) for row in rows]


def _standing_for(
    row: list[tuple[float, int]], shelf: Shelf, wanted: tuple[str, ...]
) -> tuple[float, int, tuple[str, ...]]:
    best, first = row[0]
    if len(row) == 1:
        return best, first, ()
    close = [guide for score, guide in row if score >= best * _CLOSE]
    languages = {shelf.face(guide).language[:2]: guide for guide in reversed(close)}
    chosen = next((languages[tag] for tag in wanted if tag in languages), first)
    return best, chosen, tuple(shelf.key(guide) for _, guide in row if guide != chosen)


def _place(shelf: Shelf, guide: int, wanted: Wanted) -> Place:
    needles = [needle for needle in wanted.needles if not needle.begun]
    if not needles:
        return Place()
    page = shelf.page(guide)
    number = page.best_section(needles)
    if number < 0:
        return Place()
    line = page.best_line(number, needles)
    outline = page.outline
    if number == 0 and outline.level(0) < 2:
        return Place(line=line)
    return Place(outline.anchor(number), outline.title(number), line)


def _row(
    rank: int,
    score: float,
    card: Card,
    place: Place,
    wanted: Wanted,
    query: Query,
    *,
    exact: bool,
) -> Hit:
    title_marks = wanted.marks(card.title)
    why = reason(
        card,
        title_marks,
        wanted,
        section=place.heading,
        line=place.line,
        usage=query.usage.get(card.key, 0.0),
        learned=query.learned.get(card.key, 0.0),
        exact=exact,
    )
    line_marks = wanted.marks(place.line)
    return _hit(rank, score, card, place, why, marks=title_marks, line_marks=line_marks)


def _hit(
    rank: int,
    score: float,
    card: Card,
    place: Place,
    why: str,
    *,
    marks: Marks = (),
    line_marks: Marks = (),
    also: tuple[str, ...] = (),
) -> Hit:
    return Hit(
        rank=rank,
        key=card.key,
        id=card.id,
        title=card.title,
        type=card.type,
        pack=card.pack,
        path=card.path,
        section=place.anchor,
        section_title=place.heading,
        situation=card.situation,
        line=place.line,
        score=round(score, 4),
        why=why,
        minutes=card.minutes,
        reviewed_on=card.reviewed_on,
        overdue=bool(card.review_due) and card.review_due < _today(),
        marks=marks,
        line_marks=line_marks,
        also=also,
    )


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()
