"""`WritingWindow`: the outline at the left; as users see it, and what to mend, at the right.

The text of the file is the one truth: fields of the form and the outline are parts of it,
and "Whole file" shows it as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jitdesk.authoring.document import body_of, with_body, with_field
from jitdesk.authoring.outline import is_empty_row
from jitdesk.errors import Problem
from jitdesk.ui.stylesheets import field_style, scrollbar_style
from jitdesk.ui.theme import RADIUS, SPACE, Theme
from jitdesk.ui.widgets.buttons import action_button
from jitdesk.ui.widgets.framed import fitting, open_framed
from jitdesk.ui.widgets.scrolled import Scrolled
from jitdesk.ui.writing.field_form import FieldForm
from jitdesk.ui.writing.findings import Findings, missing_field
from jitdesk.ui.writing.highlighter import OutlineHighlighter
from jitdesk.ui.writing.outline_edit import OutlineEdit
from jitdesk.ui.writing.preview import PreviewPane
from jitdesk.ui.writing.underline import underline

_SIZE: Final = QSize(1120, 740)
_LEAST_OUTLINE: Final = 190
_LEAST_PREVIEW: Final = 250
_LEAST_FINDINGS: Final = 130
_JUDGE_AFTER: Final = 150  # ms after the last key


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
    folder_wanted = Signal()
    record_wanted = Signal()
    picture_pasted = Signal(bytes)
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Build the two halves."""
        super().__init__(None, Qt.WindowType.Window)
        self._theme = theme
        self._text = ""
        self._filling = False
        self.form = FieldForm(theme)
        self.outline, self.whole = OutlineEdit(), QPlainTextEdit()
        self._stack = QStackedWidget()
        self.preview, self.findings = PreviewPane(theme), Findings(theme)
        self._colours = [
            OutlineHighlighter(editor.document(), theme) for editor in (self.outline, self.whole)
        ]
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
        else:
            self._go_to_gap()
        self.text_changed.emit(text)

    def show_problems(self, problems: Sequence[Problem], aim: str) -> None:
        """List the findings and underline their lines."""
        self.findings.show_problems(problems)
        underline(self.outline, problems, self._above, self._theme)
        underline(self.whole, problems, 0, self._theme)
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
        open_framed(self)
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

    def _field_changed(self, name: str, value: object) -> None:
        text = with_field(self._text, name, value)
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

    def _go_to_gap(self) -> None:
        """Put the cursor where the first step is to be written; the focus stays where it is."""
        rows = body_of(self._text).split("\n")
        gap = next((number for number, row in enumerate(rows) if is_empty_row(row)), -1)
        if gap >= 0:
            cursor = QTextCursor(self.outline.document().findBlockByNumber(gap))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self.outline.setTextCursor(cursor)

    @property
    def _above(self) -> int:
        """How many lines of the file stand above the outline."""
        return self._text[: len(self._text) - len(body_of(self._text))].count("\n")

    def _jump(self, problem: Problem) -> None:
        line, above = problem.line, self._above
        if self._stack.currentIndex() == 0 and self.form.go_to(self._field_at(problem)):
            return
        if line > above and self._stack.currentIndex() == 0:
            self.outline.go_to(line - above)
        else:
            self._show_whole(True)
            self._go_whole(line)

    def _field_at(self, problem: Problem) -> str:
        """Return the field that a finding is about, "" if it is none."""
        rows = self._text.split("\n")
        row = rows[problem.line - 1] if 0 < problem.line <= self._above else ""
        return missing_field(problem) or row.partition(":")[0].strip()

    def _go_whole(self, line: int) -> None:
        cursor = self.whole.textCursor()
        cursor.setPosition(self.whole.document().findBlockByNumber(max(0, line - 1)).position())
        self.whole.setTextCursor(cursor)
        self.whole.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_whole(self, whole: bool) -> None:
        self._stack.setCurrentIndex(1 if whole else 0)
        if self._toggle is not None:
            self._toggle.setText(self.tr("Form") if whole else self.tr("Whole file"))

    def _take_title(self, title: str) -> None:
        """Use the title of a pasted page if there is none yet."""
        if not self.form.title.text().strip():
            self.form.title.setText(title)
            self.form.title.textEdited.emit(title)

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
        self._stack.addWidget(Scrolled(form))
        self._stack.addWidget(self.whole)
        self.outline.setAccessibleName(self.tr("Steps"))
        self.whole.setAccessibleName(self.tr("Whole file"))
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(left)
        halves.addWidget(Scrolled(self._right()))
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
        self.outline.title_pasted.connect(self._take_title)
        self.findings.chosen.connect(self._jump)
        self.question.returnPressed.connect(lambda: self.question_asked.emit(self.question.text()))
        self._bind()

    def _bind(self) -> None:
        findings = self.findings
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Save), self.save_wanted.emit),
            (QKeySequence(QKeySequence.StandardKey.Open), self.open_wanted.emit),
            (QKeySequence("Ctrl+Shift+S"), self.folder_wanted.emit),
            (QKeySequence("Ctrl+M"), self.mend_wanted.emit),
            (QKeySequence("Ctrl+T"), self.question.setFocus),
            (QKeySequence("F8"), lambda: findings.step(1)),
            (QKeySequence("Shift+F8"), lambda: findings.step(-1)),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def _right(self) -> QWidget:
        right = QWidget()
        lines = QVBoxLayout(right)
        lines.setContentsMargins(SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        lines.setSpacing(SPACE)
        lines.addWidget(self._label(self.tr("As users see it")))
        lines.addWidget(self.preview, 5)
        lines.addWidget(self.findings, 3)
        self.question.setPlaceholderText(self.tr("Try the asker's question (Ctrl+T), Enter"))
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
        record = action_button(self._theme, self.tr("Record…"))
        record.setToolTip(self.tr("Do the task once and get its steps with pictures"))
        record.clicked.connect(self.record_wanted)
        folder = action_button(self._theme, self.tr("Folder…"))
        folder.setToolTip(self.tr("Choose the pack to save into (Ctrl+Shift+S)"))
        folder.clicked.connect(self.folder_wanted)
        save = action_button(self._theme, self.tr("Save"), self.tr("Ctrl+S"), main=True)
        save.clicked.connect(self.save_wanted)
        self.path.setAccessibleName(self.tr("File"))
        self._said.setWordWrap(True)
        row.addWidget(self._toggle)
        row.addWidget(opened)
        row.addWidget(record)
        row.addWidget(self.path, 3)
        row.addWidget(folder)
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
        # On a small screen the halves scroll; each part of them keeps enough to work in.
        self.outline.setMinimumHeight(theme.px(_LEAST_OUTLINE))
        self.preview.setMinimumHeight(theme.px(_LEAST_PREVIEW))
        self.findings.setMinimumHeight(theme.px(_LEAST_FINDINGS))
        self.preview.restyle()
        for colours in self._colours:
            colours.restyle()
        self.setStyleSheet(
            f"QDialog, QSplitter, QWidget#page {{ background: {tokens.ground}; }}"
            f"QLabel#muted {{ color: {tokens.muted}; }}"
            f"QListWidget {{ background: {tokens.ground};"
            f" border: 1px solid {tokens.line}; border-radius: {RADIUS}px; }}"
            "QScrollArea > QWidget > QWidget { background: transparent; }"
            f"QListWidget::item {{ padding: 4px 6px; border-radius: 4px; }}"
            f"QListWidget::item:selected {{ background: {tokens.selected};"
            f" color: {tokens.text}; }}" + field_style(theme) + scrollbar_style(theme)
        )
        self._said.setStyleSheet(f"color: {tokens.accent};")
        self.resize(fitting(theme, _SIZE))
