"""`jitdesk can`: what you can do, from what you did; hand it over by your own hand."""

from __future__ import annotations

import argparse
import contextlib
import json
import time
from datetime import UTC, datetime
from pathlib import Path

from jitdesk.cli.output import print_json
from jitdesk.errors import RecordsError
from jitdesk.fileio import write_atomic
from jitdesk.learning.capability import LEVEL_WORDS, Capability, Level, shared
from jitdesk.learning.records_file import open_records
from jitdesk.library.capable import own_capabilities
from jitdesk.library.shelf import Shelf
from jitdesk.loops.outbox import Outbox
from jitdesk.paths import find_paths


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("can", help="what you can do, from what you did")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--share", metavar="FILE", default="", help="write it as evidence (JSON)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code."""
    paths, now = find_paths(), time.time()
    helped = Outbox(paths.loops).shipped()
    with contextlib.closing(open_records(paths.records_file)) as records:
        if records.notice:
            raise RecordsError(records.notice)
        with contextlib.closing(Shelf(paths)) as shelf:
            rows = own_capabilities(shelf, records.history, helped, now)
    if args.share:
        _write(Path(args.share), json.dumps(shared(rows, now), ensure_ascii=False, indent=1))
        print(f"Written to {args.share}")
    elif args.json:
        print_json(shared(rows, now))
    else:
        for row in rows:
            _print(row)
        if not rows:
            print("Nothing yet: open a guide, do the task, and say how it went.")
    return 0 if rows else 1


def _print(row: Capability) -> None:
    when = f"{datetime.fromtimestamp(row.last, UTC):%B %Y}" if row.last else ""
    faded = f", last shown in {when}" if row.faded else ""
    sure = ", confirmed" if row.confirmed else ""
    print(f"{LEVEL_WORDS[row.level]}{sure}{faded}: {row.statement}")
    if row.level is Level.NOT_YET and row.course[1]:
        print(f"  course: {row.course[0]} {row.course[1]}")


def _write(file: Path, text: str) -> None:
    try:
        write_atomic(file, text + "\n")
    except OSError as error:
        raise RecordsError(f"{file} could not be written: {error.strerror}.") from error
