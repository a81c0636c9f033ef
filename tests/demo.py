"""`make run` without a display: the real app on a virtual one, with real keys.

Presses the hotkey over another window, types a query, opens a guide, ticks a step, and
leaves the pictures in build/demo/.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.support.x_session import POPUP, App, Editor, XSession, missing_tools

PLACE = Path("build/demo")
DRAFT = """To: accounts@example.org
Subject: Invoice 2204, new bank account

Dear team,

the supplier asks us to pay into a different account from
now on. Before I change it, I look at """
QUERY, TITLE = "first checklist", "Try a checklist"
HOTKEY, NEXT, TICK = "ctrl+alt+space", "ctrl+alt+Next", "ctrl+alt+Return"


def main() -> int:
    """Run the demo; return the exit code."""
    if missing := missing_tools():
        print(f"Not installed: {', '.join(missing)}. Run `make demo`, which installs them.")
        return 3
    session = XSession(size="1280x760").start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            pictures = play(session, Path(folder))
    finally:
        session.stop()
    print("There is no display here, so JITDesk ran on a virtual one. The pictures:")
    for picture in pictures:
        print(f"  {picture}")
    return 0


def play(session: XSession, folder: Path) -> list[Path]:
    """Do what a person does; return the pictures."""
    app = App(session, folder / "home")
    app.command("sync")
    app.start()
    session.run("xsetroot", "-solid", "#4a5a70")
    editor = Editor(session, folder / "typed", place="84x26+90+70", draft=DRAFT).open()
    session.keys(HOTKEY)
    session.wait_focus(POPUP)
    session.type(QUERY, delay=40)
    session.run("xdotool", "sleep", "0.6")
    pictures = [session.picture(PLACE / "1-search.png")]
    session.keys("Return")
    session.wait_for(f"^{TITLE}$")
    session.wait_focus(editor.title)
    session.run("xdotool", "sleep", "0.3")
    pictures.append(session.picture(PLACE / "2-guide.png"))
    session.keys(TICK)
    session.run("xdotool", "sleep", "0.3")
    pictures.append(session.picture(PLACE / "3-ticked.png"))
    app.stop()
    return pictures


if __name__ == "__main__":
    sys.exit(main())
