"""What every service does in its thread: emit, and turn an error into a sentence."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import SignalInstance

from jitdesk.errors import JITDeskError
from jitdesk.services.worker import Job


def emit(signal: SignalInstance, *values: object) -> None:
    """Emit a signal; nothing happens if Qt is gone because the app quits. Any thread."""
    with contextlib.suppress(RuntimeError):
        signal.emit(*values)


def guarded(job: Job, failed: SignalInstance) -> Job:
    """Return `job` as one whose error is emitted as a sentence by `failed`."""

    def run() -> None:
        try:
            job()
        except (JITDeskError, OSError) as error:
            emit(failed, str(error))

    return run
