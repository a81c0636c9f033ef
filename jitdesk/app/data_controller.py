"""`DataController`: the "My data" window <-> the learning service."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from jitdesk.learning.sentences import lines
from jitdesk.models.history import Told
from jitdesk.services.learning import LearningService
from jitdesk.ui.learning.data_window import DataWindow
from jitdesk.ui.theme import Theme


class DataController(QObject):
    """Shows what is kept and does what the person wants with it."""

    def __init__(self, learning: LearningService, theme: Theme) -> None:
        """Build the window; it is wanted now."""
        super().__init__()
        self._learning, self._window = learning, DataWindow(theme)
        window = self._window
        window.export_wanted.connect(self._export)
        window.delete_wanted.connect(learning.delete)
        learning.told.connect(self._show)
        learning.exported.connect(self._exported)
        learning.deleted.connect(self._deleted)
        learning.failed.connect(window.say)

    def open(self) -> None:
        """Show the window with what is kept now."""
        self._learning.ask_told()
        self._window.open_window()

    def _show(self, told: Told) -> None:
        rows = lines(told.events, told.titles, _translated)
        self._window.show_lines(rows, told.older, enabled=self._learning.enabled)

    def _export(self) -> None:
        start = str(Path.home() / "jitdesk-my-data.json")
        title = self.tr("Export my data")
        name, _ = QFileDialog.getSaveFileName(self._window, title, start, "*.json")
        if name:
            self._learning.export(name)

    def _exported(self, file: str) -> None:
        self._window.say(self.tr("Written to {0}").format(file))

    def _deleted(self) -> None:
        self._learning.ask_told()


def _translated(text: str) -> str:
    return QCoreApplication.translate("MyData", text)
