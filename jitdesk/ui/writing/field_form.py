"""`FieldForm`: the fields that every guide needs, as part of the text they stand in."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from jitdesk.authoring.aim import KEYS, aim_of
from jitdesk.authoring.document import fields_of
from jitdesk.ui.theme import SPACE, Theme
from jitdesk.ui.widgets.fields import ChoiceBox

_TYPES: Final = ("guide", "checklist", "template", "framework")
_ASKED_LINES: Final = 3


class FieldForm(QWidget):
    """Title, situation, what people type, and the four questions that give the aim."""

    changed = Signal(str, object)
    """A field that was edited, and its value."""
    kind_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Build the rows."""
        super().__init__()
        self._theme = theme
        self._filling = False
        self.title, self.situation, self.asked = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.kind = ChoiceBox()
        self.why = {key: ChoiceBox() for key in KEYS}
        self._aim = QLabel()
        self._lay_out()

    def show_fields(self, text: str) -> None:
        """Show the fields of a text."""
        self._filling = True
        fields = fields_of(text)
        _set(self.title, str(fields.get("title") or ""))
        _set(self.situation, str(fields.get("situation") or ""))
        asked = fields.get("also_asked")
        rows = "\n".join(map(str, asked)) if isinstance(asked, list) else ""
        if self.asked.toPlainText().strip() != rows:
            self.asked.setPlainText(rows)
        self.kind.setCurrentText(str(fields.get("type") or "guide"))
        why = fields.get("aim_why")
        for key, box in self.why.items():
            box.setCurrentIndex(box.findText(str(why.get(key))) if isinstance(why, dict) else -1)
        self._filling = False

    def show_aim(self, aim: str) -> None:
        """Say which aim the four answers lead to."""
        self._aim.setText(self.tr("Aim: {0}").format(aim) if aim else "")

    def go_to(self, field: str) -> bool:
        """Put the cursor into a field; False if the form has it not."""
        first = next((box for box in self.why.values() if box.currentIndex() < 0), None)
        widgets: dict[str, QWidget | None] = {
            "title": self.title,
            "situation": self.situation,
            "also_asked": self.asked,
            "aim_why": first or next(iter(self.why.values())),
        }
        widget = widgets.get(field)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return widget is not None

    # -- inside --------------------------------------------------------------------------

    def _write(self, name: str, value: object) -> None:
        if not self._filling:
            self.changed.emit(name, value)

    def _write_asked(self) -> None:
        rows = [row.strip() for row in self.asked.toPlainText().split("\n")]
        self._write("also_asked", [row for row in rows if row])

    def _write_why(self) -> None:
        why = {key: box.currentText() for key, box in self.why.items() if box.currentIndex() >= 0}
        self._write("aim_why", why)
        aim, _ = aim_of(why) if len(why) == len(KEYS) else ("", "")
        if aim:
            self._write("aim", aim)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE // 2)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        self.kind.addItems([*_TYPES])
        self.kind.setAccessibleName(self.tr("Type"))
        self.kind.setMinimumWidth(self._theme.px(120))
        self.title.setPlaceholderText(self.tr("Title: what to do, beginning with the verb"))
        self.title.setAccessibleName(self.tr("Title"))
        top.addWidget(self.title, 1)
        top.addWidget(self.kind)
        self.title.setFont(self._theme.font(16, bold=True))
        self.situation.setPlaceholderText(self.tr("You ..."))
        self.situation.setAccessibleName(self.tr("Situation"))
        self.asked.setPlaceholderText(self.tr("at least three lines, in their words"))
        self.asked.setAccessibleName(self.tr("What people type"))
        self.asked.setTabChangesFocus(True)
        self.asked.setFixedHeight(self._theme.px(20) * _ASKED_LINES + 18)
        lines.addLayout(top)
        for words, field in (
            (self.tr("When is this the right page?"), self.situation),
            (self.tr("What people type when they are stuck, one a line"), self.asked),
        ):
            label = QLabel(words)
            label.setObjectName("muted")
            label.setBuddy(field)
            lines.addWidget(label)
            lines.addWidget(field)
        lines.addLayout(self._aim_row())
        self._aim.setObjectName("muted")
        self._aim.setWordWrap(True)
        lines.addWidget(self._aim)
        self.title.textEdited.connect(lambda text: self._write("title", text))
        self.situation.textEdited.connect(lambda text: self._write("situation", text))
        self.asked.textChanged.connect(self._write_asked)
        self.kind.activated.connect(lambda n: self.kind_wanted.emit(self.kind.itemText(n)))

    def _aim_row(self) -> QGridLayout:
        names = {
            "frequency": self.tr("How often?"),
            "stakes": self.tr("If it goes wrong?"),
            "time_pressure": self.tr("Time to look?"),
            "changes": self.tr("It changes?"),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(2)
        for column, (key, box) in enumerate(self.why.items()):
            label = QLabel(names[key])
            label.setObjectName("muted")
            label.setBuddy(box)
            box.setAccessibleName(names[key])
            box.setPlaceholderText(self.tr("choose"))
            box.addItems([*KEYS[key]])
            box.setCurrentIndex(-1)
            box.mark = self._theme.color("muted")
            box.activated.connect(self._write_why)
            grid.addWidget(label, 0, column)
            grid.addWidget(box, 1, column)
        self.kind.mark = self._theme.color("muted")
        return grid


def _set(field: QLineEdit, text: str) -> None:
    if field.text() != text:
        field.setText(text)
