"""Nothing opens unasked: a day of work in little time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.x_session import App, Editor, XSession

HOURS = 8


def opened(session: XSession) -> list[str]:
    """Return the windows of JITDesk that a person sees, without the icon in the tray."""
    found = session.run("xdotool", "search", "--onlyvisible", "--class", "jitdesk").split()
    return [window for window in found if session.box(window)[2] > 60]


@pytest.mark.slow
def test_in_eight_hours_of_work_no_window_opens_unasked(
    x_session: XSession, app: App, editor: Editor, tmp_path: Path
) -> None:
    """Every hour: letters typed, programs changed, guides landing, an app that starts again."""
    folder = tmp_path / "team"
    folder.mkdir()
    assert app.command("source", "add", str(folder)).returncode == 0
    other = Editor(x_session, tmp_path / "other", title="other", place="60x10+700+400").open()
    for hour in range(HOURS):
        for _ in range(6):
            for title in (editor.title, other.title):
                window = x_session.wait_for(f"^{title}$")
                x_session.run("xdotool", "windowactivate", "--sync", window)
                x_session.type(f"hour {hour} of work, typed without a thought ", delay=1)
                assert opened(x_session) == []
        (folder / f"guide{hour}.md").write_text(
            f"---\ncontext: {{apps: [xterm], windows: [editor]}}\n---\n# Guide {hour}\n\nText.\n"
        )
        assert app.command("sync").returncode == 0
        assert opened(x_session) == []
        if hour % 3 == 2:
            assert app.stop() == ""
            app.start()
            assert opened(x_session) == []
    other.close()
