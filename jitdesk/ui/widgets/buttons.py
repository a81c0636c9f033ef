"""Buttons that name their key: an answer in a list, an action in a row."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from jitdesk.ui.theme import RADIUS, SPACE, Theme


def action_button(theme: Theme, text: str, key: str = "", *, main: bool = False) -> QPushButton:
    """Return a push button; `key` stands behind its text, `main` is the one that is expected."""
    tokens = theme.tokens
    button = QPushButton(f"{text}   {key}" if key else text)
    button.setAccessibleName(text)
    button.setAccessibleDescription(key)
    button.setFont(theme.font(13, bold=main))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAutoDefault(False)
    ground, tone = (tokens.accent, tokens.on_accent) if main else (tokens.raised, tokens.text)
    edge = tokens.accent if main else tokens.line
    button.setStyleSheet(
        f"QPushButton {{ background: {ground}; color: {tone}; border: 1px solid {edge};"
        f" border-radius: 6px; padding: 6px 12px; }}"
        f"QPushButton:focus {{ border: 2px solid {tokens.text}; padding: 5px 11px; }}"
        f"QPushButton:disabled {{ background: {tokens.raised}; color: {tokens.muted};"
        f" border-color: {tokens.line}; }}"
    )
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return button


class AnswerRow(QFrame):
    """One answer of a question: its key in a badge, its text, and what it means."""

    chosen = Signal()

    def __init__(self, theme: Theme, key: str, text: str, note: str = "") -> None:
        """Take the key as shown, the answer and an explanation below it."""
        super().__init__()
        self._theme, self._current = theme, False
        self.setAccessibleName(f"{text}. {note}" if note else text)
        self.setAccessibleDescription(self.tr("key {0}").format(key))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        badge = QLabel(key)
        badge.setFont(theme.font(12, bold=True))
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        badge.setFixedSize(theme.px(24), theme.px(22))
        badge.setStyleSheet(
            f"background: {theme.tokens.code}; color: {theme.tokens.muted};"
            f" border: 1px solid {theme.tokens.line}; border-radius: 5px;"
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._label(text, 14, theme.tokens.text))
        if note:
            words.addWidget(self._label(note, 12, theme.tokens.muted))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 2, SPACE, SPACE, SPACE)
        row.setSpacing(SPACE + 2)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def set_current(self, current: bool) -> None:
        """Mark it as the one that the tick key chooses."""
        self._current = current
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose it with Enter or the space bar while it has the focus."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self._current or self.hasFocus()
        tone, width = ("accent", 1.5) if marked else ("line", 1.0)
        painter.setPen(QPen(self._theme.color(tone), width))
        painter.setBrush(self._theme.color("accent_soft" if marked else "ground"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _label(self, text: str, size: float, tone: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(self._theme.font(size))
        label.setStyleSheet(f"color: {tone};")
        return label
