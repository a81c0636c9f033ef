"""`jitdesk meaning update|status|serve`: the optional vectors of meaning.

With the extra installed (``pip install jitdesk[meaning]``) guides are also found by what they
mean where their words do not match. ``update`` encodes what is new; the app does that by
itself after a sync. ``serve`` is what the app asks: a JSON line in, a JSON line out.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Final

from jitdesk.cli.background import give_way
from jitdesk.cli.sync import Stop
from jitdesk.errors import JITDeskError, UsageError
from jitdesk.library import vectors
from jitdesk.library.shelf import Shelf
from jitdesk.paths import find_paths

_PATIENCE: Final = 120.0
"""Seconds without a question after which the server gives its 120 MB back."""

_MISSING: Final = (
    "The extra is not installed. Install it with: pip install 'jitdesk[meaning]' "
    "(search works without it)."
)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "meaning", help="the optional vectors that find guides by what they mean"
    )
    parser.description = __doc__
    parser.add_argument("what", choices=("update", "status", "serve"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code."""
    if not vectors.installed():
        raise UsageError(_MISSING)
    actions: dict[str, Callable[[], int]] = {"update": _update, "status": _status, "serve": _serve}
    return actions[str(args.what)]()


def _update() -> int:
    give_way()
    stop = Stop()
    with contextlib.closing(Shelf(find_paths())) as shelf:
        done = vectors.update(shelf, _progress, stop)
    print(f"\r\x1b[K{done} guides encoded" if sys.stderr.isatty() else f"{done} guides encoded")
    return 0


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[KEncoding {done} of {total}", end="", file=sys.stderr, flush=True)


def _status() -> int:
    with contextlib.closing(Shelf(find_paths())) as shelf:
        ready, total = vectors.counts(shelf)
    print(f"{ready} of {total} English guides have vectors.")
    return 0 if ready == total else 1


def _serve() -> int:
    neighbours = vectors.Neighbours(find_paths())
    for line in _lines():
        try:
            near = neighbours.find(str(json.loads(line)["text"]))
        except (ValueError, KeyError, TypeError):
            near = {}
        except JITDeskError as error:
            print(f"jitdesk: {error}", file=sys.stderr)
            return 3
        print(json.dumps({"near": near}), flush=True)
    return 0


def _lines() -> Iterator[str]:
    """Give the lines of standard input until they end, or nobody asks for a while."""
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()

    def read() -> None:
        for line in sys.stdin:
            waiting.put(line)
        waiting.put("")

    threading.Thread(target=read, daemon=True).start()
    with contextlib.suppress(queue.Empty):
        while line := waiting.get(timeout=_PATIENCE):
            yield line
