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
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_while_the_popup_is_open(qtbot: QtBot) -> None:
    calm_collector()
    collector = Collector()
    collector.work()
    assert not gc.isenabled()
    ring = weakref.ref(Ring())
    collector.rest()
    collector._timer.start(1)  # the wait is not what is tested
    qtbot.waitUntil(lambda: ring() is None, timeout=5000)
    assert gc.isenabled()


def test_a_popup_that_opens_again_puts_the_pass_off() -> None:
    collector = Collector()
    collector.rest()
    wait = collector._timer.interval()
    collector.work()
    assert collector._timer.interval() > 100 * wait
    assert not gc.isenabled()
