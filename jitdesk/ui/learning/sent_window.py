"""`SentWindow`: everything that left or is to leave this computer, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from jitdesk.loops.outbox import WAITING
from jitdesk.loops.sent import RECORDS, SentItem
from jitdesk.ui.learning.side_window import SideWindow
from jitdesk.ui.stylesheets import field_style, scrollbar_style
from jitdesk.ui.theme import RADIUS, SPACE, Theme
from jitdesk.ui.widgets.buttons import action_button
from jitdesk.ui.widgets.framed import fitting

_SIZE: Final = QSize(900, 600)
_ICONS: Final = {"waiting": "clock", "sent": "circle-check", "handed-over": "arrow-up"}


class SentWindow(SideWindow):
    """A list, the exact text of the selected one, and ways out for what waits."""

    mail_wanted = Signal(str)
    file_wanted = Signal(str)
    back_wanted = Signal(str)
    """Ids of contributions: mail it, write it to a file, take it back."""

    def __init__(self, theme: Theme) -> None:
        """Build the window."""
        super().__init__(theme)
        self._items: Sequence[SentItem] = ()
        self._head, self._what = QLabel(), QLabel()
        self.list, self.exact = QListWidget(), QPlainTextEdit()
        self.mail = action_button(theme, self.tr("Send by mail…"), main=True)
        self.file = action_button(theme, self.tr("Save as a file…"))
        self.back = action_button(theme, self.tr("Take back"))
        self.setWindowTitle(self.tr("What I sent"))
        self._lay_out()
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_items(self, items: Sequence[SentItem]) -> None:
        """Fill the list; stay on the item that was looked at."""
        row = max(0, self.list.currentRow())
        self._items = items
        self.list.blockSignals(True)
        self.list.clear()
        for item in items:
            self.list.addItem(self._row(item))
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(row, len(items) - 1))
        waiting = sum(item.state == WAITING for item in items)
        if not items:
            head = self.tr("Nothing has left this computer.")
        elif waiting:
            head = self.tr("Waiting on this computer: {0}. The rest has been sent.").format(waiting)
        else:
            head = self.tr("Everything that you sent, word for word.")
        self._head.setText(head)
        self._show_current()

    @property
    def first(self) -> QWidget:
        """What has the focus when the window opens."""
        return self.list

    @property
    def current(self) -> SentItem | None:
        """The selected one."""
        row = self.list.currentRow()
        return self._items[row] if 0 <= row < len(self._items) else None

    def restyle(self) -> None:
        """Take colours, fonts and sizes from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        self.setPalette(theme.palette())
        self.setFont(theme.font(13))
        self._head.setFont(theme.font(14))
        self._what.setStyleSheet(f"color: {tokens.muted};")
        self._said.setStyleSheet(f"color: {tokens.accent};")
        self.exact.setFont(theme.font(12, mono=True))
        self.list.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.setStyleSheet(
            f"QDialog, QSplitter {{ background: {tokens.ground}; }}"
            f"QListWidget {{ outline: 0; background: {tokens.ground}; color: {tokens.text};"
            f" border: 1px solid {tokens.line}; border-radius: {RADIUS}px; padding: 4px; }}"
            "QListWidget::item { padding: 8px 6px; border-radius: 6px; }"
            f"QListWidget::item:selected {{ background: {tokens.selected};"
            f" color: {tokens.text}; }}" + field_style(theme) + scrollbar_style(theme)
        )
        self.resize(fitting(theme, _SIZE))
        if self._items:
            self.show_items(self._items)

    # -- inside --------------------------------------------------------------------------

    def _row(self, item: SentItem) -> QListWidgetItem:
        below = " · ".join(filter(None, (self._kind(item), self._state(item))))
        head = item.text
        if item.kind == RECORDS:
            head = self.tr("{0} records for your organisation").format(item.text)
        row = QListWidgetItem(f"{head}\n{below}")
        tone = "warn" if item.state == WAITING else "muted"
        row.setIcon(self._theme.icon(_ICONS.get(item.state, "info"), tone))
        row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{head}. {below}")
        return row

    def _kind(self, item: SentItem) -> str:
        tr = self.tr
        return {
            "ask": tr("asked for a guide"), "stuck": tr("stuck"), "failed": tr("did not work"),
            "suggest": tr("suggestion"), "challenge": tr("questioned rule"),
            "reply": tr("answer"), "story": tr("you may ask me"),
        }.get(item.kind, "")  # fmt: skip

    def _state(self, item: SentItem) -> str:
        tr = self.tr
        if item.state == WAITING:
            return tr("waits")
        if item.became:
            return tr("answered")
        return tr("handed over") if item.state == "handed-over" else tr("sent")

    def _show_current(self) -> None:
        item = self.current
        waits = item is not None and item.state == WAITING
        for button in (self.mail, self.file, self.back):
            button.setVisible(waits)
        self.exact.setPlainText(item.exact if item is not None else "")
        self.exact.setVisible(item is not None)
        if item is None:
            self._what.clear()
            return
        day = f"{datetime.fromtimestamp(item.at).astimezone():%Y-%m-%d %H:%M}" if item.at else ""
        told = [day, item.where, self.tr(item.note) if item.note else ""]
        self._what.setText(" · ".join(filter(None, told)))

    def _lay_out(self) -> None:
        for label in (self._head, self._what, self._said):
            label.setWordWrap(True)
        self.list.setAccessibleName(self.tr("What I sent"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _row: self._show_current())
        self.exact.setReadOnly(True)
        self.exact.setAccessibleName(self.tr("The exact text"))
        for button, signal in (
            (self.mail, self.mail_wanted),
            (self.file, self.file_wanted),
            (self.back, self.back_wanted),
        ):
            button.clicked.connect(lambda _=False, signal=signal: self._emit(signal))
        right = QWidget()
        card = QVBoxLayout(right)
        card.setContentsMargins(SPACE, 0, 0, 0)
        card.setSpacing(SPACE)
        card.addWidget(self._what)
        card.addWidget(self.exact, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.list)
        halves.addWidget(right)
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 3)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self._said, 1)
        for button in (self.back, self.file, self.mail):
            foot.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        outer.setSpacing(SPACE + 2)
        outer.addWidget(self._head)
        outer.addWidget(halves, 1)
        outer.addLayout(foot)

    def _emit(self, signal: SignalInstance) -> None:
        if self.current is not None:
            signal.emit(self.current.id)
