"""The hotkey plug: its interface, its values and the Null that always works.

One plug is live at a time. A plug calls one callback from its own thread and does nothing
else; `services.hotkey` turns that into a queued signal. `bind` answers truthfully for each
chord: taken means taken, and "bound" is not yet "it really fires" (see `confirmed`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from jitdesk.desktop.chord import Chord
from jitdesk.desktop.foreground import ForegroundWindow

SEARCH = "hotkey"
"""Name of the binding that opens the popup; the others are the names of step settings."""


@dataclass(frozen=True, slots=True)
class Press:
    """One press of a bound chord.

    Attributes:
        name: which binding.
        time: the system's own time stamp of the key press (X11: server time, ms), 0 = none.
        window: what was in front at that moment, None = unknown.
        in_search: the popup had the focus already, as the system itself says.
    """

    name: str
    time: int = 0
    window: ForegroundWindow | None = None
    in_search: bool = False


@dataclass(frozen=True, slots=True)
class Binding:
    """What became of one wanted chord; `reason` is a sentence when it is not bound."""

    chord: Chord
    bound: bool
    reason: str = ""


OnPress = Callable[[Press], None]
OnLeft = Callable[[], None]


class HotkeyPlug(Protocol):
    """A way to hear a chord while another program has the focus."""

    name: str
    """Plain name for the doctor page, such as "X11 key grab"."""
    rebindable: bool
    """False where only the desktop's own settings can change the chord (the portal)."""

    def start(self, on_press: OnPress) -> None:
        """Begin listening; `on_press` is called from the plug's thread.

        Raises:
            DesktopError: this system cannot do it; the next plug is tried.
        """

    def bind(self, wanted: Mapping[str, Chord]) -> dict[str, Binding]:
        """Make exactly `wanted` live; earlier bindings that are not in it are given back."""

    def set_target(self, window_id: int, on_left: OnLeft) -> None:
        """Tell which native window will take the focus after a press of `SEARCH`.

        `on_left` is called from the plug's thread when that window lost the focus, by a plug
        that sees it.
        """

    def stop(self) -> None:
        """Give every chord back; safe to call twice."""


class NullHotkey:
    """Hears nothing and says so: `jitdesk toggle` and the tray still open the search."""

    name = "none (use the tray, or “jitdesk toggle” as a shortcut of your desktop)"
    rebindable = False

    def start(self, on_press: OnPress) -> None:
        """Do nothing."""

    def bind(self, wanted: Mapping[str, Chord]) -> dict[str, Binding]:
        """Answer that no chord can be had here."""
        reason = "This desktop offers no global hotkeys to programs."
        return {name: Binding(chord, False, reason) for name, chord in wanted.items()}

    def set_target(self, window_id: int, on_left: OnLeft) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""
