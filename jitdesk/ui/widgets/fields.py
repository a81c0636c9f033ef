"""`NumberBox` and `ChoiceBox`: a number and a choice with arrows that show in both schemes.

A style sheet that colours these fields takes Qt's own arrows away; these draw their own in
`mark`. Turning the wheel over a field changes it only while it has the focus: a page that is
scrolled must not change what lies under the pointer.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QStyle, QStyleOptionSpinBox, QWidget

_ARM = 3.5
"""Half the width of an arrow, logical pixels."""


class NumberBox(QSpinBox):
    """A spin box; set `mark` to the colour of its arrows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Take the wheel only with the focus."""
        super().__init__(parent)
        self.mark = QColor("black")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page while the focus is elsewhere."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two arrows over the field."""
        super().paintEvent(event)
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        kinds = QStyle.SubControl
        for part, up in ((kinds.SC_SpinBoxUp, True), (kinds.SC_SpinBoxDown, False)):
            complex_control = QStyle.ComplexControl.CC_SpinBox
            box = self.style().subControlRect(complex_control, option, part, self)
            _arrow(self, box, self.mark, up=up)


class ChoiceBox(QComboBox):
    """A combo box; set `mark` to the colour of its arrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Take the wheel only with the focus."""
        super().__init__(parent)
        self.mark = QColor("black")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page while the focus is elsewhere."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow over the field."""
        super().paintEvent(event)
        _arrow(self, self.rect().adjusted(self.width() - 28, 0, 0, 0), self.mark, up=False)


def _arrow(widget: QWidget, box: QRect, colour: QColor, *, up: bool) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle, rise = box.toRectF().center(), (-_ARM if up else _ARM) / 2
    corners = ((-_ARM, -rise), (0.0, rise), (_ARM, -rise))
    painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
