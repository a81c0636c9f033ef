"""The foreground plug of macOS: the front program's name by `lsappinfo`.

The program's name needs no permission; window titles would need Screen Recording, which
JITDesk does not ask for. Giving the focus back is done by the system when the popup hides.
Written to the documented command; not yet run on that system.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Sequence

from jitdesk.desktop.foreground import ForegroundWindow
from jitdesk.errors import DesktopError

_NAME = re.compile(r'"LSDisplayName"="([^"]*)"')
Run = Callable[[Sequence[str]], str]


def _run(words: Sequence[str]) -> str:
    done = subprocess.run(words, capture_output=True, text=True, timeout=0.5, check=False)
    return done.stdout


class MacForeground:
    """Asks launch services."""

    name = "macOS"

    def __init__(self, run: Run = _run) -> None:
        """Take how a command is run; tests bring a fake."""
        self._run = run
        try:
            self._run(["/usr/bin/lsappinfo", "front"])
        except OSError as error:
            raise DesktopError("This is not macOS.") from error

    def current(self) -> ForegroundWindow | None:
        """Return the program in front, without a title."""
        try:
            front = self._run(["/usr/bin/lsappinfo", "front"]).strip()
            told = self._run(["/usr/bin/lsappinfo", "info", "-only", "name", front])
        except (OSError, subprocess.TimeoutExpired):
            return None
        found = _NAME.search(told)
        return ForegroundWindow(0, found[1].lower()) if found else None

    def activate(self, window_id: int, time: int = 0) -> None:
        """Do nothing: Qt raises our window, the system gives the focus back."""

    def pass_over(self, window_id: int) -> None:
        """Do nothing: a window that takes no focus is given none here."""

    def composited(self) -> bool:
        """Return True: macOS always composites."""
        return True

    def close(self) -> None:
        """Nothing is held."""
