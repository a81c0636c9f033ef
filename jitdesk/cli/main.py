"""The dispatcher: one parser, one command a module, one place where errors become sentences.

Exit code 0: done; 1: nothing found, or findings; 2: wrong use; 3: an error that the message
explains in one sentence.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING, Final

from jitdesk import __version__
from jitdesk.cli import tray
from jitdesk.errors import JITDeskError, UsageError
from jitdesk.log import start_logging
from jitdesk.paths import find_paths

if TYPE_CHECKING:
    import argparse

_log = logging.getLogger(__name__)

INTERRUPTED: Final = 130


def run(words: list[str]) -> int:
    """Run one command; return its exit code. Never lets a traceback out."""
    _use_utf8()
    try:
        code = _run(words)
        sys.stdout.flush()
    except UsageError as error:
        return _said(error, 2)
    except JITDeskError as error:
        return _said(error, 3)
    except KeyboardInterrupt:
        print("Stopped. Nothing was lost.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has seen enough; Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # noqa: BLE001  (barrier: a person never sees a traceback)
        _log.exception("unexpected error in %s", words[:1])
        where = find_paths().log_file
        return _said(f"Something unexpected went wrong; the log file tells what: {where}", 3)
    return code


def _run(words: list[str]) -> int:
    # Without a word it is the tray app, whose start should not wait for the other commands.
    if not words:
        start_logging(find_paths().log_file)
        return tray.run()
    if words[0].lower().startswith("jitdesk:"):  # some desktops give the link alone
        words = ["open", *words]
    try:
        arguments = _parser().parse_args(words)
    except SystemExit as leaving:
        # Its help is flushed by `run`, where a reader that left is no error.
        return leaving.code if isinstance(leaving.code, int) else 2
    start_logging(find_paths().log_file, verbose=arguments.verbose)
    return int(arguments.run(arguments))


def _said(error: object, code: int) -> int:
    print(f"jitdesk: {error}", file=sys.stderr)
    return code


def _use_utf8() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _parser() -> argparse.ArgumentParser:
    import argparse

    from jitdesk.cli import (
        can,
        companion,
        completion,
        data,
        doctor,
        find,
        importing,
        inbox,
        link,
        lint,
        mcp,
        meaning,
        new,
        report,
        review,
        show,
        site,
        source,
        sync,
        toggle,
        xapi,
    )

    parser = argparse.ArgumentParser(
        prog="jitdesk",
        description="The right five-minute guide over whatever you are doing. Without a "
        "command it runs the tray app; a second start opens the search of the first.",
    )
    parser.add_argument("--version", action="version", version=f"jitdesk {__version__}")
    parser.add_argument("--verbose", action="store_true", help="log to the screen as well")
    parser.set_defaults(run=tray.run)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in (
        find,
        show,
        link,
        source,
        sync,
        site,
        lint,
        new,
        importing,
        inbox,
        report,
        review,
        can,
        companion,
        data,
        xapi,
        doctor,
        toggle,
        meaning,
        completion,
        mcp,
    ):
        command.register(commands)
    return parser
