"""`InboxController`: the author's inbox <-> the loops service and the writing window."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, Signal

from jitdesk.models.inbox_items import InboxItem, items, tr_state
from jitdesk.models.loops import InboxTold
from jitdesk.services.loops import LoopsService
from jitdesk.ui.learning.inbox_window import InboxWindow
from jitdesk.ui.theme import Theme

_EXTRA = {"not-now": "--reason", "forward": "--to"}


class InboxController(QObject):
    """Lists, decides, and opens the page that is to be built."""

    write_wanted = Signal(str)
    """A file to go on writing."""
    changed = Signal()
    """A page or a board was written: it should be synced."""

    def __init__(self, loops: LoopsService, theme: Theme) -> None:
        """Build the window; it is wanted now."""
        super().__init__()
        self._loops, self._window = loops, InboxWindow(theme)
        self._name = ""
        self._window.act_wanted.connect(self._act)
        self._window.item_shown.connect(self._suggest)
        self._window.refresh_wanted.connect(loops.ask_inbox)
        loops.listed.connect(self._show)
        loops.acted.connect(self._acted)
        loops.suggested.connect(self._window.show_suggestions)

    def open(self) -> None:
        """Show the window with what lies in the folders now."""
        self._window.open_window()
        self._window.say(self.tr("Looking into the folders…"))
        self._loops.ask_inbox()

    def _show(self, told: InboxTold) -> None:
        self._window.say("")
        self._window.show_items(items(told), told.problems)

    def _suggest(self, item: InboxItem) -> None:
        if item.kind == "struggle" and item.words:
            self._loops.ask_suggestions(item.words)

    def _act(self, item: InboxItem, name: str, fields: dict[str, str]) -> None:
        self._name = name
        if name == "write":
            self._window.say("")
            self.write_wanted.emit(str(item.detail.get("file", "")))
        elif item.kind == "check":
            self._loops.act(name, item.id, "--json")
        elif item.kind != "struggle":
            pairs = [f"{key}={text}" for key, text in fields.items()]
            self._loops.act("act", "--json", "--", item.id, name, *pairs)
        elif name in _EXTRA:
            text = next(iter(fields.values()), "")
            # What a person wrote may begin with a dash.
            self._loops.act(name, "--json", f"{_EXTRA[name]}={text}", "--", item.id)
        else:
            self._loops.act(name, "--json", "--", item.id, *fields.values())

    def _became(self, told: dict[str, str]) -> str:
        """Return what the last act led to, in the language of the app."""
        sentences = {
            "found": self.tr("The askers are told of the guide."),
            "build": self.tr("Begun: {0}").format(told.get("file", "")),
            "forward": self.tr("Forwarded."),
            "checked": self.tr("Noted: it is still right."),
            "not-now": self.tr("The askers read your reason."),
        }
        state = tr_state(told.get("state", ""))
        other = self.tr("It is “{0}” now; the sender is told.").format(state)
        return sentences.get(self._name, other)

    def _acted(self, text: str, code: int) -> None:
        try:
            told = json.loads(text) if code == 0 else {}
        except ValueError:
            told = {}
        self._window.say(self._became(told) if code == 0 else text)
        if code == 0:
            self.changed.emit()
        if told.get("file"):
            self.write_wanted.emit(str(told["file"]))
