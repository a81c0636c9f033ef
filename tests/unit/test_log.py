"""The log never stands in the way of the program."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from jitdesk.log import start_logging


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        with contextlib.suppress(OSError):
            handler.close()
    root.handlers[:], root.level = handlers, level


def test_records_go_to_the_file(tmp_path: Path) -> None:
    start_logging(tmp_path / "deep" / "jitdesk.log")
    logging.getLogger("test").info("it is live")
    assert "it is live" in (tmp_path / "deep" / "jitdesk.log").read_text()


def test_a_folder_that_cannot_be_made_is_said_once_and_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    start_logging(tmp_path / "file" / "log" / "jitdesk.log")
    logging.getLogger("test").warning("nobody hears this")
    told = capsys.readouterr().err
    assert told.startswith("jitdesk: no log file")
    assert "Traceback" not in told


@pytest.mark.logs
def test_a_file_that_cannot_be_opened_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "jitdesk.log").mkdir()
    start_logging(tmp_path / "jitdesk.log")
    logging.getLogger("test").warning("nobody hears this")
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.logs
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging(Path("/dev/full"))
    logging.getLogger("test").warning("no room for this")
    assert "Traceback" not in capsys.readouterr().err


def test_a_large_file_is_set_aside_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "jitdesk.log"
    file.write_bytes(b"x" * 600_000)
    start_logging(file)
    assert (tmp_path / "jitdesk.log.1").stat().st_size == 600_000
    assert not file.exists()
