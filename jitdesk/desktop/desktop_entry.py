"""JITDesk's entry in the applications menu of freedesktop.org desktops, and its links.

The shortcuts portal knows a program by the name of its entry: without one newer portals
refuse. The entry is written where the person's own entries lie, and only if it is missing
or starts another installation. It also says that ``jitdesk://`` links are ours; desktops read
that from a cache, which is brought up to date, and from the person's list of defaults.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import subprocess
from pathlib import Path

from jitdesk.desktop.autostart import start_command
from jitdesk.desktop.autostart_xdg import quoted

_log = logging.getLogger(__name__)

_ENTRY = """[Desktop Entry]
Type=Application
Name=JITDesk
GenericName=Guides and checklists
Comment=The right five-minute guide over whatever you are doing
Exec={command} open %u
Icon={icon}
Categories=Office;Utility;
MimeType=x-scheme-handler/jitdesk;
Keywords=guide;checklist;help;how;
Actions=search;

[Desktop Action search]
Name=Search
Exec={command} toggle
"""


_SCHEME = "x-scheme-handler/jitdesk"
_PATIENCE = 5.0  # seconds for a tool that reads a folder of small files


def _announce(file: Path) -> None:
    """Tell the desktop that links of ours are opened by the entry."""
    for command in (
        ("update-desktop-database", str(file.parent)),
        ("xdg-mime", "default", file.name, _SCHEME),
    ):
        if tool := shutil.which(command[0]):
            with contextlib.suppress(OSError, subprocess.SubprocessError):
                silent = subprocess.DEVNULL
                subprocess.run(
                    [tool, *command[1:]], timeout=_PATIENCE, check=False, stdout=silent,
                    stderr=silent, stdin=silent,
                )  # fmt: skip


def ensure_entry(app_id: str, icon: Path, directory: Path | None = None) -> Path | None:
    """Write the entry named `app_id` if needed; return its file, None if it cannot be."""
    data = os.environ.get("XDG_DATA_HOME", "")
    root = Path(data) if Path(data).is_absolute() else Path.home() / ".local" / "share"
    file = (directory or root / "applications") / f"{app_id}.desktop"
    command = " ".join(quoted(word) for word in start_command())
    text = _ENTRY.format(command=command, icon=icon)
    # Late: seldom needed, and it brings PyYAML.
    from jitdesk.fileio import write_atomic  # noqa: PLC0415

    try:
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            write_atomic(file, text)
            if directory is None:
                _announce(file)
    except (OSError, UnicodeDecodeError) as error:
        _log.info("no entry in the applications menu: %s", error)
        return None
    return file
