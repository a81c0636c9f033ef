"""The two shapes in which something goes wrong: a `Problem` value or an own error family.

A `Problem` is for what is expected to fail (one broken guide among thousands): it is
collected, shown and never raised. A `JITDeskError` is raised at a package's border; its
text is one sentence for a person: what happened, where, and what to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a problem matters: an error hides the file, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding about one file.

    Attributes:
        file: path relative to the pack or source, with forward slashes; "" for the whole.
        line: 1-based line, counted by the rule of `jitdesk.guides.lines`; 0 = whole file.
        rule: short stable name such as ``yaml-syntax`` or ``G02``.
        level: error, warning or hint.
        message: one sentence: what is wrong.
        fix: one sentence: what to do; "" when the message says it all.
    """

    file: str
    line: int
    rule: str
    level: Level
    message: str
    fix: str = ""

    def __str__(self) -> str:
        """Return ``file:line: message fix``, the form that editors can jump to."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        text = f"{self.message} {self.fix}".strip()
        return f"{place}: {text}" if place else text


class JITDeskError(Exception):
    """Base of every error that a person may see; the text is a whole sentence."""


class PackError(JITDeskError):
    """What was published is wrong (a manifest, a bundle, an id that belongs to another)."""


class ShareError(JITDeskError):
    """The shared folder could not be reached or read; the installed copy stays in use."""


class StoreError(JITDeskError):
    """The local copy of the packs cannot be read or written (full disk, read-only home)."""


class SearchIndexError(JITDeskError):
    """The search index cannot be read or written; it is rebuilt from the guides."""


class RecordsError(JITDeskError):
    """The user database cannot be read or written."""


class SettingsError(JITDeskError):
    """The settings file or a setting's value is wrong."""


class DesktopError(JITDeskError):
    """The operating system refused something (a taken hotkey, no display)."""


class UsageError(JITDeskError):
    """The command line was used wrongly; exit code 2."""
