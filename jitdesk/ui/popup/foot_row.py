"""`FootRow`: one question or offer at the foot of the popup, answered by one key.

It stands below the rows and takes no focus by itself: who does not care types on. The keys
are Alt+1 to Alt+5, because a bare digit belongs to the search field; on the row itself
(Tab) the digit is enough.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jitdesk.ui.stylesheets import field_style
from jitdesk.ui.theme import SPACE, Theme

_MOST = 5
_IN_A_ROW = 4
_LONGEST = 300


class FootRow(QWidget):
    """A sentence and up to five answers."""

    answered = Signal(int)
    """The place of the answer, from 0."""
    written = Signal(str)
    """What the person wrote, "" = nothing."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Build it; `window` is where its keys work."""
        super().__init__(window)
        self._theme = theme
        self._words, self.line = QLabel(), QLineEdit()
        self.buttons: list[QPushButton] = []
        self._holder = QWidget()
        self._lay_out()
        for number in range(_MOST):
            keys = QShortcut(QKeySequence(f"Alt+{number + 1}"), window)
            keys.activated.connect(lambda number=number: self.choose(number))
        self.restyle()
        theme.changed.connect(self.restyle)

    def ask(self, text: str, answers: Sequence[str]) -> None:
        """Show a question."""
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self.line.hide()
        self._holder.show()
        for number, button in enumerate(self.buttons):
            shown = number < len(answers)
            button.setVisible(shown)
            if shown:
                button.setText(f"{answers[number]}   Alt+{number + 1}")
                button.setAccessibleName(answers[number])
        self.show()

    def ask_words(self, text: str) -> None:
        """Ask for one line that may stay empty."""
        self._words.setText(text)
        self._holder.hide()
        self.line.clear()
        self.line.setAccessibleName(text)
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, number: int) -> None:
        """Take an answer by its place."""
        if self.isVisible() and self._holder.isVisible() and self.buttons[number].isVisible():
            self.answered.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a bare digit while a button has the focus."""
        digit = event.text()
        if digit in {"1", "2", "3", "4", "5"} and self._holder.isVisible():
            self.choose(int(digit) - 1)
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Take colours and fonts from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        self._words.setFont(theme.font(13))
        self.line.setFont(theme.font(13))
        self.line.setStyleSheet(field_style(theme))
        self.setStyleSheet(
            f"FootRow {{ background: {tokens.raised}; border-top: 1px solid {tokens.line}; }}"
            f"QLabel {{ color: {tokens.text}; }}"
            f"QPushButton {{ background: {tokens.ground}; color: {tokens.text};"
            f" border: 1px solid {tokens.line}; border-radius: 6px; padding: 4px 10px; }}"
            f"QPushButton:hover {{ background: {tokens.selected}; }}"
            f"QPushButton:focus {{ border: 2px solid {tokens.accent}; padding: 3px 9px; }}"
        )
        for button in self.buttons:
            button.setFont(theme.font(12))

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        policy = QSizePolicy.Policy
        self._words.setWordWrap(True)
        self._words.setSizePolicy(policy.Ignored, policy.Preferred)
        row = QGridLayout(self._holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for number in range(_MOST):
            button = QPushButton()
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, number=number: self.choose(number))
            row.addWidget(button, *divmod(number, _IN_A_ROW))
            self.buttons.append(button)
        row.setColumnStretch(_IN_A_ROW, 1)
        self.line.setMaxLength(_LONGEST)
        self.line.returnPressed.connect(
            lambda: self.written.emit(" ".join(self.line.text().split()))
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        outer.setSpacing(SPACE // 2 + 2)
        outer.addWidget(self._words)
        outer.addWidget(self._holder)
        outer.addWidget(self.line)
