"""How often the right guide comes first: `python -m tests.benchmarks.search_eval [SPLIT]`.

Queries with the files that answer them, over the packs that they were written for (core)
and over everything in the corpora; success within 1, 3 and 5 rows and the mean reciprocal
rank within 8, by class. SPLIT is tune (default), check or all: look at check only at the end.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jitdesk.search.hit import Query
from jitdesk.search.searcher import Searcher
from tests.benchmarks.search_corpus import CORE, LANGUAGE_QUERIES, QUERIES, build, read_corpus

MISSED = 99
_WITHIN = 8


def read_queries(path: Path, split: str) -> list[dict[str, Any]]:
    """Return the queries of a half, or all."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if split in {"all", row["split"]}]


def rank_of(searcher: Searcher, row: Mapping[str, Any]) -> int:
    """Return the rank of the first right guide, `MISSED` if none is shown."""
    language = row["language"] if row["language"] == "en" else ""
    query = Query(row["query"], limit=_WITHIN, complete=True, language=language)
    paths = [f"{hit.pack}/{hit.path}" for hit in searcher.search(query).hits]
    return next((n for n, path in enumerate(paths, 1) if path in row["expected"]), MISSED)


def ranks_by_class(searcher: Searcher, rows: Iterable[Mapping[str, Any]]) -> dict[str, list[int]]:
    """Return the ranks of the first right guides by class, and of all."""
    ranks: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        rank = rank_of(searcher, row)
        ranks[row["class"]].append(rank)
        ranks["all"].append(rank)
    return ranks


def success(ranks: Sequence[int], within: int) -> float:
    """Return the share of `ranks` that lie within so many rows."""
    return sum(rank <= within for rank in ranks) / len(ranks)


def reciprocal_rank(ranks: Sequence[int]) -> float:
    """Return the mean reciprocal rank, 0 for what was missed."""
    return sum(1 / rank for rank in ranks if rank != MISSED) / len(ranks)


def _print(name: str, ranks: Mapping[str, Sequence[int]]) -> None:
    print(f"{name}\n  {'class':<12}{'n':>4}{'@1':>7}{'@3':>7}{'@5':>7}{'MRR':>7}")
    for label, found in ranks.items():
        shares = "".join(f"{success(found, within):>7.3f}" for within in (1, 3, 5))
        print(f"  {label:<12}{len(found):>4}{shares}{reciprocal_rank(found):>7.3f}")


def main(split: str = "tune") -> None:
    """Print the tables."""
    for name, packs in (("core packs", CORE), ("all packs", ())):
        with tempfile.TemporaryDirectory() as place:
            build(Path(place) / "index", read_corpus(packs))
            searcher = Searcher.open(Path(place) / "index")
            _print(name, ranks_by_class(searcher, read_queries(QUERIES, split)))
            if not packs:
                rows = read_queries(LANGUAGE_QUERIES, split)
                _print("other languages", ranks_by_class(searcher, rows))
            searcher.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
