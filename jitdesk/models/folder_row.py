"""`FolderRow`: one source as the settings show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FolderRow:
    """A folder, its state in words, and whether the person may remove it."""

    name: str
    location: str
    state: str
    removable: bool = True
