"""A real X session of one's own: Xvfb, openbox, trayer; real keys by xdotool.

Nothing waits by time: a step waits for what a person would see (a window of that class and
title, the focus, a process that answers), with a deadline that fails loudly.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

_T = TypeVar("_T")
DEADLINE = 20.0
_OURS = {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "JITDESK_HOME"}
POPUP = "JITDesk search"
_TOOLS = ("Xvfb", "openbox", "xdotool", "xterm", "xprop", "import")


def missing_tools() -> list[str]:
    """Return which of the programs that we drive are not installed."""
    return [tool for tool in _TOOLS if shutil.which(tool) is None]


def wait_until(look: Callable[[], _T], what: str, deadline: float = DEADLINE) -> _T:
    """Return the first true answer of `look`; fail with `what` after the deadline."""
    end = time.monotonic() + deadline
    while time.monotonic() < end:
        if answer := look():
            return answer
        time.sleep(0.01)
    raise AssertionError(f"did not happen within {deadline} s: {what}")


@dataclass
class XSession:
    """An X server with a window manager and a tray."""

    size: str = "1600x900"
    manager: str = "openbox"
    tray: bool = True
    environ: dict[str, str] = field(default_factory=dict)
    _processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self) -> XSession:
        """Start everything; returns when the window manager is there."""
        read, write = os.pipe()
        self._processes.append(
            subprocess.Popen(
                ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{self.size}x24",
                 "-nolisten", "tcp", "-noreset"],
                pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as answer:
            display = f":{answer.readline().strip()}"
        kept = {k: v for k, v in os.environ.items() if k not in _OURS}
        self.environ = {**kept, "DISPLAY": display, "XDG_SESSION_TYPE": "x11"}
        self.spawn([self.manager])
        wait_until(lambda: "0x" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "WM")
        if self.tray and shutil.which("trayer"):
            self.spawn(["trayer", "--edge", "bottom", "--align", "right", "--height", "28",
                        "--widthtype", "request"])  # fmt: skip
        return self

    def spawn(self, command: Sequence[str], **more: str) -> subprocess.Popen[bytes]:
        """Start a program in the session; it ends with it."""
        process = subprocess.Popen(
            command, env={**self.environ, **more},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._processes.append(process)
        return process

    def run(self, *command: str) -> str:
        """Run a tool; return what it printed, "" if it failed."""
        done = subprocess.run(
            command, env=self.environ, capture_output=True, text=True, timeout=30, check=False
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def run_long(self, *command: str) -> str:
        """Run a measuring program, which may take minutes; return what it printed."""
        done = subprocess.run(
            command, env=self.environ, capture_output=True, text=True, timeout=600, check=False
        )
        return done.stdout

    def keys(self, *chords: str) -> None:
        """Press keys, as on the keyboard."""
        self.run("xdotool", "key", "--delay", "0", *chords)

    def type(self, text: str, delay: int = 0) -> None:
        """Type text, `delay` milliseconds between the letters."""
        self.run("xdotool", "type", "--delay", str(delay), text)

    def windows(self, title: str) -> list[str]:
        """Return the visible windows with this title (a regular expression)."""
        return self.run("xdotool", "search", "--onlyvisible", "--name", title).split()

    def wait_for(self, title: str) -> str:
        """Wait until a window is visible; return its id."""
        return wait_until(lambda: self.windows(title), f"window {title!r}")[0]

    def wait_gone(self, title: str) -> None:
        """Wait until no such window is visible."""
        wait_until(lambda: not self.windows(title), f"window {title!r} gone")

    def focused(self) -> str:
        """Return the title of the window that has the focus."""
        return self.run("xdotool", "getwindowfocus", "getwindowname")

    def wait_focus(self, title: str) -> None:
        """Wait until the window with exactly this title has the focus."""
        wait_until(lambda: self.focused() == title, f"focus on {title!r}, not {self.focused()!r}")

    def box(self, window: str) -> tuple[int, int, int, int]:
        """Return x, y, width and height of a window, device pixels."""
        told = self.run("xdotool", "getwindowgeometry", "--shell", window)
        facts = dict(line.split("=") for line in told.splitlines())
        return int(facts["X"]), int(facts["Y"]), int(facts["WIDTH"]), int(facts["HEIGHT"])

    def menus(self, klass: str) -> list[str]:
        """Return the open menus of a program."""
        found = self.run("xdotool", "search", "--onlyvisible", "--class", klass).split()
        return [window for window in found if "MENU" in self.run("xprop", "-id", window)]

    def shade(self, window: str) -> float:
        """Return how light a window is on the whole, 0 to 255."""
        told = self.run(
            "sh", "-c",
            f"import -window {window} -colorspace gray -resize 1x1 -depth 8 gray:- | od -An -tu1",
        )  # fmt: skip
        return float(told or -1)

    def clipboard(self) -> str:
        """Return the text on the clipboard."""
        show = (
            "from PySide6.QtWidgets import QApplication as A; a = A([]); "
            "print(a.clipboard().text(), end='')"
        )
        return self.run(sys.executable, "-c", show)

    def signal(self, pid: int, number: signal.Signals) -> None:
        """Send a signal to a program that was spawned here."""
        os.kill(pid, number)

    def end(self, pid: int) -> None:
        """End a program that was spawned here."""
        for process in [p for p in self._processes if p.pid == pid]:
            process.kill()
            process.wait()
            self._processes.remove(process)

    def picture(self, file: Path) -> Path:
        """Save the whole screen."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self.run("import", "-window", "root", str(file))
        return file

    def stop(self) -> None:
        """End every program, the server last."""
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._processes.clear()


