"""`lint`: every rule over one draft, at the level that its pack asks for.

*plain* holds what would break: a framework that has no answer, a template whose fields do
not fit, patterns that cannot work. *working* says all rules, errors as warnings. *validated*
is strict: an error cannot be published.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from jitdesk.authoring import body_rules, field_rules, target_rules, type_rules
from jitdesk.authoring.draft import Draft, words_of
from jitdesk.authoring.pilot_rules import pilots
from jitdesk.errors import Level, Problem
from jitdesk.guides.guide import Guide
from jitdesk.guides.landing import version_of
from jitdesk.guides.pilot import read_pilot


class Quality(StrEnum):
    """How strict a pack wants to be judged."""

    PLAIN = "plain"
    WORKING = "working"
    VALIDATED = "validated"


_BREAKING = frozenset({"G28", "G30", "G31", "G41"})
"""Rules that also hold for a plain page: what they find cannot be used."""

_ALIKE = 0.8
_SOFTER = {Level.ERROR: Level.WARNING, Level.WARNING: Level.HINT, Level.HINT: Level.HINT}
_RULES = (*field_rules.RULES, *target_rules.RULES, *body_rules.RULES, *type_rules.RULES)


def lint(draft: Draft, quality: Quality = Quality.VALIDATED) -> list[Problem]:
    """Return what every rule finds in a draft, by line; never raises for its content."""
    found: list[Problem] = []
    for rule in _RULES:
        found += rule(draft)
    return sorted(set(at_level(found, quality)))


def at_level(found: Iterable[Problem], quality: Quality) -> list[Problem]:
    """Return findings as strict as a pack wants them."""
    if quality is Quality.VALIDATED:
        return list(found)
    if quality is Quality.PLAIN:
        return [replace(p, level=Level.WARNING) for p in found if p.rule in _BREAKING]
    return [p if p.rule in _BREAKING else replace(p, level=_SOFTER[p.level]) for p in found]


def changed_since(draft: Draft, before: Guide) -> list[Problem]:
    """G02 and G36: the id stayed, and a changed text has a higher version that says what."""
    guide = draft.guide
    found = []
    if guide.id != before.id:
        message = f'The id was "{before.id}"; links and records know it by that.'
        fix = f"Keep it, or write replaces: [{before.id}]."
        if before.id not in (guide.front.get("replaces") or []):
            found.append(draft.say("G02", Level.ERROR, draft.line("id"), message, fix))
    old, new = version_of(before.version), version_of(guide.version)
    if guide.body.strip() == before.body.strip() or old is None:
        return found
    line = draft.line("version")
    if new is None or new <= old:
        message = f"The text changed and the version is still {before.version}."
        fix = "Raise it: patch for wording, minor for a new step, major if it is done differently."
        found.append(draft.say("G36", Level.ERROR, line, message, fix))
    elif new[:2] > old[:2] and not _tells(guide.front.get("changes"), guide.version):
        message = f"Version {guide.version} does not say what changed."
        fix = f"Add changes: [{{version: {guide.version}, date: ..., what: ...}}]."
        found.append(draft.say("G36", Level.ERROR, line, message, fix))
    return found


def _tells(changes: object, version: str) -> bool:
    rows = changes if isinstance(changes, list) else []
    return any(
        isinstance(row, dict) and str(row.get("version")) == version and row.get("what")
        for row in rows
    )


def first_version(draft: Draft) -> list[Problem]:
    """G36: from 1.1 on, the fields say what changed."""
    version = version_of(draft.guide.version)
    listed = draft.guide.front.get("changes")
    if version is None or version[:2] <= (1, 0) or _tells(listed, draft.guide.version):
        return []
    rows = listed if isinstance(listed, list) else []
    minor = [r for r in rows if isinstance(r, dict) and version_of(str(r.get("version") or ""))]
    if any(version_of(str(row["version"]))[:2] == version[:2] for row in minor):  # type: ignore[index]
        return []
    message = f"Version {draft.guide.version} does not say what changed."
    fix = f"Add changes: [{{version: {draft.guide.version}, date: ..., what: ...}}]."
    return [draft.say("G36", Level.ERROR, draft.line("version"), message, fix)]


def across(drafts: Mapping[str, Draft]) -> list[Problem]:
    """G35 and G37 over the pages of a pack: old translations, and pages that ask the same."""
    found: list[Problem] = list(pilots(drafts))
    by_id = {str(draft.guide.id): draft for draft in drafts.values()}
    for draft in drafts.values():
        source, _, version = str(draft.guide.front.get("translation_of") or "").partition("@")
        original = by_id.get(source)
        if original is not None and version and version != original.guide.version:
            message = f"It translates version {version}; the original is {original.guide.version}."
            fix = "Bring the translation up to date and raise the version behind @."
            found.append(
                draft.say("G35", Level.WARNING, draft.line("translation_of"), message, fix)
            )
    asked = [(draft, _asked(draft)) for draft in drafts.values()]
    for place, (draft, words) in enumerate(asked):
        for other, theirs in asked[:place]:
            if draft.language != other.language or not words or not theirs:
                continue
            if read_pilot(draft.guide.front) or read_pilot(other.guide.front):
                continue  # a trial version asks what its page asks
            if len(words & theirs) / len(words | theirs) > _ALIKE:
                message = f"It asks nearly the same as {other.path}."
                fix = "Join the two, or say in not_for which is for what."
                found.append(draft.say("G37", Level.WARNING, draft.line("title"), message, fix))
    return found


def _asked(draft: Draft) -> frozenset[str]:
    texts = (draft.guide.title, *draft.guide.also_asked)
    return frozenset(word.lower() for text in texts for word in words_of(text))
