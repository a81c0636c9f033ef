"""Guides that come and change while the app runs are found without a restart."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.support.share import write_files
from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY, CLOSE = "ctrl+alt+space", "ctrl+alt+End"


def opens(session: XSession, query: str, title: str) -> None:
    """The query typed into the popup, and Enter, open this guide."""
    session.keys(HOTKEY)
    session.wait_focus(POPUP)
    session.type(query, delay=5)
    session.keys("Return")
    session.wait_for(f"^{title}$")
    session.keys(CLOSE)
    session.wait_gone(f"^{title}$")


def add(app: App, share: Path, *more: str) -> None:
    assert app.command("source", "add", str(share), *more).returncode == 0
    assert app.command("sync").returncode == 0


def found(app: App, query: str) -> str:
    return app.command("find", query).stdout


def test_an_added_folder_and_a_changed_guide_are_found_without_a_restart(
    x_session: XSession, app: App, editor: Editor, tmp_path: Path
) -> None:
    share = write_files(tmp_path / "share", {"a.md": "# Thaw the quaggle\n\n1. Wait\n"})
    add(app, share)
    opens(x_session, "quaggle", "Thaw the quaggle")
    write_files(share, {"a.md": "# Freeze the quaggle\n\n1. Wait\n"}, when=1_700_009_999)
    assert app.command("sync").returncode == 0
    opens(x_session, "quaggle", "Freeze the quaggle")


def test_the_popup_answers_while_thousands_of_files_land(
    x_session: XSession, app: App, editor: Editor, tmp_path: Path
) -> None:
    files = {f"d{n % 50}/g{n}.md": f"# Guide {n} of the mound\n\n1. Do {n}\n" for n in range(3000)}
    share = write_files(tmp_path / "share", files)
    assert app.command("source", "add", str(share)).returncode == 0
    adding = x_session.spawn(app.words("sync"), JITDESK_HOME=str(app.home))
    answered = 0
    while adding.poll() is None:
        began = time.monotonic()
        opens(x_session, "try checklist", "Try a checklist")
        assert time.monotonic() - began < 5
        answered += 1
    assert answered >= 1
    assert adding.returncode == 0
    opens(x_session, "guide 2999 mound", "Guide 2999 of the mound")


def test_a_source_that_is_removed_is_gone_from_the_popup(
    x_session: XSession, app: App, editor: Editor, tmp_path: Path
) -> None:
    share = write_files(tmp_path / "share", {"a.md": "# Thaw the quaggle\n\n1. Wait\n"})
    add(app, share, "--name", "mine")
    opens(x_session, "quaggle", "Thaw the quaggle")
    assert app.command("source", "remove", "mine").returncode == 0
    wait_until(lambda: "quaggle" not in found(app, "quaggle"), "the guide to go")
    x_session.keys(HOTKEY)
    x_session.wait_focus(POPUP)
    x_session.type("quaggle", delay=5)
    x_session.keys("Return")
    assert not x_session.windows("Thaw the quaggle")
    x_session.keys("Escape")


@pytest.mark.slow
def test_the_poll_finds_new_guides_by_itself(
    x_session: XSession, app: App, editor: Editor, tmp_path: Path
) -> None:
    share = write_files(tmp_path / "share", {"a.md": "# Thaw the quaggle\n\n1. Wait\n"})
    add(app, share)
    app.stop()
    settings = app.home / "config" / "settings.yaml"
    settings.parent.mkdir(exist_ok=True)
    settings.write_text("sync_minutes: 1\n")
    app.start()
    write_files(share, {"b.md": "# Comb the wumpet\n\n1. Wait\n"})
    wait_until(lambda: "wumpet" in found(app, "wumpet"), "the poll", deadline=90)
    opens(x_session, "wumpet", "Comb the wumpet")
