"""`AnswerForm`: what may be done now, as buttons; a chosen one asks for its fields below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from jitdesk.models.inbox_items import Deed
from jitdesk.ui.theme import SPACE, Theme
from jitdesk.ui.widgets.buttons import action_button

_FOUND: Final = "found"


class AnswerForm(QWidget):
    """Buttons and, while one asks, its fields."""

    decided = Signal(object, object)
    """The `Deed` and its fields, name -> text."""

    def __init__(self, theme: Theme) -> None:
        """Start without anything to do."""
        super().__init__()
        self._theme = theme
        self._deed: Deed | None = None
        self._guides: Sequence[tuple[str, str]] = ()
        self._fields: dict[str, QLineEdit] = {}
        self.buttons: dict[str, QPushButton] = {}
        self._row, self._asked, self._hits = QWidget(), QWidget(), QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, SPACE, 0, 0)
        outer.setSpacing(SPACE)
        for part in (self._row, self._hits, self._asked):
            outer.addWidget(part)
        QHBoxLayout(self._row).setContentsMargins(0, 0, 0, 0)
        for part in (self._asked, self._hits):
            QVBoxLayout(part).setContentsMargins(0, 0, 0, 0)

    @property
    def asking(self) -> bool:
        """Whether fields are open."""
        return self._deed is not None

    def show_deeds(self, deeds: Sequence[Deed]) -> None:
        """Show what may be done."""
        self.stop_asking()
        self._guides = ()
        layout = self._cleared(self._row)
        self.buttons.clear()
        for number, deed in enumerate(deeds, 1):
            key = f"Alt+{number}" if number < 10 else ""
            button = action_button(self._theme, deed.label, key, main=number == 1)
            button.clicked.connect(lambda _=False, deed=deed: self.choose(deed))
            layout.addWidget(button)
            self.buttons[deed.name] = button
        layout.addStretch(1)

    def press(self, number: int) -> None:
        """Press the button with this number, from 1."""
        found = list(self.buttons.values())
        if number <= len(found):
            found[number - 1].click()

    def show_suggestions(self, guides: Sequence[tuple[str, str]]) -> None:
        """Offer guides for "it exists"."""
        self._guides = guides
        if self._deed is not None and self._deed.name == _FOUND:
            self._show_hits(self._deed)

    def choose(self, deed: Deed) -> None:
        """Do it at once, or ask for what it needs."""
        if not deed.fields:
            self.decided.emit(deed, {})
            return
        self.stop_asking()
        self._deed = deed
        layout = self._cleared(self._asked)
        for field in deed.fields:
            ask = field.ask if field.must else f"{field.ask} ({self.tr('may stay empty')})"
            label = QLabel(ask)
            label.setWordWrap(True)
            label.setFont(self._theme.font(13))
            line = QLineEdit()
            line.setMaxLength(600)
            line.setAccessibleName(ask)
            line.setFont(self._theme.font(13))
            line.returnPressed.connect(self._confirm)
            label.setBuddy(line)
            layout.addWidget(label)
            layout.addWidget(line)
            self._fields[field.name] = line
        done = action_button(self._theme, deed.label, self.tr("Enter"), main=True)
        done.clicked.connect(self._confirm)
        layout.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        self._asked.show()
        if deed.name == _FOUND:
            self._show_hits(deed)
        next(iter(self._fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_asking(self) -> None:
        """Take the fields away."""
        self._deed = None
        self._fields.clear()
        for part in (self._asked, self._hits):
            self._cleared(part)
            part.hide()

    def _show_hits(self, deed: Deed) -> None:
        layout = self._cleared(self._hits)
        for key, title in self._guides:
            button = action_button(self._theme, title)
            button.setStyleSheet(button.styleSheet() + "QPushButton { text-align: left; }")
            button.clicked.connect(lambda _=False, key=key: self.decided.emit(deed, {"guide": key}))
            layout.addWidget(button)
        self._hits.setVisible(bool(self._guides))

    def _confirm(self) -> None:
        deed = self._deed
        if deed is None:
            return
        given = {name: " ".join(line.text().split()) for name, line in self._fields.items()}
        empty = next((f.name for f in deed.fields if f.must and not given[f.name]), "")
        if empty:
            self._fields[empty].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.decided.emit(deed, {name: text for name, text in given.items() if text})

    @staticmethod
    def _cleared(part: QWidget) -> QHBoxLayout | QVBoxLayout:
        layout = part.layout()
        assert isinstance(layout, QHBoxLayout | QVBoxLayout)  # noqa: S101  (built above)
        while (taken := layout.takeAt(0)) is not None:
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()
        return layout
