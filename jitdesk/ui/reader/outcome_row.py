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
_LONGEST: Final = 600


class OutcomeRow(QWidget):
    """Three buttons, or one line to write."""

    chosen = Signal(str, str, bool)
    """The result, what the person wrote ("" = nothing), and whether to send it."""
    said = Signal(str, str)
    """What a line is for (`ask_line`), and the line: to be sent as its note says."""
    instead = Signal(str, str)
    """What a line is for, and the line so far: the person pressed Ctrl+Enter instead."""
    asking = Signal()
    """It asks for a line and wants the keyboard."""

    def __init__(self, theme: Theme) -> None:
        """Build both faces."""
        super().__init__()
        self._theme = theme
        self._result = self._purpose = ""
        self._other = self._early = False
        self._keys: dict[str, str] = {}
        self.target = ""
        """Who gets a line that is sent, "" = nobody can."""
        self._buttons: dict[str, QPushButton] = {}
        self._tap, self._write = QWidget(), QWidget()
        self._question, self.line, self._note = QLabel(), QLineEdit(), QLabel()
        self._lay_out()
        self.restyle()
        self.show_buttons()

    def show_buttons(self) -> None:
        """Ask how it went."""
        self._result = self._purpose = ""
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
            self.chosen.emit(WORKED, "", False)
            return
        if self._result == result:  # the same key again goes on without words
            self._done(send=False)
            return
        self._result, self._purpose = result, ""
        question = (
            self.tr("What happened? One line helps, Enter goes on without.")
            if result == FAILED
            else self.tr("What did you put right? One line helps, Enter goes on without.")
        )
        send = self.tr("Stays on this computer. Ctrl+Enter also sends it to {0}.")
        self._ask(question, send.format(self.target) if self.target else "")

    def ask_line(
        self, purpose: str, question: str, note: str, words: str = "", *, other: bool = False
    ) -> None:
        """Ask for a line that is sent; `note` says what goes with it, and to whom.

        `words` stand in it to be changed; `other`: Ctrl+Enter does something else (`instead`).
        """
        self._result, self._purpose, self._other, self._early = "", purpose, other, False
        self._ask(question, note)
        self.line.setText(words)

    def learn(self, purpose: str, note: str, *, other: bool) -> None:
        """Say more on the line that is open for `purpose`, now that it is known; words stay."""
        if purpose != self._purpose:
            return
        self._other = other
        self._tell(note)
        if other and self._early and not self.line.text():
            self._go_instead()

    def _ask(self, question: str, note: str) -> None:
        self._question.setText(question)
        self._tell(note)
        self.line.clear()
        self._tap.hide()
        self._write.show()
        self.asking.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, note: str) -> None:
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.line.setAccessibleName(f"{self._question.text()} {note}".strip())

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
        self._question.setFont(theme.font(13))
        self._note.setFont(theme.font(12))
        self._note.setStyleSheet(f"color: {tokens.muted};")
        self.line.setFont(theme.font(13))
        self.line.setStyleSheet(field_style(theme))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the line goes back to the buttons; Ctrl+Enter also sends what happened."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.show_buttons()
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if control and self._purpose and self._other:
                self._go_instead()
            else:
                # With nothing to send it is meant for `instead`, which may be known in a moment.
                self._early = control and not self.line.text()
                self._done(send=control and bool(self.target))
            return True  # else the window would take it as well, and move on a step
        return super().eventFilter(watched, event)

    def _go_instead(self) -> None:
        purpose, words = self._purpose, self.line.text()
        self.show_buttons()
        self.instead.emit(purpose, words)

    def _done(self, *, send: bool) -> None:
        words = " ".join(self.line.text().split())
        result, purpose = self._result, self._purpose
        if purpose and not words:
            return
        self.show_buttons()
        if purpose:
            self.said.emit(purpose, words)
        else:
            self.chosen.emit(result, words, send and bool(words))

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
        for words in (self._question, self._note):
            words.setWordWrap(True)
        self.line.setMaxLength(_LONGEST)
        self.line.installEventFilter(self)
        lines.addWidget(self._question)
        lines.addWidget(self.line)
        lines.addWidget(self._note)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        outer.addWidget(self._tap)
        outer.addWidget(self._write)
