"""`jitdesk sync`: fetch what is new from every source, once, now."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Final

from jitdesk.cli.background import give_way
from jitdesk.cli.output import print_json, print_problems
from jitdesk.library.library import open_library
from jitdesk.packs.report import Progress, SourceReport, State, SyncReport
from jitdesk.packs.sync import SyncOptions
from jitdesk.paths import find_paths

_WORDS: Final = {
    "list": "Looking",
    "read": "Fetching guides",
    "switch": "Putting them in place",
    "index": "Making them searchable",
}
_EVERY: Final = 0.1
_CANCELLED: Final = 130


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "sync", help="fetch new guides from every source now", description=__doc__
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument(
        "--progress-json", action="store_true", help="one JSON line per step on standard error"
    )
    parser.add_argument(
        "--accept-rollback", action="store_true", help="take an older version of a pack this once"
    )
    parser.set_defaults(run=run)


class Stop:
    """Turns the first Ctrl+C or end signal into a wish to stop; the second one stops."""

    def __init__(self) -> None:
        self.wanted = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._note)

    def __call__(self) -> bool:
        """Return whether to stop."""
        return self.wanted

    def _note(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002  (signal's)
        if self.wanted:
            raise KeyboardInterrupt
        self.wanted = True


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code."""
    if args.progress_json:  # the app asked; who types the command waits for it
        give_way()
    stop = Stop()
    options = SyncOptions(progress=_listener(args), cancelled=stop, rollback=args.accept_rollback)
    with open_library(find_paths()) as library:
        result = library.sync(options)
    _end_line(args)
    if args.json:
        print_json(result.report.as_json())
    else:
        for source in result.report.sources:
            _print(source)
    return _CANCELLED if stop() else _code(result.report)


def _code(report: SyncReport) -> int:
    states = {source.state for source in report.sources}
    if State.UNREACHABLE in states:
        return 3
    return 1 if State.REFUSED in states else 0


def _listener(args: argparse.Namespace) -> Callable[[Progress], None]:
    if args.progress_json:
        return _throttled(_print_json_line)
    if args.json or not sys.stderr.isatty():
        return lambda _: None
    return _throttled(_print_line)


def _throttled(say: Callable[[Progress], None]) -> Callable[[Progress], None]:
    """Return a listener that speaks ten times a second, and at each step's start and end."""
    last: list[float | str] = [0.0, ""]

    def listen(progress: Progress) -> None:
        now = time.monotonic()
        step = f"{progress.source}/{progress.step}"
        if step != last[1] or progress.done == progress.total or now - float(last[0]) > _EVERY:
            last[:] = [now, step]
            say(progress)

    return listen


def _print_json_line(progress: Progress) -> None:
    what = _WORDS.get(progress.step, progress.step)
    line = {
        "what": what,
        "step": progress.step,
        "source": progress.source,
        "done": progress.done,
        "total": progress.total,
    }
    print(json.dumps(line), file=sys.stderr, flush=True)


def _print_line(progress: Progress) -> None:
    what = _WORDS.get(progress.step, progress.step)
    count = f" {progress.done} of {progress.total}" if progress.total else ""
    name = f"{progress.source}: " if progress.source else ""
    print(f"\r\x1b[K{name}{what}{count}", end="", file=sys.stderr, flush=True)


def _end_line(args: argparse.Namespace) -> None:
    if not (args.json or args.progress_json) and sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _print(source: SourceReport) -> None:
    counts = f"{source.added} added, {source.changed} changed, {source.removed} removed"
    print(f"{source.name}: {source.state}; {counts}")
    if source.message:
        print(f"  {source.message}")
    print_problems(source.problems)
