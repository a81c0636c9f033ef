"""Where windows go: pure geometry."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from jitdesk.ui.popup.placement import Screen, beside_rect, popup_rect, screen_of

LEFT = Screen(QRect(0, 0, 1920, 1040), QPoint(0, 0), QSize(1920, 1080), 1.0)
RIGHT = Screen(QRect(1920, 0, 1280, 720), QPoint(1920, 0), QSize(1280, 720), 2.0)
SIZE = QSize(820, 520)


def test_the_popup_opens_on_the_screen_that_shows_most_of_the_window() -> None:
    assert screen_of((1800, 100, 900, 500), QPoint(5, 5), [LEFT, RIGHT]) is RIGHT
    assert screen_of((100, 100, 900, 500), QPoint(2000, 5), [LEFT, RIGHT]) is LEFT


def test_device_pixels_of_a_scaled_screen_are_understood() -> None:
    # The right screen reaches to 1920 + 2 * 1280 device pixels.
    assert screen_of((4000, 100, 400, 300), QPoint(0, 0), [LEFT, RIGHT]) is RIGHT
    assert RIGHT.to_logical((2120, 200, 400, 300)) == QRect(2020, 100, 200, 150)


def test_without_a_window_the_pointer_decides() -> None:
    assert screen_of(None, QPoint(2000, 100), [LEFT, RIGHT]) is RIGHT
    assert screen_of((9000, 0, 10, 10), QPoint(5, 5), [LEFT, RIGHT]) is LEFT


@pytest.mark.parametrize("screen", [LEFT, RIGHT])
def test_the_popup_is_whole_on_its_screen(screen: Screen) -> None:
    for size in (SIZE, QSize(4000, 4000)):
        assert screen.area.contains(popup_rect(size, screen))


def test_the_guide_goes_where_it_covers_least() -> None:
    size = QSize(400, 600)
    right = beside_rect(size, QRect(100, 50, 900, 700), LEFT)
    assert right.left() > 1000
    left = beside_rect(size, QRect(900, 50, 1000, 700), LEFT)
    assert left.right() < 900
    edge = beside_rect(size, QRect(0, 0, 1920, 1040), LEFT)
    assert LEFT.area.contains(edge)


def test_the_guide_is_clamped_to_a_small_screen() -> None:
    assert RIGHT.area.contains(beside_rect(QSize(400, 2000), QRect(2000, 600, 300, 300), RIGHT))
