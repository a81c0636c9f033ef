"""A link from a ticket opens a guide at its step, or a search, in the app that runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.x_session import POPUP, App, XSession, wait_until

PAGE = """---
id: team.move-desk
version: 2.0.0
---
# Move your desk

## Steps

1. **Ask the facility team.** {#ask}
2. **Pack the screen.** {#pack}
3. **Label the boxes.** {#label}
4. **Carry nothing yourself.**
"""
TITLE = "^Move your desk$"


@pytest.fixture
def desk(app: App, tmp_path: Path) -> str:
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / "move.md").write_text(PAGE)
    assert app.command("source", "add", str(folder)).returncode == 0
    assert app.command("sync").returncode == 0
    return "team/team.move-desk"


def clipboard(session: XSession) -> str:
    return session.run("xclip", "-selection", "clipboard", "-o")


def test_a_link_opens_the_guide_at_its_step(x_session: XSession, app: App, desk: str) -> None:
    assert app.command("open", f"jitdesk://guide/{desk}?v=1.0.0#label").returncode == 0
    window = x_session.wait_for(TITLE)
    x_session.run("xdotool", "windowactivate", "--sync", window)
    x_session.keys("numbersign")
    link = f"jitdesk://guide/{desk}?v=2.0.0#label"
    wait_until(lambda: clipboard(x_session) == link, "the link to the third step")
    x_session.keys("Down", "at")  # two keys of one window arrive in their order
    wait_until(lambda: "Carry nothing yourself." in clipboard(x_session), "a card of the step")
    assert clipboard(x_session).endswith(f"jitdesk://guide/{desk}?v=2.0.0#4")


def test_a_link_opens_a_search(x_session: XSession, app: App, desk: str) -> None:
    assert app.command("open", "jitdesk://find?q=move%20desk").returncode == 0
    x_session.wait_focus(POPUP)
    x_session.keys("Return")
    x_session.wait_for(TITLE)


def test_a_link_opens_nothing_else(app: App, desk: str) -> None:
    done = app.command("open", "jitdesk://run?cmd=xterm")
    assert done.returncode == 2
    assert "no link that JITDesk follows" in done.stderr
