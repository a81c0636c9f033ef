"""`Foot`: the foot of the popup; one of several controllers has it at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jitdesk.ui.popup.foot_row import FootRow
from jitdesk.ui.popup.popup import SearchPopup
from jitdesk.ui.theme import Theme


class Foot:
    """Builds the row when it is first needed and tells the answer to whoever asked last."""

    def __init__(self, popup: SearchPopup, theme: Theme) -> None:
        """Take the popup; nothing is built yet."""
        self._popup, self._theme = popup, theme
        self.row: FootRow | None = None
        self._owner: object = None
        self._answered: Callable[[int], None] = _nobody
        self._written: Callable[[str], None] = _nobody

    def ask(
        self, owner: object, text: str, answers: Sequence[str], answered: Callable[[int], None]
    ) -> None:
        """Show a question of `owner`."""
        self._owner, self._answered = owner, answered
        self._made().ask(text, answers)

    def ask_words(self, owner: object, text: str, written: Callable[[str], None]) -> None:
        """Ask for one line that may stay empty."""
        self._owner, self._written = owner, written
        self._made().ask_words(text)

    def hide(self, owner: object) -> None:
        """Take the row away, if it is this owner's."""
        if self.row is not None and self._owner is owner:
            self._owner = None
            self.row.hide()

    @property
    def taken(self) -> bool:
        """Whether somebody has it: an answer goes before a question."""
        return self._owner is not None

    def shows(self, owner: object) -> bool:
        """Return whether the row shows something of this owner."""
        return self._owner is owner

    def _pass_answer(self, number: int) -> None:
        self._answered(number)

    def _pass_words(self, words: str) -> None:
        self._written(words)

    def _made(self) -> FootRow:
        if self.row is None:
            self.row = FootRow(self._theme, self._popup)
            self.row.answered.connect(self._pass_answer)
            self.row.written.connect(self._pass_words)
            self._popup.add_foot(self.row)
        return self.row


def _nobody(_said: object) -> None:
    return
