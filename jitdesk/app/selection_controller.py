"""`SelectionController`: what is marked or was copied elsewhere can be asked for by one key.

Offered, never done: the text appears in the popup's own row and is searched for only when the
person says so. It is not stored, and not looked at where the person switched that off. The
clipboard is never looked at by itself: only at Ctrl+Shift+V.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from jitdesk.app.foot import Foot
from jitdesk.app.search_controller import SearchController
from jitdesk.services.selection import SelectionService
from jitdesk.ui.popup.popup import SearchPopup

_SHORTEST = 3
_LONGEST = 2000
_SHOWN = 70


class SelectionController(QObject):
    """Popup <-> selection service."""

    def __init__(
        self,
        popup: SearchPopup,
        searching: SearchController,
        selection: SelectionService,
        foot: Foot,
    ) -> None:
        """Take what it connects."""
        super().__init__()
        self._popup, self._selection, self._foot = popup, selection, foot
        self._number = 0
        self._text = ""
        self.enabled = True
        searching.shown.connect(self._shown)
        searching.hidden.connect(self._forget)
        popup.query_edited.connect(self._typed)
        popup.edit.copied_wanted.connect(self._ask_copied)
        selection.selected.connect(self._take)
        selection.copied.connect(self._take_copied)

    def _shown(self) -> None:
        self._number += 1
        if self.enabled:
            self._selection.ask(self._number)

    def _take(self, number: int, text: str) -> None:
        words = " ".join(text.split())
        offers = number == self._number and self._popup.isVisible() and not self._foot.taken
        if not offers or self._popup.edit.text() or not _SHORTEST <= len(words) <= _LONGEST:
            return
        self._text = words
        shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
        said = self.tr("You marked “{0}”").format(shown)
        self._foot.ask(self, said, [self.tr("Search for it")], self._search)

    def _ask_copied(self) -> None:
        if self._selection.supported:
            self._selection.ask_copied(self._number)
        else:
            self._take_copied(self._number, QGuiApplication.clipboard().text())

    def _take_copied(self, number: int, text: str) -> None:
        """Search for what was copied: of a long text for its beginning."""
        if number != self._number or not self._popup.isVisible():
            return
        words = " ".join(text[: 2 * _LONGEST].split())[:_LONGEST]
        if words:
            self._popup.edit.setText(words)
        else:
            self._popup.show_status(self.tr("There is no text on the clipboard."))

    def _search(self, _answer: int) -> None:
        text, self._text = self._text, ""
        self._foot.hide(self)
        self._popup.edit.setFocus()
        self._popup.edit.setText(text)

    def _typed(self, text: str) -> None:
        if text:
            self._foot.hide(self)

    def _forget(self) -> None:
        self._number += 1
        self._text = ""
        self._foot.hide(self)
