"""In the flow of work: how fast an assistant connects, and what fits the window in front."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from jitdesk.search.hit import Query
from jitdesk.search.searcher import Searcher
from tests.benchmarks import search_corpus as corpus
from tests.benchmarks.row import Row, median, quantile

_APPS = ("outlook", "excel", "firefox", "teams", "xterm", "sap", "word", "gimp")
_TIMES = 11
_HELLO = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {}}) + "\n"


def run() -> Iterator[Row]:
    """Yield the figures."""
    bare = median([_spawned([sys.executable, "-c", "input(); print('{}')"]) for _ in range(_TIMES)])
    ours = median([_spawned([sys.executable, "-P", "-m", "jitdesk", "mcp"]) for _ in range(_TIMES)])
    yield Row("assistant: start to first answer, median", ours, "ms", _TIMES, "bare python", bare)
    if corpus.CORPORA.is_dir():
        yield from _fitting()


def _spawned(command: list[str]) -> float:
    """Return milliseconds from starting a program to its first line."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(_HELLO)
        child.stdin.flush()
        child.stdout.readline()
        took = (time.perf_counter() - start) * 1000
        child.stdin.close()
    return took


def _fitting() -> Iterator[Row]:
    """Every tenth guide is for a program, every thirtieth for a window."""
    dice = random.Random(3)
    guides = [
        replace(
            guide,
            apps=(dice.choice(_APPS),) if number % 10 == 0 else (),
            windows=(rf"(?i)\b{re.escape(guide.title[:20])}",) if number % 30 == 0 else (),
        )
        for number, guide in enumerate(corpus.read_corpus())
    ]
    with tempfile.TemporaryDirectory() as place:
        corpus.build(Path(place) / "index", guides)
        searcher = Searcher.open(Path(place) / "index")
        times = []
        for number in range(300):
            query = Query(
                "", app=dice.choice(_APPS), window=f"{dice.choice(guides).title} {number}"
            )
            start = time.perf_counter()
            searcher.search(query)
            times.append((time.perf_counter() - start) * 1000)
        searcher.close()
    label = f"what fits the window in front, {len(guides)} guides"
    yield Row(f"{label}, p50", quantile(times, 0.5), "ms", len(times))
    yield Row(f"{label}, p95", quantile(times, 0.95), "ms", len(times))
