"""`HotkeyService`: the live hotkey plug as signals.

The plug's thread calls `_pressed`, which only emits; Qt queues the signal to the GUI
thread. The service counts real presses, so that "it works" is said only after one came.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from jitdesk.desktop.chord import FREE_CANDIDATES, Chord, parse_chord
from jitdesk.desktop.hotkey import SEARCH, Binding, HotkeyPlug, NullHotkey, Press
from jitdesk.errors import DesktopError

_log = logging.getLogger(__name__)


class HotkeyService(QObject):
    """Starts the first plug that this system allows and keeps its bindings."""

    pressed = Signal(object)
    """A `Press`, in the GUI thread."""
    bindings_changed = Signal(object)
    """The bindings now in force: name -> `Binding`."""
    target_left = Signal()
    """The window of `set_target` lost the focus, as the system itself says."""

    def __init__(self, plugs: Sequence[HotkeyPlug], parent: QObject | None = None) -> None:
        """Take the plugs to try, best first."""
        super().__init__(parent)
        self._plugs = plugs
        self._plug: HotkeyPlug = NullHotkey()
        self._wanted: dict[str, Chord] = {}
        self.bindings: dict[str, Binding] = {}
        self.presses = 0

    @property
    def plug_name(self) -> str:
        """The plain name of the live plug."""
        return self._plug.name

    @property
    def rebindable(self) -> bool:
        """Whether chords can be changed from here."""
        return self._plug.rebindable

    def start(self) -> None:
        """Start the first plug that can; without one the Null is live."""
        for plug in self._plugs:
            try:
                plug.start(self._pressed)
            except DesktopError as error:
                _log.info("%s is not available: %s", plug.name, error)
                continue
            self._plug = plug
            return

    def bind(self, wanted: Mapping[str, Chord]) -> dict[str, Binding]:
        """Make `wanted` live besides what is bound; return what became of each."""
        self._wanted.update(wanted)
        return self._apply()

    def unbind(self, names: Sequence[str]) -> None:
        """Give chords back, such as the step keys when the guide window closes."""
        if any(self._wanted.pop(name, None) for name in names):
            self._apply()

    def set_target(self, window_id: int) -> None:
        """Tell the plug which window takes the focus after the search chord."""
        try:
            self._plug.set_target(window_id, self.target_left.emit)
        except DesktopError as error:
            _log.warning("%s", error)

    def free_chord(self) -> Chord | None:
        """Return a chord that is free right now, to offer when the wanted one is taken."""
        kept = self._wanted.get(SEARCH)
        offered = None
        for text in FREE_CANDIDATES:
            chord = parse_chord(text)
            if chord not in self._wanted.values():
                self._wanted[SEARCH] = chord
                if self._apply()[SEARCH].bound:
                    offered = chord
                    break
        if kept is not None:
            self._wanted[SEARCH] = kept
        self._apply()
        return offered

    def stop(self) -> None:
        """Give every chord back."""
        self._plug.stop()

    def _apply(self) -> dict[str, Binding]:
        try:
            self.bindings = self._plug.bind(self._wanted)
        except DesktopError as error:
            self.bindings = {
                name: Binding(chord, False, str(error)) for name, chord in self._wanted.items()
            }
        self.bindings_changed.emit(self.bindings)
        return self.bindings

    def _pressed(self, press: Press) -> None:
        self.presses += 1
        self.pressed.emit(press)
