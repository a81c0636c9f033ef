"""The accessibility plug: what the control at a point, or with the keyboard, is called.

It reads labels and kinds, never what stands in a field. Asking has a deadline, because a
program that hangs would hang the click.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from jitdesk.authoring.recording import Box, Control


@dataclass(frozen=True, slots=True)
class AskedWindow:
    """The window that is asked about: its process, title (for this moment only) and place."""

    pid: int
    title: str
    box: Box


class AccessibilityPlug(Protocol):
    """Belongs to the thread that calls it, but for `close`."""

    def control_at(self, window: AskedWindow, x: int, y: int) -> Control | None:
        """Return the control of `window` at a point of the screen, None if nobody tells."""

    def focused(self, window: AskedWindow) -> Control | None:
        """Return the control of `window` that the keyboard is in, None if nobody tells."""

    def close(self) -> None:
        """Leave it as it was."""


class NullAccessibility:
    """Knows nothing: a step then names the program, and its author the control."""

    def control_at(self, window: AskedWindow, x: int, y: int) -> Control | None:
        """Return None."""
        return None

    def focused(self, window: AskedWindow) -> Control | None:
        """Return None."""
        return None

    def close(self) -> None:
        """Do nothing."""
