"""What a blurred picture still tells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from jitdesk.models.blurred import blurred

WIDTH, HEIGHT = 400, 300
BUTTON = (1100, 1150, 80, 24)


def screen(text: str, size: int = 14) -> bytes:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    font = QFont("DejaVu Sans")
    font.setPixelSize(size)
    painter.setFont(font)
    painter.drawText(QRect(0, 0, WIDTH, HEIGHT), Qt.TextFlag.TextWordWrap, text)
    painter.end()
    return bytes(image.constBits())


def picture(data: bytes, *, readable: bool, control: tuple[int, int, int, int] | None) -> QImage:
    box = (1000, 1000, WIDTH, HEIGHT)
    png = blurred(data, box, control, (1140, 1160), 1.0, readable=readable)
    return QImage.fromData(png).convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.usefixtures("qapp")
def test_two_texts_of_the_same_weight_look_the_same() -> None:
    """A letter more or less changes nothing: what it was is not in the picture."""
    assert QGuiApplication.instance() is not None
    one = picture(screen("Salary 4100 " * 20), readable=False, control=None)
    other = picture(screen("Salary 4700 " * 20), readable=False, control=None)
    apart = max(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness())
        for x in range(0, WIDTH, 5)
        for y in range(0, HEIGHT, 5)
    )
    assert apart <= 16  # one level of the coarse rounding


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("readable", [True, False])
def test_only_a_readable_control_stays_as_it_is(readable: bool) -> None:
    data = screen("Save the page now " * 60)
    sharp = QImage(data, WIDTH, HEIGHT, 4 * WIDTH, QImage.Format.Format_RGB32)
    shown = picture(data, readable=readable, control=BUTTON)
    inside = QRect(110, 156, 60, 12)
    assert (shown.copy(inside) == sharp.copy(inside)) is readable
    outside = QRect(10, 10, 200, 60)
    assert shown.copy(outside) != sharp.copy(outside)


@pytest.mark.usefixtures("qapp")
def test_what_is_too_large_for_a_button_is_blurred_all_the_same() -> None:
    data = screen("a page of text " * 60)
    sharp = QImage(data, WIDTH, HEIGHT, 4 * WIDTH, QImage.Format.Format_RGB32)
    shown = picture(data, readable=True, control=(1000, 1000, WIDTH, HEIGHT))
    assert shown.copy(0, 0, 100, 100) != sharp.copy(0, 0, 100, 100)
