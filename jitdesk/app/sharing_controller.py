"""`SharingController`: the sharing window <-> the sharing service."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from jitdesk.services.sharing import SharingService
from jitdesk.ui.learning.sharing_window import SharingWindow
from jitdesk.ui.theme import Theme


class SharingController(QObject):
    """Nothing is agreed to without the records on the screen."""

    def __init__(self, sharing: SharingService, theme: Theme) -> None:
        """Build the window; it is wanted now."""
        super().__init__()
        self._sharing, self._window = sharing, SharingWindow(theme)
        self._window.start_wanted.connect(sharing.start)
        self._window.stop_wanted.connect(sharing.stop)
        sharing.previewed.connect(self._show)
        sharing.said.connect(self._window.say)

    def open(self) -> None:
        """Show the window with what would be sent now."""
        self._window.open_window()
        if self._sharing.configured:
            self._sharing.preview()
        else:
            self._window.show_nothing()

    def _show(self, told: Mapping[str, Any]) -> None:
        if not told.get("configured"):
            self._window.show_nothing()
            return
        records = json.dumps(told["statements"], ensure_ascii=False, indent=2)
        self._window.show_preview(
            str(told["endpoint"]),
            records if told["statements"] else "",
            agreed=bool(told["agreed"]),
            waiting=int(told["waiting"]),
        )
