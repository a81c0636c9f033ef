"""Every test has a home of its own, no display, and a log that must stay quiet."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("DISPLAY", None)
os.environ.pop("WAYLAND_DISPLAY", None)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every file of a test under its own directory."""
    place = tmp_path / "jitdesk-home"
    monkeypatch.setenv("JITDESK_HOME", str(place))
    return place


@pytest.fixture(scope="session")
def synced_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the shipped packs are synced; copy it, do not use it.

    A first sync takes a second, and a test of three people begins with three.
    """
    from jitdesk.cli.main import run

    place = tmp_path_factory.mktemp("synced")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JITDESK_HOME", str(place))
        assert run(["sync"]) == 0
    return place


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a warning or an error in the log; a test that expects one is marked so."""
    yield
    if request.node.get_closest_marker("logs"):
        return
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud, [record.getMessage() for record in loud]
