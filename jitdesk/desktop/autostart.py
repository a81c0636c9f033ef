"""The autostart plug: start at sign-in, on or off; its interface and its Null."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Protocol


class AutostartPlug(Protocol):
    """Start at sign-in."""

    supported: bool

    def is_on(self) -> bool:
        """Return whether JITDesk starts at sign-in."""

    def set_on(self, on: bool) -> None:
        """Turn it on or off; raises DesktopError with one sentence."""


class NullAutostart:
    """Cannot, and says so by `supported`."""

    supported = False

    def is_on(self) -> bool:
        """Return False."""
        return False

    def set_on(self, on: bool) -> None:
        """Do nothing."""


def start_command() -> list[str]:
    """Return the command that starts this installation of JITDesk."""
    script = Path(sys.argv[0])
    if script.name in {"jitdesk", "jitdesk.exe"} and script.exists():
        return [str(script.absolute())]
    found = shutil.which("jitdesk")
    return [found] if found else [sys.executable, "-m", "jitdesk"]
