"""`LinksService`: registers ``jitdesk://`` links with the system, off the GUI thread."""

from __future__ import annotations

import os

from jitdesk.desktop.links import LinksPlug
from jitdesk.services.worker import Serial


class LinksService:
    """Does it once a start; writes only what is missing."""

    def __init__(self, plug: LinksPlug) -> None:
        """Take the system's plug."""
        self._plug = plug
        self._worker = Serial("links")

    def register(self) -> None:
        """Register, unless this JITDesk lives under one directory (`JITDESK_HOME`) of its own."""
        if self._plug.supported and not os.environ.get("JITDESK_HOME"):
            self._worker.submit(self._plug.register)

    def close(self) -> None:
        """End; what has not begun is left out."""
        self._worker.stop()
