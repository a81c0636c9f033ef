"""Grouping: contributions about one moment of struggle stand together. Pure.

Two are about the same moment when they name the same step of the same guide, or when their
words are alike. Askers are counted, not messages. The author sees the tool's grouping as a
proposal and every single sentence below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jitdesk.loops.contribution import STRUGGLES, Contribution, Kind
from jitdesk.loops.decision import Decision, of

_ALIKE: Final = 0.5
_WORD: Final = re.compile(r"[^\W_]+")
_SMALL: Final = frozenset(
    """a an and are at by can do does for from how i in is it my not of on or the there this
    to was we what when where who why with you der die das den dem des ein eine einen einem
    einer und oder ist sind war wie was wer wo wann warum ich wir im in am an auf aus bei mit
    nicht von vom zu zum zur für""".split()  # noqa: SIM905
)
_STAKES: Final = {"high": 3.0, "medium": 1.5, "low": 1.0}


@dataclass(frozen=True, slots=True)
class Moment:
    """Contributions about one struggle, oldest first; `state` is what became of it."""

    contributions: tuple[Contribution, ...]
    state: str = "new"
    decision: Decision | None = None

    @property
    def id(self) -> str:
        """The id of its first contribution."""
        return self.contributions[0].id

    @property
    def words(self) -> tuple[str, ...]:
        """The different wordings, the newest first."""
        return tuple(dict.fromkeys(c.text for c in reversed(self.contributions) if c.text))

    @property
    def askers(self) -> int:
        """How many different people."""
        return len({c.sender or c.id for c in self.contributions})

    @property
    def kinds(self) -> dict[Kind, int]:
        """How often for which reason."""
        found: dict[Kind, int] = {}
        for contribution in self.contributions:
            found[contribution.kind] = found.get(contribution.kind, 0) + 1
        return found

    @property
    def guide(self) -> str:
        """The guide that it is about, "" = one that is missing."""
        return self.contributions[0].guide


def moments(
    contributions: Iterable[Contribution],
    board: Sequence[Decision] = (),
    stakes: Mapping[str, str] | None = None,
) -> list[Moment]:
    """Return the moments of struggle: open ones first, by askers and stakes.

    Args:
        contributions: of any kind; only struggles are grouped.
        board: what authors did.
        stakes: guide id -> high, medium, low.
    """
    groups: list[list[Contribution]] = []
    for contribution in sorted(contributions, key=lambda c: c.id):
        if contribution.kind not in STRUGGLES:
            continue
        home = next((g for g in groups if any(same_moment(contribution, c) for c in g)), None)
        if home is None:
            groups.append([contribution])
        else:
            home.append(contribution)
    found = [_with_state(tuple(group), board) for group in groups]
    return sorted(found, key=lambda m: (m.state != "new", -_weight(m, stakes or {}), m.id))


def same_moment(one: Contribution, two: Contribution) -> bool:
    """Return whether two contributions are about the same struggle."""
    if one.guide != two.guide:
        return False
    if one.guide and one.step and one.step == two.step:
        return True
    left, right = telling(one.text), telling(two.text)
    if not left or not right:
        return one.text.casefold() == two.text.casefold()
    return len(left & right) / len(left | right) >= _ALIKE


def telling(text: str) -> frozenset[str]:
    """Return the words that tell something; beginnings of four letters stand for a word."""
    words = (w.casefold() for w in _WORD.findall(text))
    return frozenset(w[:5] if len(w) > 5 else w for w in words if w not in _SMALL)


def _weight(moment: Moment, stakes: Mapping[str, str]) -> float:
    return moment.askers * _STAKES.get(stakes.get(moment.guide, ""), 1.0)


def _with_state(group: tuple[Contribution, ...], board: Sequence[Decision]) -> Moment:
    """A moment is as far as its newest contribution: who asks later opens it again."""
    last = of(group[-1].id, board)
    if last:
        return Moment(group, last[-1].act, last[-1])
    before = [d for c in group for d in of(c.id, board)]
    newest = max(before, key=lambda d: d.id, default=None)
    if newest is not None and newest.act in {"build", "forward"} and newest.id > group[-1].id:
        return Moment(group, newest.act, newest)
    return Moment(group)
