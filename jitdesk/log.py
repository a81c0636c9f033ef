"""Logging: one rotated file, quiet on the screen.

Records never hold search text, window titles, notes or names of people (a promise that
tests check); they hold what the program did and why something failed.
"""

from __future__ import annotations

import contextlib
import logging
import sys
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_BYTES = 512 * 1024
"""Size at which the next start begins a new file; one older file is kept."""


def start_logging(file: Path | None, *, verbose: bool = False) -> None:
    """Send records to `file` or, if its directory cannot be made, nowhere.

    With `verbose` they also go to standard error.
    """
    handlers: list[logging.Handler] = [logging.NullHandler()]
    if file is not None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            _rotate(file)
            handlers.append(_LogFile(file, encoding="utf-8", delay=True))
        except OSError as error:
            # A read-only home must not stop the app; the person is told by the notices.
            logging.lastResort = None
            print(f"jitdesk: no log file ({error.strerror}: {file.parent})", file=sys.stderr)  # noqa: T201
    if verbose:
        handlers.append(logging.StreamHandler())
    logging.basicConfig(level=logging.INFO, format=_FORMAT, handlers=handlers, force=True)


class _LogFile(logging.FileHandler):
    """A log file whose failure is nobody's: a full disk or a read-only folder stops nothing."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, or drop it where the file cannot be opened."""
        with contextlib.suppress(OSError):
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  (logging's name)
        """Drop it: the default would print a traceback for every record."""


def _rotate(file: Path) -> None:
    # At the start only: `logging.handlers` costs 8 ms of every start for what a tray app
    # that logs a few lines a day never needs.
    with contextlib.suppress(FileNotFoundError):
        if file.stat().st_size > _BYTES:
            file.replace(file.with_name(f"{file.name}.1"))
