"""`DataWindow`: "My data": everything that is kept, exported or deleted in one click."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
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

from jitdesk.ui.learning.side_window import SideWindow
from jitdesk.ui.stylesheets import scrollbar_style
from jitdesk.ui.theme import RADIUS, SPACE, Theme
from jitdesk.ui.widgets.buttons import action_button
from jitdesk.ui.widgets.framed import fitting

_SIZE: Final = QSize(720, 560)


class DataWindow(SideWindow):
    """A table of what happened, newest first, and three buttons."""

    export_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Build the window."""
        super().__init__(theme)
        self._head = QLabel()
        self.table = QTableWidget(0, 2)
        tr = self.tr
        self.export = action_button(theme, tr("Export…"))
        self.delete = action_button(theme, tr("Delete everything…"))
        self.sure = action_button(theme, tr("Delete for good"), main=True)
        self.keep = action_button(theme, tr("Keep it"))
        self.setWindowTitle(tr("My data"))
        self._lay_out()
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_lines(self, lines: Iterable[tuple[str, str]], older: int, *, enabled: bool) -> None:
        """Fill the table."""
        rows = list(lines)
        self.table.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        self.table.resizeColumnToContents(0)
        self._head.setText(self._told(len(rows), older, enabled=enabled))
        self.export.setEnabled(bool(rows) or older > 0)
        self.delete.setEnabled(bool(rows) or older > 0)
        self._ask(False)

    @property
    def first(self) -> QWidget:
        """What has the focus when the window opens."""
        return self.table

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the question back first, then closes."""
        if event.key() == Qt.Key.Key_Escape and self.sure.isVisible():
            self._ask(False)
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Take colours, fonts and sizes from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        self.setPalette(theme.palette())
        self.setFont(theme.font(13))
        self._head.setFont(theme.font(13))
        self._said.setStyleSheet(f"color: {tokens.accent};")
        self.table.verticalHeader().setDefaultSectionSize(theme.px(28))
        self.setStyleSheet(
            f"QDialog {{ background: {tokens.ground}; }}"
            f"QTableWidget {{ background: {tokens.ground}; color: {tokens.text};"
            f" border: 1px solid {tokens.line}; border-radius: {RADIUS}px; gridline-color:"
            f" {tokens.line}; alternate-background-color: {tokens.raised}; }}"
            f"QTableWidget::item {{ padding: 2px 8px; }}"
            f"QTableWidget::item:selected {{ background: {tokens.selected};"
            f" color: {tokens.text}; }}" + scrollbar_style(theme)
        )
        self.resize(fitting(theme, _SIZE))

    def _told(self, count: int, older: int, *, enabled: bool) -> str:
        tr = self.tr
        kept = tr("This is everything JITDesk has kept about what you did: {0} entries.")
        parts = [kept.format(count) if count else tr("Nothing is kept.")]
        if older:
            parts.append(tr("Of {0} older ones only counts are left.").format(older))
        parts.append(tr("It lies on this computer only."))
        if not enabled:
            parts.append(tr("The history is switched off; nothing is added."))
        return " ".join(parts)

    def _ask(self, asking: bool) -> None:
        for button in (self.sure, self.keep):
            button.setVisible(asking)
        for button in (self.export, self.delete):
            button.setVisible(not asking)
        if asking:
            self.say(self.tr("Events, counts, backups: all of it. This cannot be undone."))
            self.keep.setFocus()
        else:
            self._said.clear()

    def _lay_out(self) -> None:
        self._head.setWordWrap(True)
        self._said.setWordWrap(True)
        table = self.table
        table.setAccessibleName(self.tr("Everything that is kept"))
        table.horizontalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.export.clicked.connect(self.export_wanted)
        self.delete.clicked.connect(lambda: self._ask(True))
        self.sure.clicked.connect(self.delete_wanted)
        self.keep.clicked.connect(lambda: self._ask(False))
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._said, 1)
        for button in (self.export, self.delete, self.keep, self.sure):
            row.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        outer.setSpacing(SPACE + 4)
        outer.addWidget(self._head)
        outer.addWidget(table, 1)
        outer.addLayout(row)
