"""The fall-back hotkey plug: pynput in a child process.

pynput hears every key of the session, cannot swallow the chord, hangs when it is stopped
and crashes some systems; so it runs in a process of its own that can be killed, and only
where the system's own interface is not to be had. The child prints the name of a binding
when its chord is pressed; it knows nothing else and writes nothing down.
"""

from __future__ import annotations

import importlib.util
import logging
import subprocess
import sys
import threading
from collections.abc import Mapping
from typing import IO, Final

from jitdesk.desktop.chord import Chord
from jitdesk.desktop.hotkey import Binding, OnLeft, OnPress, Press
from jitdesk.errors import DesktopError

_log = logging.getLogger(__name__)

_MODIFIERS: Final = {"Ctrl": "<ctrl>", "Alt": "<alt>", "Shift": "<shift>", "Super": "<cmd>"}
_KEYS: Final = {
    "Space": "<space>", "PgUp": "<page_up>", "PgDown": "<page_down>", "Return": "<enter>",
    "Escape": "<esc>", "Print": "<print_screen>",
}  # fmt: skip
READY: Final = "ready"


def pynput_text(chord: Chord) -> str:
    """Return the chord in the notation of `pynput.keyboard.HotKey.parse`."""
    key = chord.key
    text = _KEYS.get(key) or (f"<{key.lower()}>" if len(key) > 1 else key.lower())
    return "+".join([*(_MODIFIERS[name] for name in chord.modifiers), text])


class PynputHotkey:
    """Starts the child anew for every change: its listener cannot be stopped cleanly."""

    name = "pynput (fall-back: hears keys, cannot keep the chord from other programs)"
    rebindable = True

    def __init__(self, command: list[str] | None = None) -> None:
        """Take the child's command; tests bring their own."""
        self._command = command or [sys.executable, "-P", "-m", "jitdesk.desktop.pynput_child"]
        self._installed = command is not None or importlib.util.find_spec("pynput") is not None
        self._child: subprocess.Popen[str] | None = None
        self._on_press: OnPress | None = None

    def start(self, on_press: OnPress) -> None:
        """Check that pynput is installed."""
        if not self._installed:
            raise DesktopError("The fall-back for hotkeys (pynput) is not installed.")
        self._on_press = on_press

    def bind(self, wanted: Mapping[str, Chord]) -> dict[str, Binding]:
        """Start a child for exactly `wanted`; waits until it listens, at most 5 seconds."""
        self.stop()
        if not wanted:
            return {}
        words = [f"{name}={pynput_text(chord)}" for name, chord in wanted.items()]
        try:
            child = subprocess.Popen(
                [*self._command, *words], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
            )
        except OSError as error:
            return _refused(wanted, f"The hotkey listener could not be started ({error}).")
        self._child = child
        answer = _first_line(child)
        if answer != READY:
            self.stop()
            return _refused(wanted, answer or "The hotkey listener did not start.")
        threading.Thread(target=self._listen, args=(child,), name="pynput", daemon=True).start()
        return {name: Binding(chord, True) for name, chord in wanted.items()}

    def set_target(self, window_id: int, on_left: OnLeft) -> None:
        """Do nothing: pynput cannot hold keys back."""

    def stop(self) -> None:
        """Kill the child: asking it to stop hangs after the first key."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                if stream is not None and child.returncode is not None:
                    _close(stream)

    def _listen(self, child: subprocess.Popen[str]) -> None:
        try:
            for line in child.stdout or ():
                if self._on_press is not None and self._child is child:
                    self._on_press(Press(line.strip()))
        except ValueError:
            return  # stop() closed the pipe under us
        if self._child is child:
            _log.warning("the hotkey listener ended by itself")


def _first_line(child: subprocess.Popen[str]) -> str:
    found: list[str] = []

    def read() -> None:
        if child.stdout is not None:
            found.append(child.stdout.readline().strip())

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(5)
    return found[0] if found else ""


def _close(stream: IO[str]) -> None:
    try:
        stream.close()
    except OSError:
        _log.debug("the listener's pipe was closed already")


def _refused(wanted: Mapping[str, Chord], reason: str) -> dict[str, Binding]:
    return {name: Binding(chord, False, reason) for name, chord in wanted.items()}
