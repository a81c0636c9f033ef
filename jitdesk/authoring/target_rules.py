"""Rules about what a page names beyond itself: G27-G29 and G32 of the content model, and G41."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jitdesk.authoring.draft import Draft
from jitdesk.errors import Level, Problem
from jitdesk.guides.site import names_in
from jitdesk.guides.window_pattern import MOST, fault

E, WARNING, HINT = Level.ERROR, Level.WARNING, Level.HINT
_PLACEHOLDER = re.compile(r"REPLACE-ME|\bTODO\b|\bTBD\b|\bFIXME\b|lorem ipsum", re.IGNORECASE)
_PRIVATE = (
    ("an e-mail address", re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+\.[a-z]{2,}\b", re.IGNORECASE)),
    (
        "an IBAN",
        re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b"),
    ),
    ("a card number", re.compile(r"(?<![\d-])\d{4}(?:[ -]\d{4}){3}(?![\d-])")),
    (
        "a phone number",
        re.compile(r"(?<![\w.])(?:\+\d{2}|00\d{2}|\(0\d{2,5}\))[\d /()-]{6,}\d"),
    ),
    (
        "a key or password",
        re.compile(
            r"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|sk-[\w-]{24,})"
            r"|(?i:\b(?:password|passwort|api[_ -]?key)\s*[:=]\s*\S{6,})"
        ),
    ),
)
_TO_ASSISTANTS = re.compile(
    r"(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+)?(?:of\s+)?(?:the\s+|your\s+|my\s+)?"
    r"(?:previous|prior|above|earlier|preceding|system)\s+(?:instructions?|prompts?|rules|messages?)"
    r"|(?:ignoriere|vergiss|missachte)\s+(?:alle\s+)?(?:die\s+|deine\s+)?"
    r"(?:vorherigen|bisherigen|obigen|fr\u00fcheren)\s+(?:anweisungen|instruktionen|regeln)"
    r"|\byou\s+are\s+(?:now\s+)?(?:an?\s+|the\s+)?(?:ai|llm|language model|chatbot|assistant)\b"
    r"|\bdu\s+bist\s+(?:jetzt\s+)?(?:eine?\s+)?(?:ki|sprachmodell|chatbot|assistent)\b"
    r"|\b(?:system|developer)\s+prompt\b|<\|?(?:system|im_start|assistant)\|?>"
    r"|\bdo not (?:tell|inform) the (?:user|person)\b",
    re.IGNORECASE,
)
_EXAMPLE_MAIL = re.compile(r"@(?:[\w-]+\.)*example(?:\.\w+)?$|@example\.", re.IGNORECASE)


def targets(draft: Draft) -> Iterator[Problem]:
    """G27: what the fields point at exists; nothing is left to be filled in."""
    front = draft.front
    course = front.get("course")
    url = str(course.get("url") or "") if isinstance(course, dict) else ""
    if isinstance(course, dict) and not url.startswith(("https://", "{site:")):
        message = f'The course address "{url[:60]}" does not begin with https://.'
        yield draft.say("G27", E, draft.line("course"), message, "Write the whole address.")
    for name, target, line in _named(draft):
        if draft.ids is not None and target not in draft.ids:
            message = f'"{name}" names {target[:80]}, which is not there.'
            yield draft.say("G27", E, line, message, "Correct the id or take it out.")
    for number, row in enumerate(draft.text.split("\n"), 1):
        if match := _PLACEHOLDER.search(row):
            message = f'"{match.group()}" is left to be filled in.'
            yield draft.say("G27", E, number, message, "Write what belongs there.")


def _named(draft: Draft) -> Iterator[tuple[str, str, int]]:
    front = draft.front
    for key in ("related", "replaces"):
        raw = front.get(key)
        for number, target in enumerate(raw if isinstance(raw, list) else []):
            yield key, str(target), draft.line(key, number)
    for key in ("replaced_by", "translation_of"):
        if isinstance(front.get(key), str):
            yield key, str(front[key]).partition("@")[0], draft.line(key)
    yield from _nexts(front.get("table"), "next", draft.line("table"))
    yield from _nexts(front.get("tree"), "next", draft.line("tree"))
    not_for = front.get("not_for")
    if isinstance(not_for, str):
        for target in re.findall(r"\b[a-z0-9]+(?:\.[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)+", not_for):
            yield "not_for", target, draft.line("not_for")


def _nexts(value: Any, key: str, line: int) -> Iterator[tuple[str, str, int]]:  # noqa: ANN401
    queue = [value]
    while queue:
        one = queue.pop()
        if isinstance(one, Mapping):
            if isinstance(one.get(key), str):
                yield key, one[key], line
            queue.extend(one.values())
        elif isinstance(one, list):
            queue.extend(one)


def windows(draft: Draft) -> Iterator[Problem]:
    """G28: patterns of window titles are valid, short and quick."""
    context = draft.front.get("context")
    listed = context.get("windows") if isinstance(context, dict) else None
    rows = listed if isinstance(listed, list) else [] if listed is None else [listed]
    for number, pattern in enumerate(map(str, rows)):
        line = draft.line("context", "windows", number)
        if wrong := fault(pattern):
            message = f'The window pattern "{pattern[:40]}" {wrong}.'
            yield draft.say("G28", E, line, message, "Write a few plain words of the title.")
    if len(rows) > MOST:
        line = draft.line("context", "windows")
        yield draft.say("G28", E, line, "There are more than five window patterns.", "Keep five.")


def site_values(draft: Draft) -> Iterator[Problem]:
    """G29: site values are known; one that is not set says so."""
    if draft.site is None:
        return
    seen: set[str] = set()
    for number, row in enumerate(draft.text.split("\n"), 1):
        for name in names_in(row):
            if name in seen:
                continue
            seen.add(name)
            if name not in draft.site.known and name not in draft.site.values:
                message = f'The site value "{name}" is not known.'
                yield draft.say("G29", E, number, message, "Add it to site.yaml, empty if need be.")
            elif name not in draft.site.values and name in draft.guide.site:
                message = f'The site value "{name}" is not set up.'
                yield draft.say(
                    "G29", HINT, number, message, "Fill it in site.yaml before release."
                )


def private(draft: Draft) -> Iterator[Problem]:
    """G32: no address, number or secret of a person or account in the text."""
    # Nearly every text is clean, and one look at the whole is cheaper than one a line.
    found = [(what, pattern) for what, pattern in _PRIVATE if pattern.search(draft.text)]
    for number, row in enumerate(draft.text.split("\n") if found else (), 1):
        for what, pattern in found:
            match = pattern.search(row)
            if match is None or _EXAMPLE_MAIL.search(match.group()):
                continue
            message = f"This looks like {what}."
            fix = "Put it into site.yaml and write {site:name} here."
            yield draft.say("G32", E, number, message, fix)


def assistants(draft: Draft) -> Iterator[Problem]:
    """G41: nothing in the text gives orders to an assistant that reads it for somebody."""
    found = _TO_ASSISTANTS.search(draft.text)
    for number, row in enumerate(draft.text.split("\n") if found else (), 1):
        if match := _TO_ASSISTANTS.search(row):
            message = f'"{match.group()[:60]}" speaks to an assistant, not to a person.'
            fix = "Take it out; assistants get guides as quoted text and are told not to follow it."
            yield draft.say("G41", WARNING, number, message, fix)


RULES = (targets, windows, site_values, private, assistants)
