"""Search beside its peers: keystroke to answer, building, opening, size and memory.

Every prefix of 150 queries is a keystroke, the queries in a shuffled order that is the same
for all; some hundred keystrokes before it is measured. 6k are guides of the English core
packs, more are all packs; sizes beyond the corpora are filled up with copies whose ids, titles
and one word in three are altered, and are named so.
"""

from __future__ import annotations

import gc
import json
import pickle
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from jitdesk.app.collector import calm_collector
from jitdesk.guides.guide import Guide
from jitdesk.search.hit import Query
from jitdesk.search.searcher import Searcher
from tests.benchmarks import search_corpus as corpus
from tests.benchmarks.row import Row, quantile
from tests.benchmarks.search_peers import Fts5, Tantivy, has_tantivy, text_of

SIZES = {6000: 10_000, 20_000: 10_000, 50_000: 900}
"""Guides, and the most keystrokes that are typed: FTS5 takes minutes for more at 50,000."""

CORE = ("tldr-en", "owasp-cheatsheets", "pagerduty-incident-response")
BESIDE = 5000
_WARMING = 300
_SHARES = (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1.0))
_MEMORY = """
import sys, json
from pathlib import Path
from jitdesk.search.lean import import_whoosh
import_whoosh()  # as the app does
import whoosh.codec.whoosh3
def pss():
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
bare = pss()
from jitdesk.search.hit import Query
from jitdesk.search.searcher import Searcher
searcher = Searcher.open(Path(sys.argv[1]))
for text in json.loads(sys.argv[2]):
    searcher.search(Query(text))
print((pss() - bare) / 1024)
"""
_BUILD = """
import pickle, sys
from pathlib import Path
from jitdesk.cli.background import give_way
give_way()  # as the app's sync does
from tests.benchmarks import search_corpus as corpus
guides = pickle.loads((Path(sys.argv[1]) / "guides.pickle").read_bytes())
print("begun", flush=True)
for turn in range(3):
    corpus.build(Path(sys.argv[1]) / f"other{turn}", guides)
"""
_OPEN = """
import sys, time
start = time.perf_counter()
from pathlib import Path
from jitdesk.search.lean import import_whoosh
import_whoosh()  # as the app does
from jitdesk.search.hit import Query
from jitdesk.search.searcher import Searcher
Searcher.open(Path(sys.argv[1])).search(Query("reset pass"))
print((time.perf_counter() - start) * 1000)
"""


def run() -> Iterator[Row]:
    """Give the rows of the benchmark; none where the corpora are missing."""
    if not corpus.CORPORA.is_dir() or not corpus.QUERIES.is_file():
        print(f"  skipped: there are no corpora at {corpus.CORPORA}")
        return
    guides = corpus.read_corpus()
    random.Random(1).shuffle(guides)
    core = [guide for guide in guides if guide.pack in CORE]
    for size, most in SIZES.items():
        known = core if size <= len(core) else guides
        name = f"{size // 1000}k guides" + (" (altered copies)" if size > len(known) else "")
        with tempfile.TemporaryDirectory() as place:
            yield from _size(name, corpus.grow(known, size), keystrokes()[:most], Path(place))


def keystrokes() -> list[str]:
    """Return every prefix of the queries, the queries shuffled."""
    lines = corpus.QUERIES.read_text(encoding="utf-8").splitlines()
    queries = [json.loads(line)["query"] for line in lines]
    random.Random(2).shuffle(queries)
    return [query[:end] for query in queries for end in range(1, len(query) + 1)]


