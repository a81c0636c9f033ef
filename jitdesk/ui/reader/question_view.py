"""`QuestionView`: one question at a time, one key an answer, and where the answers lead.

Decision tables, decision trees and scorings draw the same `Card`s; which card comes next is
the player's business.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from jitdesk.guides.page import Block
from jitdesk.ui.reader.block_widgets import BlockMaker
from jitdesk.ui.reader.view import ReaderView
from jitdesk.ui.stylesheets import field_style
from jitdesk.ui.theme import RADIUS, SPACE, Theme
from jitdesk.ui.widgets.buttons import AnswerRow, action_button

_SECOND: Final = 1000


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the key that gives it, its text, and what it means."""

    key: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One question, or an outcome when there are no choices.

    Attributes:
        above: what the question belongs to, in small letters.
        text: the question, or what to do.
        note: one sentence below it.
        wait: seconds to count down before the answer can be known.
        going_on: (address, words) of a guide that goes on from here.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    above: str = ""
    note: str = ""
    wait: int = 0
    going_on: tuple[str, str] = ("", "")


class QuestionView(ReaderView):
    """Draws a card, the answers so far, and what stands below."""

    chosen = Signal(str)
    """The key of an answer."""
    back_wanted = Signal()
    copy_wanted = Signal()
    again_wanted = Signal()
    named = Signal(str, str)
    """A field of `ask_names`, and its text after every key."""
    names_done = Signal()

    def __init__(self, maker: BlockMaker, theme: Theme) -> None:
        """Build empty; `show_card` draws."""
        super().__init__(maker, theme)
        self.card: QWidget | None = None
        self._rows: list[AnswerRow] = []
        self._marked = 0
        self._left = 0
        self._clock = QLabel()
        self._tick = QTimer(self, interval=_SECOND)
        self._tick.timeout.connect(self._count_down)

    def show_card(
        self,
        card: Card,
        answered: list[tuple[str, str]],
        below: tuple[Block, ...] = (),
        table: str = "",
    ) -> None:
        """Draw a card; `answered` are the (question, answer) pairs so far, `table` is HTML."""
        self._tick.stop()
        self.clear()
        self._rows.clear()
        self._marked = 0
        if answered:
            self.add(self._trail(answered))
        self.card = self.add(self._question(card) if card.choices else self._outcome(card))
        for choice in card.choices:
            row = AnswerRow(self._theme, choice.key, choice.text, choice.note)
            row.chosen.connect(lambda key=choice.key: self.chosen.emit(key))
            self._rows.append(row)
            self.add(row)
        self.mark(0)
        if table:
            self.add(self._make.prose(table, 13))
        self.add_blocks(below)
        self.lines.addStretch(1)

    def ask_names(self, question: str, names: Mapping[str, str]) -> None:
        """Ask what the options are called; `names` are letter -> name so far."""
        self._tick.stop()
        self.clear()
        self._rows.clear()
        self.card = self.add(self._question(Card(question)))
        fields = [self._name_field(letter, text) for letter, text in names.items()]
        for field, following in zip(fields, [*fields[1:], None], strict=True):
            field.returnPressed.connect(following.setFocus if following else self.names_done.emit)
        button = action_button(self._theme, self.tr("Go on"), self.tr("Enter"), main=True)
        button.clicked.connect(self.names_done)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(SPACE, SPACE, SPACE, 0)
        row.addWidget(button)
        row.addStretch(1)
        self.add(box)
        self.lines.addStretch(1)
        fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_field(self, letter: str, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setFont(self._theme.font(14))
        field.setStyleSheet(field_style(self._theme))
        field.setPlaceholderText(self.tr("{0}, or what it is called").format(letter))
        field.setAccessibleName(self.tr("Name of option {0}").format(letter))
        field.textEdited.connect(lambda name: self.named.emit(letter, name))
        self.add(field)
        return field

    def mark(self, way: int) -> None:
        """Move the mark through the answers."""
        if self._rows:
            self._marked = max(0, min(self._marked + way, len(self._rows) - 1))
            for number, row in enumerate(self._rows):
                row.set_current(number == self._marked)

    def choose_marked(self) -> None:
        """Choose the marked answer."""
        if self._rows:
            self._rows[self._marked].chosen.emit()

    @property
    def marked_row(self) -> QWidget | None:
        """The marked answer, or the outcome."""
        return self._rows[self._marked] if self._rows else self.card

    # -- drawing -------------------------------------------------------------------------

    def _question(self, card: Card) -> QWidget:
        box = QWidget()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        lines.setSpacing(SPACE // 2)
        if card.above:
            lines.addWidget(self._label(card.above, 12, "muted"))
        lines.addWidget(self._label(card.text, 18, "text", bold=True))
        if card.note:
            lines.addWidget(self._label(card.note, 13, "muted"))
        if card.wait:
            lines.addWidget(self._start_clock(card.wait))
        box.setAccessibleName(card.text)
        return box

    def _outcome(self, card: Card) -> QWidget:
        box = QFrame()
        box.setObjectName("card")
        tokens = self._theme.tokens
        box.setStyleSheet(
            f"#card {{ background: {tokens.accent_soft}; border: 1px solid {tokens.accent};"
            f" border-radius: {RADIUS}px; }}"
        )
        box.setAccessibleName(card.text)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(SPACE + 4, SPACE + 2, SPACE, SPACE + 2)
        lines.setSpacing(SPACE)
        if card.above:
            lines.addWidget(self._label(card.above, 12, "muted"))
        lines.addWidget(self._label(card.text, 16, "text", bold=True))
        if card.note:
            lines.addWidget(self._label(card.note, 13, "text"))
        address, words = card.going_on
        if address:
            link = f'<a href="{html.escape(address)}">{html.escape(words)}</a>'
            label = self._make.prose(link)
            label.setContentsMargins(0, 0, 0, 0)
            lines.addWidget(label)
        lines.addLayout(self._actions())
        return box

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for text, key, signal in (
            (self.tr("Copy"), self.tr("R"), self.copy_wanted),
            (self.tr("Start again"), self.tr("A"), self.again_wanted),
        ):
            button = action_button(self._theme, text, key)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _trail(self, answered: list[tuple[str, str]]) -> QWidget:
        tokens = self._theme.tokens
        rows = "".join(
            f'<tr><td style="color:{tokens.muted}">{html.escape(ask)}&nbsp;</td>'
            f"<td><b>{html.escape(answer)}</b></td></tr>"
            for ask, answer in answered
        )
        label = self._make.prose(rows and f'<table cellpadding="3">{rows}</table>', 12)
        label.setAccessibleName(", ".join(f"{ask} {answer}" for ask, answer in answered))
        return label

    def _label(self, text: str, size: float, tone: str, *, bold: bool = False) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(self._theme.font(size, bold=bold))
        label.setStyleSheet(f"color: {getattr(self._theme.tokens, tone)};")
        return label

    def _start_clock(self, seconds: int) -> QLabel:
        self._left = seconds
        self._clock = self._label("", 16, "accent", bold=True)
        self._say_time()
        self._tick.start()
        return self._clock

    def _count_down(self) -> None:
        self._left -= 1
        self._say_time()
        if self._left <= 0:
            self._tick.stop()

    def _say_time(self) -> None:
        minutes, seconds = divmod(max(0, self._left), 60)
        text = self.tr("Wait {0}:{1:02d}").format(minutes, seconds)
        self._clock.setText(text if self._left > 0 else self.tr("Time is up: what do you see?"))
