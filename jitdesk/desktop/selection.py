"""The selection plug: what is marked or was copied elsewhere; its interface and its Null."""

from __future__ import annotations

from typing import Protocol


class SelectionPlug(Protocol):
    """Reads the marked and the copied text; belongs to the thread that first calls it."""

    supported: bool

    def selected(self) -> str:
        """Return the marked text, "" = none, or whoever has it does not answer in 50 ms."""

    def copied(self) -> str:
        """Return the text on the clipboard, "" = none, or no answer in 50 ms."""

    def close(self) -> None:
        """Give up the connection."""


class NullSelection:
    """Cannot, and says so by `supported`; a paste into the field still works."""

    supported = False

    def selected(self) -> str:
        """Return nothing."""
        return ""

    def copied(self) -> str:
        """Return nothing."""
        return ""

    def close(self) -> None:
        """Do nothing."""
