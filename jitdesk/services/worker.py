"""The two ways work is done off the GUI thread: `LatestWins` and `Serial`.

Both own one daemon thread that starts with the first job, so nobody waits for it at start
and quitting never waits for a share or a disk. A job is a plain callable; its result goes
to a callback in the worker's thread, which emits a queued signal and does nothing else.

A job usually holds its service, a QObject, which may die only in its own thread. So the
worker lets go of a job as soon as it has run, while the service is still in use; a job that
ends after `stop` is kept for ever, because nobody else may be left who holds its service.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable

_log = logging.getLogger(__name__)

Job = Callable[[], None]

_outlived: list[Job] = []
"""Jobs that ended after their worker was stopped: the last ones of each."""


class LatestWins:
    """Runs the newest job; one that waits when a newer one comes is dropped unrun."""

    def __init__(self, name: str) -> None:
        """Name the thread."""
        self._name = name
        self._pending: Job | None = None
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._stopping = False

    def submit(self, job: Job) -> None:
        """Replace whatever waits by `job`; any thread may call."""
        with self._changed:
            self._pending = job
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._changed.notify()

    def stop(self) -> None:
        """Drop what waits; the running job may finish, nobody waits for it."""
        with self._changed:
            self._stopping = True
            self._pending = None
            self._changed.notify()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            _guarded(job, self._name)
            with self._changed:
                if self._stopping:
                    _outlived.append(job)
                job = None

    def _next(self) -> Job | None:
        """Wait for a job; None once the worker is stopped."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopping or self._pending is not None)
            job, self._pending = self._pending, None
            return None if self._stopping else job


class Serial:
    """Runs every job, in order."""

    def __init__(self, name: str) -> None:
        """Name the thread."""
        self._name = name
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._letting_go = threading.RLock()
        self._thread: threading.Thread | None = None
        self._stopping = False

    def submit(self, job: Job) -> None:
        """Append `job`; any thread may call."""
        self._jobs.put(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()

    def stop(self, wait_seconds: float = 0.0) -> None:
        """End after the jobs that wait already; wait at most so long for them."""
        with self._letting_go:
            self._stopping = True
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join(wait_seconds)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            _guarded(job, self._name)
            with self._letting_go:
                if self._stopping:
                    _outlived.append(job)
                job = None


def _guarded(job: Job, name: str) -> None:
    try:
        job()
    except Exception:  # noqa: BLE001  (barrier: a failed job must not end the thread)
        _log.exception("a job of the %s thread failed", name)
