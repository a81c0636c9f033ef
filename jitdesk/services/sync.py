"""`SyncService`: looks for new guides in a child process, now and then.

A share may hang for minutes and a first index may take half a minute; both happen in a
child (`jitdesk sync`), never here. One thread listens to the child; nobody waits for either:
quitting leaves them to end by themselves, and the popup answers from the copy that is
installed. The time of the polls is spread per machine, so that a fleet does not knock at
the same second.
"""

from __future__ import annotations

import json
import logging
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from jitdesk.services.emitting import emit
from jitdesk.services.worker import Serial

_log = logging.getLogger(__name__)

_JITTER: Final = 0.2
COMMAND: Final = (sys.executable, "-P", "-m", "jitdesk")
_SYNC: Final = ("sync", "--json", "--progress-json")


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """What a sync did: the sources as `jitdesk sync --json` reports them."""

    sources: tuple[dict[str, Any], ...]
    changed: int
    problem: str = ""


class SyncService(QObject):
    """Runs one child at a time; a wish for a sync during a sync is remembered once."""

    started = Signal()
    progressed = Signal(str, int, int)
    """What is being done, how many are done, how many there are (0 = not known)."""
    finished = Signal(object)
    """A `SyncOutcome`."""
    command_said = Signal(str)
    """What a command of `run_command` had to say, one or two sentences."""
    _synced = Signal(object)
    _commanded = Signal(str, int)

    def __init__(self, command: Sequence[str] = COMMAND, parent: QObject | None = None) -> None:
        """Take how JITDesk is started; nothing runs before `sync_now` or `poll_every`."""
        super().__init__(parent)
        self._command = tuple(command)
        self._worker = Serial("sync")
        self._child: subprocess.Popen[str] | None = None
        self._closed = False
        self._wishes = 0
        self._minutes = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.sync_now)
        self._synced.connect(self._ended)
        self._commanded.connect(self._command_ended)

    @property
    def running(self) -> bool:
        """Whether a sync is going on."""
        return self._wishes > 0

    def poll_every(self, minutes: int) -> None:
        """Sync every so many minutes, give or take a fifth; 0 = only when asked."""
        self._minutes = minutes
        self._schedule()

    def sync_now(self) -> None:
        """Start a sync, or remember to start one after the one that runs."""
        if self._wishes < 2:
            self._wishes += 1
            self._worker.submit(self._sync)
            self.started.emit()

    def run_command(self, *words: str) -> None:
        """Run another command that may touch a share, then sync; `command_said` answers."""
        self._worker.submit(lambda: self._run_other(words))

    def cancel(self) -> None:
        """Ask the sync that runs to stop; what is installed stays."""
        if self._child is not None:
            self._child.terminate()

    def close(self) -> None:
        """Let go without waiting: a child on a dead share may not even be killable."""
        self._closed = True
        self._timer.stop()
        self.cancel()
        self._worker.stop()

    # -- in the thread -------------------------------------------------------------------

    def _sync(self) -> None:
        text, code = self._run(_SYNC)
        emit(self._synced, _outcome(text, code))

    def _run_other(self, words: Sequence[str]) -> None:
        text, code = self._run(words)
        emit(self._commanded, text, code)

    def _run(self, words: Sequence[str]) -> tuple[str, int]:
        """Run the child; return what it said and its code.

        Its report goes to a file: a pipe that nobody empties would stop it.
        """
        if self._closed:
            return "", 1
        try:
            with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as report:
                said, code = self._listen(words, report)
                report.seek(0)
                return report.read() or said, code
        except OSError as error:
            return f"The command could not be started ({error}).", 3

    def _listen(self, words: Sequence[str], report: IO[str]) -> tuple[str, int]:
        with subprocess.Popen(
            [*self._command, *words],
            stdin=subprocess.DEVNULL,
            stdout=report,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as child:
            self._child = child
            said = [line for line in child.stderr or () if not self._is_progress(line)]
            code = child.wait()
        self._child = None
        return "".join(said), code

    def _is_progress(self, line: str) -> bool:
        try:
            step = json.loads(line)
            told = str(step["what"]), int(step["done"]), int(step["total"])
        except (ValueError, KeyError, TypeError):
            return False
        emit(self.progressed, *told)
        return True

    # -- in the GUI thread ---------------------------------------------------------------

    def _ended(self, outcome: SyncOutcome) -> None:
        self._wishes -= 1
        self.finished.emit(outcome)
        self._schedule()

    def _command_ended(self, text: str, code: int) -> None:
        self.command_said.emit(text.strip().removeprefix("jitdesk: "))
        if code == 0:
            self.sync_now()

    def _schedule(self) -> None:
        self._timer.stop()
        if self._minutes:
            spread = random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311  (no secret)
            self._timer.start(round(self._minutes * 60_000 * spread))


def _outcome(text: str, code: int) -> SyncOutcome:
    try:
        sources = tuple(json.loads(text)["sources"])
    except (ValueError, KeyError, TypeError):
        _log.info("the sync ended with code %d: %s", code, text[-2000:])
        return SyncOutcome(
            (),
            0,
            text.strip().removeprefix("jitdesk: ")
            or QCoreApplication.translate("Sync", "The sync was stopped."),
        )
    kinds = ("added", "changed", "removed")
    changed = sum(_count(source.get(kind, 0)) for source in sources for kind in kinds)
    return SyncOutcome(sources, changed)


def _count(value: Any) -> int:  # noqa: ANN401  (a number, or a list of paths)
    return len(value) if isinstance(value, list) else int(value)
