"""The selection plug: what is marked in the program in front; its interface and its Null."""

from __future__ import annotations

from typing import Protocol


class SelectionPlug(Protocol):
    """Reads the marked text; belongs to the thread that first calls `selected`."""

    supported: bool

    def selected(self) -> str:
        """Return the marked text, "" = none, or whoever has it does not answer in 50 ms."""

    def close(self) -> None:
        """Give up the connection."""


class NullSelection:
    """Cannot, and says so by `supported`; a paste into the field still works."""

    supported = False

    def selected(self) -> str:
        """Return nothing."""
        return ""

    def close(self) -> None:
        """Do nothing."""
