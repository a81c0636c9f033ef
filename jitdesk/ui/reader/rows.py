"""The rows one can be on: a step, a checklist item, or a heading of a plain page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jitdesk.ui.theme import RADIUS, SPACE, Theme
from jitdesk.ui.widgets.tick_box import TickBox


class StopRow(QFrame):
    """A row with a mark when it is the current one; a click makes it current."""

    clicked = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        """Take the theme and the plain text that a screen reader says."""
        super().__init__()
        self._theme = theme
        self._current = False
        self._name = name
        self._details: list[QWidget] = []
        self._reasons: list[QWidget] = []
        self._reasoned = False
        self.setAccessibleName(name)
        self.lines = QVBoxLayout()
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(SPACE // 2)
        self.outer = QHBoxLayout(self)
        self.outer.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE)
        self.outer.setSpacing(SPACE)

    def add_detail(self, widget: QWidget) -> None:
        """Add a line that is shown only while this is the current row."""
        self._details.append(widget)
        self.lines.addWidget(widget)
        widget.setVisible(self._current)

    def add_reason(self, widget: QWidget) -> None:
        """Add a line that is shown on demand while this is the current row."""
        self._reasons.append(widget)
        self.lines.addWidget(widget)
        widget.setVisible(False)

    @property
    def has_reasons(self) -> bool:
        """Whether the author gave a reason for this row."""
        return bool(self._reasons)

    def show_reasons(self, shown: bool) -> None:
        """Show or hide the reasons, of the current row only."""
        self._reasoned = shown
        for widget in self._reasons:
            widget.setVisible(shown and self._current)

    def set_current(self, current: bool) -> None:
        """Mark or unmark the row."""
        self._current = current
        for widget in self._details:
            widget.setVisible(current)
        self.show_reasons(self._reasoned)
        self.setAccessibleDescription(self.tr("current step") if current else "")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make it current."""
        self.clicked.emit()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the soft ground and the bar of the current row."""
        if not self._current:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent_soft"))
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        painter.setBrush(self._theme.color("accent"))
        bar = QRectF(0, SPACE, 3, self.height() - 2 * SPACE)
        painter.drawRoundedRect(bar, 1.5, 1.5)


class StepRow(StopRow):
    """A numbered step."""

    def __init__(self, theme: Theme, number: str, text: QLabel, name: str) -> None:
        """Take the number as shown, the rich text and the plain text."""
        super().__init__(theme, name)
        badge = QLabel(number)
        badge.setFont(theme.font(12, bold=True))
        badge.setFixedWidth(theme.px(22))
        badge.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        badge.setStyleSheet(f"color: {theme.tokens.accent}; padding-top: 1px;")
        self.outer.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        self.outer.addLayout(self.lines, 1)
        self.lines.addWidget(text)


class ItemRow(StopRow):
    """A checklist item with a real check box."""

    toggled = Signal(bool)
    """The person wants it ticked or cleared; it changes when `set_ticked` is called."""

    def __init__(self, theme: Theme, text: QLabel, name: str, depth: int = 0) -> None:
        """Take the rich text, the plain text and the nesting depth."""
        super().__init__(theme, name)
        self.box = TickBox(theme.px(18))
        self.box.setAccessibleName(name)
        self.box.line, self.box.ground = theme.color("muted"), theme.color("ground")
        self.box.fill, self.box.mark = theme.color("accent"), theme.color("on_accent")
        self.box.clicked.connect(self._wanted)
        self._text = text
        left = SPACE + 4 + depth * theme.px(20)
        self.outer.setContentsMargins(left, SPACE, SPACE, SPACE)
        self.outer.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self.outer.addLayout(self.lines, 1)
        self.lines.addWidget(text)

    @property
    def ticked(self) -> bool:
        """Whether it is shown as ticked."""
        return self.box.isChecked()

    def set_ticked(self, ticked: bool) -> None:
        """Show it as stored."""
        self.box.setChecked(ticked)
        tone = self._theme.tokens.muted if ticked else self._theme.tokens.text
        self._text.setStyleSheet(f"color: {tone};")

    def _wanted(self, ticked: bool) -> None:
        # Shown only once it is stored: what looks ticked is ticked, also after a crash.
        self.box.setChecked(not ticked)
        self.toggled.emit(ticked)


class HeadingRow(StopRow):
    """A heading of a page that has neither steps nor items."""

    def __init__(self, theme: Theme, text: QLabel, name: str) -> None:
        """Take the heading."""
        super().__init__(theme, name)
        self.outer.setContentsMargins(SPACE + 4, SPACE // 2, SPACE, SPACE // 2)
        self.outer.addLayout(self.lines, 1)
        self.lines.addWidget(text)
