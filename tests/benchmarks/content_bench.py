"""Content: the linter on every keystroke, the preview, and the import of the corpora."""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from jitdesk.authoring.draft import Draft
from jitdesk.authoring.importing.run import import_into
from jitdesk.authoring.lint import lint
from jitdesk.guides.guide import PackId
from jitdesk.guides.loader import load
from jitdesk.library.checking import check_path
from jitdesk.paths import shipped
from jitdesk.services.judging import judge
from tests.benchmarks.row import Row, quantile

CORPORA = Path(os.environ.get("JITDESK_CORPORA", "../shared/corpora"))
_TODAY = date(2026, 11, 24)
_WORDS = 900
_TIMES = 60


def run() -> Iterator[Row]:
    """Yield the figures."""
    yield from _linter()
    yield from _import()


def _linter() -> Iterator[Row]:
    text = _long_page()
    for name, work in (("lint", _lint), ("render and lint", _judge)):
        times = []
        for number in range(_TIMES):
            start = time.perf_counter()
            work(f"{text}\n{number}")
            times.append((time.perf_counter() - start) * 1000)
        times = times[5:]
        yield Row(f"{name} a guide of 900 words, median", statistics.median(times), "ms", 55)
        yield Row(f"{name} a guide of 900 words, p95", quantile(times, 0.95), "ms", 55)
    start = time.perf_counter()
    count = len(list(shipped("guides").rglob("*.md")))
    check_path(shipped("guides"))
    yield Row(f"lint the {count} shipped guides", (time.perf_counter() - start) * 1000, "ms", 1)


def _judge(text: str) -> None:
    judge(text, None, _TODAY)


def _lint(text: str) -> None:
    """Judge a text as it stands: reading it is a part of that."""
    data = text.encode()
    guide = load(data, "a.md", PackId("p")).guide
    if guide is not None:
        lint(Draft(data, "a.md", guide, today=_TODAY.isoformat()))


def _long_page() -> str:
    page = shipped("guides") / "everyday-work" / "guides" / "act-after-suspicious-link.md"
    text = page.read_text(encoding="utf-8")
    front, _, body = text.partition("\n---\n")
    rows = (body * 9).split("\n")
    kept: list[str] = []
    while sum(len(row.split()) for row in kept) < _WORDS:
        kept.append(rows[len(kept)])
    return "\n".join([front, "---", *kept])


def _import() -> Iterator[Row]:
    if not (CORPORA / "field").is_dir():
        return
    target = Path(tempfile.mkdtemp(prefix="jitdesk-bench-"))
    try:
        for group in ("field", "extra-formats"):
            start = time.perf_counter()
            reports = [
                import_into(folder, target / folder.name)
                for folder in sorted((CORPORA / group).iterdir())
            ]
            seconds = time.perf_counter() - start
            pages = sum(report.imported for report in reports)
            yield Row(f"import {group}: pages", pages, "pages", len(reports))
            split = sum(report.split for report in reports)
            yield Row(f"import {group}: long files split", split, "files", len(reports))
            skipped = sum(len(report.skipped) for report in reports)
            yield Row(f"import {group}: files skipped with a reason", skipped, "files", 1)
            yield Row(f"import {group}: time", seconds, "s", 1)
    finally:
        shutil.rmtree(target)
