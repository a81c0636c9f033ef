"""`OutcomeRow`: how it went, one tap; the normal way to close a guide.

After *Fixed something* and *Didn't work* it asks for one line, which may stay empty: Enter
goes on with or without words. Esc never asks anything.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from jitdesk.ui.stylesheets import field_style
from jitdesk.ui.theme import SPACE, Theme

WORKED: Final = "worked"
FIXED: Final = "fixed"
FAILED: Final = "failed"
_ICONS: Final = {WORKED: ("check", "good"), FIXED: ("refresh-cw", "warn"), FAILED: ("x", "danger")}
_LONGEST: Final = 300


class OutcomeRow(QWidget):
    """Three buttons, or one line to write."""

    chosen = Signal(str, str)
    """The result, and what the person wrote ("" = nothing)."""
    asking = Signal()
    """It asks for a line and wants the keyboard."""

    def __init__(self, theme: Theme) -> None:
        """Build both faces."""
        super().__init__()
        self._theme = theme
        self._result = ""
        self._keys: dict[str, str] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._tap, self._write = QWidget(), QWidget()
        self._question, self.line, self._send = QLabel(), QLineEdit(), QPushButton()
        self._lay_out()
        self.restyle()
        self.show_buttons()

    def show_buttons(self) -> None:
        """Ask how it went."""
        self._result = ""
        self._write.hide()
        self._tap.show()

    def show_keys(self, keys: dict[str, str]) -> None:
        """Name the global key of each button, result -> chord."""
        self._keys = keys
        for result, button in self._buttons.items():
            chord = keys.get(result, "")
            button.setToolTip(chord)
            button.setAccessibleDescription(chord)

    def press(self, result: str) -> None:
        """Take an answer: by a tap, or by its global key."""
        if result == WORKED:
            self.chosen.emit(WORKED, "")
            return
        if self._result == result:  # the same key again goes on without words
            self._done()
            return
        self._result = result
        self._question.setText(
            self.tr("What happened? One line helps, Enter goes on without.")
            if result == FAILED
            else self.tr("What did you put right? One line helps, Enter goes on without.")
        )
        self.line.clear()
        self.line.setAccessibleName(self._question.text())
        self._tap.hide()
        self._write.show()
        self.asking.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Take colours and fonts from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        for result, button in self._buttons.items():
            icon, tone = _ICONS[result]
            button.setIcon(theme.icon(icon, tone, theme.px(15)))
            button.setFont(theme.font(13))
            button.setStyleSheet(
                f"QPushButton {{ background: {tokens.raised}; color: {tokens.text};"
                f" border: 1px solid {tokens.line}; border-radius: 6px; padding: 5px 8px; }}"
                f"QPushButton:hover {{ background: {tokens.selected}; }}"
                f"QPushButton:focus {{ border: 2px solid {tokens.accent}; padding: 4px 7px; }}"
            )
        self._question.setFont(theme.font(12))
        self._question.setStyleSheet(f"color: {tokens.muted};")
        self.line.setFont(theme.font(13))
        self.line.setStyleSheet(field_style(theme))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the line goes back to the buttons and asks nothing."""
        escape = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        )
        if escape:
            self.show_buttons()
            return True
        return super().eventFilter(watched, event)

    def _done(self) -> None:
        result, words = self._result, " ".join(self.line.text().split())
        self.show_buttons()
        self.chosen.emit(result, words)

    def _lay_out(self) -> None:
        labels = {
            WORKED: self.tr("&Worked"),
            FIXED: self.tr("&Fixed something"),
            FAILED: self.tr("&Didn't work"),
        }
        row = QHBoxLayout(self._tap)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2 + 2)
        for result, label in labels.items():
            button = QPushButton(label)
            button.setAccessibleName(label.replace("&", ""))
            button.setAutoDefault(False)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, result=result: self.press(result))
            row.addWidget(button, 1)
            self._buttons[result] = button
        lines = QVBoxLayout(self._write)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE // 2)
        self._question.setWordWrap(True)
        self.line.setMaxLength(_LONGEST)
        self.line.returnPressed.connect(self._done)
        self.line.installEventFilter(self)
        lines.addWidget(self._question)
        lines.addWidget(self.line)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        outer.addWidget(self._tap)
        outer.addWidget(self._write)
