"""What a sync did, source by source: the values that are shown and printed as JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from jitdesk.errors import Level, Problem


class State(StrEnum):
    """How a source came out of a sync; everything but UPDATED and UNCHANGED keeps the old."""

    UPDATED = "updated"
    UNCHANGED = "unchanged"
    UNREACHABLE = "unreachable"
    COPYING = "being copied"
    EMPTY = "empty"
    KEPT_NEWER = "kept newer"
    REFUSED = "refused"
    CANCELLED = "cancelled"


SEVERITY = (
    State.UNCHANGED,
    State.UPDATED,
    State.KEPT_NEWER,
    State.REFUSED,
    State.EMPTY,
    State.COPYING,
    State.UNREACHABLE,
    State.CANCELLED,
)
"""From good to bad: a source with several packs has the state of its worst."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long piece of work is; `total` 0 = not known yet."""

    source: str
    step: str
    done: int
    total: int


ProgressCallback = Callable[[Progress], None]


@dataclass(slots=True)
class SourceReport:
    """What happened to one source.

    Attributes:
        message: one sentence, "" when there is nothing to say.
        added, changed, removed: guides.
        problems: of the files that were looked at now, and those still standing.
        ignored: files of other types.
    """

    name: str
    location: str = ""
    state: State = State.UNCHANGED
    message: str = ""
    added: int = 0
    changed: int = 0
    removed: int = 0
    ignored: int = 0
    bytes_read: int = 0
    files_opened: int = 0
    problems: list[Problem] = field(default_factory=list)

    def worsen(self, state: State, message: str = "") -> None:
        """Take `state` if it is worse than what stands; sentences add up."""
        if SEVERITY.index(state) > SEVERITY.index(self.state):
            self.state = state
        if message and message not in self.message:
            self.message = f"{self.message} {message}".strip()

    @property
    def refused(self) -> list[Problem]:
        """The problems that keep a file out."""
        return [p for p in self.problems if p.level is Level.ERROR]

    def as_json(self) -> dict[str, object]:
        """Return the report as the command line prints it."""
        return {
            "name": self.name,
            "state": str(self.state),
            "message": self.message,
            "added": self.added,
            "changed": self.changed,
            "removed": self.removed,
            "ignored": self.ignored,
            "refused": [
                {"file": p.file, "line": p.line, "reason": f"{p.message} {p.fix}".strip()}
                for p in self.refused
            ],
            "problems": [problem_json(p) for p in self.problems],
            "bytes_read": self.bytes_read,
            "files_opened": self.files_opened,
        }


def problem_json(problem: Problem) -> dict[str, object]:
    """Return a problem as the command line prints it."""
    return {
        "file": problem.file,
        "line": problem.line,
        "rule": problem.rule,
        "level": str(problem.level),
        "message": problem.message,
        "fix": problem.fix,
    }


@dataclass(frozen=True, slots=True)
class SyncReport:
    """One sync of every source."""

    sources: tuple[SourceReport, ...]

    @property
    def changed(self) -> bool:
        """Whether anything installed is different now."""
        return any(s.added or s.changed or s.removed for s in self.sources)

    def as_json(self) -> dict[str, object]:
        """Return the report as the command line prints it."""
        return {"sources": [source.as_json() for source in self.sources]}
