"""`Case`: one suggestion or challenge with its log, its state and what may be done. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jitdesk.errors import UsageError
from jitdesk.loops import challenge, story, suggestion
from jitdesk.loops.contribution import Contribution, Kind
from jitdesk.loops.decision import Decision, of
from jitdesk.loops.machine import Act, Standing, possible

_TABLES = {Kind.SUGGEST: suggestion, Kind.CHALLENGE: challenge, Kind.STORY: story}


@dataclass(frozen=True, slots=True)
class Case:
    """A contribution, what was done about it, and what its sender answered."""

    contribution: Contribution
    log: tuple[Decision, ...]
    replies: tuple[Contribution, ...]
    standing: Standing

    @property
    def acts(self) -> list[Act]:
        """What may be done now."""
        return possible(_TABLES[self.contribution.kind].ACTS, self.standing.state)

    @property
    def is_challenge(self) -> bool:
        """Whether it questions a rule."""
        return self.contribution.kind is Kind.CHALLENGE

    @property
    def is_open(self) -> bool:
        """Whether somebody waits for the authors."""
        state = self.standing.state
        if self.is_challenge:
            return challenge.is_open(state)
        ended = {suggestion.SHIPPED, suggestion.DECLINED, story.TOLD, story.LEFT}
        return state not in ended

    def check(self, name: str, fields: Mapping[str, str], today: date) -> Act:
        """Return the act if it may be done.

        Raises:
            UsageError: it may not; the text says why.
        """
        state = self.standing.state
        if self.is_challenge:
            return challenge.check(state, name, fields, self.contribution, today)
        if self.contribution.kind is Kind.STORY:
            return story.check(state, name, fields)
        return suggestion.check(state, name, fields, today)


def cases(contributions: Iterable[Contribution], board: Sequence[Decision]) -> list[Case]:
    """Return every suggestion and challenge, oldest first."""
    every = sorted(contributions, key=lambda c: c.id)
    replies = [c for c in every if c.kind is Kind.REPLY]
    return [_case(c, board, replies) for c in every if c.kind in _TABLES]


def find(every: Iterable[Case], number: str) -> Case:
    """Return the one case whose id ends so.

    Raises:
        UsageError: none or more than one does.
    """
    found = [case for case in every if case.contribution.id.endswith(number)]
    if len(found) != 1:
        raise UsageError(f"There is no one item “{number}”; jitdesk inbox lists them.")
    return found[0]


def open_questions(every: Iterable[Case]) -> dict[str, int]:
    """Return guide id -> how many open questions about its rules there are."""
    found: dict[str, int] = {}
    for case in every:
        if case.is_challenge and case.is_open:
            guide = case.contribution.guide
            found[guide] = found.get(guide, 0) + 1
    return found


def _case(
    contribution: Contribution, board: Sequence[Decision], replies: Sequence[Contribution]
) -> Case:
    own = tuple(r for r in replies if r.about == contribution.id)
    standing = _TABLES[contribution.kind].standing(contribution, board, own)
    return Case(contribution, tuple(of(contribution.id, board)), own, standing)
