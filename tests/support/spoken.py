"""A session with an accessibility bus, and what a screen reader sees in it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.support.x_session import XSession, missing_tools

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PYTHON = "/usr/bin/python3"
READER = str(Path(__file__).parent / "at_spi.py")
Node = dict[str, Any]


def missing_speech() -> list[str]:
    """Return what is not installed of what we need."""
    absent = [] if LAUNCHER.exists() and shutil.which("dbus-launch") else ["at-spi2-core"]
    asked = subprocess.run([PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return [*missing_tools(), *absent, *(["python3-pyatspi"] if asked.returncode else [])]


@contextlib.contextmanager
def spoken_session(size: str = "1600x900") -> Iterator[XSession]:
    """Start a session with an accessibility bus, and end it."""
    session = XSession(size, tray=False).start()
    bus = dict(line.split("=", 1) for line in session.run("dbus-launch").splitlines())
    session.environ["DBUS_SESSION_BUS_ADDRESS"] = bus["DBUS_SESSION_BUS_ADDRESS"]
    session.spawn([str(LAUNCHER), "--launch-immediately"])
    try:
        yield session
    finally:
        session.stop()
        os.kill(int(bus["DBUS_SESSION_BUS_PID"]), signal.SIGTERM)


def _flat(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _flat(node["children"])


def seen(session: XSession, role: str, name: str = "") -> list[Node]:
    """Return what is on the screen with this role ("" = any), and a name that begins so."""
    told = session.run(PYTHON, READER)
    nodes = _flat(json.loads(told)) if told else iter(())
    return [
        node for node in nodes
        if role in {"", node["role"]} and node["name"].startswith(name)
        and "showing" in node["states"]
    ]  # fmt: skip
