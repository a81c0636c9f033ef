"""Python's garbage collector, kept away from keystrokes.

A keystroke of the search makes more objects than the 700 after which Python looks for garbage,
and what search remembers between keystrokes is walked each time: 3 to 40 ms a pass. So nothing
is collected while the popup is open; what piles up then goes when it has closed. A session at
the keyboard leaves some thousand objects, next to no cycles among them.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_REST: Final = 3000  # ms after the popup closed: by then a guide that was opened is drawn
_LONG: Final = 600_000  # ms of an open popup after which a pass cannot hurt: nobody types


def calm_collector() -> None:
    """Leave what a start has made out of every later pass."""
    gc.collect()
    gc.freeze()


class Collector(QObject):
    """Switches the collector off while the popup is open; lives in the GUI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.collect)

    def rest(self) -> None:
        """Note that the popup closed; a pass follows if it stays closed for a while."""
        self._timer.start(_REST)

    def work(self) -> None:
        """Note that the popup opened."""
        gc.disable()
        self._timer.start(_LONG)

    def collect(self) -> None:
        """Make the pass that was put off, and go on as Python does."""
        gc.collect()
        gc.enable()
