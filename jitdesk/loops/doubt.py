"""`Doubt`: several people question one rule, or its "breaks if" has come true. Pure.

Three people who question the same rule independently of each other, or two who report that
what it breaks by has happened, are enough: the owner sees it at once and the page counts as
*working* until somebody decided (measurement model C3). People are counted, not messages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from jitdesk.loops.case import Case
from jitdesk.loops.contribution import Contribution
from jitdesk.loops.moment import telling

QUESTION_PEOPLE: Final = 3
BROKEN_PEOPLE: Final = 2
BROKEN: Final = "broken"
"""Field of a challenge that says: what the rule breaks by has happened."""
_ALIKE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Doubt:
    """Who doubts one rule of a guide.

    Attributes:
        rule: the assumption in the words of the first who questioned it.
        people: different people with an open question about it.
        broken: those of them who say that it has broken.
    """

    guide: str
    rule: str
    people: int
    broken: int = 0

    @property
    def counts(self) -> bool:
        """Whether enough people doubt it for the page to count as working."""
        return self.people >= QUESTION_PEOPLE or self.broken >= BROKEN_PEOPLE

    @property
    def reason(self) -> str:
        """One sentence for its owner."""
        if self.broken >= BROKEN_PEOPLE:
            return f"{self.broken} people saw that it no longer holds: “{self.rule}”."
        return f"{self.people} people question a rule: “{self.rule}”."


def doubts(cases: Iterable[Case]) -> list[Doubt]:
    """Return the doubts about every rule with an open question, in the order of the first."""
    rules: list[list[Contribution]] = []
    for case in cases:
        if not case.is_challenge or not case.is_open:
            continue
        own = case.contribution
        home = next((r for r in rules if _same_rule(r[0], own)), None)
        if home is None:
            rules.append([own])
        else:
            home.append(own)
    return [_doubt(rule) for rule in rules]


def doubted(cases: Iterable[Case]) -> dict[str, Doubt]:
    """Return guide id -> the doubt that makes it count as working."""
    found: dict[str, Doubt] = {}
    for doubt in doubts(cases):
        if doubt.counts:
            found.setdefault(doubt.guide, doubt)
    return found


def _doubt(rule: list[Contribution]) -> Doubt:
    people = {c.sender or c.id for c in rule}
    broken = {c.sender or c.id for c in rule if c.more.get(BROKEN)}
    words = rule[0].more.get("assumption") or rule[0].text
    return Doubt(rule[0].guide, words, len(people), len(broken))


def _same_rule(one: Contribution, two: Contribution) -> bool:
    if one.guide != two.guide:
        return False
    left, right = (c.more.get("assumption") or c.text for c in (one, two))
    if left.casefold() == right.casefold():
        return True
    mine, theirs = telling(left), telling(right)
    return bool(mine | theirs) and len(mine & theirs) / len(mine | theirs) >= _ALIKE
