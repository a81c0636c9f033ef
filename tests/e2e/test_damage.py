"""Homes and disks as they should not be: the app starts, says so once, and loses nothing."""

from __future__ import annotations

import contextlib
import random
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY, TICK, CLOSE = "ctrl+alt+space", "ctrl+alt+Return", "ctrl+alt+End"
GUIDE = "Try a checklist"


def open_checklist(session: XSession) -> None:
    session.keys(HOTKEY)
    session.wait_focus(POPUP)
    session.type("try checklist", delay=5)
    session.keys("Return")
    session.wait_for(f"^{GUIDE}$")


def ticks(home: Path) -> int:
    with sqlite3.connect(f"file:{home}/data/records.sqlite?mode=ro", uri=True) as database:
        return int(database.execute("SELECT count(*) FROM tick").fetchone()[0])


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small disk here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def opened_by_hotkey(session: XSession) -> bool:
    """Press the hotkey and give the popup time: a second press would close it again."""
    session.keys(HOTKEY)
    with contextlib.suppress(AssertionError):
        wait_until(lambda: session.windows(POPUP), "the popup", deadline=3.0)
    return bool(session.windows(POPUP))


def test_a_home_that_cannot_be_written_stops_nothing(
    x_session: XSession, ready_home: Path, small_disk: Path, editor: Editor
) -> None:
    home = small_disk / "home"
    shutil.copytree(ready_home, home)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    app = App(x_session, home)
    app.launch()
    wait_until(lambda: opened_by_hotkey(x_session), "the popup")
    x_session.wait_focus(POPUP)
    x_session.keys("Escape")
    x_session.wait_focus(editor.title)
    assert "Traceback" not in app.stop()


def test_a_full_disk_loses_nothing_that_was_ticked(
    x_session: XSession, ready_home: Path, small_disk: Path, editor: Editor
) -> None:
    home = small_disk / "home"
    shutil.copytree(ready_home, home)
    app = App(x_session, home).start()
    wait_until(lambda: app.state().get("searchable"), "search")
    open_checklist(x_session)
    x_session.keys(TICK)
    wait_until(lambda: ticks(home) == 1, "the first tick")
    fill = small_disk / "fill"
    with fill.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 65536):
                pass
        except OSError:
            pass
    x_session.keys(TICK)
    x_session.keys(HOTKEY)
    x_session.wait_focus(POPUP)
    x_session.keys("Escape")
    fill.unlink()
    x_session.keys(TICK)
    wait_until(lambda: ticks(home) >= 2, "a tick once there is room")
    x_session.keys(CLOSE)
    assert "Traceback" not in app.stop()


@pytest.mark.slow
def test_no_acknowledged_tick_is_lost_in_a_hundred_kills(
    x_session: XSession, app: App, editor: Editor, tmp_path: Path
) -> None:
    items = "\n".join(f"- [ ] Item {n} -> done" for n in range(300))
    share = tmp_path / "share"
    share.mkdir()
    (share / "long.md").write_text(f"# Long checklist of kills\n\n{items}\n")
    app.command("source", "add", str(share))
    app.command("sync")
    dice, stored = random.Random(7), 0
    for _ in range(100):
        x_session.keys(HOTKEY)
        x_session.wait_focus(POPUP)
        x_session.type("long checklist kills", delay=2)
        x_session.keys("Return")
        x_session.wait_for("^Long checklist of kills$")
        x_session.keys(TICK)
        wait_until(lambda known=stored: ticks(app.home) > known, "a tick that is acknowledged")
        x_session.run("xdotool", "key", "--delay", "0", TICK, "sleep", f"{dice.random() / 50:.3f}")
        before = ticks(app.home)
        app.kill()
        app.start()
        stored = ticks(app.home)
        assert stored >= before
    file = app.home / "data" / "records.sqlite"
    with sqlite3.connect(file) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def memory(pid: int) -> int:
    """Return the size of the pages that are the app's alone, KiB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:"))


@pytest.mark.slow
def test_a_thousand_openings_grow_by_less_than_five_mebibytes(
    x_session: XSession, app: App, editor: Editor
) -> None:
    assert app.process is not None
    start = 0
    for number in range(1100):
        x_session.keys(HOTKEY)
        x_session.wait_focus(POPUP)
        x_session.run("xdotool", "key", "--delay", "0", *"check")
        x_session.keys("Escape")
        x_session.wait_focus(editor.title)
        if number == 99:
            start = memory(app.process.pid)
    assert memory(app.process.pid) - start <= 5 * 1024
