"""`ReportController`: the report's window <-> the report service."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from jitdesk.app.language import language_code
from jitdesk.services.report import ReportService
from jitdesk.ui.learning.report_window import ReportRow, ReportWindow
from jitdesk.ui.theme import Theme

_DAYS = 90


class ReportController(QObject):
    """Computes when it is opened or when histories are added."""

    def __init__(self, reports: ReportService, theme: Theme) -> None:
        """Build the window; it is wanted now."""
        super().__init__()
        self._reports, self._window = reports, ReportWindow(theme)
        self._sources: list[str] = []
        self._window.add_wanted.connect(self._add)
        self._window.save_wanted.connect(self._save)
        reports.ready.connect(self._show)
        reports.written.connect(self._written)
        reports.failed.connect(self._window.say)

    def open(self) -> None:
        """Show the window with the figures as they are now."""
        self._window.open_window()
        self._compute()

    def _compute(self) -> None:
        self._window.say(self.tr("Computing…"))
        self._reports.compute(self._sources, _DAYS, language_code())

    def _add(self) -> None:
        title = self.tr("A folder of exported histories")
        if folder := QFileDialog.getExistingDirectory(self._window, title, str(Path.home())):
            self._sources.append(folder)
            self._compute()

    def _save(self) -> None:
        start = str(Path.home() / "jitdesk-report.html")
        title = self.tr("Save the report")
        name, _ = QFileDialog.getSaveFileName(self._window, title, start, "*.html")
        if name:
            self._reports.write(self._sources, _DAYS, name, language_code())

    def _written(self, file: str) -> None:
        self._window.say(self.tr("Written to {0}").format(file))
        QDesktopServices.openUrl(QUrl.fromLocalFile(file))

    def _show(self, report: Mapping[str, Any]) -> None:
        tr = self.tr
        rows = [self._metric(metric) for metric in report["metrics"]]
        people = int(report["people_at_least"])
        if people:
            head = tr("{0} to {1}. At least {2} people; a figure needs {3}.")
        else:
            head = tr("{0} to {1}. A figure needs {3} people; there are fewer.")
        head = head.format(report["from"], report["to"], people, report["group_size"])
        if not self._sources:
            own = tr("This is your own history only. Add what others exported for the report.")
            head = f"{head} {own}"
        self._window.show_report(head, str(report["not_for"]), rows)
        self._window.say("")

    def _metric(self, metric: Mapping[str, Any]) -> ReportRow:
        figures = tuple(_figure(figure) for figure in metric["figures"])
        title = f"{metric['title']}   {metric['id']}"
        tip = self.tr("Not for {0}.").format(metric["not_for"])
        return ReportRow((title, "", "", ""), tip, figures)


def _figure(figure: Mapping[str, Any]) -> ReportRow:
    name = f"{figure['about']}: {figure['name']}" if figure["about"] else str(figure["name"])
    if not figure["shown"]:
        state = str(figure["state_text"])
        return ReportRow((f"   {name}", state, "", ""), figure["note"], (), False)
    people = f"≥ {figure['people_at_least']}" if figure["people_at_least"] else ""
    texts = (f"   {name}", figure["value_text"], figure["interval_text"], people)
    return ReportRow(texts, str(figure["note"]))
