"""`CapabilityController`: "What I can do" <-> the learning service."""

from __future__ import annotations

import json
import time
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from jitdesk.fileio import write_atomic
from jitdesk.learning.capability import Capability, shared
from jitdesk.services.learning import LearningService
from jitdesk.ui.learning.capability_window import CapabilityWindow
from jitdesk.ui.learning.evidence_paper import write_pdf
from jitdesk.ui.theme import Theme


class CapabilityController(QObject):
    """Shows the rows and writes them where the person says."""

    def __init__(self, learning: LearningService, theme: Theme) -> None:
        """Build the window; it is wanted now."""
        super().__init__()
        self._learning, self._window = learning, CapabilityWindow(theme)
        self._rows: tuple[Capability, ...] = ()
        self._window.share_wanted.connect(self._share)
        learning.capabilities_ready.connect(self._show)

    def open(self) -> None:
        """Show the window with what is known now."""
        self._learning.ask_capabilities()
        self._window.open_window()

    def _show(self, rows: tuple[Capability, ...]) -> None:
        self._rows = rows
        self._window.show_rows(rows)

    def _share(self) -> None:
        start = str(Path.home() / "what-i-can-do.pdf")
        title = self.tr("Share as evidence")
        kinds = self.tr("Page (*.pdf);;Data (*.json)")
        name, _ = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        if not name:
            return
        document, file = shared(self._rows, time.time()), Path(name)
        try:
            if file.suffix.casefold() == ".json":
                write_atomic(file, json.dumps(document, ensure_ascii=False, indent=1) + "\n")
            else:
                write_pdf(document, file)
        except OSError as error:
            text = self.tr("{0} could not be written: {1}.")
            self._window.say(text.format(file, error.strerror))
            return
        self._window.say(self.tr("Written to {0}").format(file))
