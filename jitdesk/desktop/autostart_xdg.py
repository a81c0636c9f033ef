"""Autostart of the freedesktop.org desktops: a ``.desktop`` file in ``autostart``."""

from __future__ import annotations

import os
from pathlib import Path

from jitdesk.desktop.autostart import start_command
from jitdesk.errors import DesktopError

_ENTRY = """[Desktop Entry]
Type=Application
Name=JITDesk
Comment=The right five-minute guide over whatever you are doing
Exec={command}
Icon=jitdesk
X-GNOME-Autostart-enabled=true
"""


class XdgAutostart:
    """Writes or removes ``$XDG_CONFIG_HOME/autostart/jitdesk.desktop``."""

    supported = True

    def __init__(self, directory: Path | None = None) -> None:
        """Take the autostart directory, by default the session's."""
        config = os.environ.get("XDG_CONFIG_HOME", "")
        root = Path(config) if Path(config).is_absolute() else Path.home() / ".config"
        self._file = (directory or root / "autostart") / "jitdesk.desktop"

    def is_on(self) -> bool:
        """Return whether the entry exists."""
        return self._file.exists()

    def set_on(self, on: bool) -> None:
        """Write or remove the entry."""
        # Late: the switch is seldom used, and this brings PyYAML.
        from jitdesk.fileio import write_atomic  # noqa: PLC0415

        try:
            if on:
                command = " ".join(quoted(word) for word in start_command())
                write_atomic(self._file, _ENTRY.format(command=command))
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise DesktopError(
                f"Starting at sign-in could not be changed ({error.strerror}: {self._file})."
            ) from error


def quoted(word: str) -> str:
    """Quote an argument by the rules of the Desktop Entry Specification, "The Exec key"."""
    escaped = word.replace("\\", "\\\\\\\\").replace('"', '\\\\"').replace("`", "\\\\`")
    return f'"{escaped.replace("$", chr(92) * 2 + "$").replace("%", "%%")}"'
