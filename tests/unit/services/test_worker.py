"""The two ways work is done off the GUI thread."""

from __future__ import annotations

import threading

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
