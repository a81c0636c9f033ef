"""Where other starts knock: a local socket, or a named pipe on Windows.

A door reads one short line from each visitor, gives it to `answer`, and writes back what
that returns. On Unix it is a plain socket watched by Qt: QtNetwork would bring 3 MiB of
TLS and HTTP into an app that opens no connection; on Windows it is Qt's local server.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, QSocketNotifier

Answer = Callable[[str], str]
_LONGEST: Final = 600
"""Bytes of a word: a link has 512 at most."""

_PATIENCE: Final = 0.2
"""Seconds to wait for the one that holds the door already."""


class Door(Protocol):
    """A place that only one app of a person can hold."""

    def open(self) -> bool:
        """Take the door; False if somebody answers behind it already."""

    def close(self) -> None:
        """Give it up."""


def make_door(name: str, answer: Answer, parent: QObject) -> Door:
    """Return the door of this system."""
    if sys.platform == "win32":
        from jitdesk.services.pipe_door import PipeDoor  # noqa: PLC0415  (brings QtNetwork)

        return PipeDoor(name, answer, parent)
    return SocketDoor(name, answer, parent)


class SocketDoor(QObject):
    """A Unix socket that only its owner may use."""

    def __init__(self, name: str, answer: Answer, parent: QObject | None = None) -> None:
        """Take the socket's path."""
        super().__init__(parent)
        self._path, self._answer = Path(name), answer
        self._listening: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._visitors: dict[QSocketNotifier, socket.socket] = {}

    def open(self) -> bool:
        """Take the door; a socket that nobody answers (its app was killed) is replaced."""
        if self._is_answered():
            return False
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        mask = os.umask(0o077)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.unlink(missing_ok=True)
            listening.bind(str(self._path))
        except OSError:
            # A read-only home or a path too long for a socket: without a door a second
            # start cannot find us, which is no reason not to start at all.
            listening.close()
            return True
        finally:
            os.umask(mask)
        listening.listen(8)
        listening.setblocking(False)
        self._listening = listening
        self._notifier = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._let_in)
        return True

    def close(self) -> None:
        """Stop listening and remove the socket."""
        for notifier, visitor in self._visitors.items():
            notifier.setEnabled(False)
            visitor.close()
        self._visitors.clear()
        if self._notifier is not None:
            self._notifier.setEnabled(False)  # Qt must not watch a number that is used anew
        if self._listening is not None:
            self._listening.close()
            self._listening = None
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _is_answered(self) -> bool:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(_PATIENCE)
            try:
                probe.connect(str(self._path))
            except OSError:
                return False
            return True

    def _let_in(self) -> None:
        if self._listening is None:
            return
        try:
            visitor, _ = self._listening.accept()
        except OSError:
            return  # it has gone again
        visitor.setblocking(False)
        notifier = QSocketNotifier(visitor.fileno(), QSocketNotifier.Type.Read, self)
        self._visitors[notifier] = visitor
        notifier.activated.connect(lambda: self._serve(notifier))

    def _serve(self, notifier: QSocketNotifier) -> None:
        visitor = self._visitors.pop(notifier)
        notifier.setEnabled(False)
        notifier.deleteLater()
        with visitor, contextlib.suppress(OSError):
            word = visitor.recv(_LONGEST).decode("utf-8", "replace").strip()
            if word:
                visitor.settimeout(_PATIENCE)
                visitor.sendall(self._answer(word).encode() + b"\n")
