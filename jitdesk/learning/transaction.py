"""One transaction of the user database; what fails is a sentence for the person."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from jitdesk.errors import RecordsError


@contextlib.contextmanager
def writing(database: sqlite3.Connection) -> Iterator[None]:
    """Write everything or nothing.

    Raises:
        RecordsError: nothing was written; what was there is safe.
    """
    try:
        with database:
            yield
    except sqlite3.Error as error:
        raise RecordsError(
            f"Your progress could not be saved ({error}). What was saved before is safe; "
            "free some space or check the folder, then go on."
        ) from error
