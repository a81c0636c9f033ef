"""The engines that are compared. Each gets title, tags, situation, headings and text.

Peers are set up as their users do: FTS5 with all words (AND), with stems and any word
(OR, weighted columns) and with trigrams; tantivy and Whoosh with their defaults; rapidfuzz
over the titles alone.
"""

from __future__ import annotations

import importlib
import re
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from jitdesk.guides.guide import Guide
from jitdesk.search.hit import Query
from jitdesk.search.searcher import Searcher
from tests.eval.measures import ROWS, Ask

_WORD = re.compile(r"\w+")
Maker = Callable[[Sequence[Guide], Path], Ask]


def path_of(guide: Guide) -> str:
    """Return the name by which expected answers name a guide."""
    return f"{guide.pack}/{guide.path}"


def _fields(guide: Guide) -> tuple[str, str, str, str]:
    """Return title, tags and questions, situation, and the text with its headings."""
    text = "\n".join(f"{section.title}\n{section.text}" for section in guide.sections)
    return guide.title, " ".join((*guide.tags, *guide.also_asked)), guide.situation, text


def jitdesk(searcher: Searcher) -> Ask:
    """Return JITDesk as the popup asks it."""

    def ask(text: str, complete: bool) -> list[str]:
        hits = searcher.search(Query(text, limit=ROWS, complete=complete)).hits
        return [f"{hit.pack}/{hit.path}" for hit in hits]

    return ask


def with_meaning(searcher: Searcher, guides: Sequence[Guide], place: Path) -> Ask:
    """Return JITDesk as the popup asks it where the optional vectors are installed."""
    from jitdesk.meaning.build import update_vectors
    from jitdesk.meaning.model import Encoder
    from jitdesk.meaning.nearest import Nearest

    known = {guide.key: guide for guide in guides if guide.language[:2] in {"", "en"}}
    wanted = {key: guide.digest for key, guide in known.items()}
    update_vectors(place, wanted, lambda keys: (known[key] for key in keys), Encoder.load)
    nearest = Nearest(place, Encoder.load())

    def ask(text: str, complete: bool) -> list[str]:
        query = Query(text, limit=ROWS, complete=complete)
        answer = searcher.search(query)
        if answer.weak:
            answer = searcher.search(replace(query, near=nearest.find(text)))
        return [f"{hit.pack}/{hit.path}" for hit in answer.hits]

    return ask


def _fts5(tokens: str, join: str, order: str, *, prefix: bool) -> Maker:
    def make(guides: Sequence[Guide], _place: Path) -> Ask:
        base = sqlite3.connect(":memory:")
        base.execute(
            "create virtual table g using fts5(path unindexed, title, tags, situation, body, "
            f"tokenize='{tokens}')"
        )
        rows = ((path_of(guide), *_fields(guide)) for guide in guides)
        base.executemany("insert into g values (?, ?, ?, ?, ?)", rows)
        statement = f"select path from g where g match ? order by {order} limit {ROWS}"  # noqa: S608

        def ask(text: str, _complete: bool) -> list[str]:
            words = [w for w in _WORD.findall(text) if prefix or len(w) > 2]
            if not words:
                return []
            match = f" {join} ".join(f'"{word}"' for word in words) + ("*" if prefix else "")
            return [row[0] for row in base.execute(statement, (match,))]

        return ask

    return make


def _tantivy(guides: Sequence[Guide], _place: Path) -> Ask:
    module: Any = importlib.import_module("tantivy")
    maker = module.SchemaBuilder()
    names = ("title", "tags", "situation", "body")
    maker.add_text_field("path", stored=True, tokenizer_name="raw")
    for name in names:
        maker.add_text_field(name)
    schema = maker.build()
    index = module.Index(schema)
    writer = index.writer(heap_size=64_000_000, num_threads=1)
    for guide in guides:
        document = module.Document()
        document.add_text("path", path_of(guide))
        for name, text in zip(names, _fields(guide), strict=True):
            document.add_text(name, text)
        writer.add_document(document)
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(text: str, _complete: bool) -> list[str]:
        words = " ".join(_WORD.findall(text))
        if not words:
            return []
        query, _ = index.parse_query_lenient(words, list(names))
        hits = searcher.search(query, ROWS).hits
        return [searcher.doc(address)["path"][0] for _, address in hits]

    return ask


def _whoosh(guides: Sequence[Guide], place: Path) -> Ask:
    from whoosh import fields, index, qparser

    text = fields.TEXT
    schema = fields.Schema(
        path=fields.ID(stored=True), title=text, tags=text, situation=text, body=text
    )
    place.mkdir(parents=True)
    made = index.create_in(str(place), schema)
    writer = made.writer(limitmb=256)
    for guide in guides:
        named = zip(("title", "tags", "situation", "body"), _fields(guide), strict=True)
        writer.add_document(path=path_of(guide), **dict(named))
    writer.commit()
    searcher = made.searcher()
    parser = qparser.MultifieldParser(["title", "tags", "situation", "body"], schema)

    def ask(asked: str, _complete: bool) -> list[str]:
        query = parser.parse(" ".join(_WORD.findall(asked)))
        return [hit["path"] for hit in searcher.search(query, limit=ROWS)]

    return ask


def _rapidfuzz(guides: Sequence[Guide], _place: Path) -> Ask:
    from rapidfuzz import fuzz, process, utils

    paths = [path_of(guide) for guide in guides]
    titles = [utils.default_process(guide.title) for guide in guides]

    def ask(text: str, _complete: bool) -> list[str]:
        asked = utils.default_process(text)
        found = process.extract(asked, titles, scorer=fuzz.token_set_ratio, limit=ROWS)
        return [paths[number] for _, _, number in found]

    return ask


_WEIGHTED = "bm25(g, 0, 8, 8, 4, 1)"
PEERS: dict[str, Maker] = {
    "FTS5 AND": _fts5("unicode61", "AND", "rank", prefix=True),
    "FTS5 porter OR": _fts5("porter unicode61", "OR", _WEIGHTED, prefix=True),
    "FTS5 trigram": _fts5("trigram", "OR", "rank", prefix=False),
    "tantivy": _tantivy,
    "Whoosh": _whoosh,
    "rapidfuzz titles": _rapidfuzz,
}
