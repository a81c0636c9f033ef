"""Rules about the fields above the text: G01-G06, G23-G26 and G35 of the content model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from jitdesk.authoring.aim import KEYS, aim_of
from jitdesk.authoring.draft import Draft, words_of
from jitdesk.authoring.wordlists import begins_with_verb, ends_with_verb, verbs
from jitdesk.errors import Level, Problem
from jitdesk.guides.dates import date_of, span_of
from jitdesk.guides.guide import GuideType
from jitdesk.guides.language import detect

E, W, HINT = Level.ERROR, Level.WARNING, Level.HINT
MOST_TITLE, MOST_SITUATION = 60, 160
_REQUIRED = (
    "schema", "id", "type", "title", "situation", "moments", "audience", "aim", "aim_why",
    "time_to_use", "also_asked", "owner", "reviewed_on", "review_every", "status", "version",
    "language",
)  # fmt: skip
_HOW = {
    "schema": "schema: jitdesk/1",
    "id": "id: area.name-of-the-task",
    "type": "type: guide",
    "situation": "situation: one sentence on when this is the right page",
    "moments": "moments: [apply]",
    "audience": "audience: [everyone]",
    "aim": "aim: perform",
    "aim_why": "aim_why: {frequency: rare, stakes: low, time_pressure: minutes, changes: rarely}",
    "time_to_use": "time_to_use: 4m",
    "also_asked": "also_asked: and three lines in the asker's words",
    "owner": 'owner: {role: service-desk, contact: "{site:service_desk_mail}"}',
    "review_every": "review_every: P365D",
    "status": "status: working",
    "version": "version: 1.0.0",
    "language": "language: en",
}
_ID = re.compile(r"[a-z0-9]+(\.[a-z0-9-]+)+")
_SEMVER = re.compile(r"\d+\.\d+\.\d+")
_YOU = {
    "en": frozenset(
        {"you", "your", "yours", "yourself", "you're", "you've", "someone", "somebody"}
    ),
    "de": frozenset(
        {"sie", "ihr", "ihre", "ihren", "ihrem", "ihnen", "jemand", "man", "du", "dein", "dir"}
    ),
}
_AUXILIARIES = frozenset(
    """is are am has have do does can cannot must need needs want wants wants feels feel seems
    asks ask comes goes shows says gets takes hesitate owe owes doubt you're don't can't doesn't
    isn't""".split()  # noqa: SIM905
)
_SMALL = frozenset(
    """a an the to of in on at for with and or your you it is are how do i my by from as be der
    die das ein eine einen einem und oder mit zu im in am auf für von den dem wie ich""".split()  # noqa: SIM905
)
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]*[\"”“»]")
_STRONG = re.compile(r"\b(?:must|never|always|muss|müssen|nie|niemals|immer)\b", re.IGNORECASE)


def required(draft: Draft) -> Iterator[Problem]:
    """G01: every field that the content model requires is there and of its kind."""
    front = draft.front
    wanted = [*_REQUIRED]
    if draft.guide.type is GuideType.CHECKLIST:
        wanted.append("mode")
    if draft.guide.type is GuideType.FRAMEWORK:
        wanted.append("kind")
    if draft.guide.type is GuideType.TEMPLATE:
        wanted.append("fields")
    for name in wanted:
        if front.get(name) in (None, "", [], {}):
            fix = f"Add {_HOW[name]}." if name in _HOW else f"Add {name}."
            yield draft.say("G01", E, 1, f'The field "{name}" is missing.', fix)
    yield from _why(draft)
    yield from _shapes(draft)


def _why(draft: Draft) -> Iterator[Problem]:
    why = draft.front.get("aim_why")
    if why is not None and not isinstance(why, dict):
        fix = f"Write {_HOW['aim_why']}."
        yield draft.say("G01", E, draft.line("aim_why"), '"aim_why" must hold four answers.', fix)
    if isinstance(why, dict):
        for key, values in KEYS.items():
            if why.get(key) not in values:
                message = f'"{key}" in aim_why is {why.get(key) or "missing"}.'
                fix = f"Write one of: {', '.join(values)}."
                yield draft.say("G01", E, draft.line("aim_why", key), message, fix)


