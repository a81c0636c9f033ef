"""`SyncService`: looks for new guides in a child process, now and then.

A share may hang for minutes and a first index may take half a minute; both happen in a
child (`jitdesk sync`), never here. Nobody waits for it: quitting leaves it to end by
itself, and the popup answers from the copy that is installed. The time of the polls is
spread per machine, so that a fleet does not knock at the same second.
"""

from __future__ import annotations

import json
import logging
import random
import sys
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, QProcess, Qt, QTimer, Signal

_log = logging.getLogger(__name__)

_JITTER: Final = 0.2


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """What a sync did: the sources as `jitdesk sync --json` reports them."""

    sources: tuple[dict[str, Any], ...]
    changed: int
    problem: str = ""


class SyncService(QObject):
    """Runs one sync at a time; a wish during a sync is remembered once."""

    started = Signal()
    progressed = Signal(str, int, int)
    """What is being done, how many are done, how many there are (0 = not known)."""
    finished = Signal(object)
    """A `SyncOutcome`."""
    command_said = Signal(str)
    """What a command of `run_command` had to say, one or two sentences."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Prepare; nothing runs before `sync_now` or `poll_every`."""
        super().__init__(parent)
        self._process: QProcess | None = None
        self._again = False
        self._minutes = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.sync_now)

    @property
    def running(self) -> bool:
        """Whether a sync is going on."""
        return self._process is not None

    def poll_every(self, minutes: int) -> None:
        """Sync every so many minutes, give or take a fifth; 0 = only when asked."""
        self._minutes = minutes
        self._schedule()

    def sync_now(self) -> None:
        """Start a sync, or remember to start one after the one that runs."""
        if self._process is not None:
            self._again = True
            return
        process = QProcess(self)
        self._process = process
        process.readyReadStandardError.connect(self._read_progress)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        process.start(sys.executable, ["-P", "-m", "jitdesk", "sync", "--json", "--progress-json"])
        self.started.emit()

    def run_command(self, *words: str) -> None:
        """Run another command that may touch a share, then sync; `command_said` answers."""
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.finished.connect(lambda code, _status: self._command_ended(process, code))
        process.start(sys.executable, ["-P", "-m", "jitdesk", *words])

    def cancel(self) -> None:
        """Ask the sync that runs to stop; what is installed stays."""
        self._again = False
        if self._process is not None:
            self._process.terminate()

    def close(self) -> None:
        """Let go without waiting: a child on a dead share may not even be killable."""
        self._timer.stop()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._ended)
            process.errorOccurred.disconnect(self._failed)
            process.terminate()
            # Qt would wait for the child in the destructor; the process ends with us.
            process.setParent(None)
            _abandoned.append(process)

    def _read_progress(self) -> None:
        if self._process is None:
            return
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        for line in text.splitlines():
            try:
                step = json.loads(line)
                self.progressed.emit(str(step["what"]), int(step["done"]), int(step["total"]))
            except (ValueError, KeyError, TypeError):
                _log.info("sync said: %s", line)

    def _ended(self, code: int, _status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        text = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        process.deleteLater()
        self.finished.emit(_outcome(text, code))
        self._schedule()
        if self._again:
            self._again = False
            self.sync_now()

    def _command_ended(self, process: QProcess, code: int) -> None:
        said = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        process.deleteLater()
        self.command_said.emit(said.strip().removeprefix("jitdesk: "))
        if code == 0:
            self.sync_now()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._process.deleteLater()
            self._process = None
            self.finished.emit(SyncOutcome((), 0, "The sync could not be started."))
            self._schedule()

    def _schedule(self) -> None:
        self._timer.stop()
        if self._minutes:
            spread = random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311  (no secret)
            self._timer.start(round(self._minutes * 60_000 * spread))


_abandoned: list[QProcess] = []


def _outcome(text: str, code: int) -> SyncOutcome:
    try:
        sources = tuple(json.loads(text)["sources"])
    except (ValueError, KeyError, TypeError):
        return SyncOutcome((), 0, f"The sync ended without an answer (code {code}).")
    kinds = ("added", "changed", "removed")
    changed = sum(_count(source.get(kind, 0)) for source in sources for kind in kinds)
    return SyncOutcome(sources, changed)


def _count(value: Any) -> int:  # noqa: ANN401  (a number, or a list of paths)
    return len(value) if isinstance(value, list) else int(value)
