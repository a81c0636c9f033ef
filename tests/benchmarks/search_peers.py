"""The peers of search: SQLite's FTS5 and, where it is installed, tantivy.

Each gets its usual best: FTS5 with unicode61, a prefix index and bm25; tantivy with its
default BM25, all words as alternatives. Both search the last word as a beginning. What is
wanted of them is what the popup draws and JITDesk gives: eight titles, each with the piece of
text that matches, by their own snippet functions. `lines=False` asks for titles alone.
"""

from __future__ import annotations

import importlib
import re
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jitdesk.guides.guide import Guide

_WORD = re.compile(r"\w+")
_BLANK = " "

Ask = Callable[[str], int]


def text_of(guide: Guide) -> str:
    """Return the text of a guide as every engine gets it."""
    return "\n".join(f"{section.title}\n{section.text}" for section in guide.sections)


class Fts5:
    """SQLite FTS5; `join` is AND or OR."""

    def __init__(self, directory: Path) -> None:
        self._base = sqlite3.connect(directory / "fts.sqlite")
        self._base.execute(
            "create virtual table if not exists g using fts5"
            "(key unindexed, title, tags, situation, body, prefix='1 2 3')"
        )

    def build(self, guides: Sequence[Guide]) -> None:
        """Index all."""
        rows = ((g.key, g.title, _BLANK.join(g.tags), g.situation, text_of(g)) for g in guides)
        self._base.executemany("insert into g values (?, ?, ?, ?, ?)", rows)
        self._base.commit()

    def replace(self, guide: Guide) -> None:
        """Replace one guide."""
        self._base.execute("delete from g where key = ?", (guide.key,))
        self.build([guide])

    def ask(self, text: str, join: str, *, lines: bool = True) -> int:
        """Return the number of rows for what was typed, 8 at most."""
        words = _WORD.findall(text)
        if not words:
            return 0
        query = f" {join} ".join(f'"{word}"' for word in words) + "*"
        line = ", snippet(g, 4, '', '', '...', 16)" if lines else ""
        found = self._base.execute(
            f"select key, title{line} from g where g match ? order by rank limit 8",  # noqa: S608
            (query,),
        )
        return len(found.fetchall())

    def close(self) -> None:
        """Close the file."""
        self._base.close()


class Tantivy:
    """tantivy, through its Python package."""

    def __init__(self, directory: Path) -> None:
        self._module: Any = importlib.import_module("tantivy")
        maker = self._module.SchemaBuilder()
        for name in ("key", "title", "situation", "body"):
            maker.add_text_field(name, stored=name in {"key", "title", "body"})
        self._schema = maker.build()
        place = directory / "tantivy"
        place.mkdir()
        self._index = self._module.Index(self._schema, path=str(place))

    def build(self, guides: Sequence[Guide]) -> None:
        """Index all."""
        writer = self._index.writer(heap_size=64_000_000, num_threads=1)
        for guide in guides:
            document = self._module.Document()
            document.add_text("key", guide.key)
            document.add_text("title", guide.title)
            document.add_text("situation", guide.situation)
            document.add_text("body", text_of(guide))
            writer.add_document(document)
        writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def ask(self, text: str, *, lines: bool = True) -> int:
        """Return the number of rows for what was typed, 8 at most."""
        words = [word.lower() for word in _WORD.findall(text)]
        if not words:
            return 0
        query = self._module.Query
        parts = [(w, "title") for w in words] + [(w, "body") for w in words[:-1]]
        wanted = [query.term_query(self._schema, field, word) for word, field in parts]
        wanted += [
            query.regex_query(self._schema, field, re.escape(words[-1]) + ".*")
            for field in ("title", "body")
        ]
        occur = self._module.Occur.Should
        both = query.boolean_query([(occur, each) for each in wanted])
        hits = self._searcher.search(both, 8).hits
        documents = [self._searcher.doc(address) for _, address in hits]
        if lines:
            cutter = self._module.SnippetGenerator.create(
                self._searcher, both, self._schema, "body"
            )
            return len([(d["title"], cutter.snippet_from_doc(d).fragment()) for d in documents])
        return len([document["title"] for document in documents])


def has_tantivy() -> bool:
    """Tell whether tantivy is installed (in the environment of the bench only)."""
    try:
        importlib.import_module("tantivy")
    except ImportError:
        return False
    return True
