"""kill -9 at any moment of a build leaves an index that answers as before or as after."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from jitdesk.search.hit import Query
from jitdesk.search.searcher import Searcher
from tests.support.guides import index_guides, make_guide

ROUNDS = 100
BUILD = """
import sys
from pathlib import Path
from tests.support.guides import index_guides, make_guide
count = int(sys.argv[2])
print("go", flush=True)
index_guides(Path(sys.argv[1]), [make_guide(f"Topic {n}", "words " * 40) for n in range(count)])
"""


def killed_after(seconds: float, directory: Path, count: int) -> None:
    """Start a build in a process of its own and kill it so long after it began."""
    root = Path(__file__).resolve().parents[3]
    words = [sys.executable, "-c", BUILD, str(directory), str(count)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=root) as process:
        assert process.stdout is not None
        process.stdout.readline()
        timer = threading.Timer(seconds, os.kill, (process.pid, signal.SIGKILL))
        timer.start()
        process.wait()
        timer.cancel()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_killed_build_leaves_the_old_index_or_the_new_one(tmp_path: Path) -> None:
    dice = random.Random(11)
    directory = tmp_path / "index"
    index_guides(directory, [make_guide("Topic 0", "words " * 40)])
    for number in range(ROUNDS):
        with contextlib.suppress(ProcessLookupError):
            killed_after(dice.uniform(0.0, 0.25), directory, 2 + number % 50)
        with contextlib.closing(Searcher.open(directory)) as searcher:
            assert searcher.search(Query("topic 0", complete=True)).hits[0].title == "Topic 0"
    report = index_guides(directory, [make_guide("Topic 0", "words " * 40)])
    assert not report.rebuilt
    assert len(list(directory.glob("gen-*"))) == 1
