"""Two screens side by side, also scaled: windows open where the person works."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.x_session import POPUP, App, Editor, XSession, missing_tools

HOTKEY, CLOSE = "ctrl+alt+space", "ctrl+alt+End"
GUIDE = "Try a checklist"
MONITORS = (
    ("LEFT", "1920/488x1080/274+0+0", "screen"),
    ("RIGHT", "1920/488x1080/274+1920+0", "none"),
)


@pytest.fixture(scope="module")
def screens() -> Iterator[XSession]:
    if missing := missing_tools():
        pytest.skip(f"not installed: {', '.join(missing)}")
    session = XSession(size="3840x1080").start()
    for monitor in MONITORS:
        session.run("xrandr", "--setmonitor", *monitor)
    yield session
    session.stop()


@pytest.mark.parametrize("scale", ["1", "1.5", "2"])
@pytest.mark.parametrize(("left", "edge"), [(100, 0), (2100, 1920)])
def test_popup_and_guide_open_on_the_screen_of_the_active_window(
    screens: XSession, ready_home: Path, tmp_path: Path, scale: str, left: int, edge: int
) -> None:
    shutil.copytree(ready_home, tmp_path / "home")
    app = App(screens, tmp_path / "home", {"QT_SCALE_FACTOR": scale}).start()
    editor = Editor(screens, tmp_path / "typed", place=f"60x20+{left}+200").open()
    screens.keys(HOTKEY)
    screens.wait_focus(POPUP)
    x, _, width, _ = screens.box(screens.wait_for(POPUP))
    assert abs((x - edge) - (edge + 1920 - x - width)) <= 2, "centred on that screen"
    screens.type("try checklist", delay=10)
    screens.keys("Return")
    x, y, width, height = screens.box(screens.wait_for(f"^{GUIDE}$"))
    right = screens.box(screens.wait_for(f"^{editor.title}$"))
    assert edge <= x <= edge + 1920 - width
    assert 0 <= y <= 1080 - height
    assert x >= right[0] + right[2], "beside the work window"
    screens.keys(CLOSE)
    editor.close()
    assert app.stop() == ""