def _size(name: str, guides: Sequence[Guide], keys: Sequence[str], place: Path) -> Iterator[Row]:
    fts = Fts5(place)
    yield from _building(name, guides, place, fts)
    searcher = Searcher.open(place / "index")
    searcher.warm()  # as the app does after it has started,
    calm_collector()
    gc.disable()  # and while the popup is open
    ours = _times(lambda text: searcher.search(Query(text)), keys)
    if len(guides) < BESIDE * 2:
        yield from _beside(name, searcher, guides[:BESIDE], keys, place)
    searcher.close()
    gc.enable()
    peers = {}
    for lines, told in ((True, ""), (False, ", titles only")):
        for join in ("AND", "OR"):
            ask = partial(fts.ask, join=join, lines=lines)
            peers[f"FTS5 {join}{told}"] = _times(ask, keys)
    if has_tantivy():
        peers |= _tantivy(guides, keys, place)
    for label, share in _SHARES:
        value = quantile(ours, share)
        row = Row(f"search: keystroke to answer {label}, {name}", value, "ms", len(ours))
        for peer, times in peers.items():
            yield replace(row, peer=peer, peer_value=quantile(times, share))
    fts.close()
    yield from _opening(name, place, keys)


def _tantivy(guides: Sequence[Guide], keys: Sequence[str], place: Path) -> dict[str, list[float]]:
    engine = Tantivy(place)
    engine.build(guides)
    return {
        "tantivy": _times(engine.ask, keys),
        "tantivy, titles only": _times(partial(engine.ask, lines=False), keys),
    }


def _times(ask: Callable[[str], object], keys: Sequence[str]) -> list[float]:
    """Return milliseconds per keystroke, after some that are not measured."""
    for text in keys[:_WARMING]:
        ask(text)
    times = []
    for text in keys:
        start = time.perf_counter()
        ask(text)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _building(name: str, guides: Sequence[Guide], place: Path, fts: Fts5) -> Iterator[Row]:
    first = corpus.build(place / "index", guides).seconds
    peer = _seconds(lambda: fts.build(guides))
    yield Row(f"search: first index, {name}", first, "s", 1, "FTS5", peer)
    changed = [replace(guides[0], digest="changed", title="Changed"), *guides[1:]]
    one = corpus.build(place / "index", changed).seconds
    peer = _seconds(lambda: fts.replace(changed[0]))
    yield Row(f"search: one guide changed, {name}", one * 1000, "ms", 1, "FTS5", peer * 1000)
    many = [replace(guide, digest="new") for guide in changed[:100]] + changed[100:]
    hundred = corpus.build(place / "index", many).seconds
    yield Row(f"search: 100 guides changed, {name}", hundred * 1000, "ms", 1)
    text = sum(len(text_of(guide).encode()) for guide in guides)
    size = sum(p.stat().st_size for p in (place / "index").rglob("*") if p.is_file())
    other = (place / "fts.sqlite").stat().st_size
    yield Row(f"search: size of the index, {name}", size / 1e6, "MB", 1, "FTS5", other / 1e6)
    yield Row(f"search: index beside its text, {name}", size / text, "x", 1)


def _beside(
    name: str, searcher: Searcher, guides: Sequence[Guide], keys: Sequence[str], place: Path
) -> Iterator[Row]:
    """Type every 25 ms while another process indexes guides, as a sync does."""
    (place / "guides.pickle").write_bytes(pickle.dumps(guides))
    with subprocess.Popen(
        [sys.executable, "-c", _BUILD, str(place)], cwd=corpus.ROOT, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()  # it has begun
        times: list[float] = []
        for text in keys:
            if child.poll() is not None:
                break
            start = time.perf_counter()
            searcher.search(Query(text))
            times.append((time.perf_counter() - start) * 1000)
            time.sleep(0.025)
    label = f"search: keystroke p99 while {BESIDE} guides are indexed, {name}"
    yield Row(label, quantile(times, 0.99), "ms", len(times))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _opening(name: str, place: Path, keys: Sequence[str]) -> Iterator[Row]:
    index = str(place / "index")
    times = sorted(_child(_OPEN, index) for _ in range(5))
    yield Row(f"search: open and first answer with imports, {name}", times[2], "ms", 5)
    used = json.dumps(list(keys[:200]))
    memory = _child(_MEMORY, index, used)
    yield Row(f"search: memory (PSS) above bare Whoosh, {name}", memory, "MiB", 1)


def _child(program: str, *words: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        check=True,
        capture_output=True,
        text=True,
        cwd=corpus.ROOT,
    )
    return float(done.stdout)
