"""Over a program: what fits it, what is marked in it, and when to stay silent."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jitdesk.desktop.selection_x11 import X11Selection
from jitdesk.settings import Settings, save
from tests.support.x_session import POPUP, App, XSession, wait_until

HOTKEY = "ctrl+alt+space"
TITLE = "Zebra contract 4711"
CONTRACT = "Check a contract before you sign"
PAGE = f"""---
context: {{apps: [ledger], windows: ['(?i)contract']}}
---
# {CONTRACT}

Read it twice.
"""


@pytest.fixture
def ledger(x_session: XSession, app: App, tmp_path: Path) -> Iterator[str]:
    """A program called ledger with a window title that nobody else may learn."""
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / "contract.md").write_text(PAGE)
    assert app.command("source", "add", str(folder)).returncode == 0
    assert app.command("sync").returncode == 0
    x_session.spawn(["xterm", "-class", "ledger", "-title", TITLE])
    window = x_session.wait_for(TITLE)
    x_session.run("xdotool", "windowactivate", "--sync", window)
    yield window
    x_session.run("xdotool", "windowkill", window)
    x_session.wait_gone(TITLE)


def stored(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


def open_search(session: XSession, window: str) -> None:
    session.run("xdotool", "windowactivate", "--sync", window)
    session.keys(HOTKEY)
    session.wait_focus(POPUP)


def test_the_guide_for_this_window_is_suggested_until_it_is_sent_away(
    x_session: XSession, app: App, ledger: str
) -> None:
    """«Not here» holds after a restart; the window's title is on no disk."""
    open_search(x_session, ledger)
    x_session.keys("Return")
    x_session.wait_for(f"^{CONTRACT}$")
    x_session.keys("ctrl+alt+End")
    x_session.wait_gone(f"^{CONTRACT}$")
    open_search(x_session, ledger)
    x_session.keys("Delete", "Escape")
    x_session.wait_gone(POPUP)
    wait_until(lambda: b"not here:ledger|team/" in stored(app.home), "the wish on disk")
    assert app.stop() == ""
    app.start()
    open_search(x_session, ledger)
    x_session.keys("Delete", "Escape")  # would send another one away, were it suggested
    x_session.wait_gone(POPUP)
    assert app.stop() == ""
    assert stored(app.home).count(b"not here:") < 20
    assert b"Zebra" not in stored(app.home)


def test_where_the_person_wants_silence_the_hotkey_does_nothing(
    x_session: XSession, app: App, ledger: str
) -> None:
    app.stop()
    save(Settings().changed("silent_in", "vlc, Ledger"), app.home / "config" / "settings.yaml")
    app.start()
    x_session.run("xdotool", "windowactivate", "--sync", ledger)
    x_session.keys(HOTKEY)
    wait_until(lambda: app.state().get("presses") == 1, "the press")
    assert x_session.windows(POPUP) == []


@pytest.fixture
def selection(x_session: XSession, monkeypatch: pytest.MonkeyPatch) -> Iterator[X11Selection]:
    monkeypatch.setenv("DISPLAY", x_session.environ["DISPLAY"])
    plug = X11Selection()
    yield plug
    plug.close()


def mark(session: XSession, file: Path, text: str, kind: str = "primary") -> int:
    """Mark a text in another program, or copy it; return its process."""
    file.write_text(text, encoding="utf-8")
    owner = session.spawn(["xclip", "-quiet", "-selection", kind, str(file)])
    wait_until(lambda: session.run("xclip", "-selection", kind, "-o") == text, "the mark")
    return owner.pid


def test_what_is_marked_elsewhere_is_read(
    x_session: XSession, selection: X11Selection, tmp_path: Path
) -> None:
    owner = mark(x_session, tmp_path / "marked", "Größe: could not load 日本")
    assert selection.selected() == "Größe: could not load 日本"
    x_session.end(owner)
    assert wait_until(lambda: selection.selected() == "", "nothing marked")


def test_what_was_copied_elsewhere_is_read(
    x_session: XSession, selection: X11Selection, tmp_path: Path
) -> None:
    owner = mark(x_session, tmp_path / "copied", "line one\nline two", "clipboard")
    assert selection.copied() == "line one\nline two"
    x_session.signal(owner, signal.SIGSTOP)
    before = time.monotonic()
    assert selection.copied() == ""
    assert time.monotonic() - before < 2
    x_session.signal(owner, signal.SIGCONT)
    x_session.end(owner)


def test_an_owner_that_hangs_costs_fifty_milliseconds(
    x_session: XSession, selection: X11Selection, tmp_path: Path
) -> None:
    """Qt waits 15 s for it, and with it the whole GUI."""
    owner = mark(x_session, tmp_path / "marked", "hung")
    assert selection.selected() == "hung"
    x_session.signal(owner, signal.SIGSTOP)
    before = time.monotonic()
    assert selection.selected() == ""
    assert time.monotonic() - before < 2
    x_session.signal(owner, signal.SIGCONT)
    x_session.end(owner)
