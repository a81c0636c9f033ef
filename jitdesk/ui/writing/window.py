"""`WritingWindow`: the outline at the left; as users see it, and what to mend, at the right.

The text of the file is the one truth: fields of the form and the outline are parts of it,
and "Whole file" shows it as it is.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jitdesk.authoring.document import body_of, with_body
from jitdesk.errors import Level, Problem
from jitdesk.ui.reader.view import ReaderView
from jitdesk.ui.stylesheets import field_style, scrollbar_style
from jitdesk.ui.theme import RADIUS, SPACE, Theme
from jitdesk.ui.widgets.buttons import action_button
from jitdesk.ui.writing.field_form import FieldForm
from jitdesk.ui.writing.outline_edit import OutlineEdit

_SIZE: Final = QSize(1120, 740)
_JUDGE_AFTER: Final = 150  # ms after the last key
_MARKS: Final = {Level.ERROR: "danger", Level.WARNING: "warn", Level.HINT: "muted"}


class WritingWindow(QDialog):
    """What an author writes in."""

    text_changed = Signal(str)
    """Some time after the last key: the whole text."""
    question_asked = Signal(str)
    save_wanted = Signal()
    open_wanted = Signal()
    new_wanted = Signal(str)
    """A type: begin a page of it."""
    mend_wanted = Signal()
    picture_pasted = Signal(bytes)
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Build the two halves."""
        super().__init__(None, Qt.WindowType.Window)
        self._theme = theme
        self._text = ""
        self._filling = False
        self._problems: Sequence[Problem] = ()
        self.form = FieldForm(theme)
        self.outline, self.whole = OutlineEdit(), QPlainTextEdit()
        self._stack = QStackedWidget()
        self._preview, self._findings, self._head = QScrollArea(), QListWidget(), QLabel()
        self.question, self._rank, self._said = QLineEdit(), QLabel(), QLabel()
        self.path = QLineEdit()
        self._toggle: QPushButton | None = None
        self._later = QTimer(self, singleShot=True, interval=_JUDGE_AFTER)
        self._later.timeout.connect(lambda: self.text_changed.emit(self._text))
        self.setWindowTitle(self.tr("Write a guide"))
        self._lay_out()
        self.restyle()
        theme.changed.connect(self.restyle)

    # -- what the controller calls -------------------------------------------------------

    @property
    def text(self) -> str:
        """The whole text as it is now."""
        return self._text

    def show_text(self, text: str, *, keep_place: bool = False) -> None:
        """Show a page; `keep_place` leaves the cursor in its line."""
        self._text = text
        line = self.outline.textCursor().blockNumber() + 1
        self._fill()
        if keep_place:
            self.outline.go_to(line)
        self.text_changed.emit(text)

    def show_page(self, view: ReaderView, side: QWidget | None, title: str, facts: str) -> None:
        """Show the page as its users see it, below its title and its line of facts."""
        muted = self._theme.tokens.muted
        self._head.setText(
            f"<b>{html.escape(title)}</b><br>"
            f'<span style="color:{muted}">{html.escape(facts)}</span>'
        )
        bar = self._preview.verticalScrollBar().value()
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(view, 3)
        if side is not None:
            row.addWidget(side, 2)
        self._preview.setWidget(holder)
        self._preview.verticalScrollBar().setValue(bar)

    def show_problems(self, problems: Sequence[Problem], aim: str) -> None:
        """List the findings, errors first."""
        self._problems = sorted(problems, key=lambda p: (list(Level).index(p.level), p.line))
        self._findings.clear()
        for problem in self._problems:
            item = QListWidgetItem(f"{problem.rule}  {problem.message} {problem.fix}".strip())
            item.setForeground(self._theme.color(_MARKS[problem.level]))
            item.setToolTip(self.tr("line {0}").format(problem.line))
            self._findings.addItem(item)
        if not problems:
            self._findings.addItem(self.tr("Nothing to mend."))
        self.form.show_aim(aim)

    def show_rank(self, text: str, *, good: bool) -> None:
        """Say where the page stands for the question."""
        self._rank.setText(text)
        tone = self._theme.tokens.good if good else self._theme.tokens.warn
        self._rank.setStyleSheet(f"color: {tone};")

    def say(self, text: str) -> None:
        """Say one sentence at the foot."""
        self._said.setText(text)

    def open_window(self) -> None:
        """Show the window and bring it to the front."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave it to the controller: something may not be saved."""
        event.ignore()
        self.close_wanted.emit()

    def reject(self) -> None:
        """Treat Esc like closing."""
        self.close_wanted.emit()

    # -- inside --------------------------------------------------------------------------

    def _fill(self) -> None:
        self._filling = True
        self.form.show_fields(self._text)
        body = body_of(self._text)
        if self.outline.toPlainText() != body:
            self.outline.setPlainText(body)
        if self.whole.toPlainText() != self._text:
            self.whole.setPlainText(self._text)
        self._filling = False

    def _changed(self, text: str) -> None:
        if not self._filling and text != self._text:
            self._text = text
            self._later.start()

    def _field_changed(self, text: str) -> None:
        self._changed(text)
        self._quietly(self.whole, text)

    def _body_changed(self) -> None:
        if not self._filling:
            text = with_body(self._text, self.outline.toPlainText())
            self._changed(text)
            self._quietly(self.whole, text)

    def _whole_changed(self) -> None:
        if not self._filling:
            self._changed(self.whole.toPlainText())
            self._quietly(self.outline, body_of(self._text))
            self._filling = True
            self.form.show_fields(self._text)
            self._filling = False

    def _quietly(self, editor: QPlainTextEdit, text: str) -> None:
        self._filling = True
        if editor.toPlainText() != text:
            editor.setPlainText(text)
        self._filling = False

    def _jump(self, row: int) -> None:
        if not 0 <= row < len(self._problems):
            return
        line = self._problems[row].line
        above = self._text[: len(self._text) - len(body_of(self._text))].count("\n")
        if line > above and self._stack.currentIndex() == 0:
            self.outline.go_to(line - above)
        else:
            self._show_whole(True)
            self._go_whole(line)

    def _go_whole(self, line: int) -> None:
        cursor = self.whole.textCursor()
        cursor.setPosition(self.whole.document().findBlockByNumber(max(0, line - 1)).position())
        self.whole.setTextCursor(cursor)
        self.whole.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_whole(self, whole: bool) -> None:
        self._stack.setCurrentIndex(1 if whole else 0)
        if self._toggle is not None:
            self._toggle.setText(self.tr("Form") if whole else self.tr("Whole file"))

    def _picture(self, data: bytes) -> None:
        self.picture_pasted.emit(data)

    def _lay_out(self) -> None:
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(2 * SPACE, 2 * SPACE, SPACE, SPACE)
        lines.setSpacing(SPACE)
        lines.addWidget(self._stack, 1)
        form = QWidget()
        inside = QVBoxLayout(form)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE)
        inside.addWidget(self.form)
        inside.addWidget(self._label(self.tr("Enter: next step   Tab: If not, You see, Say…")))
        inside.addWidget(self.outline, 1)
        self._stack.addWidget(form)
        self._stack.addWidget(self.whole)
        self.outline.setAccessibleName(self.tr("Steps"))
        self.whole.setAccessibleName(self.tr("Whole file"))
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(left)
        halves.addWidget(self._right())
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(0, 5)
        halves.setStretchFactor(1, 4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, SPACE)
        outer.setSpacing(0)
        outer.addWidget(halves, 1)
        outer.addLayout(self._foot())
        self.form.changed.connect(self._field_changed)
        self.form.kind_wanted.connect(self.new_wanted)
        self.outline.textChanged.connect(self._body_changed)
        self.whole.textChanged.connect(self._whole_changed)
        self.outline.picture_pasted.connect(self._picture)
        self.outline.pasted.connect(self.say)
        self._findings.itemActivated.connect(lambda i: self._jump(self._findings.row(i)))
        self._findings.itemClicked.connect(lambda i: self._jump(self._findings.row(i)))
        self.question.returnPressed.connect(lambda: self.question_asked.emit(self.question.text()))
        for keys, slot in ((QKeySequence.StandardKey.Save, self.save_wanted.emit),
                           (QKeySequence.StandardKey.Open, self.open_wanted.emit)):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        QShortcut(QKeySequence("Ctrl+M"), self).activated.connect(self.mend_wanted)

    def _right(self) -> QWidget:
        right = QWidget()
        lines = QVBoxLayout(right)
        lines.setContentsMargins(SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        lines.setSpacing(SPACE)
        lines.addWidget(self._label(self.tr("As users see it")))
        self._head.setWordWrap(True)
        lines.addWidget(self._head)
        self._preview.setWidgetResizable(True)
        self._preview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._preview.setAccessibleName(self.tr("As users see it"))
        lines.addWidget(self._preview, 5)
        lines.addWidget(
            self._label(self.tr("To mend (click to go there, Ctrl+M mends what it can)"))
        )
        self._findings.setWordWrap(True)
        self._findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._findings.setAccessibleName(self.tr("To mend"))
        lines.addWidget(self._findings, 2)
        self.question.setPlaceholderText(self.tr("Try the asker's question, Enter"))
        self.question.setAccessibleName(self.tr("Try the asker's question"))
        lines.addWidget(self.question)
        self._rank.setWordWrap(True)
        lines.addWidget(self._rank)
        return right

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 0)
        row.setSpacing(SPACE)
        self._toggle = action_button(self._theme, self.tr("Whole file"))
        self._toggle.clicked.connect(lambda: self._show_whole(self._stack.currentIndex() == 0))
        opened = action_button(self._theme, self.tr("Open…"))
        opened.clicked.connect(self.open_wanted)
        save = action_button(self._theme, self.tr("Save"), self.tr("Ctrl+S"), main=True)
        save.clicked.connect(self.save_wanted)
        self.path.setAccessibleName(self.tr("File"))
        self._said.setWordWrap(True)
        row.addWidget(self._toggle)
        row.addWidget(opened)
        row.addWidget(self.path, 3)
        row.addWidget(self._said, 2)
        row.addWidget(save)
        return row

    def _label(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setObjectName("muted")
        return label

    def restyle(self) -> None:
        """Take colours, fonts and sizes from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        self.setPalette(theme.palette())
        self.setFont(theme.font(13))
        for editor in (self.outline, self.whole):
            editor.setFont(theme.font(13, mono=True))
        self.setStyleSheet(
            f"QDialog, QSplitter, QWidget#page {{ background: {tokens.ground}; }}"
            f"QLabel#muted {{ color: {tokens.muted}; }}"
            f"QScrollArea, QListWidget {{ background: {tokens.ground};"
            f" border: 1px solid {tokens.line}; border-radius: {RADIUS}px; }}"
            "QScrollArea > QWidget > QWidget { background: transparent; }"
            f"QListWidget::item {{ padding: 4px 6px; border-radius: 4px; }}"
            f"QListWidget::item:selected {{ background: {tokens.selected}; }}"
            + field_style(theme)
            + scrollbar_style(theme)
        )
        self._said.setStyleSheet(f"color: {tokens.accent};")
        self.resize(QSize(theme.px(_SIZE.width()), theme.px(_SIZE.height())))
