"""The recorder plug: what a person does in other programs, while they record a guide.

It listens from `start` to `stop` and at no other time. A plug tells *that* a key came, never
which letter; it leaves out what happens in windows of JITDesk itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final, Protocol

from jitdesk.authoring.recording import Box, Event
from jitdesk.errors import DesktopError

REASONS: Final = {
    "Wayland": "Recording is not available on this system yet: Wayland shows a program neither "
    "the clicks nor the windows of the others.",
    "Windows": "Recording is not available on this system yet: it needs Windows' own hooks.",
    "macOS": "Recording is not available on this system yet: it needs macOS' own hooks.",
    "": "Recording is not available here: there is no desktop.",
}


@dataclass(frozen=True, slots=True)
class Shot:
    """A piece of the screen, not blurred: it is for the moment in which it is blurred.

    Attributes:
        data: four bytes a pixel: blue, green, red, unused.
        box: where it was on the screen.
        point: where the pointer was on the screen, None = it does not matter.
    """

    data: bytes
    box: Box
    point: tuple[int, int] | None = None


OnEvent = Callable[[Event, Shot | None], None]


class RecorderPlug(Protocol):
    """Listens to clicks and keys in all programs."""

    supported: bool
    reason: str
    """A sentence, where it is not supported."""

    def start(self, on_event: OnEvent, scale: float, ignored: Collection[str] = ()) -> None:
        """Begin to listen; `on_event` is called from the plug's thread, in order.

        Args:
            on_event: takes an event and the picture from before it, if there is one.
            scale: device pixels to a logical one, for the size of the pictures.
            ignored: chords that belong to JITDesk itself.

        Raises:
            DesktopError: it cannot.
        """

    def mute_keys(self, mute: bool) -> None:
        """Hear no keys while they are meant for JITDesk, nor the last one of them."""

    def stop(self) -> None:
        """Stop listening and give everything back; safe to call twice."""


class NullRecorder:
    """Records nothing and says why."""

    supported = False

    def __init__(self, system: str = "") -> None:
        """Take the name of the system."""
        self.reason = REASONS.get(system, REASONS[""])

    def start(self, on_event: OnEvent, scale: float, ignored: Collection[str] = ()) -> None:
        """Say that it cannot."""
        raise DesktopError(self.reason)

    def stop(self) -> None:
        """Do nothing."""

    def mute_keys(self, mute: bool) -> None:
        """Do nothing."""
