"""`SentLog`: the statements that were taken by the record store, word for word, on this computer.

One JSON statement a line, so that the person can read what left it; the newest `KEPT` stay.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from jitdesk.errors import RecordsError
from jitdesk.fileio import write_atomic

KEPT: Final = 2_000
NAME: Final = "xapi-sent.jsonl"


class SentLog:
    """A file in the person's own data."""

    def __init__(self, file: Path) -> None:
        """Take the file; it is made when something was sent."""
        self._file = file

    def add(self, statements: Sequence[dict[str, Any]]) -> None:
        """Keep statements that were sent.

        Raises:
            RecordsError: they cannot be kept.
        """
        rows = [json.dumps(one, ensure_ascii=False, sort_keys=True) for one in statements]
        kept = [*self.rows(), *rows][-KEPT:]
        try:
            write_atomic(self._file, "".join(f"{row}\n" for row in kept))
        except OSError as error:
            text = f"{self._file} cannot be written ({error.strerror})."
            raise RecordsError(text) from error

    def rows(self) -> list[str]:
        """Return what was sent, the oldest first."""
        try:
            return self._file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return []

    def delete(self) -> None:
        """Forget it."""
        self._file.unlink(missing_ok=True)
