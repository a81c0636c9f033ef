"""From events to xAPI statements. Pure.

What a statement never has: a login, a machine, a mail address, a window title, the text of
a query, anything the person wrote. The actor is the random id of the installation. The id
is a UUIDv5 of it and the event, so that sending again changes nothing. Doing has the *task*
as its object and the guide beside it; viewing has the guide.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from jitdesk.learning.event import Event, Name, Result
from jitdesk.xapi.vocabulary import TYPES, VERBS, VERSION

Statement = dict[str, Any]
_NAMESPACE: Final = uuid.UUID("9f0a5a57-3a0e-5d0b-8c57-6a7b1d2f4c11")


@dataclass(frozen=True, slots=True)
class Told:
    """What statements say of a guide: its title, type, language and capabilities (id, text)."""

    title: str
    type: str = "guide"
    language: str = "en"
    capabilities: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """Makes statements of one installation.

    Attributes:
        base: IRI that the organisation owns, with a slash at its end.
        installation: the random id.
        guides: guide key -> what is told of it; of unknown ones only the id is told.
    """

    base: str
    installation: str
    guides: Mapping[str, Told] = field(default_factory=dict)

    def statements(self, events: Iterable[Event]) -> list[Statement]:
        """Return the statements of those events that are shared at all."""
        return [made for event in events if (made := self.statement(event)) is not None]

    def statement(self, event: Event) -> Statement | None:
        """Return an event's statement, None for events that stay on this computer."""
        make = _MAKERS.get(event.name)
        return None if make is None else make(self, event)

    # -- one kind each -------------------------------------------------------------------

    def looked(self, event: Event) -> Statement:
        """An episode: somebody looked for help, and found it or not."""
        more = _some(
            event,
            {
                "time-to-answer-ms": "ms", "user-actions": "actions", "signals": "signals",
                "preview": "preview", "seconds": "seconds",
            },
        )  # fmt: skip
        engine = self._activity("search", "search-engine", "JITDesk search", "en")
        found = {"success": bool(event.detail.get("useful"))}
        return self._made(event, "searched", engine, more, found, about=bool(event.guide))

    def viewed(self, event: Event) -> Statement:
        """A guide was opened."""
        names = {"user-actions": "actions", "trigger": "source", "view": "view"}
        return self._made(event, "viewed", self._guide(event.guide), _some(event, names))

    def used(self, event: Event) -> Statement:
        """A guide was worked through."""
        names = {
            "steps-done": "done", "steps-total": "total", "support-level": "support",
            "evidence-grade": "grade", "seconds": "seconds",
        }  # fmt: skip
        return self._made(event, "used", self._guide(event.guide), _some(event, names))

    def performed(self, event: Event) -> Statement:
        """The task was done: the application event."""
        names = {
            "support-level": "support", "evidence-grade": "grade", "check-in-day": "day",
            "times-since-last": "since",
        }  # fmt: skip
        result: dict[str, Any] = {
            "success": event.result is not Result.FAILED,
            "extensions": {f"{self.base}ext/rework": _rework(event)},
        }
        task = self._task(event.guide)
        return self._made(event, "performed", task, _some(event, names), result, about=True)

    def recalled(self, event: Event) -> Statement:
        """A question was answered from memory."""
        told = self._told(event.guide)
        number = "recall/" + _tail(event.guide)
        card = self._activity(number, "flashcard", told.title, told.language)
        result = {
            "success": event.text("answer") == "had",
            "duration": f"PT{max(0, event.number('seconds'))}S",
        }
        more = _some(event, {"state": "answer", "check-in-day": "day"})
        return self._made(event, "answered", card, more, result, about=True)

    def helped(self, event: Event) -> Statement:
        """The asker said whether the guide that came solves it."""
        verb = "voted-up" if event.text("reason") == "solved" else "voted-down"
        return self._made(event, verb, self._guide(event.guide), {})

    def reviewed(self, event: Event) -> Statement:
        """An owner reviewed a guide."""
        return self._made(event, "reviewed", self._guide(event.guide), {})

    def published(self, event: Event) -> Statement:
        """An author published a version."""
        return self._made(event, "edited", self._guide(event.guide), {})

    # -- inside --------------------------------------------------------------------------

    def _made(
        self,
        event: Event,
        verb: str,
        target: dict[str, Any],
        more: Mapping[str, Any],
        result: dict[str, Any] | None = None,
        *,
        about: bool = False,
    ) -> Statement:
        told = self._told(event.guide)
        extensions = {f"{self.base}ext/{name}": value for name, value in more.items()}
        if event.episode:
            extensions[f"{self.base}ext/episode"] = event.episode
        if event.version:
            extensions[f"{self.base}ext/content-version"] = event.version
        profile = {"id": f"{self.base}profile/v1", "definition": {"type": TYPES["profile"]}}
        activities: dict[str, Any] = {"category": [profile]}
        if about and event.guide:
            activities["other"] = [self._guide(event.guide)]
        if told.capabilities and verb == "performed":
            activities["grouping"] = [
                self._activity(f"capability/{name}", "competency", text, told.language)
                for name, text in told.capabilities
            ]
        made: Statement = {
            "id": str(uuid.uuid5(_NAMESPACE, f"{self.installation}/{event.id}/{event.at:.3f}")),
            "version": VERSION,
            "actor": {
                "objectType": "Agent",
                "account": {"homePage": f"{self.base}installs", "name": self.installation},
            },
            "verb": {"id": VERBS[verb], "display": {"en": verb}},
            "object": target,
            "timestamp": _time(event.at),
            "context": {
                "platform": "JITDesk",
                "language": told.language,
                "contextActivities": activities,
                "extensions": extensions,
            },
        }
        if result is not None:
            made["result"] = result
        return made

    def _told(self, guide: str) -> Told:
        return self.guides.get(guide) or Told(_tail(guide) or "JITDesk")

    def _guide(self, guide: str) -> dict[str, Any]:
        told = self._told(guide)
        kind = "checklist" if told.type == "checklist" else "guide"
        return self._activity(f"guide/{_tail(guide)}", kind, told.title, told.language)

    def _task(self, guide: str) -> dict[str, Any]:
        told = self._told(guide)
        name, title = told.capabilities[0] if told.capabilities else (_tail(guide), told.title)
        return self._activity(f"task/{name}", "performance", title, told.language)

    def _activity(self, path: str, kind: str, name: str, language: str) -> dict[str, Any]:
        return {
            "objectType": "Activity",
            "id": f"{self.base}{path}",
            "definition": {"type": TYPES[kind], "name": {language: name}},
        }


_REWORK: Final = {Result.WORKED: "none", Result.FIXED: "fixed", Result.FAILED: "failed"}
_MAKERS: Final = {
    Name.EPISODE: Writer.looked,
    Name.OPENED: Writer.viewed,
    Name.USED: Writer.used,
    Name.PERFORMED: Writer.performed,
    Name.RECALLED: Writer.recalled,
    Name.HELPED: Writer.helped,
    Name.REVIEWED: Writer.reviewed,
    Name.PUBLISHED: Writer.published,
}
SHARED: Final = frozenset(_MAKERS)


def _rework(event: Event) -> str:
    return "came-back" if event.detail.get("back") else _REWORK[event.result or Result.WORKED]


def _some(event: Event, names: Mapping[str, str]) -> dict[str, Any]:
    return {name: event.detail[key] for name, key in names.items() if key in event.detail}


def _tail(guide: str) -> str:
    """Return a guide's key as the end of an IRI."""
    return "".join(c if c.isalnum() or c in "-._/" else "-" for c in guide)


def _time(seconds: float) -> str:
    moment = datetime.fromtimestamp(seconds, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"
