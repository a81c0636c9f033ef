"""Python's garbage collector, kept away from keystrokes.

A keystroke of the search makes more objects than the 700 after which Python looks for garbage,
and what search remembers between keystrokes is walked each time: a full pass takes 13 ms.
So young objects are looked at less often, and all of them only while the popup is closed.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_YOUNG: Final = 20_000
_MIDDLE: Final = 50
_OLD: Final = 1000
_REST: Final = 3000  # ms after the popup closed: by then a guide that was opened is drawn


def calm_collector() -> None:
    """Leave what a start has made out of every later pass, and make passes rare."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)


class Collector(QObject):
    """Makes the full pass that `calm_collector` puts off; lives in the GUI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self.collect)

    def rest(self) -> None:
        """Note that the person looks elsewhere; a pass follows if they still do in a while."""
        self._timer.start()

    def work(self) -> None:
        """Note that the person types."""
        self._timer.stop()

    def collect(self) -> None:
        """Make the pass."""
        gc.collect()
