"""`ReportWindow`: the figures as a list; the page with charts is one button away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jitdesk.ui.learning.side_window import SideWindow
from jitdesk.ui.stylesheets import scrollbar_style
from jitdesk.ui.theme import RADIUS, SPACE, Theme
from jitdesk.ui.widgets.buttons import action_button
from jitdesk.ui.widgets.framed import fitting

_SIZE: Final = QSize(900, 660)


class ReportRow(NamedTuple):
    """One line: a metric (`figures` below it) or a figure."""

    texts: tuple[str, str, str, str]
    tip: str = ""
    figures: tuple[ReportRow, ...] = ()
    shown: bool = True


class ReportWindow(SideWindow):
    """A tree of metrics and figures, and where they come from."""

    add_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Build the window."""
        super().__init__(theme)
        self._head, self._not_for = QLabel(), QLabel()
        self.tree = QTreeWidget()
        self.add = action_button(theme, self.tr("Add histories…"))
        self.save = action_button(theme, self.tr("Save as a page…"), main=True)
        self.setWindowTitle(self.tr("Report"))
        self._lay_out()
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_report(self, head: str, not_for: str, rows: Sequence[ReportRow]) -> None:
        """Fill the tree."""
        self._head.setText(head)
        self._not_for.setText(not_for)
        self.tree.clear()
        for row in rows:
            item = self._item(row)
            item.setFont(0, self._theme.font(13, bold=True))
            self.tree.addTopLevelItem(item)
            for figure in row.figures:
                item.addChild(self._item(figure))
            item.setExpanded(True)
            item.setFirstColumnSpanned(not row.texts[1])
        for column in (1, 2, 3):
            self.tree.resizeColumnToContents(column)

    @property
    def first(self) -> QWidget:
        """What has the focus when the window opens."""
        return self.tree

    def restyle(self) -> None:
        """Take colours, fonts and sizes from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        self.setPalette(theme.palette())
        self.setFont(theme.font(13))
        self._head.setFont(theme.font(14))
        for label in (self._not_for,):
            label.setFont(theme.font(12))
            label.setStyleSheet(f"color: {tokens.muted};")
        self._said.setStyleSheet(f"color: {tokens.accent};")
        self.setStyleSheet(
            f"QDialog {{ background: {tokens.ground}; }}"
            f"QTreeWidget {{ background: {tokens.ground}; color: {tokens.text}; outline: 0;"
            f" border: 1px solid {tokens.line}; border-radius: {RADIUS}px; }}"
            "QTreeWidget::item { padding: 5px 6px; }"
            f"QTreeWidget::item:selected {{ background: {tokens.selected};"
            f" color: {tokens.text}; }}"
            f"QHeaderView::section {{ background: {tokens.raised}; color: {tokens.muted};"
            f" border: none; border-bottom: 1px solid {tokens.line}; padding: 5px 6px; }}"
            + scrollbar_style(theme)
        )
        self.resize(fitting(theme, _SIZE))

    def _item(self, row: ReportRow) -> QTreeWidgetItem:
        item = QTreeWidgetItem(list(row.texts))
        item.setToolTip(0, row.tip)
        if not row.shown:
            for column in range(4):
                item.setForeground(column, self._theme.color("muted"))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, row.texts)))
        return item

    def _lay_out(self) -> None:
        for label in (self._head, self._not_for, self._said):
            label.setWordWrap(True)
        tree, tr = self.tree, self.tr
        tree.setAccessibleName(tr("Figures"))
        tree.setHeaderLabels([tr("Metric"), tr("Value"), tr("95 % interval"), tr("People")])
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setStretchLastSection(False)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setRootIsDecorated(False)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add.clicked.connect(self.add_wanted)
        self.save.clicked.connect(self.save_wanted)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self._said, 1)
        foot.addWidget(self.add)
        foot.addWidget(self.save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        outer.setSpacing(SPACE)
        outer.addWidget(self._head)
        outer.addWidget(self._not_for)
        outer.addWidget(tree, 1)
        outer.addLayout(foot)
