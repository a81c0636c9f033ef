"""From statements back to stories: the report read from a learning record store. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from jitdesk.learning.event import Event, Name
from jitdesk.xapi.vocabulary import VERBS

_NAMES: Final = {
    VERBS["searched"]: Name.EPISODE,
    VERBS["viewed"]: Name.OPENED,
    VERBS["used"]: Name.USED,
    VERBS["performed"]: Name.PERFORMED,
    VERBS["answered"]: Name.RECALLED,
    VERBS["voted-up"]: Name.HELPED,
    VERBS["voted-down"]: Name.HELPED,
}
_DETAILS: Final = {
    "time-to-answer-ms": "ms", "user-actions": "actions", "support-level": "support",
    "evidence-grade": "grade", "check-in-day": "day", "steps-done": "done",
    "steps-total": "total", "trigger": "source", "view": "view", "state": "answer",
    "signals": "signals", "preview": "preview", "seconds": "seconds",
}  # fmt: skip
_RESULTS: Final = {
    "none": "worked", "fixed": "fixed", "failed": "failed", "came-back": "fixed",
}  # fmt: skip


def events_of(statements: Iterable[Mapping[str, Any]], base: str) -> dict[str, tuple[Event, ...]]:
    """Return person -> events, oldest first; statements that are not ours are left out."""
    found: dict[str, dict[str, Event]] = {}
    for statement in statements:
        try:
            person, event = _event(statement, base)
        except (KeyError, TypeError, ValueError, AttributeError):
            continue
        found.setdefault(person, {})[str(statement["id"])] = event
    return {
        person: tuple(_numbered(sorted(events.values(), key=lambda e: e.at)))
        for person, events in found.items()
    }


def _event(statement: Mapping[str, Any], base: str) -> tuple[str, Event]:
    name = _NAMES[statement["verb"]["id"]]
    context = statement["context"]
    profile = f"{base}profile/v1"
    if all(c["id"] != profile for c in context["contextActivities"]["category"]):
        raise KeyError(profile)
    extensions = {k.removeprefix(f"{base}ext/"): v for k, v in context["extensions"].items()}
    detail = {key: extensions[k] for k, key in _DETAILS.items() if k in extensions}
    result = statement.get("result", {})
    if name is Name.EPISODE:
        detail |= {"intent": True, "useful": bool(result.get("success"))}
    if name is Name.PERFORMED:
        rework = result.get("extensions", {}).get(f"{base}ext/rework", "none")
        detail["result"] = _RESULTS[rework]
        if rework == "came-back":
            detail["back"] = True
    at = datetime.fromisoformat(statement["timestamp"]).timestamp()
    guide, version = _guide(statement, base), str(extensions.get("content-version", ""))
    episode = int(extensions.get("episode", 0))
    person = str(statement["actor"]["account"]["name"])
    return person, Event(name, at, guide, version, episode, detail)


def _guide(statement: Mapping[str, Any], base: str) -> str:
    others = statement["context"]["contextActivities"].get("other", [])
    for activity in (*others, statement["object"]):
        if activity["id"].startswith(f"{base}guide/"):
            return str(activity["id"].removeprefix(f"{base}guide/"))
    return ""


def _numbered(events: Iterable[Event]) -> Iterable[Event]:
    for number, e in enumerate(events, 1):
        yield Event(e.name, e.at, e.guide, e.version, e.episode, e.detail, number)
