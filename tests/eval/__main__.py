"""`make eval`: the table of all engines over the query sets, and JSON beside it.

    python -m tests.eval [--half tune|check|fresh|all] [--queries FILE...]
                         [--corpora FOLDER] [--engines NAME...] [--typing] [--json FILE]

Look at `check` and `fresh` only at the end: whoever tunes by them has nothing left to check with.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from jitdesk.guides.guide import Guide
from jitdesk.library import vectors
from jitdesk.search.searcher import Searcher
from tests.benchmarks import search_corpus as corpus
from tests.eval.engines import PEERS, jitdesk, with_meaning
from tests.eval.measures import WITHIN, Ask, ranks_by_kind, reciprocal, success, typing
from tests.eval.sets import FRESH, HALVES, ROOT, Case, halves, read_cases

OURS = "JITDesk"
MEANING = "JITDesk+meaning"
"""With the optional vectors, as far as the extra is installed; encoded once, for minutes."""

_KEPT = ROOT / "build/eval"
_SOURCES = ("jitdesk/search/*.py", "jitdesk/guides/*.py", "resources/search/stopwords.txt")


def main(arguments: Sequence[str]) -> int:
    """Print the tables; return the exit code."""
    chosen = _parser().parse_args(arguments)
    if not chosen.corpora.is_dir():
        print(f"There are no corpora at {chosen.corpora}. Name them with --corpora.")
        return 2
    names = HALVES if chosen.half == "all" else (chosen.half,)
    cases = read_cases(chosen.queries or halves(names))
    guides = corpus.read_corpus(folder=chosen.corpora)
    results: dict[str, Any] = {}
    for name, ask in _engines(guides, chosen.engines):
        results[name] = _measure(name, cases, ask, typed=chosen.typing and name == OURS)
    if chosen.json:
        chosen.json.write_text(json.dumps(results, indent=1) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.eval")
    parser.add_argument("--half", choices=(*HALVES, FRESH, "all"), default="tune")
    parser.add_argument("--queries", type=Path, nargs="+")
    parser.add_argument("--corpora", type=Path, default=corpus.CORPORA)
    parser.add_argument("--engines", nargs="+", default=[OURS, MEANING, *PEERS])
    parser.add_argument("--typing", action="store_true", help="type every query, JITDesk only")
    parser.add_argument("--json", type=Path)
    return parser


def _engines(guides: Sequence[Guide], names: Sequence[str]) -> Iterator[tuple[str, Ask]]:
    if OURS in names:
        searcher = Searcher.open(_index(guides))
        yield OURS, jitdesk(searcher)
        searcher.close()
    if MEANING in names:
        if vectors.installed():
            searcher = Searcher.open(_index(guides))
            yield MEANING, with_meaning(searcher, guides, _KEPT / "vectors")
            searcher.close()
        else:
            print(f"{MEANING}: the extra is not installed here (pip install '.[meaning]')")
    for name in names:
        if name in PEERS:
            with tempfile.TemporaryDirectory() as place:
                try:
                    yield name, PEERS[name](guides, Path(place) / "index")
                except ImportError:
                    print(f"{name}: not installed here (make eval installs it)")


def _index(guides: Sequence[Guide]) -> Path:
    """Return JITDesk's index, kept while neither the guides nor the code change."""
    digest = hashlib.sha256()
    for pattern in _SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes())
    for guide in guides:
        digest.update(f"{guide.key}{guide.digest}".encode())
    place = _KEPT / digest.hexdigest()[:16]
    if not place.is_dir():
        corpus.build(place, guides)
    return place


def _measure(name: str, cases: Sequence[Case], ask: Ask, *, typed: bool) -> dict[str, Any]:
    start = time.perf_counter()
    ranks = ranks_by_kind(cases, ask)
    took = (time.perf_counter() - start) / len(cases) * 1000
    heads = "".join(f"{f'@{within}':>7}" for within in WITHIN)
    print(f"{name} ({took:.1f} ms a question)\n  {'class':<12}{'n':>4}{heads}{'MRR':>7}")
    result: dict[str, Any] = {}
    for kind, found in ranks.items():
        shares = [success(found, within) for within in WITHIN]
        line = "".join(f"{share:>7.3f}" for share in shares)
        print(f"  {kind:<12}{len(found):>4}{line}{reciprocal(found):>7.3f}", flush=True)
        result[kind] = {"n": len(found), "success": shares, "mrr": reciprocal(found)}
    if typed:
        seen = typing(cases, ask)
        print(
            f"  typed: {seen.empty:.1%} empty lists, first row changes on {seen.flicker:.1%}, "
            f"answer in the first three for {seen.reached:.1%} after {seen.letters:.0f} letters"
        )
        result["typing"] = {
            "empty": seen.empty,
            "flicker": seen.flicker,
            "letters": seen.letters,
            "reached": seen.reached,
        }
    return result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
