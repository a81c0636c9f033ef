"""A small validator of our own statements: shape, IRIs, UUID, durations, no nulls. Pure.

It refuses what we must never send before anything is sent; full conformance is proven in
the tests by two validators of others.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from jitdesk.xapi.vocabulary import TYPES, VERBS

_IRI: Final = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_DURATION: Final = re.compile(r"P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_TOP: Final = frozenset(
    {"id", "version", "actor", "verb", "object", "timestamp", "context", "result"}
)
_NEVER: Final = re.compile(r"complet|passed|mastered|achieved|conferred", re.IGNORECASE)


def problems(statement: dict[str, Any]) -> list[str]:
    """Return what is wrong with a statement, [] if it may be sent."""
    return list(_problems(statement))


def _problems(statement: dict[str, Any]) -> Iterator[str]:
    if missing := {"id", "actor", "verb", "object", "timestamp"} - set(statement):
        yield f"missing: {', '.join(sorted(missing))}"
        return
    if unknown := set(statement) - _TOP:
        yield f"unknown: {', '.join(sorted(unknown))}"
    yield from _nulls(statement, "")
    yield from _identity(statement)
    yield from _verb_and_object(statement)
    yield from _context(statement)
    duration = statement.get("result", {}).get("duration", "PT0S")
    if not _DURATION.fullmatch(str(duration)):
        yield f"result.duration is no duration: {duration}"


def _identity(statement: dict[str, Any]) -> Iterator[str]:
    try:
        uuid.UUID(str(statement["id"]))
    except ValueError:
        yield f"id is no UUID: {statement['id']}"
    account = statement["actor"].get("account")
    if set(statement["actor"]) != {"objectType", "account"} or not isinstance(account, dict):
        yield "the actor is not an opaque account alone"
    elif not re.fullmatch(r"p-[0-9a-f]{8,64}", str(account.get("name"))):
        yield "the actor's name is not a random id"
    elif not _is_iri(account.get("homePage")):
        yield "actor.account.homePage is no IRI"
    try:
        datetime.fromisoformat(str(statement["timestamp"]))
    except ValueError:
        yield f"timestamp is no time: {statement['timestamp']}"


def _verb_and_object(statement: dict[str, Any]) -> Iterator[str]:
    verb, target = statement["verb"], statement["object"]
    if verb.get("id") not in VERBS.values():
        yield f"verb is not one of ours: {verb.get('id')}"
    if _NEVER.search(str(verb)):
        yield f"verb is a claim that is not ours to make: {verb.get('id')}"
    yield from _languages(verb.get("display"), "verb.display")
    yield from _activity(target, "object")


def _context(statement: dict[str, Any]) -> Iterator[str]:
    context = statement.get("context", {})
    for kind, listed in context.get("contextActivities", {}).items():
        for activity in listed:
            yield from _activity(activity, f"context.{kind}")
    for holder in (context, statement.get("result", {})):
        for name in holder.get("extensions", {}):
            if not _is_iri(name):
                yield f"extension is no IRI: {name}"


def _activity(activity: dict[str, Any], where: str) -> Iterator[str]:
    if not _is_iri(activity.get("id")):
        yield f"{where}.id is no IRI: {activity.get('id')}"
    definition = activity.get("definition", {})
    if definition.get("type") not in TYPES.values():
        yield f"{where} has a type that is not one of ours: {definition.get('type')}"
    yield from _languages(definition.get("name"), f"{where}.name")


def _languages(texts: object, where: str) -> Iterator[str]:
    for tag in texts if isinstance(texts, dict) else ():
        if not _LANGUAGE.fullmatch(str(tag)):
            yield f"{where} has no language tag: {tag}"


def _nulls(value: object, where: str) -> Iterator[str]:
    if value is None:
        yield f"{where} is null"
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _nulls(inner, f"{where}.{name}".strip("."))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _nulls(inner, f"{where}[{number}]")


def _is_iri(text: object) -> bool:
    return bool(_IRI.fullmatch(str(text)))
