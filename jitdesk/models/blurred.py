"""A picture of the screen in which nothing can be read but the control of the step.

Averages of large squares, coarsely rounded, smoothed for the eye: what is smaller than a
square (a line of text is half of one) is not in the picture any more, so no filter brings it
back. The control stays sharp only where its words belong to the program.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

Box = tuple[int, int, int, int]

_SQUARE: Final = 28
"""Logical pixels of a square: two lines of text, three or four letters."""
_LEVELS: Final = 0xF0F0F0
_MARK: Final = QColor("#d6336c")
_HALO: Final = QColor(255, 255, 255, 220)
_WIDEST: Final = (420, 90)
"""Logical pixels: something larger than this is no button, so it is not left readable."""


def blurred(
    data: bytes,
    box: Box,
    control: Box | None,
    point: tuple[int, int] | None,
    scale: float,
    *,
    readable: bool,
) -> bytes:
    """Return a piece of the screen as PNG, blurred, with the control or the point marked.

    Args:
        data: four bytes a pixel: blue, green, red, unused.
        box: where the piece was on the screen; `control` and `point` are on the screen too.
        control: the control's place, None = unknown.
        point: where the pointer was, None = it does not matter.
        scale: device pixels to a logical one.
        readable: whether the control stays sharp.
    """
    x, y, width, height = box
    sharp = QImage(data, width, height, 4 * width, QImage.Format.Format_RGB32)
    picture = _blur(sharp, max(1, round(_SQUARE * scale)))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = QRect(0, 0, width, height)
    marked = QRect(*control).translated(-x, -y).intersected(inside) if control else QRect()
    if not marked.isEmpty() and _is_small(marked, scale):
        if readable:
            painter.drawImage(marked.topLeft(), sharp, marked)
        _frame(painter, marked, scale)
    elif point is not None:
        _ring(painter, QPoint(point[0] - x, point[1] - y), scale)
    painter.end()
    return _png(picture)


def _blur(sharp: QImage, square: int) -> QImage:
    small = QSize(max(1, sharp.width() // square), max(1, sharp.height() // square))
    ignore, smooth = (
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    squares = sharp.scaled(small, ignore, smooth)
    for row in range(small.height()):
        for column in range(small.width()):
            coarse = squares.pixel(column, row) & _LEVELS
            squares.setPixel(column, row, 0xFF080808 | coarse)
    return squares.scaled(sharp.size(), ignore, smooth).convertToFormat(QImage.Format.Format_RGB32)


def _is_small(box: QRect, scale: float) -> bool:
    return box.width() <= _WIDEST[0] * scale and box.height() <= _WIDEST[1] * scale


def _frame(painter: QPainter, box: QRect, scale: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = QRectF(box).adjusted(-3 * scale, -3 * scale, 3 * scale, 3 * scale)
    for colour, width in ((_HALO, 5.0), (_MARK, 2.5)):
        painter.setPen(QPen(colour, width * scale))
        painter.drawRoundedRect(edge, 5 * scale, 5 * scale)


def _ring(painter: QPainter, point: QPoint, scale: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_HALO, 6.0), (_MARK, 3.0)):
        painter.setPen(QPen(colour, width * scale))
        painter.drawEllipse(point, round(15 * scale), round(15 * scale))


def _png(picture: QImage) -> bytes:
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(store.data())
