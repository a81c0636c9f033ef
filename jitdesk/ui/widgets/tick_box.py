"""`TickBox`: a check box drawn large and clear in both schemes; a real one for the reader."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QWidget

_TICK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))  # corners, as shares of the box


class TickBox(QCheckBox):
    """A check box without text; give it an accessible name."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        """Take the side in logical pixels; set `colours` before it is shown."""
        super().__init__(parent)
        self._side = size
        self.line = self.fill = self.mark = self.ground = QColor("black")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Return the square with room for the focus ring."""
        return QSize(self._side + 4, self._side + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same: it does not shrink."""
        return self.sizeHint()

    def hitButton(self, _position: object) -> bool:
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, tick and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(2, 2, self._side, self._side)
        painter.setBrush(self.fill if self.isChecked() else self.ground)
        painter.setPen(QPen(self.fill if self.isChecked() or self.hasFocus() else self.line, 1.5))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        if self.isChecked():
            pen = QPen(self.mark, 2.0)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPolyline(
                QPolygonF([QPointF(2 + x * self._side, 2 + y * self._side) for x, y in _TICK])
            )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.fill, 1))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
