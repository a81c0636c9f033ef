"""What crosses from the loops service to the views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Target:
    """Where a contribution goes: `folder` "" = no shared folder takes it."""

    folder: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Questions:
    """What is open about the rules of guides, by their ids.

    Attributes:
        open: how many questions.
        doubted: guides that count as working, because enough people doubt a rule.
    """

    open: Mapping[str, int] = field(default_factory=dict)
    doubted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class StepWords:
    """The words of one step as its author wrote them: of which guide, which stop from 0."""

    guide: str
    stop: int
    words: str


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """An answer that the asker is to be told once.

    Attributes:
        words: what they asked.
        guide: key of the guide that answers, "" = there is none; `reason` says why.
        mark: what is remembered so that it is told once.
        act: what the author did; `more` is what the act says besides a reason.
        contribution: id of what they sent, for a reply.
    """

    words: str
    mark: str
    guide: str = ""
    title: str = ""
    reason: str = ""
    act: str = "found"
    contribution: str = ""
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InboxTold:
    """The author's list, as `jitdesk inbox --json --all` prints it."""

    moments: tuple[Mapping[str, Any], ...] = ()
    problems: tuple[str, ...] = ()
    loops: tuple[Mapping[str, Any], ...] = field(default=())
    checks: tuple[Mapping[str, Any], ...] = field(default=())
