"""`RecorderService`: turns what the recorder plug tells into steps, in the plug's thread.

A picture is blurred as soon as it is there; nobody else ever gets the sharp one. Steps are
kept in memory until the recording is finished or thrown away; nothing is written here.
"""

from __future__ import annotations

import threading
from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from jitdesk.authoring.recording import (
    READABLE,
    Click,
    Event,
    Note,
    Steps,
    Typed,
    listed,
    taken,
    undone,
)
from jitdesk.desktop.recorder import RecorderPlug, Shot
from jitdesk.models.blurred import blurred
from jitdesk.services.emitting import emit


class RecorderService(QObject):
    """One recording at a time."""

    changed = Signal(object)
    """The steps so far."""

    def __init__(self, plug: RecorderPlug, parent: QObject | None = None) -> None:
        """Take the system's plug; it does not listen before `start`."""
        super().__init__(parent)
        self._plug = plug
        self._lock = threading.Lock()
        self._steps: Steps = ()
        self._scale = 1.0
        self._ignored: Collection[str] = ()

    @property
    def reason(self) -> str:
        """Why nothing can be recorded here, "" if it can."""
        return "" if self._plug.supported else self._plug.reason

    def start(self, scale: float, ignored: Collection[str]) -> None:
        """Begin a recording, see `RecorderPlug.start`; raises DesktopError."""
        self._scale, self._ignored = scale, ignored
        self._steps = ()
        self.resume()

    def pause(self) -> None:
        """Stop listening; the steps stay."""
        self._plug.stop()

    def resume(self) -> None:
        """Listen again; raises DesktopError."""
        self._plug.start(self._take, self._scale, self._ignored)

    def mute_keys(self, mute: bool) -> None:
        """Hear no keys while they are meant for the bar."""
        self._plug.mute_keys(mute)

    def note(self, text: str) -> None:
        """Add a step that is no click."""
        if text.strip():
            self._take(Note(text), None)

    def undo(self) -> None:
        """Take the last step away."""
        with self._lock:
            self._steps = undone(self._steps)
            after = listed(self._steps)
        emit(self.changed, after)

    def finish(self) -> Steps:
        """Stop listening and hand the steps out; they are kept until `forget`."""
        self._plug.stop()
        return listed(self._steps)

    def forget(self) -> None:
        """Stop listening and drop everything."""
        self._plug.stop()
        self._steps = ()

    # -- in the plug's thread ------------------------------------------------------------

    def _take(self, event: Event, shot: Shot | None) -> None:
        picture = self._blurred(event, shot) if shot is not None else b""
        with self._lock:
            before = listed(self._steps)
            self._steps = taken(self._steps, event, picture)
            after = listed(self._steps)
        if after != before:
            emit(self.changed, after)

    def _blurred(self, event: Event, shot: Shot) -> bytes:
        control = event.control if isinstance(event, (Click, Typed)) else None
        return blurred(
            shot.data,
            shot.box,
            control.box if control is not None else None,
            shot.point,
            self._scale,
            readable=control is not None and control.role in READABLE,
        )
