"""The child process of the pynput plug: ``NAME=CHORD ...`` in, names of presses out.

It ends when its parent does (end of standard input). `pynput` itself is imported in
`main`, because importing it fails where there is no display.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable


def main(words: list[str]) -> int:
    """Listen until the parent is gone; return the exit code."""
    try:
        from pynput import keyboard  # noqa: PLC0415  (fails without a display)
    except ImportError as error:
        _say(f"pynput cannot be used here ({error}).")
        return 3
    try:
        hotkeys = {chord: _announce(name) for name, chord in (word.split("=", 1) for word in words)}
        listener = keyboard.GlobalHotKeys(hotkeys)
        listener.start()
        listener.wait()
    except ValueError as error:
        _say(f"pynput does not know this hotkey ({error}).")
        return 3
    _say("ready")
    threading.Thread(target=listener.join, daemon=True).start()
    sys.stdin.read()
    return 0


def _announce(name: str) -> Callable[[], None]:
    return lambda: _say(name)


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  (the pipe to the parent)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
