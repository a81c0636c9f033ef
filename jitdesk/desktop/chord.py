"""`Chord`: a key with its modifiers, as people write it ("Ctrl+Alt+Space").

Pure; each plug translates a chord into its own system's codes. Keys are named after what
is printed on them; names are compared without case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jitdesk.errors import DesktopError

MODIFIERS: Final = ("Ctrl", "Alt", "Shift", "Super")
_MODIFIER_NAMES: Final = {
    "ctrl": "Ctrl",
    "control": "Ctrl",
    "strg": "Ctrl",
    "alt": "Alt",
    "option": "Alt",
    "shift": "Shift",
    "super": "Super",
    "meta": "Super",
    "win": "Super",
    "cmd": "Super",
}
_NAMED: Final = (
    "Space", "Return", "Tab", "Backspace", "Delete", "Insert", "Home", "End", "PgUp", "PgDown",
    "Left", "Right", "Up", "Down", "Escape", "Pause", "Print", "Menu",
)  # fmt: skip
_KEY_NAMES: Final = {name.lower(): name for name in _NAMED} | {
    "enter": "Return",
    "pageup": "PgUp",
    "pagedown": "PgDown",
    "page_up": "PgUp",
    "page_down": "PgDown",
    "del": "Delete",
    "ins": "Insert",
    "esc": "Escape",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}
FREE_CANDIDATES: Final = (
    "Ctrl+Alt+Space",
    "Ctrl+Shift+Space",
    "Super+F1",
    "Ctrl+F12",
    "Ctrl+Shift+F12",
    "Shift+F1",
)
"""Chords to offer when the wanted one is taken: no letters, which move with the layout."""


@dataclass(frozen=True, slots=True)
class Chord:
    """A key and the modifiers held with it, in the order of `MODIFIERS`."""

    key: str
    modifiers: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the chord as it is shown and stored."""
        return "+".join((*self.modifiers, self.key))

    @property
    def is_safe(self) -> bool:
        """Whether it can be a global key without taking plain typing away."""
        only_shift = set(self.modifiers) <= {"Shift"}
        return not only_shift or (self.key.startswith("F") and len(self.key) > 1)


def parse_chord(text: str) -> Chord:
    """Read a chord written by a person.

    Raises:
        DesktopError: it has no key, two keys, or a key that is not known.
    """
    parts = [part.strip() for part in text.replace("++", "+Plus").split("+") if part.strip()]
    modifiers = {_MODIFIER_NAMES[part.lower()] for part in parts if part.lower() in _MODIFIER_NAMES}
    keys = [part for part in parts if part.lower() not in _MODIFIER_NAMES]
    if len(keys) != 1:
        raise DesktopError(f"“{text}” is not a hotkey: it needs exactly one key beside Ctrl, Alt…")
    return Chord(_key(keys[0]), tuple(name for name in MODIFIERS if name in modifiers))


def _key(name: str) -> str:
    if name == "Plus":
        return "+"
    if known := _KEY_NAMES.get(name.lower()):
        return known
    if len(name) == 1:
        return name.upper()
    raise DesktopError(f"There is no key called “{name}”.")
