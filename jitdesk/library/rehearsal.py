"""Where would this page stand? A question asked of the installed guides and a page not yet there.

The page is indexed in memory's stead in a small index of its own, together with the guides
that the question finds now; so words are weighed among these, not among all, and the rank is
that of a rehearsal.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from jitdesk.guides.guide import Guide
from jitdesk.library.shelf import Shelf
from jitdesk.search.hit import Query

_RIVALS = 30


def rank_of(shelf: Shelf, guide: Guide, question: str) -> tuple[int, str]:
    """Return the rank of a page for a question (1 = first, 0 = not found), and the first title.

    Raises:
        SearchIndexError: the small index cannot be made or read.
    """
    from jitdesk.search.index import update_index  # noqa: PLC0415  (brings Whoosh in)
    from jitdesk.search.searcher import Searcher  # noqa: PLC0415

    hits = shelf.find(Query(question, limit=_RIVALS, complete=True)).hits
    guides: dict[str, Guide] = {
        found.key: found
        for found in shelf.guides([hit.key for hit in hits])
        if found.id != guide.id  # the same page as it was
    }
    guides[guide.key] = guide
    digests = {key: found.digest for key, found in guides.items()}
    with tempfile.TemporaryDirectory(prefix="jitdesk-") as folder:
        update_index(Path(folder), digests, lambda keys: (guides[str(key)] for key in keys))
        searcher = Searcher.open(Path(folder))
        try:
            found = searcher.search(Query(question, limit=_RIVALS + 1, complete=True)).hits
        finally:
            searcher.close()
    rank = next((hit.rank for hit in found if hit.key == guide.key), 0)
    return rank, found[0].title if found else ""
