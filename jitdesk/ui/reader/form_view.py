"""`FormView`: fields to write into, and the text that they fill, as it will be copied.

Templates and canvases are forms. Each field stands with its question above and its example
inside; what is typed is told a moment after the last key, so that a crash loses no more.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from jitdesk.guides.form import Field
from jitdesk.guides.sections import Part
from jitdesk.ui.reader.block_widgets import BlockMaker
from jitdesk.ui.reader.view import ReaderView
from jitdesk.ui.stylesheets import browser_style, field_style
from jitdesk.ui.theme import SPACE, Theme
from jitdesk.ui.widgets.buttons import action_button
from jitdesk.ui.widgets.fields import ChoiceBox

_SAVE_AFTER: Final = 300  # ms, see the module
_LINES: Final = 3


class FormView(ReaderView):
    """The fields in order, a button to copy, and what stands below."""

    written = Signal(str, str)
    """A field and its text, some time after the last key."""
    typed = Signal()
    copy_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, maker: BlockMaker, theme: Theme, *, multiline: bool = False) -> None:
        """Build empty; `multiline` gives every field several lines (a canvas)."""
        super().__init__(maker, theme)
        self._multiline = multiline
        self._editors: dict[str, QWidget] = {}
        self._days: dict[str, QLabel] = {}
        self._waiting: dict[str, str] = {}
        self._note = QLabel()
        self._save = QTimer(self, singleShot=True, interval=_SAVE_AFTER)
        self._save.timeout.connect(self.flush)

    def show_fields(
        self, fields: Iterable[Field], values: Mapping[str, str], rest: Iterable[Part]
    ) -> None:
        """Build the form with what is known already."""
        self.clear()
        self._editors.clear()
        for field in fields:
            self.add(self._row(field, values.get(field.name, "")))
        self.add(self._buttons())
        for part in rest:
            self.add_blocks(part.blocks)
        self.lines.addStretch(1)

    def values(self) -> dict[str, str]:
        """Return what stands in the fields now."""
        return {name: _text(editor) for name, editor in self._editors.items()}

    def say(self, text: str, *, warn: bool = False) -> None:
        """Say what is missing, beside the button."""
        tone = self._theme.tokens.warn if warn else self._theme.tokens.muted
        self._note.setText(text)
        self._note.setStyleSheet(f"color: {tone};")

    def show_day(self, name: str, day: date | None) -> None:
        """Say which day a date field means; None says how a day can be written."""
        label = self._days.get(name)
        if label is not None:
            hint = self.tr("2026-12-01, today, tomorrow or +3; other words stay as they are")
            long = QLocale.FormatType.LongFormat
            shown = QLocale().toString(QDate(day.year, day.month, day.day), long) if day else hint
            label.setText(shown)

    def write_in(self, name: str) -> None:
        """Put the cursor into a field."""
        if editor := self._editors.get(name):
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def first(self) -> QWidget | None:
        """Return the first empty field, else the first one."""
        empty = (editor for editor in self._editors.values() if not _text(editor))
        return next(empty, next(iter(self._editors.values()), None))

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        self._save.stop()
        waiting, self._waiting = self._waiting, {}
        for name, text in waiting.items():
            self.written.emit(name, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Tab leave a field of several lines, as it leaves the others."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QPlainTextEdit):
            key = event.key() if isinstance(event, QKeyEvent) else 0
            if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                self.focusNextPrevChild(key == Qt.Key.Key_Tab)
                return True
        return super().eventFilter(watched, event)

    # -- building ------------------------------------------------------------------------

    def _row(self, field: Field, value: str) -> QWidget:
        box = QWidget()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        lines.setSpacing(3)
        label = QLabel(field.ask)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(self._theme.font(13, bold=True))
        lines.addWidget(label)
        editor = self._editor(field, value)
        editor.setFont(self._theme.font(14))
        editor.setStyleSheet(field_style(self._theme))
        editor.setAccessibleName(field.ask)
        editor.setAccessibleDescription(field.example)
        label.setBuddy(editor)
        lines.addWidget(editor)
        if field.kind == "date":
            self._days[field.name] = day = QLabel()
            day.setFont(self._theme.font(12))
            day.setStyleSheet(f"color: {self._theme.tokens.muted};")
            lines.addWidget(day)
        self._editors[field.name] = editor
        return box

    def _editor(self, field: Field, value: str) -> QWidget:
        hint = self.tr("for example: {0}").format(field.example) if field.example else ""
        if field.kind == "choice":
            choice = ChoiceBox()
            choice.mark = self._theme.color("muted")
            choice.addItems([*field.choices])
            choice.setPlaceholderText(self.tr("choose"))
            choice.setCurrentIndex(choice.findText(value))
            choice.currentTextChanged.connect(lambda text: self._typed(field.name, text))
            return choice
        if self._multiline:
            several = QPlainTextEdit(value)
            several.setPlaceholderText(hint)
            several.setTabChangesFocus(True)
            several.setFixedHeight(self._theme.px(24) * _LINES + 16)
            several.textChanged.connect(
                lambda: self._typed(field.name, several.toPlainText().rstrip())
            )
            return several
        line = QLineEdit(value)
        line.setPlaceholderText(hint)
        line.textEdited.connect(lambda text: self._typed(field.name, text))
        line.returnPressed.connect(self._go_on)
        return line

    def _go_on(self) -> None:
        """Go to the next field with Enter; with Ctrl it copies and leaves the cursor alone."""
        if not QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextPrevChild(True)

    def _typed(self, name: str, text: str) -> None:
        self._waiting[name] = text
        self._save.start()
        self.typed.emit()

    def _buttons(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        row.setSpacing(SPACE)
        copy = action_button(self._theme, self.tr("Copy"), self.tr("Ctrl+Enter"), main=True)
        copy.clicked.connect(self.copy_wanted)
        again = action_button(self._theme, self.tr("Start again"))
        again.clicked.connect(self.again_wanted)
        self._note = QLabel()
        self._note.setFont(self._theme.font(12))
        self._note.setWordWrap(True)
        row.addWidget(copy)
        row.addWidget(again)
        row.addWidget(self._note, 1)
        return box


class FilledText(QWidget):
    """The text as it will be copied: values marked, gaps named."""

    def __init__(self, theme: Theme) -> None:
        """Build empty."""
        super().__init__()
        self._theme = theme
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.setFont(theme.font(14))
        self._text.setAccessibleName(self.tr("The text as it will be copied"))
        self._text.setStyleSheet(browser_style(theme, "raised"))
        head = QLabel(self.tr("What will be copied"))
        head.setFont(theme.font(12))
        head.setStyleSheet(f"color: {theme.tokens.muted}; padding: 8px 12px 0 12px;")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(head)
        lines.addWidget(self._text, 1)
        self.setAutoFillBackground(True)
        self.setPalette(theme.palette())

    def show_text(self, pieces: Iterable[tuple[str, str]]) -> None:
        """Show pieces of text, each with its kind: text, value or gap."""
        tokens = self._theme.tokens
        styles = {
            "text": "",
            "value": f"color:{tokens.accent};",
            "gap": f"color:{tokens.warn}; background-color:{tokens.warn_soft};",
        }
        out = "".join(
            f'<span style="{styles[kind]}">{html.escape(text)}</span>' for text, kind in pieces
        )
        bar = self._text.verticalScrollBar()
        place = bar.value()
        self._text.setHtml(f'<div style="white-space: pre-wrap">{out}</div>')
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        bar.setValue(place)


def _text(editor: QWidget) -> str:
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText().rstrip()
    if isinstance(editor, ChoiceBox):
        return editor.currentText() if editor.currentIndex() >= 0 else ""
    return editor.text() if isinstance(editor, QLineEdit) else ""
