"""`Episode`: from the popup shown to the help used, as facts; and what follows from them. Pure.

All times are seconds of one clock. The definitions are those of the measurement model, B2.

    >>> e = Episode(1, shown=0.0)
    >>> e.queries.append(Asked(1.0, "iban change", 3))
    >>> e.visits.append(Visit("p/a", opened=4.0, closed=20.0, worked=True))
    >>> time_to_answer(e)
    4.0
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from jitdesk.learning.event import Support

INTENT_CHARS: Final = 3
USEFUL_SECONDS: Final = 30.0
CALM_SECONDS: Final = 120.0
"""No new query for so long after a guide was left: it was not looked for any further."""
PREVIEW_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A query whose answer was shown; the text lives in memory only."""

    at: float
    text: str
    results: int


@dataclass(slots=True)
class Visit:
    """One guide open in the guide window.

    Attributes:
        closed: None while it is open.
        done: how many of `total` steps were gone through.
        away: seconds it was visible while another window had the focus.
        trace: the doing left something: a recorded value, a filled text, a row reached.
        worked: the outcome said so; `failed`: it did not help.
        stalled: one step stood still while the person left and came back (S6).
        stuck: "I'm stuck here" was said.
    """

    guide: str
    opened: float
    closed: float | None = None
    version: str = ""
    support: Support = Support.FULL
    done: int = 0
    total: int = 0
    away: float = 0.0
    trace: bool = False
    worked: bool = False
    failed: bool = False
    stalled: bool = False
    stuck: bool = False

    def seconds(self, now: float) -> float:
        """Return how long it was open."""
        return (now if self.closed is None else self.closed) - self.opened

    @property
    def worked_through(self) -> bool:
        """Whether this is a use (E1): half of the steps, or a trace of the doing."""
        return self.trace or (self.total > 0 and self.done * 2 >= self.total and self.done > 0)


@dataclass(slots=True)
class Episode:
    """Everything from one opening of the popup to the last input."""

    number: int
    shown: float
    source: str = "hotkey"
    queries: list[Asked] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    actions: int = 0
    previewed: float = 0.0
    last_input: float = 0.0
    browsed: bool = False


def has_intent(episode: Episode) -> bool:
    """Return whether the person wanted something: three letters, a guide, or a browse click."""
    typed = any(len(asked.text.strip()) >= INTENT_CHARS for asked in episode.queries)
    return typed or bool(episode.visits) or episode.browsed


def useful_visit(episode: Episode, now: float) -> Visit | None:
    """Return the first guide of the episode that helped."""
    return next((v for v in episode.visits if _is_useful(episode, v, now)), None)


def _is_useful(episode: Episode, visit: Visit, now: float) -> bool:
    if visit.worked or visit.worked_through:
        return True
    left = now if visit.closed is None else visit.closed
    asked_again = any(left - 1 < q.at <= left + CALM_SECONDS for q in episode.queries)
    return visit.away >= USEFUL_SECONDS and not asked_again and not visit.failed


def time_to_answer(episode: Episode, now: float | None = None) -> float | None:
    """Return the seconds from the popup to the first useful guide, None without one (M1)."""
    visit = useful_visit(episode, episode.last_input if now is None else now)
    return None if visit is None else max(0.0, visit.opened - episode.shown)


def answered_by_preview(episode: Episode) -> bool:
    """Return whether the preview was enough (good abandonment): nothing was opened."""
    return not episode.visits and episode.previewed >= PREVIEW_SECONDS and bool(episode.queries)
