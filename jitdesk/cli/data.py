"""`jitdesk data`: everything that is kept about what you did; export it, delete it."""

from __future__ import annotations

import argparse
import contextlib
import json
from pathlib import Path

from jitdesk.cli.output import print_json
from jitdesk.errors import RecordsError, UsageError
from jitdesk.fileio import write_atomic
from jitdesk.learning.history import History
from jitdesk.learning.records_file import open_records
from jitdesk.learning.sentences import lines
from jitdesk.library.shelf import Shelf
from jitdesk.loops.outbox import Outbox
from jitdesk.paths import find_paths


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("data", help="show, export or delete your own history")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--export", metavar="FILE", default="", help="write everything to a file")
    parser.add_argument(
        "--for-report", action="store_true",
        help="leave out what you wrote yourself: for a report on many people",
    )  # fmt: skip
    parser.add_argument("--delete", action="store_true", help="delete everything for good")
    parser.add_argument("--limit", type=int, default=50, help="lines to print (default 50)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code."""
    if args.delete and args.export:
        raise UsageError("Export first, then delete: --export and --delete are two steps.")
    with contextlib.closing(open_records(find_paths().records_file)) as records:
        if records.notice:
            raise RecordsError(records.notice)
        return _act(records.history, args)


def _act(history: History, args: argparse.Namespace) -> int:
    if args.delete:
        history.delete()
        Outbox(find_paths().loops).delete()
        print(
            "Everything that was kept about what you did is deleted. What you sent is with others."
        )
        return 0
    if args.export:
        file = Path(args.export)
        try:
            history.installation()
            told = history.export(words=not args.for_report)
            if not args.for_report:
                told["sent"] = Outbox(find_paths().loops).export()
            write_atomic(file, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        except OSError as error:
            raise RecordsError(f"{file} could not be written: {error.strerror}.") from error
        print(f"Written to {file}")
        return 0
    if args.json:
        print_json(history.export())
        return 0
    return _print(history, args.limit)


def _print(history: History, limit: int) -> int:
    events = history.events()
    if not events:
        print("Nothing is kept.")
        return 1
    with contextlib.closing(Shelf(find_paths())) as shelf:
        keys = list(dict.fromkeys(event.guide for event in events if event.guide))
        titles = {row.key: row.title for row in shelf.rows(keys)}
    for moment, text in list(lines(events, titles))[: max(0, limit)]:
        print(f"{moment}  {text}")
    if len(events) > limit:
        print(f"and {len(events) - limit} more; --json lists all of them")
    return 0
