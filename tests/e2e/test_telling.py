"""From a step to its author by keys: stuck, better, a rule questioned; word for word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY, FAILED = "ctrl+alt+space", "ctrl+alt+shift+End"
TITLE = "Moor the zeppelin"
PAGE = f"""---
id: team.moor
version: 1.4.0
assumptions:
  - {{id: a1, text: Two people hold every rope, why: wind, breaks_if: the wind is low}}
---
# {TITLE}

## Steps

1. **Throw the rope.**
2. **Tie the knot.**
"""


@pytest.fixture
def share(app: App, tmp_path: Path) -> Path:
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / "moor.md").write_text(PAGE)
    assert app.command("source", "add", str(folder)).returncode == 0
    assert app.command("sync").returncode == 0
    assert app.command("inbox", "send").returncode == 0
    return folder


def letters(share: Path, kind: str) -> list[dict[str, object]]:
    found = [json.loads(file.read_text()) for file in (share / "_inbox").glob("*.json")]
    return [letter for letter in found if letter["kind"] == kind]


def test_stuck_better_and_questioned_reach_the_folder(
    x_session: XSession, app: App, editor: Editor, share: Path
) -> None:
    x_session.keys(HOTKEY)
    x_session.wait_focus(POPUP)
    x_session.type("moor zeppelin", delay=5)
    x_session.keys("Return")
    window = x_session.wait_for(f"^{TITLE}$")
    x_session.run("xdotool", "windowactivate", "--sync", window)
    x_session.keys("Down", "question")
    x_session.type("which knot is it", delay=5)
    x_session.keys("Return")
    (stuck,) = wait_until(lambda: letters(share, "stuck"), "stuck")
    assert (stuck["text"], stuck["guide"], stuck["version"]) == (
        "which knot is it", "team.moor", "1.4.0",
    )  # fmt: skip
    assert str(stuck["step"]).startswith("Step 2 of 2: Tie the knot.")
    x_session.keys("plus")
    x_session.type("show a picture of the knot", delay=5)
    x_session.keys("Return")
    (better,) = wait_until(lambda: letters(share, "suggest"), "the suggestion")
    assert better["text"] == "show a picture of the knot"
    x_session.keys("exclam")
    for line in ("1", "On 3 March one person held it alone", "we wait for a second one"):
        x_session.type(line, delay=5)
        x_session.keys("Return")
    (rule,) = wait_until(lambda: letters(share, "challenge"), "the challenge")
    assert rule["text"] == "On 3 March one person held it alone"
    assert rule["more"] == {
        "assumption": "Two people hold every rope", "consequence": "we wait for a second one",
    }  # fmt: skip
    x_session.keys(FAILED)
    x_session.type("the rope was short", delay=5)
    x_session.keys("ctrl+Return")
    (failed,) = wait_until(lambda: letters(share, "failed"), "what happened")
    assert failed["text"] == "the rope was short"
    x_session.wait_gone(f"^{TITLE}$")
    allowed = {"schema", "id", "kind", "sender", "text", "guide", "version", "step", "more"}
    for letter in (stuck, better, rule, failed):
        assert set(letter) <= allowed


def test_who_may_write_the_page_puts_a_step_right_at_once(
    x_session: XSession, app: App, editor: Editor, share: Path
) -> None:
    x_session.keys(HOTKEY)
    x_session.wait_focus(POPUP)
    x_session.type("moor zeppelin", delay=5)
    x_session.keys("Return")
    window = x_session.wait_for(f"^{TITLE}$")
    x_session.run("xdotool", "windowactivate", "--sync", window)
    x_session.keys("Down", "plus", "ctrl+Return")

    def in_the_line() -> str:
        x_session.keys("End", "shift+Home", "ctrl+Insert")
        return x_session.clipboard()

    wait_until(lambda: "**Tie the knot.**" in in_the_line(), "the step, read by another process")
    x_session.keys("End")
    x_session.type(" Twice.", delay=5)
    x_session.keys("Return")
    wait_until(lambda: "Twice." in (share / "moor.md").read_text(), "the step is put right")
    page = (share / "moor.md").read_text()
    assert "version: 1.4.1" in page
    assert "1. **Throw the rope.**\n2. **Tie the knot.** Twice." in page
    (kept,) = wait_until(lambda: letters(share, "suggest"), "the difference")
    assert str(kept["more"]["now"]).endswith("Twice.")  # type: ignore[index]
