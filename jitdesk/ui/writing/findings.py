"""`Findings`: what the linter says of the page, in words for somebody who fills in a form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from jitdesk.errors import Level, Problem
from jitdesk.ui.reader.header import together
from jitdesk.ui.theme import SPACE, Theme

MARKS: Final = {Level.ERROR: "danger", Level.WARNING: "warn", Level.HINT: "muted"}
_MISSING: Final = re.compile(r'The field "(\w+)" is missing')
_DOT: Final = 8
_NO_LIMIT: Final = 16_777_215  # Qt's QWIDGETSIZE_MAX


class Findings(QWidget):
    """Errors first; activating one goes to its place."""

    chosen = Signal(object)
    """The `Problem` to go to."""

    def __init__(self, theme: Theme) -> None:
        """Build empty."""
        super().__init__()
        self._theme = theme
        self._problems: Sequence[Problem] = ()
        self._head, self._list = QLabel(), QListWidget()
        self._list.setWordWrap(True)
        self._list.setIconSize(QSize(_DOT + 4, _DOT + 4))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setAccessibleName(self.tr("To mend"))
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._head.setObjectName("muted")
        self._head.setWordWrap(True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE // 2)
        lines.addWidget(self._head)
        lines.addWidget(self._list, 1)

    @property
    def texts(self) -> list[str]:
        """The lines as they are shown."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List what was found; the row that was marked stays marked."""
        row = self._list.currentRow()
        order = list(Level)
        self._problems = sorted(problems, key=lambda p: (order.index(p.level), p.line))
        self._list.clear()
        for problem in self._problems:
            item = QListWidgetItem(self._dot(problem.level), self._words(problem))
            item.setToolTip(self.tr("{0}, line {1}").format(problem.rule, problem.line))
            self._list.addItem(item)
        self._head.setText(self._summary())
        self._list.setVisible(bool(problems))
        self.setMaximumHeight(_NO_LIMIT if problems else self._head.sizeHint().height() + SPACE)
        if 0 <= row < self._list.count():
            self._list.setCurrentRow(row)

    def step(self, way: int) -> None:
        """Go to the next (+1) or the last (-1) finding, round and round."""
        if self._problems:
            row = (self._list.currentRow() + way) % len(self._problems)
            self._list.setCurrentRow(row)
            self.chosen.emit(self._problems[row])

    # -- inside --------------------------------------------------------------------------

    def _choose(self, item: QListWidgetItem) -> None:
        row = self._list.row(item)
        if 0 <= row < len(self._problems):
            self.chosen.emit(self._problems[row])

    def _summary(self) -> str:
        errors = sum(problem.level is Level.ERROR for problem in self._problems)
        others = len(self._problems) - errors
        if not self._problems:
            return self.tr("Nothing to mend: it can be published.")
        told = []
        if errors:
            told.append(self.tr("{0} to mend before it is published").format(errors))
        if others:
            told.append(self.tr("{0} to look at").format(others))
        keys = together(self.tr("F8 goes there   Ctrl+M mends what it can"))
        return f"{', '.join(told)}   {keys}"

    def _words(self, problem: Problem) -> str:
        return self._asked(missing_field(problem)) or f"{problem.message} {problem.fix}".strip()

    def _asked(self, field: str) -> str:
        """Return what the form asks for a field; "" where it has none."""
        return {
            "title": self.tr("Write a title that begins with what to do."),
            "situation": self.tr("Say in one sentence when this is the right page."),
            "also_asked": self.tr("Write three lines as a stuck person would type them."),
            "aim_why": self.tr("Answer the four questions above the steps."),
        }.get(field, "")

    def _dot(self, level: Level) -> QIcon:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(_DOT + 4, _DOT + 4) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(MARKS[level]))
            painter.drawEllipse(2, 2, _DOT, _DOT)
        return QIcon(picture)


def missing_field(problem: Problem) -> str:
    """Return the field that a finding misses, "" if it is about something else."""
    match = _MISSING.match(problem.message)
    return match.group(1) if match else ""
