"""`Tracker`: turns what a person does into events, by an injected clock. Knows no Qt.

One per running app. It keeps the open episode in memory, query texts included, and hands
out events that hold no text. It needs no timer: an episode that has ended is noticed at the
next thing that happens, or when the app quits.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from jitdesk.learning.episode import (
    Asked,
    Episode,
    Visit,
    answered_by_preview,
    has_intent,
    time_to_answer,
    useful_visit,
)
from jitdesk.learning.event import Detail, Event, Name, Result, Support
from jitdesk.learning.signals import signals

SAME_EPISODE: Final = 60.0
"""Seconds after closing in which the popup, opened again, goes on with the same episode."""
QUIET: Final = 300.0
"""Seconds without input after which an episode has ended."""


class Tracker:
    """Collects events until `take` fetches them."""

    def __init__(self, clock: Callable[[], float], first: int = 1) -> None:
        """Take the clock (seconds since 1970) and the number of the next episode."""
        self._clock = clock
        self._next = first
        self._episode: Episode | None = None
        self._before: Episode | None = None
        self._closed_at: float | None = None
        self._visit: Visit | None = None
        self._away_since: float | None = None
        self._preview_since: float | None = None
        self._noted: Asked | None = None
        self._ms = 0.0
        self._events: list[Event] = []

    def take(self) -> list[Event]:
        """Return the events since the last call."""
        found, self._events = self._events, []
        return found

    @property
    def episode(self) -> Episode | None:
        """The open episode."""
        return self._episode

    @property
    def visit(self) -> Visit | None:
        """The guide that is open."""
        return self._visit

    # -- the popup -----------------------------------------------------------------------

    def shown(self, source: str = "hotkey") -> None:
        """Note that the popup became visible."""
        now = self._clock()
        old, closed = self._episode, self._closed_at
        goes_on = old is not None and (
            (closed is not None and now - closed <= SAME_EPISODE)
            or (closed is None and now - old.last_input <= QUIET)
        )
        if not goes_on:
            self.end()
            self._begin(now, source)
        self._closed_at = None
        self._touch(now)

    def answered(self, text: str, results: int, ms: float = 0.0) -> None:
        """Note that a query has its rows on the screen."""
        now = self._clock()
        episode = self._open(now)
        self._stop_preview(now)
        if not text.strip() or (episode.queries and episode.queries[-1].text == text):
            return
        episode.queries.append(Asked(now, text, results))
        self._ms = ms

    def acted(self) -> None:
        """Count a user action other than typing."""
        self._open(self._clock()).actions += 1

    def previewed(self) -> None:
        """Note that the preview shows a row of an answer."""
        if self._preview_since is None:
            self._preview_since = self._clock()

    def hidden(self) -> None:
        """Note that the popup was closed."""
        now = self._clock()
        self._stop_preview(now)
        self._note_search()
        self._touch(now)
        self._closed_at = None if self._visit is not None else now

    # -- the guide window ----------------------------------------------------------------

    def opened(
        self,
        guide: str,
        version: str = "",
        *,
        support: Support = Support.FULL,
        source: str = "hotkey",
        rank: int = 0,
        view: str = "",
    ) -> None:
        """Note that a guide's first step is painted."""
        now = self._clock()
        if self._visit is not None:
            self.left()
        if self._episode is None or source in {"tray", "link", "plan"}:
            self._continue_or_begin(now, source)
        episode = self._open(now)
        episode.browsed = episode.browsed or source == "tray"
        self._visit = Visit(guide, opened=now, version=version, support=support)
        episode.visits.append(self._visit)
        self._closed_at, self._away_since = None, now
        detail: Detail = {
            "ms": round((now - episode.shown) * 1000), "actions": episode.actions,
            "rank": rank, "view": view, "source": source,
        }  # fmt: skip
        self._add(Name.OPENED, now, detail)

    def moved(self, done: int, total: int, *, trace: bool = False, support: Support) -> None:
        """Note how far the person is in the open guide."""
        if self._visit is not None:
            visit = self._visit
            visit.done, visit.total = max(done, visit.done), total
            visit.trace, visit.support = visit.trace or trace, support
            self._touch(self._clock())

    def focus(self, inside: bool) -> None:
        """Note that the guide window took the focus, or another window did."""
        now = self._clock()
        if self._visit is None:
            return
        if inside and self._away_since is not None:
            self._visit.away += now - self._away_since
            self._away_since = None
        elif not inside and self._away_since is None:
            self._away_since = now

    def stalled(self) -> None:
        """Note S6 for the open guide."""
        if self._visit is not None:
            self._visit.stalled = True

    def stuck(self, step: str, words: str) -> None:
        """Note "I'm stuck here" with the words that the person wrote."""
        if self._visit is not None:
            self._visit.stuck = True
            self._add(Name.STUCK, self._clock(), {"step": step, "words": words})

    def outcome(self, result: Result, words: str = "", day: int | None = None) -> None:
        """Note how the task went, at closing."""
        visit = self._visit
        if visit is None:
            return
        visit.worked = result is Result.WORKED
        visit.failed = result is Result.FAILED
        now = self._clock()
        detail: dict[str, str | int] = {
            "result": result.value, "support": int(visit.support),
            "grade": "E3" if visit.trace else "E2", "seconds": round(visit.seconds(now)),
        }  # fmt: skip
        if words:
            detail["words"] = words
        if day is not None:
            detail["day"] = day
        self._add(Name.PERFORMED, now, detail)

    def left(self) -> None:
        """Note that the guide was closed."""
        visit, now = self._visit, self._clock()
        if visit is None:
            return
        self.focus(True)
        visit.closed = now
        if visit.worked_through:
            detail: Detail = {
                "done": visit.done, "total": visit.total, "seconds": round(visit.seconds(now)),
                "support": int(visit.support), "grade": "E1",
            }  # fmt: skip
            self._add(Name.USED, now, detail)
        self._visit, self._closed_at = None, now
        self._touch(now)

    def end(self) -> None:
        """Close the episode and add its summary."""
        if self._visit is not None:
            self.left()
        episode = self._episode
        if episode is None:
            return
        end = episode.last_input
        stood = min(self._clock(), end + QUIET) if self._closed_at is None else end
        useful = useful_visit(episode, end)
        if has_intent(episode):
            answer = time_to_answer(episode, end)
            detail: dict[str, str | int | bool | list[str]] = {
                "intent": True, "useful": useful is not None,
                "preview": answered_by_preview(episode), "actions": episode.actions,
                "seconds": round(end - episode.shown),
                "signals": [s.value for s in signals(episode, stood, self._before)],
            }  # fmt: skip
            if answer is not None:
                detail["ms"] = round(answer * 1000)
            about = useful or (episode.visits[-1] if episode.visits else None)
            guide, version = (about.guide, about.version) if about else ("", "")
            event = Event(Name.EPISODE, end, guide, version, episode.number, detail)
            self._events.append(event)
        self._before, self._episode, self._closed_at = episode, None, None

    # -- inside --------------------------------------------------------------------------

    def _begin(self, now: float, source: str) -> None:
        self._episode = Episode(self._next, shown=now, source=source, last_input=now)
        self._next += 1

    def _continue_or_begin(self, now: float, source: str) -> None:
        closed = self._closed_at
        if self._episode is None or (closed is not None and now - closed > SAME_EPISODE):
            self.end()
            self._begin(now, source)

    def _open(self, now: float) -> Episode:
        if self._episode is None:
            self._begin(now, "hotkey")
        self._touch(now)
        episode = self._episode
        assert episode is not None  # noqa: S101  (begun above; for the type checker)
        return episode

    def _touch(self, now: float) -> None:
        if self._episode is not None:
            self._episode.last_input = now

    def _stop_preview(self, now: float) -> None:
        if self._preview_since is not None and self._episode is not None:
            self._episode.previewed = max(self._episode.previewed, now - self._preview_since)
        self._preview_since = None

    def _note_search(self) -> None:
        episode = self._episode
        last = episode.queries[-1] if episode is not None and episode.queries else None
        if episode is None or last is None or last is self._noted:
            return
        detail = {
            "results": last.results, "zero": last.results == 0, "chars": len(last.text),
            "ms": round(self._ms),
        }  # fmt: skip
        event = Event(Name.SEARCHED, last.at, "", "", episode.number, detail)
        self._noted = last
        self._events.append(event)

    def _add(self, name: Name, at: float, detail: Detail) -> None:
        visit, episode = self._visit, self._episode
        guide, version = (visit.guide, visit.version) if visit is not None else ("", "")
        number = episode.number if episode is not None else 0
        self._events.append(Event(name, at, guide, version, number, detail))
