"""What a screen reader is told, by the accessibility bus, as the real app says it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.spoken import seen
from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY, TICK = "ctrl+alt+space", "ctrl+alt+Return"
FIRST, SECOND = "This window", "Ctrl+Alt+Return"


@pytest.fixture
def app(spoken: XSession, ready_home: Path, tmp_path: Path) -> Iterator[App]:
    """The app with a list to tick besides what ships, over an editor."""
    shutil.copytree(ready_home, tmp_path / "home")
    running = App(spoken, tmp_path / "home", {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}).start()
    folder = tmp_path / "cats"
    folder.mkdir()
    (folder / "feed.md").write_text(
        "# Feed the test cat\n\n- [ ] Bowl -> washed\n- [ ] Cat -> fed\n"
    )
    assert running.command("source", "add", str(folder)).returncode == 0
    assert running.command("sync").returncode == 0
    editor = Editor(spoken, tmp_path / "typed").open()
    yield running
    editor.close()
    running.stop()


def test_popup_rows_and_check_boxes_are_told_with_names_and_states(
    spoken: XSession, app: App
) -> None:
    spoken.keys(HOTKEY)
    spoken.wait_focus(POPUP)
    spoken.type("feed test cat", delay=5)
    rows = "list item", "Feed the test cat"
    wait_until(
        lambda: [row for row in seen(spoken, *rows) if "selected" in row["states"]],
        "the row, selected",
    )
    field = seen(spoken, "text", "Search guides")[0]
    assert "focused" in field["states"]
    spoken.keys("Return")
    boxes = wait_until(lambda: seen(spoken, "check box"), "check boxes")
    assert all(box["name"] for box in boxes)
    assert seen(spoken, "dialog", "Feed the test cat")
    assert not [box for box in boxes if "checked" in box["states"]]
    spoken.keys(TICK)
    wait_until(
        lambda: "checked" in seen(spoken, "check box", boxes[0]["name"])[0]["states"], "the tick"
    )
    assert not [button for button in seen(spoken, "push button") if not button["name"]]


def test_an_item_of_a_run_is_told_with_its_state_and_its_buttons(
    spoken: XSession, app: App
) -> None:
    spoken.keys(HOTKEY)
    spoken.wait_focus(POPUP)
    spoken.type("try checklist", delay=5)
    spoken.keys("Return")
    wait_until(lambda: seen(spoken, "push button", "It is so"), "the button of the item")
    first = wait_until(lambda: seen(spoken, "", FIRST), "the first item")[0]
    assert first["name"] != FIRST  # the state that must be true is told as well
    spoken.keys(TICK)
    wait_until(lambda: seen(spoken, "", SECOND), "the second item")
    assert not [button for button in seen(spoken, "push button") if not button["name"]]