def _shapes(draft: Draft) -> Iterator[Problem]:
    front = draft.front
    version = front.get("version")
    if version is not None and not _SEMVER.fullmatch(str(version)):
        message = f'The version "{str(version)[:20]}" does not have three numbers.'
        yield draft.say("G01", E, draft.line("version"), message, "Write 1.0.0.")
    owner = front.get("owner")
    if owner is not None and not (isinstance(owner, dict) and owner.get("role")):
        fix = f"Write {_HOW['owner']}."
        yield draft.say("G01", E, draft.line("owner"), "The owner names no role.", fix)


def identity(draft: Draft) -> Iterator[Problem]:
    """G02: the id has its form."""
    name = draft.front.get("id")
    if isinstance(name, str) and not _ID.fullmatch(name):
        message = f'The id "{name[:60]}" does not have the form area.name-of-the-task.'
        fix = "Use small letters, digits and hyphens, with a dot after the area."
        yield draft.say("G02", E, draft.line("id"), message, fix)


def title_verb(draft: Draft) -> Iterator[Problem]:
    """G03: the title says what to do, beginning with a verb."""
    title, language = draft.guide.title, draft.language
    if not verbs(language) or begins_with_verb(title, language):
        return
    if language == "de" and ends_with_verb(title, language):
        return
    low = title.lower()
    fix = "Begin with the verb: Answer, Check, Write."
    if low.startswith("how to "):
        fix = f'Write "{title[7:8].upper()}{title[8:]}".'
    elif language == "de":
        fix = "Begin or end with the verb: Antworten, prüfen, schreiben."
    message = f'The title "{title[:60]}" does not begin with a verb.'
    yield draft.say("G03", E, draft.line("title"), message, fix)


def lengths(draft: Draft) -> Iterator[Problem]:
    """G04: title and situation fit into a row of the popup."""
    for name, most in (("title", MOST_TITLE), ("situation", MOST_SITUATION)):
        text = str(getattr(draft.guide, name))
        if len(text) > most:
            message = f"The {name} has {len(text)} characters; a row shows {most}."
            yield draft.say("G04", W, draft.line(name), message, "Shorten it.")


def situation(draft: Draft) -> Iterator[Problem]:
    """G05: the situation lets a person recognise the moment, in other words than the title."""
    text, language = draft.guide.situation, draft.language
    if not text or language not in _YOU:
        return
    words = [word.lower() for word in words_of(text)]
    line = draft.line("situation")
    if _YOU[language].isdisjoint(words):
        message = "The situation does not speak to the person."
        fix = 'Say when: "You have to pay a new supplier."'
        yield draft.say("G05", W, line, message, fix)
    elif language == "en" and not _has_verb(words):
        message = "The situation has no verb in the present."
        yield draft.say("G05", W, line, message, 'Say what happens: "You want to ...".')
    new = set(words) - {word.lower() for word in words_of(draft.guide.title)} - _SMALL
    if len(new) < 3:
        message = "The situation only repeats the title."
        fix = "Say what the person sees or has to do at that moment."
        yield draft.say("G05", W, line, message, fix)


def _has_verb(words: list[str]) -> bool:
    known = verbs("en")
    return any(
        word in _AUXILIARIES
        or word in known
        or word.removesuffix("s") in known
        or word.removesuffix("es") in known
        or (word.endswith(("ed", "ies", "'re", "'ve")) and len(word) > 4)
        for word in words
    )


def asked(draft: Draft) -> Iterator[Problem]:
    """G06: at least three ways to ask, one of them in other words than the title."""
    lines = draft.guide.also_asked
    place = draft.line("also_asked")
    if draft.front.get("also_asked") is None:
        return
    if len(lines) < 3:
        message = f"There are {len(lines)} ways to ask; three are needed."
        yield draft.say("G06", W, place, message, "Write what people type when they are stuck.")
    title = {word.lower() for word in words_of(draft.guide.title)} - _SMALL
    if lines and all(title & {word.lower() for word in words_of(line)} for line in lines):
        message = "Every way to ask uses a word of the title."
        fix = "Add one in the words of somebody who does not know that word."
        yield draft.say("G06", W, place, message, fix)


