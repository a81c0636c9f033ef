"""The table of settings: every one declared once, with name, kind, default and one sentence.

`jitdesk.settings` reads and writes their values; the dialog is generated from `SETTINGS` and
the manual's test reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

Value = bool | int | str


class Kind(StrEnum):
    """How a setting is edited and checked."""

    CHORD = "chord"
    CHOICE = "choice"
    SWITCH = "switch"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Setting:
    """One declared setting.

    Attributes:
        group: the page of the dialog it stands on.
        help: one sentence on what it does for the person.
        choices: (value, label) pairs of a CHOICE.
        bounds: smallest and largest value of a NUMBER; `unit` is shown behind it.
        private: the most private value, None = it is no matter of privacy. A policy may fix
            this value and no other: an organisation can tighten, never loosen.
    """

    name: str
    kind: Kind
    default: Value
    group: str
    label: str
    help: str
    choices: tuple[tuple[str, str], ...] = ()
    bounds: tuple[int, int] = (0, 0)
    unit: str = ""
    private: Value | None = None

    def problem_with(self, value: object) -> str:
        """Return one sentence on why `value` does not fit, "" when it does."""
        if self.kind is Kind.SWITCH:
            return "" if isinstance(value, bool) else "must be true or false"
        if self.kind is Kind.NUMBER:
            return self._number_problem(value)
        if not isinstance(value, str):
            return "must be text"
        if self.kind is Kind.CHOICE and value not in dict(self.choices):
            return f"must be one of: {', '.join(dict(self.choices))}"
        return ""

    def _number_problem(self, value: object) -> str:
        low, high = self.bounds
        if isinstance(value, bool) or not isinstance(value, int):
            return "must be a whole number"
        return "" if low <= value <= high else f"must lie between {low} and {high}"


SETTINGS: Final[tuple[Setting, ...]] = (
    Setting(
        "hotkey",
        Kind.CHORD,
        "Ctrl+Alt+Space",
        "Hotkey",
        "Open the search",
        "Press this in any program and the search opens over it.",
    ),
    Setting(
        "step_next",
        Kind.CHORD,
        "Ctrl+Alt+PgDown",
        "Hotkey",
        "Next step",
        "Moves the open guide one step on while you stay in your program.",
    ),
    Setting(
        "step_back",
        Kind.CHORD,
        "Ctrl+Alt+PgUp",
        "Hotkey",
        "Step back",
        "Moves the open guide one step back.",
    ),
    Setting(
        "step_tick",
        Kind.CHORD,
        "Ctrl+Alt+Return",
        "Hotkey",
        "Tick the step",
        "Ticks the current item of a checklist and moves on.",
    ),
    Setting(
        "guide_close",
        Kind.CHORD,
        "Ctrl+Alt+End",
        "Hotkey",
        "Close the guide",
        "Closes the open guide without a question; a checklist keeps its place.",
    ),
    Setting(
        "outcome_worked",
        Kind.CHORD,
        "Ctrl+Alt+Home",
        "Hotkey",
        "Close: it worked",
        "Closes the open guide and notes that the task worked.",
    ),
    Setting(
        "outcome_fixed",
        Kind.CHORD,
        "Ctrl+Alt+Shift+Home",
        "Hotkey",
        "Close: I fixed something",
        "Closes the open guide and notes that something had to be put right.",
    ),
    Setting(
        "outcome_failed",
        Kind.CHORD,
        "Ctrl+Alt+Shift+End",
        "Hotkey",
        "Close: it didn't work",
        "Notes that the task did not work, and asks what happened.",
    ),
    Setting(
        "theme",
        Kind.CHOICE,
        "system",
        "Looks",
        "Theme",
        "Light, dark, or whatever your desktop uses.",
        choices=(("system", "Like the desktop"), ("light", "Light"), ("dark", "Dark")),
    ),
    Setting(
        "text_size",
        Kind.NUMBER,
        100,
        "Looks",
        "Text size",
        "Makes the text of every JITDesk window larger or smaller.",
        bounds=(80, 250),
        unit="%",
    ),
    Setting(
        "language",
        Kind.CHOICE,
        "system",
        "Looks",
        "Language",
        "The language of JITDesk itself, from the next start on; guides keep their own.",
        choices=(("system", "Like the desktop"), ("en", "English"), ("de", "German")),
    ),
    Setting(
        "popup_screen",
        Kind.CHOICE,
        "window",
        "Looks",
        "Open on",
        "The screen on which the search opens.",
        choices=(
            ("window", "The screen of the active window"),
            ("pointer", "The screen of the mouse pointer"),
        ),
    ),
    Setting(
        "autostart",
        Kind.SWITCH,
        False,
        "General",
        "Start when I sign in",
        "JITDesk waits in the tray from the moment you sign in.",
    ),
    Setting(
        "sync_minutes",
        Kind.NUMBER,
        10,
        "General",
        "Look for new guides every",
        "How often the folders are looked at; 0 means only when you ask.",
        bounds=(0, 1440),
        unit="minutes",
    ),
    Setting(
        "remember_use",
        Kind.SWITCH,
        True,
        "Privacy",
        "Remember which guides I used",
        "Kept on this computer only; it lifts guides that helped you and fills the recent list.",
        private=False,
    ),
    Setting(
        "keep_history",
        Kind.SWITCH,
        True,
        "Privacy",
        "Keep a history of what I applied",
        "Kept on this computer only: what worked, when, and with how much of the page. "
        "Show, export or delete it under “My data” in the menu.",
        private=False,
    ),
    Setting(
        "check_ins",
        Kind.SWITCH,
        True,
        "Privacy",
        "Ask now and then how it went",
        "One line in the search that you opened anyway, at most once a day; it needs the history.",
        private=False,
    ),
    Setting(
        "use_program_name",
        Kind.SWITCH,
        True,
        "Privacy",
        "Use the name of the program in front",
        "Lifts guides made for that program; the window's title stays in memory, never stored.",
        private=False,
    ),
    Setting(
        "offer_selection",
        Kind.SWITCH,
        True,
        "Privacy",
        "Offer to search for what you marked",
        "Reads the marked text when you open the search; it is not stored, and nothing is "
        "searched for before you say so.",
        private=False,
    ),
    Setting(
        "sign_as",
        Kind.TEXT,
        "",
        "Privacy",
        "Sign what I send to authors with",
        "A name of your choice, shown before you send; a guide then thanks you by it. Empty: "
        "what you send is unsigned.",
        private="",
    ),
    Setting(
        "groups",
        Kind.TEXT,
        "",
        "General",
        "Groups that I belong to",
        "Names with commas between them, such as finance, branch 12; trial versions of guides for "
        "them come to you, labelled. It stays on this computer.",
    ),
    Setting(
        "silent_in",
        Kind.TEXT,
        "",
        "Hotkey",
        "Programs where the hotkey is silent",
        "Names with commas between them, such as teams, vlc; there the hotkey does nothing.",
    ),
)

BY_NAME: Final[Mapping[str, Setting]] = {setting.name: setting for setting in SETTINGS}
