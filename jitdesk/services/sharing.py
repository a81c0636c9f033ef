"""`SharingService`: the only way to the organisation's record store, in child processes.

Where the organisation has set up none, no child is started and no connection is made.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from jitdesk.paths import Paths
from jitdesk.services.child import COMMAND, run_child
from jitdesk.services.emitting import emit
from jitdesk.services.worker import Serial


class SharingService(QObject):
    """Previews, agrees, sends."""

    previewed = Signal(object)
    """What `jitdesk xapi preview --json` prints."""
    said = Signal(str)

    def __init__(
        self, paths: Paths, command: Sequence[str] = COMMAND, parent: QObject | None = None
    ) -> None:
        """Take where the organisation's file would be, and how JITDesk is started."""
        super().__init__(parent)
        self._paths, self._command = paths, tuple(command)
        self._far = Serial("sharing")

    @property
    def configured(self) -> bool:
        """Whether the organisation has set up a store (a local file)."""
        return self._paths.xapi_file.exists()

    def preview(self) -> None:
        """Read what would be sent; answered by `previewed`."""
        self._far.submit(self._preview)

    def start(self) -> None:
        """Agree; then preview anew."""
        self._far.submit(lambda: self._run("start", "--yes"))

    def stop(self) -> None:
        """Take the consent back; then preview anew."""
        self._far.submit(lambda: self._run("stop"))

    def send(self) -> None:
        """Send what waits, if both sides agreed."""
        if self.configured:
            self._far.submit(self._send)

    def close(self) -> None:
        """End; nobody waits for a store."""
        self._far.stop()

    def _send(self) -> None:
        run_child(("xapi", "send"), self._command)

    def _run(self, *words: str) -> None:
        text, _ = run_child(("xapi", *words), self._command)
        emit(self.said, text)
        self._preview()

    def _preview(self) -> None:
        text, _ = run_child(("xapi", "preview", "--json"), self._command)
        try:
            preview = json.loads(text)
        except ValueError:
            emit(self.said, text)
        else:
            emit(self.previewed, preview)
