"""`InboxWindow`: what people struggle with, suggest and question; one item and its answers.

The rows stand at the left, most needed first; at the right the words, the log, and what may
be done now. An answer that needs words asks for them below its button; nothing is modal.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from jitdesk.models.inbox_items import Deed, InboxItem
from jitdesk.ui.learning.answer_form import AnswerForm
from jitdesk.ui.learning.side_window import SideWindow
from jitdesk.ui.stylesheets import field_style, scrollbar_style
from jitdesk.ui.theme import RADIUS, SPACE, Theme
from jitdesk.ui.widgets.framed import fitting
from jitdesk.ui.widgets.rich_label import RichLabel
from jitdesk.ui.widgets.tick_box import TickBox

_SIZE: Final = QSize(980, 640)
_ICONS: Final = {
    "struggle": "circle-alert",
    "suggest": "lightbulb",
    "challenge": "git-branch",
    "story": "book-open",
    "check": "triangle-alert",
}


class InboxWindow(SideWindow):
    """A list and a card."""

    act_wanted = Signal(object, str, object)
    """The `InboxItem`, the name of the act, and its fields."""
    item_shown = Signal(object)
    """An `InboxItem` is looked at: guides that may answer it are wanted."""
    refresh_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Build both halves."""
        super().__init__(theme)
        self._items: Sequence[InboxItem] = ()
        self.list = QListWidget()
        self._all, self._all_label = TickBox(theme.px(16)), QLabel()
        self._head, self._sub, self._facts = QLabel(), QLabel(), RichLabel("")
        self._empty, self._halves = QLabel(), QSplitter(Qt.Orientation.Horizontal)
        self.form = AnswerForm(theme)
        self._card = QWidget()
        self.setWindowTitle(self.tr("Inbox"))
        self._lay_out()
        self.restyle()
        theme.changed.connect(self.restyle)

    # -- what the controller calls -------------------------------------------------------

    def show_items(self, items: Sequence[InboxItem], problems: Sequence[str] = ()) -> None:
        """Fill the list; stay on the item that was looked at."""
        self._items = items
        self._fill()
        if problems:
            self.say(" ".join(problems))

    def show_suggestions(self, guides: Sequence[tuple[str, str]]) -> None:
        """Offer guides, as (key, title), that may answer what is looked at."""
        self.form.show_suggestions(guides)

    @property
    def first(self) -> QWidget:
        """What has the focus when the window opens."""
        return self.list if self.list.count() else self._all

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form first, then the window."""
        if event.key() == Qt.Key.Key_Escape and self.form.asking:
            self.form.stop_asking()
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    # -- inside --------------------------------------------------------------------------

    @property
    def _current(self) -> InboxItem | None:
        item = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return item if isinstance(item, InboxItem) else None

    def _fill(self) -> None:
        kept = self._current.id if self._current is not None else ""
        shown = [item for item in self._items if item.open or self._all.isChecked()]
        self.list.blockSignals(True)
        self.list.clear()
        for item in shown:
            self.list.addItem(self._row(item))
        self.list.blockSignals(False)
        place = next((n for n, item in enumerate(shown) if item.id == kept), 0)
        self.list.setCurrentRow(place if shown else -1)
        self._show_current()
        had_focus = (self.list if self._halves.isVisible() else self._all).hasFocus()
        self._empty.setVisible(not shown)
        if self._halves.isHidden() is bool(shown):  # what has the focus goes or comes
            self._halves.setVisible(bool(shown))
            if had_focus:
                self.first.setFocus()

    def _row(self, item: InboxItem) -> QListWidgetItem:
        late = self.tr("late: ") if item.late else ""
        row = QListWidgetItem(f"{item.head}\n{late}{item.sub}")
        row.setIcon(self._theme.icon(_ICONS[item.kind], "danger" if item.late else "muted"))
        row.setData(Qt.ItemDataRole.UserRole, item)
        row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.head}. {late}{item.sub}")
        return row

    def _show_current(self) -> None:
        item = self._current
        if item is None:
            return
        self._head.setText(item.head)
        self._sub.setText(item.sub)
        muted = self._theme.tokens.muted
        rows = "".join(
            f'<tr><td style="color:{muted}" valign="top">{html.escape(name)}&nbsp;&nbsp;</td>'
            f"<td>{html.escape(text).replace(chr(10), '<br>')}</td></tr>"
            for name, text in item.facts
        )
        self._facts.setText(f'<table cellpadding="3">{rows}</table>')
        self.form.show_deeds(item.deeds)
        self.item_shown.emit(item)

    def _act(self, deed: Deed, fields: dict[str, str]) -> None:
        if self._current is not None:
            self.say(self.tr("Writing…"))
            self.act_wanted.emit(self._current, deed.name, fields)

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("What people tell"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._show_current())
        self._all.toggled.connect(self._fill)
        self.form.decided.connect(self._act)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self).activated.connect(
            self.refresh_wanted
        )
        for number in range(1, 10):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.activated.connect(lambda number=number: self.form.press(number))
        for label in (self._head, self._sub, self._said, self._empty):
            label.setWordWrap(True)
        self._empty.setText(self.tr("Nobody is waiting for an answer."))
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(2 * SPACE, 2 * SPACE, SPACE, SPACE)
        lines.addWidget(self.list, 1)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        card.setSpacing(SPACE)
        for widget in (self._head, self._sub, self._facts, self.form):
            card.addWidget(widget)
        card.addStretch(1)
        halves = self._halves
        halves.addWidget(left)
        halves.addWidget(self._card)
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 3)
        halves.hide()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._all_label.setText(self.tr("Show what is answered"))
        self._all.setAccessibleName(self._all_label.text())
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * SPACE, 0, 2 * SPACE, SPACE)
        foot.addWidget(self._all)
        foot.addSpacing(SPACE // 2)
        foot.addWidget(self._all_label)
        foot.addSpacing(2 * SPACE)
        foot.addWidget(self._said, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, SPACE)
        outer.setSpacing(0)
        outer.addWidget(halves, 1)
        outer.addWidget(self._empty, 1)
        outer.addLayout(foot)

    def restyle(self) -> None:
        """Take colours, fonts and sizes from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        self.setPalette(theme.palette())
        self.setFont(theme.font(13))
        self._head.setFont(theme.font(17, bold=True))
        self._sub.setStyleSheet(f"color: {tokens.muted};")
        self._all_label.setStyleSheet(f"color: {tokens.muted};")
        self._empty.setStyleSheet(f"color: {tokens.muted};")
        self._said.setStyleSheet(f"color: {tokens.accent};")
        self._facts.setFont(theme.font(14))
        self.list.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.setStyleSheet(
            f"QDialog, QSplitter, QWidget#page {{ background: {tokens.ground}; }}"
            f"QListWidget {{ outline: 0; background: {tokens.ground}; color: {tokens.text};"
            f" border: 1px solid {tokens.line}; border-radius: {RADIUS}px; padding: 4px; }}"
            f"QListWidget::item {{ padding: 8px 6px; border-radius: 6px; }}"
            f"QListWidget::item:selected {{ background: {tokens.selected};"
            f" color: {tokens.text}; }}" + field_style(theme) + scrollbar_style(theme)
        )
        self.resize(fitting(theme, _SIZE))
        self._all.line, self._all.ground = theme.color("muted"), theme.color("raised")
        self._all.fill, self._all.mark = theme.color("accent"), theme.color("on_accent")
        if self._items:
            self._fill()
