"""`MeaningService`: which guides are near in meaning, from a child process.

Only where the extra is installed. The child (`jitdesk meaning serve`) starts with the first
question, ends by itself when nobody asks for two minutes, and is started again then; a child
that dies or hangs costs its answer and nothing else. Another one encodes new guides after a
sync, at low priority.
"""

from __future__ import annotations

import contextlib
import json
import logging
import subprocess
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from jitdesk.library.vectors import installed
from jitdesk.services.emitting import emit
from jitdesk.services.sync import COMMAND
from jitdesk.services.worker import LatestWins, Serial

_log = logging.getLogger(__name__)

_SERVE: Final = ("meaning", "serve")
_UPDATE: Final = ("meaning", "update")


class MeaningService(QObject):
    """Answers numbered texts with `near` signals; silent where it has nothing to say."""

    near = Signal(int, object)
    """The number of the question, and a dict of guide key -> nearness, 0..1."""

    def __init__(self, command: Sequence[str] = COMMAND, parent: QObject | None = None) -> None:
        """Take how JITDesk is started; nothing runs before `ask` or `update`."""
        super().__init__(parent)
        self._command = tuple(command)
        self._asking = LatestWins("meaning")
        self._updating = Serial("meaning update")
        self._server: subprocess.Popen[str] | None = None
        self._encoder: subprocess.Popen[bytes] | None = None
        self._closed = False
        self.available = installed()

    def ask(self, number: int, text: str) -> None:
        """Ask which guides are near to `text`."""
        if self.available:
            self._asking.submit(lambda: self._ask(number, text))

    def update(self) -> None:
        """Encode the guides that are new, in a process of its own."""
        if self.available:
            self._updating.submit(self._update)

    def close(self) -> None:
        """End the children."""
        self._closed = True
        self._asking.stop()
        self._updating.stop()
        if self._server is not None:
            _let_go(self._server)
        if self._encoder is not None:
            self._encoder.terminate()

    # -- in the threads ------------------------------------------------------------------

    def _ask(self, number: int, text: str) -> None:
        line = json.dumps({"text": text}) + "\n"
        # A server that has ended in the meantime is noticed only when it is asked.
        answer = self._exchange(line) or self._exchange(line)
        try:
            found = {str(key): float(value) for key, value in json.loads(answer)["near"].items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            if not self._closed:
                _log.info("no nearness in meaning: %s", answer[:200] or "no answer")
            return
        emit(self.near, number, found)

    def _exchange(self, line: str) -> str:
        """Return the server's answer to a line, "" if it has none."""
        if self._closed:
            return ""
        answer = ""
        with contextlib.suppress(OSError, ValueError):  # it ended, or was let go of just now
            self._server = self._server or self._start_server()
            server = self._server
            if server.stdin is not None and server.stdout is not None:
                server.stdin.write(line)
                server.stdin.flush()
                answer = server.stdout.readline()
        if not answer and self._server is not None:  # the next question starts another
            _let_go(self._server)
            self._server = None
        return answer

    def _start_server(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*self._command, *_SERVE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )

    def _update(self) -> None:
        if self._closed:
            return
        with contextlib.suppress(OSError):
            silent = subprocess.DEVNULL
            self._encoder = subprocess.Popen(
                [*self._command, *_UPDATE], stdin=silent, stdout=silent, stderr=silent
            )
            code = self._encoder.wait()
            if code and not self._closed:
                _log.info("the vectors of the guides were not brought up to date (code %d)", code)


def _let_go(server: subprocess.Popen[str]) -> None:
    """End a server that only reads and computes: it dies at once."""
    server.kill()
    server.wait()
    for pipe in (server.stdin, server.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
