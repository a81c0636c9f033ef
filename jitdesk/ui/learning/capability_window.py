"""`CapabilityWindow`: what I can do; private, derived, shared by hand."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jitdesk.learning.capability import Capability, Level
from jitdesk.ui.learning.side_window import SideWindow
from jitdesk.ui.stylesheets import scrollbar_style
from jitdesk.ui.theme import RADIUS, SPACE, Theme
from jitdesk.ui.widgets.buttons import action_button
from jitdesk.ui.widgets.framed import fitting
from jitdesk.ui.widgets.rich_label import RichLabel

_SIZE: Final = QSize(860, 600)
_FIRST: Final = 1  # column of "not yet"


class CapabilityWindow(SideWindow):
    """A table of capabilities; the evidence of the selected one stands below it."""

    share_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Build the window."""
        super().__init__(theme)
        self._rows: Sequence[Capability] = ()
        self._head, self.evidence = QLabel(), RichLabel("")
        self.table = QTableWidget(0, 5)
        self.share = action_button(theme, self.tr("Share as evidence…"))
        self.setWindowTitle(self.tr("What I can do"))
        self._lay_out()
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_rows(self, rows: Sequence[Capability]) -> None:
        """Fill the table."""
        self._rows = rows
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            self._fill(number, row)
        self.table.resizeRowsToContents()
        self.share.setEnabled(any(row.level > Level.NOT_YET for row in rows))
        if rows:
            self.table.selectRow(0)
        self._show_evidence()
        self._head.setText(
            self.tr("From what you did, on this computer only. Nobody else sees it.")
            if rows
            else self.tr("Nothing yet: open a guide, do the task, and say how it went.")
        )

    @property
    def first(self) -> QWidget:
        """What has the focus when the window opens."""
        return self.table

    def restyle(self) -> None:
        """Take colours, fonts and sizes from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        self.setPalette(theme.palette())
        self.setFont(theme.font(13))
        self._head.setStyleSheet(f"color: {tokens.muted};")
        self._said.setStyleSheet(f"color: {tokens.accent};")
        self.evidence.setFont(theme.font(13))
        self.setStyleSheet(
            f"QDialog {{ background: {tokens.ground}; }}"
            f"QTableWidget {{ background: {tokens.ground}; color: {tokens.text}; outline: 0;"
            f" border: 1px solid {tokens.line}; border-radius: {RADIUS}px; }}"
            "QTableWidget::item { padding: 6px 8px; }"
            f"QTableWidget::item:selected {{ background: {tokens.selected};"
            f" color: {tokens.text}; }}"
            f"QHeaderView::section {{ background: {tokens.raised}; color: {tokens.muted};"
            f" border: none; border-bottom: 1px solid {tokens.line}; padding: 6px 8px; }}"
            + scrollbar_style(theme)
        )
        self.resize(fitting(theme, _SIZE))
        if self._rows:
            self.show_rows(self._rows)

    # -- inside --------------------------------------------------------------------------

    def _fill(self, number: int, row: Capability) -> None:
        name = QTableWidgetItem(row.statement)
        name.setToolTip(row.statement)
        self.table.setItem(number, 0, name)
        said = self._mark(row)
        for column in range(4):
            here = column == row.level
            cell = QTableWidgetItem(said if here else "")
            cell.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            tone = "muted" if row.faded or row.level is Level.NOT_YET else "good"
            cell.setForeground(self._theme.color(tone))
            words = self._words(row) if here else ""
            cell.setToolTip(words)
            cell.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            self.table.setItem(number, _FIRST + column, cell)

    def _mark(self, row: Capability) -> str:
        if row.level is Level.NOT_YET:
            return "○"
        if row.faded:
            return f"{_month(row.last)}"
        return "● ✓" if row.confirmed else "●"

    def _words(self, row: Capability) -> str:
        if row.faded:
            return self.tr("last shown in {0}").format(_month(row.last))
        return self.tr("confirmed") if row.confirmed else self.tr("shown")

    def _show_evidence(self) -> None:
        number = self.table.currentRow()
        if not 0 <= number < len(self._rows):
            self.evidence.setText("")
            return
        row, muted = self._rows[number], self._theme.tokens.muted
        lines = [
            f'<span style="color:{muted}">{datetime.fromtimestamp(e.at).astimezone():%Y-%m-%d}'
            f"</span>&nbsp;&nbsp;{html.escape(e.title)}: {html.escape(self.tr(e.what))}"
            f' <span style="color:{muted}">({e.grade})</span>'
            for e in row.evidence[:8]
        ]
        if row.level is Level.NOT_YET:
            lines.append(
                self.tr("Once more without the page, on another day, and it counts.")
                if lines
                else self.tr("No doing of it is known yet.")
            )
            if row.course[1].startswith("https://"):
                title, url = html.escape(row.course[0] or row.course[1]), html.escape(row.course[1])
                lines.append(self.tr("Course: {0}").format(f'<a href="{url}">{title}</a>'))
        self.evidence.setText("<br>".join(lines))

    def _lay_out(self) -> None:
        tr, table = self.tr, self.table
        for label in (self._head, self._said):
            label.setWordWrap(True)
        self.evidence.setOpenExternalLinks(True)
        table.setAccessibleName(tr("What I can do"))
        table.setHorizontalHeaderLabels(
            [
                tr("I can"),
                tr("Not yet"),
                tr("With the page"),
                tr("Without help"),
                tr("Helps others"),
            ]
        )
        if (first := table.horizontalHeaderItem(0)) is not None:
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 5):
            mode = QHeaderView.ResizeMode.ResizeToContents
            table.horizontalHeader().setSectionResizeMode(column, mode)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.itemSelectionChanged.connect(self._show_evidence)
        self.share.clicked.connect(self.share_wanted)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self.share)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        outer.setSpacing(SPACE + 2)
        outer.addWidget(self._head)
        outer.addWidget(table, 1)
        outer.addWidget(self.evidence)
        outer.addLayout(foot)


def _month(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds).astimezone():%Y-%m}"
