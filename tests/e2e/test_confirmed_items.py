"""Each confirmed item is kept only where the pack asks for it, and never exported for others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

TITLE = "Moor the zeppelin"
PAGE = f"""---
id: team.moor
type: checklist
---
# {TITLE}

## Pause point: before it is tied

- [ ] **Rope** -> thrown
- [ ] **Knot** -> tied
"""


def kept(app: App, *options: str) -> list[dict[str, object]]:
    """Return what the history has of confirmed items."""
    rows = json.loads(app.command("data", "--json", *options).stdout)["events"]
    return [row for row in rows if row["event"] == "item-confirmed"]


@pytest.mark.parametrize("wanted", ["confirm_items: true\n", ""])
def test_items_are_kept_where_the_pack_asks(
    x_session: XSession, app: App, editor: Editor, tmp_path: Path, wanted: str
) -> None:
    folder = tmp_path / "team"
    (folder / "guides").mkdir(parents=True)
    (folder / "pack.yaml").write_text(f"id: team\ntitle: Team\nversion: 1.0.0\n{wanted}")
    (folder / "guides" / "moor.md").write_text(PAGE)
    assert app.command("source", "add", str(folder)).returncode == 0
    assert app.command("sync").returncode == 0
    x_session.keys("ctrl+alt+space")
    x_session.wait_focus(POPUP)
    x_session.type("moor zeppelin", delay=5)
    x_session.keys("Return")
    x_session.wait_for(f"^{TITLE}$")
    for number in (1, 2):
        x_session.keys("ctrl+alt+Return")
        if wanted:
            wait_until(lambda number=number: len(kept(app)) == number, "the item is kept")
    x_session.keys("ctrl+alt+Home")
    x_session.wait_gone(f"^{TITLE}$")
    wait_until(lambda: "performed" in app.command("data", "--json").stdout, "the outcome")
    assert [row["item"] for row in kept(app)] == (["Rope", "Knot"] if wanted else [])
    report = tmp_path / "for-report.json"
    app.command("data", "--export", str(report), "--for-report")
    assert "Knot" not in report.read_text()
