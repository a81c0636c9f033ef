"""`jitdesk toggle` and how a second start talks to the running app: one word on its socket.

No Qt, no argparse: a desktop shortcut that calls this should cost 20 ms, not 200.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from jitdesk.paths import find_paths

if TYPE_CHECKING:
    import argparse

_TIMEOUT = 2.0


def send(word: str) -> str | None:
    """Send a word to the running app and return its answer, None if none runs."""
    name = find_paths().socket_name
    try:
        return _send_pipe(name, word) if sys.platform == "win32" else _send_unix(name, word)
    except OSError:
        return None


def toggle() -> int:
    """Open or close the popup of the running app; exit code 3 without one."""
    if send("toggle") is not None:
        return 0
    print("JITDesk is not running. Start it with “jitdesk”, then try again.", file=sys.stderr)
    return 3


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command (for `--help`; `__main__` answers it before argparse is imported)."""
    parser = commands.add_parser("toggle", help="open or close the popup of the running app")
    parser.set_defaults(run=lambda _arguments: toggle())


def _send_unix(name: str, word: str) -> str:
    import _socket  # the C module: `socket` itself costs 13 ms

    connection = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    connection.settimeout(_TIMEOUT)
    try:
        connection.connect(name)
        connection.send(word.encode() + b"\n")
        answer = b""
        while not answer.endswith(b"\n"):
            part = connection.recv(65536)
            if not part:
                break
            answer += part
    finally:
        connection.close()
    return answer.decode("utf-8", "replace").strip()


def _send_pipe(name: str, word: str) -> str:
    # QLocalServer listens on a named pipe, which opens like a file.
    pipe = os.open(rf"\\.\pipe\{name}", os.O_RDWR)
    try:
        os.write(pipe, word.encode() + b"\n")
        return os.read(pipe, 65536).decode("utf-8", "replace").strip()
    finally:
        os.close(pipe)
