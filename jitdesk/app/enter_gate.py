"""`EnterGate`: Enter acts only on the answer that belongs to the text on the screen.

Pure. Pressed while the answer is on its way, Enter is kept for exactly that text; the next
edit, or five seconds' silence, drops it.

    >>> gate = EnterGate()
    >>> gate.typed("iban")
    >>> gate.entered(), gate.arrived("iba"), gate.arrived("iban")
    (False, False, True)
"""

from __future__ import annotations


class EnterGate:
    """Holds the text on the screen, the text of the rows, and a waiting Enter."""

    def __init__(self) -> None:
        """Start with nothing typed and the rows of nothing typed."""
        self._typed = ""
        self._shown: str | None = ""
        self._waiting = False

    @property
    def waiting(self) -> bool:
        """Whether an Enter waits for its answer."""
        return self._waiting

    def typed(self, text: str) -> None:
        """Note an edit: an Enter that waited was for the old text."""
        self._waiting = False
        self._typed = text

    def entered(self) -> bool:
        """Return whether the rows may be acted on now; else keep the Enter."""
        self._waiting = self._shown != self._typed
        return not self._waiting

    def arrived(self, text: str) -> bool:
        """Note whose rows are shown now; return whether a kept Enter acts on them."""
        self._shown = text
        acts = self._waiting and text == self._typed
        if acts:
            self._waiting = False
        return acts

    def may_open(self) -> bool:
        """Return whether the rows belong to the text (a click, Ctrl with a digit)."""
        return self._shown == self._typed

    def give_up(self) -> bool:
        """Drop a waiting Enter; return whether there was one."""
        waited, self._waiting = self._waiting, False
        return waited
