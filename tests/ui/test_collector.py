"""Garbage is looked for while the popup is closed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from jitdesk.app.collector import Collector, calm_collector


class Ring:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.other = self


@pytest.fixture(autouse=True)
def threshold() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_a_closed_popup_is_followed_by_a_full_pass(qtbot: QtBot) -> None:
    calm_collector()
    collector = Collector()
    collector._timer.setInterval(1)
    ring = weakref.ref(Ring())
    collector.rest()
    qtbot.waitUntil(lambda: ring() is None, timeout=5000)


def test_a_popup_that_opens_again_puts_the_pass_off() -> None:
    collector = Collector()
    collector.rest()
    collector.work()
    assert not collector._timer.isActive()
