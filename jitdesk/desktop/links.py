"""The links plug: this installation opens ``jitdesk://`` links; its interface and its Null."""

from __future__ import annotations

from typing import Protocol


class LinksPlug(Protocol):
    """Registers the scheme with the system; may take a second, so not in the GUI thread."""

    supported: bool

    def register(self) -> None:
        """Make this installation the one that opens links, for this person."""


class NullLinks:
    """Cannot, and says so by `supported`; `jitdesk open LINK` still works."""

    supported = False

    def register(self) -> None:
        """Do nothing."""
