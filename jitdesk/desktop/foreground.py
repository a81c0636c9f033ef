"""The foreground plug: which window is in front, and giving the focus to a window.

Titles are for the moment of use only: they are never stored, logged or sent anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ForegroundWindow:
    """The window in front.

    Attributes:
        id: the system's handle.
        app: program name, lower case, without ".exe"; "" = unknown.
        title: window title, "" = unknown.
        geometry: x, y, width, height on the desktop in device pixels; None = unknown.
    """

    id: int
    app: str = ""
    title: str = ""
    geometry: tuple[int, int, int, int] | None = None


class ForegroundPlug(Protocol):
    """What is in front, and who gets the focus; called from the GUI thread, <= 5 ms."""

    name: str

    def current(self) -> ForegroundWindow | None:
        """Return the window in front, None if the system does not tell."""

    def activate(self, window_id: int, time: int = 0) -> None:
        """Ask the system to give `window_id` the focus; `time` is that of the key press."""

    def pass_over(self, window_id: int) -> None:
        """Let the system never give the focus to one of our windows by itself."""

    def composited(self) -> bool:
        """Whether windows may be translucent (rounded corners, shadow)."""

    def close(self) -> None:
        """Give up the connection."""


class NullForeground:
    """Knows nothing and moves no focus; the window system does what it does by itself."""

    name = "none"

    def current(self) -> ForegroundWindow | None:
        """Return None."""
        return None

    def activate(self, window_id: int, time: int = 0) -> None:
        """Do nothing."""

    def pass_over(self, window_id: int) -> None:
        """Do nothing."""

    def composited(self) -> bool:
        """Return False: the safe answer is square corners."""
        return False

    def close(self) -> None:
        """Do nothing."""
