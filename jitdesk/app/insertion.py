"""Where text may be put for a person, and in which form. Pure.

In doubt it is copied and said so: a text in the wrong window costs more than a Ctrl+V.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from jitdesk.search.program import program_names

_TERMINALS: Final = frozenset(
    [
        "xterm",
        "uxterm",
        "urxvt",
        "rxvt",
        "st",
        "konsole",
        "kitty",
        "alacritty",
        "terminator",
        "tilix",
        "wezterm",
        "foot",
        "terminal",
        "guake",
        "yakuake",
        "terminology",
        "windowsterminal",
        "cmd",
        "powershell",
        "pwsh",
        "iterm2",
        "qterminal",
        "lxterminal",
    ]
)
_REMOTE: Final = frozenset(
    [
        "remmina",
        "xfreerdp",
        "freerdp",
        "wlfreerdp",
        "rdesktop",
        "mstsc",
        "msrdc",
        "vncviewer",
        "tigervnc",
        "realvnc",
        "krdc",
        "teamviewer",
        "anydesk",
        "rustdesk",
        "wfica",
        "citrix",
        "receiver",
        "virt-viewer",
        "remote-viewer",
        "virt-manager",
        "vmware",
        "vmplayer",
        "vmrc",
        "virtualbox",
        "virtualboxvm",
        "qemu",
        "moonlight",
        "parsec",
        "nxplayer",
    ]
)
"""What is put there lands on another computer, late or never, and its clipboard follows ours."""


def cleaned(text: str) -> str:
    """Return `text` without control characters, and without line ends at its end.

    An escape character ends bracketed paste in a shell (``ESC[201~``), and a line end there is
    Enter; tabs and line ends between lines stay.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in plain if c in "\n\t" or unicodedata.category(c) != "Cc")
    return "".join(kept).rstrip("\n")


def is_terminal(app: str) -> bool:
    """Tell whether a program is a terminal: there a line end executes."""
    return not _TERMINALS.isdisjoint(program_names(app))


def is_remote(app: str) -> bool:
    """Tell whether a program shows another computer."""
    return not _REMOTE.isdisjoint(program_names(app))


def portions(text: str, app: str) -> list[str]:
    """Return what is put at once: everything, or in a terminal line by line."""
    clean = cleaned(text)
    if not clean.strip():
        return []
    return [line for line in clean.split("\n") if line] if is_terminal(app) else [clean]
