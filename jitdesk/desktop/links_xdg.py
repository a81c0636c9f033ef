"""Links on freedesktop.org desktops: the entry of the applications menu says they are ours."""

from __future__ import annotations

from jitdesk.desktop.desktop_entry import ensure_entry
from jitdesk.desktop.hotkey_portal import APP_ID
from jitdesk.paths import shipped


class XdgLinks:
    """Writes the entry and brings the desktop's cache up to date."""

    supported = True

    def register(self) -> None:
        """Write what is missing."""
        ensure_entry(APP_ID, shipped("resources") / "icons" / "jitdesk.svg")
