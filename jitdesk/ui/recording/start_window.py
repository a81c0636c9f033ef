"""`RecordWindow`: what a recording keeps and what it does not, before it begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jitdesk.ui.learning.side_window import SideWindow
from jitdesk.ui.theme import SPACE, Theme
from jitdesk.ui.widgets.buttons import action_button
from jitdesk.ui.widgets.framed import fitting

_SIZE: Final = QSize(640, 330)


class RecordWindow(SideWindow):
    """Two short lists and a button; where nothing can be recorded, the reason."""

    start_wanted = Signal()

    def __init__(self, theme: Theme, reason: str = "") -> None:
        """Build the window; `reason`: why nothing can be recorded here."""
        super().__init__(theme)
        self._reason = reason
        self._head, self._what = QLabel(), QLabel(reason or self._sentence())
        self._titles, self._rows, self._marks = list[QLabel](), list[QLabel](), list[QLabel]()
        self.setWindowTitle(self.tr("Record a guide"))
        self._head.setText(self.tr("Record a guide"))
        self.start = action_button(theme, self.tr("Start recording"), self.tr("Enter"), main=True)
        later = self.tr("Close") if reason else self.tr("Not now")
        self.leave = action_button(theme, later, self.tr("Esc"))
        self._lay_out()
        self.restyle()

    @property
    def first(self) -> QWidget:
        """What has the focus when the window opens."""
        return self.leave if self._reason else self.start

    def restyle(self) -> None:
        """Take colours, fonts and sizes from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        self.setPalette(theme.palette())
        self._head.setFont(theme.font(17, bold=True))
        self._what.setFont(theme.font(13))
        self._said.setFont(theme.font(13))
        self._said.setStyleSheet(f"color: {tokens.danger};")
        for label in self._titles:
            label.setFont(theme.font(13, bold=True))
        for label in self._rows:
            label.setFont(theme.font(13))
            label.setStyleSheet(f"color: {tokens.text};")
        for mark in self._marks:
            name, tone = ("check", "good") if mark.objectName() == "kept" else ("x", "muted")
            mark.setPixmap(theme.pixmap(name, tone, theme.px(16)))
        self.setStyleSheet(f"QDialog {{ background: {tokens.ground}; }}")
        size = fitting(theme, _SIZE)
        self.resize(size.width(), max(self.heightForWidth(size.width()), 0) or size.height())

    def _sentence(self) -> str:
        return self.tr(
            "Do the task once, as always. You get a draft with a step for each click, and finish "
            "it in your own words."
        )

    def _lists(self) -> Sequence[tuple[str, str, Sequence[str]]]:
        tr = self.tr
        kept = (
            tr("each click, with the picture before it"),
            tr("the name of what you click, of its program and dialog"),
            tr("that something was typed, and keys such as Ctrl+S"),
        )
        left = (
            tr("what you type: no letter, in no field"),
            tr("the rest of the picture: it is blurred at once, for good"),
            tr("window titles other than those of dialogs"),
        )
        return (("kept", tr("Noted"), kept), ("left", tr("Not noted"), left))

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        outer.setSpacing(SPACE)
        for label in (self._head, self._what):
            label.setWordWrap(True)
            outer.addWidget(label)
        if not self._reason:
            self._add_lists(outer)
        self._said.setWordWrap(True)
        outer.addWidget(self._said)
        outer.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.start)
        outer.addLayout(foot)
        self.start.setVisible(not self._reason)
        self.start.setDefault(True)
        self.start.clicked.connect(self.start_wanted)
        self.leave.clicked.connect(self.reject)

    def _add_lists(self, outer: QVBoxLayout) -> None:
        """Put the lists side by side: the window fits a small screen at twice the size."""
        columns = QHBoxLayout()
        columns.setSpacing(3 * SPACE)
        for kind, title, rows in self._lists():
            lines = QVBoxLayout()
            lines.setSpacing(SPACE - 2)
            self._titles.append(QLabel(title))
            lines.addWidget(self._titles[-1])
            for text in rows:
                lines.addLayout(self._row(kind, text))
            lines.addStretch(1)
            columns.addLayout(lines, 1)
        last = QLabel(self.tr("Nothing is saved before you save the draft. Read it first."))
        last.setWordWrap(True)
        self._rows.append(last)
        outer.addSpacing(SPACE)
        outer.addLayout(columns)
        outer.addSpacing(SPACE)
        outer.addWidget(last)

    def _row(self, kind: str, text: str) -> QHBoxLayout:
        mark, label = QLabel(), QLabel(text)
        mark.setObjectName(kind)
        label.setWordWrap(True)
        self._marks.append(mark)
        self._rows.append(label)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return row
