"""The paste plug: presses the paste keys in one window and no other; its interface and Null."""

from __future__ import annotations

from typing import Protocol


class PastePlug(Protocol):
    """Called from the GUI thread, some milliseconds."""

    supported: bool

    def answers(self) -> bool:
        """Whether the owner of the clipboard answers in 50 ms, or nobody owns it."""

    def hands_off(self) -> bool:
        """Whether no modifier key is held: it would change what is pressed."""

    def paste(self, window_id: int, *, terminal: bool) -> bool:
        """Press the keys if that window has the keyboard at this very moment; else do nothing."""

    def close(self) -> None:
        """Give up the connection."""


class NullPaste:
    """Cannot, and says so by `supported`: text is copied instead."""

    supported = False

    def answers(self) -> bool:
        """Return False."""
        return False

    def hands_off(self) -> bool:
        """Return False."""
        return False

    def paste(self, window_id: int, *, terminal: bool) -> bool:
        """Return False."""
        return False

    def close(self) -> None:
        """Do nothing."""
