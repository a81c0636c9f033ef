"""The loops service around a child that notes how it was called."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from jitdesk.cli.main import run
from jitdesk.library.shelf import Shelf
from jitdesk.loops.contribution import Contribution, Kind, new_id
from jitdesk.loops.outbox import Outbox
from jitdesk.models.loops import StepWords
from jitdesk.paths import find_paths
from jitdesk.services.loops import LoopsService

NOTE = """
import json, pathlib, sys
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(sys.argv[1:]))
print(json.dumps({"version": "1.0.1"}))
"""


def test_words_that_begin_with_a_dash_are_words(qtbot: QtBot, tmp_path: Path) -> None:
    """The command line took them for options: "expected one argument"."""
    file = tmp_path / "child.py"
    file.write_text(NOTE)
    paths = find_paths()
    loops = LoopsService(paths, lambda: Shelf(paths), (sys.executable, str(file)))
    with qtbot.waitSignal(loops.fixed, timeout=15_000):
        loops.fix(StepWords("p/a", 0, "-old"), "-new", "-me")
    assert json.loads(file.with_suffix(".json").read_text()) == [
        "inbox", "fix", "--json", "--was=-old", "--name=-me", "--", "p/a", "1", "-new",
    ]  # fmt: skip
    with qtbot.waitSignal(loops.sent, timeout=15_000):
        loops.reply("n1", "-no")
    assert json.loads(file.with_suffix(".json").read_text())[-3:] == ["--", "n1", "-no"]
    loops.close()


def test_a_line_goes_to_a_folder_that_was_added_a_moment_ago(qtbot: QtBot, tmp_path: Path) -> None:
    """Sent before the app knew the new source, it was kept as if no folder took it."""
    share = tmp_path / "team"
    share.mkdir()
    (share / "moor.md").write_text("# Moor the zeppelin\n")
    paths = find_paths()
    file = tmp_path / "child.py"
    file.write_text(NOTE)
    loops = LoopsService(paths, lambda: Shelf(paths), (sys.executable, str(file)))
    with qtbot.waitSignal(loops.targets_ready, timeout=15_000):
        loops.ask_targets()
    assert run(["source", "add", str(share)]) == 0
    assert run(["sync"]) == 0
    with qtbot.waitSignals([loops.targets_ready, loops.sent], timeout=15_000):
        loops.send(
            Contribution(new_id(datetime.now(UTC)), Kind.STUCK, "which knot", guide="team.moor"),
            "team",
        )
    (own,) = Outbox(paths.loops).own()
    assert own.folder == str(share)
    loops.close()