@dataclass
class Editor:
    """An xterm that writes down every byte that reaches it."""

    session: XSession
    file: Path
    title: str = "editor"
    draft: str = ""
    place: str = "80x24+60+60"
    process: subprocess.Popen[bytes] | None = None

    def open(self) -> Editor:
        """Open it and give it the focus."""
        self.file.write_bytes(b"")
        self.process = self.session.spawn(
            ["xterm", "-T", self.title, "-geometry", self.place, "-e", "sh", "-c",
             f"printf '%s' \"$DRAFT\"; stty raw -echo; cat > {self.file}"],
            DRAFT=self.draft,
        )  # fmt: skip
        window = self.session.wait_for(f"^{self.title}$")
        self.session.run("xdotool", "windowactivate", "--sync", window)
        self.session.wait_focus(self.title)
        return self

    def close(self) -> None:
        """Close it; returns when its window is gone."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(5)
        self.session.wait_gone(f"^{self.title}$")

    @property
    def text(self) -> str:
        """What has arrived so far."""
        return self.file.read_bytes().decode("utf-8", "replace")

    def wait_text(self, wanted: str) -> None:
        """Wait until exactly this has arrived."""
        wait_until(lambda: self.text == wanted, f"{wanted!r} in the editor, not {self.text!r}")


@dataclass
class App:
    """The real tray app as a process of its own."""

    session: XSession
    home: Path
    more: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def environ(self) -> dict[str, str]:
        """The environment of the app and of its commands."""
        return {**self.session.environ, "JITDESK_HOME": str(self.home), **self.more}

    def start(self) -> App:
        """Start it; returns when its hotkey is live."""
        self.launch()
        wait_until(lambda: self.state().get("bindings"), "the app to be live")
        return self

    @staticmethod
    def words(*words: str) -> list[str]:
        """Return the command that starts this JITDesk."""
        return [sys.executable, "-P", "-m", "jitdesk", *words]

    def launch(self) -> None:
        """Start it and do not wait."""
        self.process = subprocess.Popen(self.words(), env=self.environ, stderr=subprocess.PIPE)

    def state(self) -> dict[str, Any]:
        """Return what the running app says of itself, {} if it does not answer."""
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(5)
        try:
            connection.connect(str(self.home / "cache" / "app.socket"))
            connection.sendall(b"state\n")
            with connection.makefile() as answer:
                return dict(json.loads(answer.readline() or "{}"))
        except (OSError, ValueError):
            return {}
        finally:
            connection.close()

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the command line with the same home."""
        return subprocess.run(
            self.words(*words), env=self.environ,
            capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip

    def kill(self) -> None:
        """kill -9."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self._ended()

    def stop(self) -> str:
        """Quit in order; return what it wrote to standard error."""
        if self.process is None:
            return ""
        self.process.terminate()
        return self._ended()

    def _ended(self) -> str:
        if self.process is None:
            return ""
        _, said = self.process.communicate(timeout=15)
        self.process = None
        return said.decode("utf-8", "replace")
