"""A command of JITDesk in a child process: whatever touches a share may hang for minutes.

Called in a worker's thread. The report goes to a file: a pipe that nobody empties would
stop the child.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from typing import Final

COMMAND: Final = (sys.executable, "-P", "-m", "jitdesk")
PATIENCE: Final = 180.0
"""Seconds after which a child on a dead share is given up."""


def run_child(words: Sequence[str], command: Sequence[str] = COMMAND) -> tuple[str, int]:
    """Run a command; return what it said (or why it failed) and its exit code."""
    try:
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as report:
            done = subprocess.run(
                [*command, *words],
                stdin=subprocess.DEVNULL,
                stdout=report,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
                timeout=PATIENCE,
                check=False,
            )
            report.seek(0)
            said = report.read() if done.returncode in {0, 1} else done.stderr
            return said.strip().removeprefix("jitdesk: "), done.returncode
    except subprocess.TimeoutExpired:
        return "The shared folder does not answer; what you did is kept and tried again.", 3
    except OSError as error:
        return f"The command could not be started ({error}).", 3