def review(draft: Draft) -> Iterator[Problem]:
    """G23: the review is not overdue."""
    front = draft.front
    on, every = date_of(front.get("reviewed_on")), span_of(front.get("review_every"))
    if on is None or not draft.today:
        return
    due = on + (every or timedelta(days=365))
    if due < date.fromisoformat(draft.today):
        why = front.get("aim_why")
        high = isinstance(why, dict) and why.get("stakes") == "high"
        message = f"The review was due on {due.isoformat()}."
        fix = "Read it as a user would, correct it, and set reviewed_on."
        yield draft.say("G23", E if high else W, draft.line("reviewed_on"), message, fix)


def owner(draft: Draft) -> Iterator[Problem]:
    """G24: the owner is a role that the organisation has."""
    given = draft.front.get("owner")
    role = str(given.get("role") or "") if isinstance(given, dict) else ""
    if not role or draft.site is None or not draft.site.roles or role in draft.site.roles:
        return
    message = f'The owner "{role[:60]}" is not among the roles of site.yaml.'
    fix = f"Write one of: {', '.join(sorted(draft.site.roles)[:6])}; or add it there."
    yield draft.say("G24", E, draft.line("owner"), message, fix)


def aim(draft: Draft) -> Iterator[Problem]:
    """G25: the aim follows from the four answers; learning brings prompts and a course."""
    front = draft.front
    why, given = front.get("aim_why"), front.get("aim")
    if isinstance(why, dict) and given in {"perform", "learn"}:
        wanted, reason = aim_of(why)
        if wanted and wanted != given:
            message = f"The aim is {given}, but {reason}: it should be {wanted}."
            yield draft.say("G25", E, draft.line("aim"), message, f"Write aim: {wanted}.")
        if why.get("time_pressure") == "seconds" and not front.get("course"):
            message = "In seconds nobody looks anything up, and there is no course."
            yield draft.say("G25", E, draft.line("aim_why"), message, "Add course: {title, url}.")
    recall = front.get("recall")
    if given == "learn" and draft.guide.type is not GuideType.TEMPLATE and not recall:
        message = "The aim is to learn it, and there is no recall question."
        fix = "Add recall: with ask: (a situation) and answer: (at most 25 words)."
        yield draft.say("G25", E, draft.line("aim"), message, fix)
    yield from _recall(draft, recall)


def _recall(draft: Draft, recall: object) -> Iterator[Problem]:
    for number, entry in enumerate(recall if isinstance(recall, list) else []):
        line = draft.line("recall", number)
        if not isinstance(entry, dict) or not entry.get("ask") or not entry.get("answer"):
            yield draft.say("G25", E, line, "A recall question needs ask and answer.", "Add both.")
        elif len(words_of(str(entry["answer"]))) > 25:
            message = "The answer of a recall question has more than 25 words."
            yield draft.say("G25", W, line, message, "Keep what a person would say.")


def assumptions(draft: Draft) -> Iterator[Problem]:
    """G26: a rule without exception, or high stakes, names what it rests on."""
    front = draft.front
    why = front.get("aim_why")
    high = isinstance(why, dict) and why.get("stakes") == "high"
    said = ((n, _QUOTED.sub("", t)) for n, t in draft.sentences)
    strong = next(((n, t) for n, t in said if _STRONG.search(t)), None)
    listed = front.get("assumptions")
    named = [a for a in listed if isinstance(a, dict)] if isinstance(listed, list) else []
    if (high or strong) and not any(a.get("breaks_if") for a in named):
        line = draft.line("aim_why") if high or strong is None else strong[0]
        reason = "High stakes" if high else '"Must", "never" or "always"'
        message = f"{reason} without an assumption that says when it is no longer true."
        fix = "Add assumptions: with text, why and breaks_if."
        yield draft.say("G26", E, line, message, fix)
    for number, entry in enumerate(named):
        if not entry.get("breaks_if") or not entry.get("text"):
            line = draft.line("assumptions", number)
            message = "An assumption needs text and breaks_if."
            yield draft.say("G26", W, line, message, "Say what would show that it is wrong.")


def language(draft: Draft) -> Iterator[Problem]:
    """G35: the language is the one that the text is written in."""
    given = draft.language
    text = " ".join(text for _, text in draft.lines)
    if not given or len(text) < 200:
        return
    found = detect(text)
    if found and found != given:
        message = f"The language is {given}, but the text looks like {found}."
        yield draft.say("G35", W, draft.line("language"), message, f"Write language: {found}.")


RULES = (
    required, identity, title_verb, lengths, situation, asked, review, owner, aim, assumptions,
    language,
)  # fmt: skip
