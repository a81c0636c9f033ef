"""The two ways work is done off the GUI thread."""

from __future__ import annotations

import threading
import weakref

import pytest

from jitdesk.services.worker import LatestWins, Serial


def test_the_newest_job_wins_and_those_between_are_dropped() -> None:
    worker, ran = LatestWins("test"), list[int]()
    busy, go_on, done = threading.Event(), threading.Event(), threading.Event()
    worker.submit(lambda: (busy.set(), go_on.wait(5)))  # type: ignore[arg-type, return-value]
    assert busy.wait(5)
    for number in range(1, 6):
        worker.submit(lambda n=number: (ran.append(n), done.set()))
    go_on.set()
    assert done.wait(5)
    worker.stop()
    assert ran == [5]


def test_serial_runs_every_job_in_order() -> None:
    worker, ran = Serial("test"), list[int]()
    for number in range(50):
        worker.submit(lambda n=number: ran.append(n))
    worker.stop(5.0)
    assert ran == list(range(50))


@pytest.mark.logs
@pytest.mark.parametrize("kind", [LatestWins, Serial])
def test_a_job_that_fails_does_not_end_the_thread(
    kind: type[LatestWins | Serial], caplog: pytest.LogCaptureFixture
) -> None:
    worker, first, done = kind("test"), threading.Event(), threading.Event()

    def fail() -> None:
        first.set()
        raise RuntimeError("broken")

    worker.submit(fail)
    assert first.wait(5)
    worker.submit(done.set)
    assert done.wait(5)
    worker.stop()
    assert "a job of the test thread failed" in caplog.text


def test_stopping_waits_no_longer_than_it_is_told() -> None:
    worker, never = Serial("test"), threading.Event()
    worker.submit(lambda: never.wait(30))  # type: ignore[arg-type, return-value]
    worker.stop(0.05)
    never.set()


class Owner:
    """Stands for a service, which a job holds; `gone` is set when nobody does any more."""

    def __init__(self) -> None:
        self.gone = threading.Event()
        weakref.finalize(self, self.gone.set)

    def work(self, busy: threading.Event, go_on: threading.Event) -> None:
        busy.set()
        go_on.wait(5)


@pytest.mark.parametrize("kind", [LatestWins, Serial])
def test_a_worker_that_waits_does_not_hold_its_last_job(kind: type[LatestWins | Serial]) -> None:
    worker, owner = kind("test"), Owner()
    busy, go_on, gone = threading.Event(), threading.Event(), owner.gone
    worker.submit(lambda owner=owner: owner.work(busy, go_on))  # type: ignore[misc]
    assert busy.wait(5)
    del owner
    go_on.set()
    assert gone.wait(5)
    worker.stop()


@pytest.mark.parametrize("kind", [LatestWins, Serial])
def test_a_job_that_outlives_its_worker_is_not_freed_in_the_thread(
    kind: type[LatestWins | Serial],
) -> None:
    """A QObject that died in the worker's thread ended the process (SIGSEGV)."""
    worker, owner = kind("test"), Owner()
    busy, go_on, gone = threading.Event(), threading.Event(), owner.gone
    worker.submit(lambda owner=owner: owner.work(busy, go_on))  # type: ignore[misc]
    assert busy.wait(5)
    worker.stop()
    del owner
    go_on.set()
    assert worker._thread is not None
    worker._thread.join(5)
    assert not worker._thread.is_alive()
    assert not gone.is_set()
