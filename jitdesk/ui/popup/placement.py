"""Where windows go: pure geometry, in Qt's logical pixels.

Qt keeps a screen's top left in device pixels and its size in logical ones; the foreground
plug speaks device pixels. The translation between the two is here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

Box = tuple[int, int, int, int]
_TOP_SHARE = 0.16  # the field sits above the middle, where the eye rests
_GAP = 12


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: its area without panels (logical), its origin and scale."""

    area: QRect
    origin: QPoint
    size: QSize
    scale: float

    @property
    def device_area(self) -> QRect:
        """The whole screen in device pixels."""
        return QRect(self.origin, self.size * self.scale)

    def to_logical(self, box: Box) -> QRect:
        """Return a device-pixel rectangle on this screen in logical pixels."""
        x, y, width, height = box
        return QRect(
            self.origin.x() + round((x - self.origin.x()) / self.scale),
            self.origin.y() + round((y - self.origin.y()) / self.scale),
            round(width / self.scale),
            round(height / self.scale),
        )


def screen_of(box: Box | None, pointer: QPoint, screens: Sequence[Screen]) -> Screen:
    """Return the screen that shows most of `box`; without one, that of the pointer."""
    if box is not None:
        wanted = QRect(*box)
        best = max(screens, key=lambda screen: _shared(screen.device_area, wanted))
        if _shared(best.device_area, wanted):
            return best
    for screen in screens:
        if QRect(screen.origin, screen.size).contains(pointer):
            return screen
    return screens[0]


def popup_rect(size: QSize, screen: Screen) -> QRect:
    """Return where the popup goes: centred, in the upper part, never off the screen."""
    area = screen.area
    fitting = size.boundedTo(area.size())
    left = area.left() + (area.width() - fitting.width()) // 2
    top = area.top() + min(round(area.height() * _TOP_SHARE), area.height() - fitting.height())
    return QRect(QPoint(left, top), fitting)


def beside_rect(size: QSize, work: QRect | None, screen: Screen) -> QRect:
    """Return where the guide window goes: beside the work window, covering it least.

    The free strip right of the window is tried, then the left one; with no room on either
    side it takes the right edge of the screen.
    """
    area = screen.area
    fitting = size.boundedTo(area.size() - QSize(2 * _GAP, 2 * _GAP))
    left = area.right() - _GAP - fitting.width()
    top = area.top() + _GAP
    if work is not None and work.intersects(area):
        top = work.top()
        if area.right() - work.right() >= fitting.width() + 2 * _GAP:
            left = work.right() + _GAP
        elif work.left() - area.left() >= fitting.width() + 2 * _GAP:
            left = work.left() - _GAP - fitting.width()
    top = max(area.top() + _GAP, min(top, area.bottom() - _GAP - fitting.height()))
    return QRect(QPoint(left, top), fitting)


def _shared(first: QRect, second: QRect) -> int:
    common = first.intersected(second)
    return max(0, common.width()) * max(0, common.height())
