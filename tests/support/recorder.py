"""A recorder plug that tells what the test says."""

from __future__ import annotations

from collections.abc import Collection

from jitdesk.authoring.recording import Event
from jitdesk.desktop.recorder import OnEvent, Shot
from jitdesk.errors import DesktopError


class ToldRecorder:
    """Listens to the test; `fault` is what `start` raises."""

    supported = True
    reason = ""

    def __init__(self, fault: str = "") -> None:
        self.fault = fault
        self.listening = self.muted = False
        self.ignored: Collection[str] = ()
        self._on_event: OnEvent | None = None

    def start(self, on_event: OnEvent, scale: float, ignored: Collection[str] = ()) -> None:
        if self.fault:
            raise DesktopError(self.fault)
        self.listening, self.ignored, self._on_event = True, ignored, on_event

    def mute_keys(self, mute: bool) -> None:
        self.muted = mute

    def stop(self) -> None:
        self.listening = False

    def tell(self, event: Event, shot: Shot | None = None) -> None:
        """Let an event happen; while nobody listens, nothing is heard."""
        if self.listening and self._on_event is not None:
            self._on_event(event, shot)
