"""Everything that can leave this computer, searched for what must not be in it."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY, WORKED = "ctrl+alt+space", "ctrl+alt+Home"
LOGIN = "okafor1982"
TITLE = "Salary of Kim Okafor - Payroll"
QUERY = "try the checklist qzvault"
GUIDE = "Try a checklist"
BASE = "https://lrs.acme.example/xapi/"


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / "tea.md").write_text("# Make tea\n\n## Steps\n\n1. **Boil water.**\n2. **Wait.**\n")
    return folder


def test_no_login_host_title_or_query_leaves(
    x_session: XSession, ready_home: Path, tmp_path: Path, share: Path
) -> None:
    import shutil

    shutil.copytree(ready_home, tmp_path / "home")
    site = tmp_path / "home" / "site"
    site.mkdir()
    (site / "xapi.yaml").write_text(f"endpoint: http://127.0.0.1:9\nbase: {BASE}\n")
    app = App(x_session, tmp_path / "home", {"USER": LOGIN, "LOGNAME": LOGIN})
    assert app.command("source", "add", str(share)).returncode == 0
    assert app.command("sync").returncode == 0
    assert app.command("xapi", "start", "--yes").returncode == 0
    app.start()
    editor = Editor(x_session, tmp_path / "typed", title=TITLE).open()
    for words, title in ((QUERY, GUIDE), ("make tea qzvault", "Make tea")):
        x_session.keys(HOTKEY)
        x_session.wait_focus(POPUP)
        x_session.type(words, delay=5)
        x_session.keys("Return")
        x_session.wait_for(f"^{title}$")
        x_session.wait_focus(TITLE)
        x_session.keys(WORKED)
        x_session.wait_gone(f"^{title}$")
    wait_until(lambda: "performed" in app.command("data", "--json").stdout, "the outcomes")
    editor.close()
    assert app.stop() == ""
    assert app.command("inbox", "suggest", "tea", "use a kettle").returncode == 0
    report, export = tmp_path / "report.html", tmp_path / "export.json"
    assert app.command("data", "--export", str(export), "--for-report").returncode == 0
    assert app.command("report", "--from", str(export), "--html", str(report)).returncode == 0
    leaving = {
        "statements": app.command("xapi", "preview", "--json").stdout,
        "export": export.read_text(),
        "report": report.read_text(),
        "inbox": "".join(f.read_text() for f in (share / "_inbox").glob("*.json")),
    }
    assert len(json.loads(leaving["statements"])["statements"]) >= 4
    assert "kettle" in leaving["inbox"]
    for name, text in leaving.items():
        for secret in (LOGIN, socket.gethostname(), TITLE, "Okafor", "qzvault", str(tmp_path)):
            assert secret.casefold() not in text.casefold(), (name, secret)
