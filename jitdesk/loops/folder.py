"""`LoopFolder`: `_inbox/` and `_board/` of one pack's folder, read and written.

Only ever used in a child process: a share may hang for minutes. Every file is written once,
beside its place and then renamed; nothing is changed or deleted. The folder may hold what
anybody put there: names that are no ids, files that are too large or too many are left out.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeVar

from jitdesk.errors import ShareError
from jitdesk.fileio import write_atomic
from jitdesk.loops.contribution import MAX_BYTES, Contribution, is_id, read_contribution
from jitdesk.loops.decision import Decision, read_decision

INBOX: Final = "_inbox"
BOARD: Final = "_board"
_MOST_FILES: Final = 5_000
_T = TypeVar("_T")


class LoopFolder:
    """The folder of one pack, or of a plain folder of pages."""

    def __init__(self, folder: Path) -> None:
        """Take the pack's own folder."""
        self.folder = folder

    def contributions(self) -> list[Contribution]:
        """Return what people sent, oldest first.

        Raises:
            ShareError: the folder cannot be read.
        """
        return self._read(INBOX, read_contribution)

    def board(self) -> list[Decision]:
        """Return what authors did, oldest first.

        Raises:
            ShareError: the folder cannot be read.
        """
        return self._read(BOARD, read_decision)

    def send(self, contribution: Contribution) -> None:
        """Put a contribution into the inbox; sending it again changes nothing.

        Raises:
            ShareError: the folder is read-only or away; the contribution waits.
        """
        self._write(INBOX, contribution.id, contribution.to_json())

    def decide(self, decision: Decision) -> None:
        """Put a decision onto the board.

        Raises:
            ShareError: the folder is read-only or away.
        """
        self._write(BOARD, decision.id, decision.to_json())

    def _write(self, name: str, number: str, data: bytes) -> None:
        target = self.folder / name / f"{number}.json"
        try:
            if not self.folder.is_dir():
                raise ShareError(f"{self.folder} cannot be reached.")
            if not target.exists():
                write_atomic(target, data)
        except PermissionError as error:
            raise ShareError(f"{self.folder} is read-only for you.") from error
        except OSError as error:
            raise ShareError(f"{self.folder} cannot be written ({error.strerror}).") from error

    def _read(self, name: str, read: Callable[[bytes], _T | None]) -> list[_T]:
        try:
            return [one for data in self._files(name) if (one := read(data)) is not None]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise ShareError(f"{self.folder} cannot be read ({error.strerror}).") from error

    def _files(self, name: str) -> Iterator[bytes]:
        with os.scandir(self.folder / name) as entries:
            files = [
                entry.path
                for entry in entries
                if entry.name.endswith(".json")
                and is_id(entry.name[:-5])
                and entry.is_file(follow_symlinks=False)
            ]
        for path in sorted(files)[-_MOST_FILES:]:
            with open(path, "rb") as file:  # noqa: PTH123  (a bounded read)
                yield file.read(MAX_BYTES + 1)
