"""What a sync costs: the first one, one changed file, and a poll that finds nothing new."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from jitdesk.library.library import Library
from jitdesk.paths import Paths
from tests.benchmarks.row import Row, median

CORPORA = Path(os.environ.get("JITDESK_CORPORA", "../shared/corpora"))


def run() -> Iterator[Row]:
    """Yield the figures over every guide of the corpora."""
    field = CORPORA / "field"
    if not field.is_dir():
        print(f"  sync: left out, no corpora at {field}")
        return
    with tempfile.TemporaryDirectory() as folder:
        share = Path(folder) / "share"
        shutil.copytree(field, share)
        home = Path(folder) / "home"
        yield from _measure(share, home)


def _measure(share: Path, home: Path) -> Iterator[Row]:
    environ = {**os.environ, "JITDESK_HOME": str(home)}
    command = [sys.executable, "-P", "-m", "jitdesk"]
    subprocess.run([*command, "source", "add", str(share)], env=environ, check=True,
                   capture_output=True)  # fmt: skip
    began = time.monotonic()
    subprocess.run([*command, "sync", "--json"], env=environ, check=False, capture_output=True)
    spent = time.monotonic() - began
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    paths = Paths(*(home / name for name in ("config", "data", "cache", "log", "site")))
    library = Library(paths)
    guides = len(library.catalog())
    yield Row(f"first sync and index of {guides} guides", spent, "s", 1)
    yield Row("first sync and index, peak memory of a process", memory, "MiB", 1)
    yield from _polls(library)
    changed = share / "tldr-en/pages/common/git-reset.md"
    changed.write_text(changed.read_text().replace("git reset", "git reset (changed)", 1))
    began = time.monotonic()
    library.sync()
    yield Row(
        "one changed guide: synced and searchable", (time.monotonic() - began) * 1000, "ms", 1
    )
    library.close()


def _polls(library: Library, times: int = 5) -> Iterator[Row]:
    spent, cpu = [], []
    for _ in range(times):
        began, used = time.monotonic(), _cpu()
        report = library.sync().report
        spent.append((time.monotonic() - began) * 1000)
        cpu.append((_cpu() - used) * 1000)
    opened = sum(source.files_opened for source in report.sources)
    read = sum(source.bytes_read for source in report.sources)
    yield Row("poll without a change, time", median(spent), "ms", times)
    yield Row("poll without a change, CPU", median(cpu), "ms", times)
    yield Row("poll without a change, files opened on the share", opened, "files", times)
    yield Row("poll without a change, bytes read from the share", read, "bytes", times)


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
