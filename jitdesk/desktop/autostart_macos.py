"""Autostart of macOS: a LaunchAgent of the person. Not yet run on that system."""

from __future__ import annotations

import plistlib
from pathlib import Path

from jitdesk.desktop.autostart import start_command
from jitdesk.errors import DesktopError
from jitdesk.fileio import write_atomic

_LABEL = "org.jitdesk.jitdesk"


class MacAutostart:
    """Writes or removes ``~/Library/LaunchAgents/org.jitdesk.jitdesk.plist``."""

    supported = True

    def __init__(self, directory: Path | None = None) -> None:
        """Take the directory of the agents, by default the person's."""
        root = directory or Path.home() / "Library" / "LaunchAgents"
        self._file = root / f"{_LABEL}.plist"

    def is_on(self) -> bool:
        """Return whether the agent exists."""
        return self._file.exists()

    def set_on(self, on: bool) -> None:
        """Write or remove the agent."""
        agent = {"Label": _LABEL, "ProgramArguments": start_command(), "RunAtLoad": True}
        try:
            if on:
                write_atomic(self._file, plistlib.dumps(agent))
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise DesktopError(f"Starting at sign-in could not be changed ({error}).") from error
