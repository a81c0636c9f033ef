"""Rules about the text: G07-G15, G20-G22, G33, G34 and G38-G40 of the content model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jitdesk.authoring.draft import Draft, Part, StepText, words_of
from jitdesk.authoring.reading_level import FEWEST_WORDS, grade, lix
from jitdesk.authoring.wordlists import begins_with_verb, vague
from jitdesk.errors import Level, Problem
from jitdesk.guides.guide import GuideType
from jitdesk.guides.sections import Role
from jitdesk.guides.tokens import Node, walk

E, W, HINT = Level.ERROR, Level.WARNING, Level.HINT
MOST_WORDS, MANY_WORDS = 875, 500
"""Five minutes at 175 words a minute (Brysbaert 2019), and what is better."""
MOST_STEPS, MANY_STEPS, MOST_PHASES = 9, 7, 4
MOST_SENTENCE = 25
FIRST_ACTION = 40
_CONDITIONS = {
    "en": re.compile(
        r"(?:if|when|on|in|for|before|after|until|while|once|only|at|with|as|from|unless|within"
        r"|during|every|each|to|by|still|not|without|where|per)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"(?:wenn|falls|bei|beim|bevor|vor|nachdem|nach|sobald|solange|im|in|am|an|für|nur|erst"
        r"|mit|auf|aus|von|zu|zum|zur|ohne|während|bis|pro|je|jede[nrs]?|ist|sind|haben)\b",
        re.IGNORECASE,
    ),
}
_AND_THEN = {
    "en": re.compile(r"\band then\b|\bthen (?:also )?(?=\w)|;\s*then\b", re.IGNORECASE),
    "de": re.compile(r"\bund dann\b|\bund danach\b|\bund anschließend\b", re.IGNORECASE),
}
_LATE = {
    "en": re.compile(
        r"(?<=\w)\s+(?:if|in case|unless|when)\s+(?:you|the|it|an?|your|nobody|someone)\b"
    ),
    "de": re.compile(r",\s+(?:wenn|falls|sofern)\s+\w"),
}  # fmt: skip
_UNSEEN = {
    "en": re.compile(
        r"\b(?:understand|understood|aware|know how|familiar|know about)\b", re.IGNORECASE
    ),
    "de": re.compile(r"\b(?:verstehen|verstanden|bewusst|vertraut|kennen|wissen)\b", re.IGNORECASE),
}
_DATE = re.compile(r"\d{4}-\d{2}")
_POINTING = re.compile(
    r"\b(?:red|green|blue|grey|gray|yellow|left|right|upper|lower|round|rote[nrs]?|grüne[nrs]?"
    r"|blaue[nrs]?|linke[nrs]?|rechte[nrs]?)\b[^.]{0,20}\b(?:button|icon|symbol|field|knopf"
    r"|schaltfläche|feld)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[\"“„»*`].{2,40}?[\"”“«*`]")
_HERE = re.compile(
    r"(?:click |klicken sie )?(?:here|hier|this|dies|link|this link|more|mehr)\.?", re.IGNORECASE
)
_WARNING = re.compile(
    r"(?:\*\*)?(?:warning|caution|danger|achtung|warnung|vorsicht)\b", re.IGNORECASE
)


def too_long(draft: Draft) -> Iterator[Problem]:
    """G07: it can be read in five minutes."""
    count = len(draft.words)
    if count > MANY_WORDS:
        level = E if count > MOST_WORDS else W
        message = f"The page has {count} words; {MOST_WORDS} are five minutes."
        yield draft.say("G07", level, draft.body_line, message, "Split it by situation.")


def too_many_steps(draft: Draft) -> Iterator[Problem]:
    """G08: few steps in a phase, few phases."""
    counts = Counter(step.part for step in draft.steps)
    for number, count in counts.items():
        if count > MANY_STEPS:
            part = draft.parts[number]
            message = f"This phase has {count} steps; seven are the most that one keeps in mind."
            fix = 'Split it: "## Steps: <phase>".'
            yield draft.say("G08", E if count > MOST_STEPS else W, part.line, message, fix)
    if len(counts) > MOST_PHASES:
        message = f"There are {len(counts)} phases."
        yield draft.say("G08", E, draft.body_line, message, "Split it into two guides.")


def one_action(draft: Draft) -> Iterator[Problem]:
    """G09: a step is one action that begins with its verb, or with its condition."""
    language = draft.language
    for step in draft.steps:
        if not step.text:
            continue
        condition = _CONDITIONS.get(language)
        led = condition is not None and condition.match(step.text)
        if condition is not None and not led and not begins_with_verb(step.text, language):
            message = f'The step "{_short(step)}" does not begin with a verb.'
            fix = 'Begin with what to do, or with the condition ("If ...").'
            yield draft.say("G09", E, step.line, message, fix)
        then = _AND_THEN.get(language)
        if then is not None and (match := then.search(step.text)) and match.start() > 0:
            message = f'The step "{_short(step)}" holds two actions.'
            yield draft.say("G09", E, step.line, message, "Make two steps of it.")
        if len(words_of(step.text)) > MOST_SENTENCE:
            message = f"The step has {len(words_of(step.text))} words; {MOST_SENTENCE} are enough."
            yield draft.say(
                "G09", W, step.line, message, 'Move detail into "You see:" or "If not:".'
            )


def condition_first(draft: Draft) -> Iterator[Problem]:
    """G10: a condition stands before its action: one acts on half a sentence."""
    pattern = _LATE.get(draft.language)
    for step in draft.steps if pattern else ():
        sentence = step.bold or step.text.split(". ")[0]
        if pattern and (match := pattern.search(sentence)) and match.start() > 8:
            message = f'The condition in "{_short(step)}" stands behind the action.'
            fix = 'Turn it round: "If you typed a password, change it."'
            yield draft.say("G10", W, step.line, message, fix)


def first_action(draft: Draft) -> Iterator[Problem]:
    """G11: something to do within the first 40 words."""
    before = 0
    for part in draft.parts:
        for node in part.nodes:
            if node.type in {"ordered_list", "fence", "table"} or _is_tasks(node):
                if before > FIRST_ACTION:
                    message = f"{before} words stand before the first action."
                    fix = 'Move them below, into "## Why".'
                    yield draft.say("G11", E, draft.body_line, message, fix)
                return
            before += len(words_of(_text(node)))


def done_when(draft: Draft) -> Iterator[Problem]:
    """G12: one can see when it is done."""
    part = draft.first(Role.DONE)
    if draft.is_yaml:
        return
    if part is None or not part.nodes:
        line = part.line if part else draft.body_line
        message = 'There is no "Done when".'
        fix = 'Add "## Done when" and what one can see then.'
        yield draft.say("G12", E, line, message, fix)
        return
    pattern = _UNSEEN.get(draft.language)
    for node in part.nodes:
        if pattern and (match := pattern.search(_text(node))):
            message = f'"{match.group()}" cannot be seen.'
            yield draft.say(
                "G12", E, draft.line_of(node), message, "Name a thing, a state, a mail."
            )


def recovery(draft: Draft) -> Iterator[Problem]:
    """G13: four steps or more say what to do when one does not work."""
    if len(draft.steps) < 4:
        return
    wrong = draft.first(Role.WRONG)
    if any(label == "If not" for step in draft.steps for label, _, _ in step.labels):
        return
    if wrong is None or not wrong.nodes:
        message = "No step says what to do when it does not work."
        fix = 'Add "If not:" to a step, or "## If it goes wrong".'
        yield draft.say("G13", E, draft.steps[0].line, message, fix)


def pictures(draft: Draft) -> Iterator[Problem]:
    """G14: pictures have words, stand inside their step, and are not older than the review."""
    for part in draft.parts:
        for node in part.nodes:
            yield from _pictures(draft, part, node)
    for step in draft.steps:
        if step.pictures > 1:
            message = "A step has more than one picture."
            yield draft.say("G14", W, step.line, message, "Keep the one that shows where to act.")


def _pictures(draft: Draft, part: Part, node: Node) -> Iterator[Problem]:
    inside = node.type in {"ordered_list", "bullet_list"}
    for inner, entering in walk([node]):
        if not entering or inner.type != "inline":
            continue
        for token in inner.token.children or ():
            if token.type != "image":
                continue
            line = draft.body_line + (inner.token.map or [node.line])[0]
            if not token.content.strip():
                message = "The picture has no words for those who do not see it."
                yield draft.say("G14", E, line, message, "Write ![what it shows](file.png).")
            if not inside and part.role is Role.STEPS:
                message = "The picture stands between the steps."
                yield draft.say("G14", E, line, message, "Indent it below the step that it shows.")
            title = str(token.attrs.get("title") or "")
            found = _DATE.search(title)
            if found is None:
                message = "The picture does not say of which version and when it is."
                fix = 'Write ![..](file.png "App 4.2, captured 2026-10").'
                yield draft.say("G14", W, line, message, fix)
            elif (on := draft.guide.reviewed_on) and found.group() < on.isoformat()[:7]:
                message = f"The picture is of {found.group()}, older than the review."
                yield draft.say(
                    "G14", HINT, line, message, "Look whether it still looks like that."
                )


def only_in_picture(draft: Draft) -> Iterator[Problem]:
    """G15: no instruction is only in a picture, or only a colour or a place."""
    for step in draft.steps:
        if step.pictures and len(words_of(step.text)) < 3:
            message = "What to do stands only in the picture."
            yield draft.say("G15", W, step.line, message, "Say it in words as well.")
        match = _POINTING.search(step.text)
        if match and not _NAMED.search(step.text):
            message = f'"{match.group()}" is known only by how it looks.'
            yield draft.say("G15", W, step.line, message, 'Name it as well: "Send".')


def hard_to_read(draft: Draft) -> Iterator[Problem]:
    """G20: the text can be read by somebody in a hurry."""
    words = draft.words
    if len(words) < FEWEST_WORDS or not draft.language:
        return
    count = len(draft.sentences)
    if draft.language == "en":
        value, name, warn, most = grade(words, count), "reading grade", 9, 12
    elif draft.language in {"ja", "zh", "ko", "th", "ar", "he"}:
        return
    else:
        value, name, warn, most = lix(words, count), "LIX", 45, 55
    if value > warn:
        level = E if value > most else W
        message = f"The {name} is {value:.0f}; {warn} is plain."
        yield draft.say("G20", level, draft.body_line, message, "Use shorter words and sentences.")


def long_sentences(draft: Draft) -> Iterator[Problem]:
    """G21: no sentence of more than 25 words."""
    for line, sentence in draft.sentences:
        count = len(words_of(sentence))
        if count > MOST_SENTENCE:
            message = f"The sentence has {count} words."
            yield draft.say("G21", W, line, message, f"Cut it at {MOST_SENTENCE}.")


def vague_words(draft: Draft) -> Iterator[Problem]:
    """G22: no words that nobody can carry out."""
    pattern = vague(draft.language)
    for line, text in draft.lines if pattern else ():
        if pattern and (match := pattern.search(text)):
            message = f'"{match.group()}" leaves the decision to the reader.'
            yield draft.say("G22", W, line, message, "Say when, how much, or what to look at.")


def anchors(draft: Draft) -> Iterator[Problem]:
    """G33: every step has an anchor that stays, and no two have the same."""
    seen: dict[str, int] = {}
    for step in draft.steps:
        if not step.anchor:
            message = f'The step "{_short(step)}" has no anchor.'
            fix = "Add {#word} at its end; jitdesk lint --fix does it."
            yield draft.say("G33", W, step.line, message, fix)
        elif step.anchor in seen:
            message = f"The anchor #{step.anchor} is also in line {seen[step.anchor]}."
            yield draft.say("G33", W, step.line, message, "Give each step its own.")
        seen.setdefault(step.anchor, step.line)


_ALLOWED = {
    GuideType.GUIDE: (Role.STEPS, Role.WRONG, Role.DONE, Role.WHY),
    GuideType.CHECKLIST: (Role.PAUSE, Role.WRONG, Role.DONE, Role.WHY),
    GuideType.TEMPLATE: (Role.COPY, Role.BEFORE, Role.WRONG, Role.DONE, Role.WHY),
    GuideType.FRAMEWORK: (Role.STEPS, Role.WRONG, Role.DONE, Role.WHY),
}
_NAMES = {
    Role.STEPS: "## Steps", Role.PAUSE: "## Pause point: <when>", Role.COPY: "## Copy this",
    Role.BEFORE: "## Before you send", Role.WRONG: "## If it goes wrong",
    Role.DONE: "## Done when", Role.WHY: "## Why",
}  # fmt: skip


def headings(draft: Draft) -> Iterator[Problem]:
    """G34: only the known headings and labels, in their order."""
    allowed = _ALLOWED[draft.guide.type]
    last = -1
    for part in draft.parts:
        if part.line == 0 or (part.level == 1 and part.title == draft.guide.title):
            continue
        if part.role not in allowed:
            names = ", ".join(_NAMES[role] for role in allowed)
            message = f'The heading "{part.title[:60]}" is not one of a {draft.guide.type}.'
            yield draft.say("G34", E, part.line, message, f"Use: {names}.")
            continue
        place = allowed.index(part.role)
        if place < last:
            message = f'"{part.title[:60]}" stands too late.'
            fix = "Action first, reasons last: " + ", ".join(_NAMES[role] for role in allowed)
            yield draft.say("G34", E, part.line, message, f"{fix}.")
        last = max(last, place)
    for step in draft.steps:
        for text, line in step.others:
            message = f'The line "{text[:40]}" below the step has no known label.'
            fix = "Begin it with You see, If not, Say, Write, Except or Why."
            yield draft.say("G34", E, line, message, fix)


def link_words(draft: Draft) -> Iterator[Problem]:
    """G38: a link says where it leads."""
    for number, row in enumerate(draft.body.split("\n"), draft.body_line):
        for match in re.finditer(r"(?<!!)\[([^\[\]]*)\]\([^)]*\)", row):
            if _HERE.fullmatch(match.group(1).strip()):
                message = f'The link "{match.group(1)}" does not say where it leads.'
                yield draft.say("G38", W, number, message, "Name the page in the link.")


def explanations(draft: Draft) -> Iterator[Problem]:
    """G39: action and only action between the steps."""
    for part in draft.parts:
        if part.role is not Role.STEPS:
            continue
        for node in part.nodes:
            text = _text(node)
            if node.type == "paragraph" and len(re.findall(r"[.!?](?:\s|$)", text)) > 2:
                message = "More than two sentences explain between the steps."
                line = draft.line_of(node)
                yield draft.say("G39", W, line, message, 'Move them to "## Why".')


def warnings_first(draft: Draft) -> Iterator[Problem]:
    """G40: a warning stands before the step that it protects."""
    for part in draft.parts:
        seen_list = False
        for node in part.nodes if part.role is Role.STEPS else ():
            if node.type == "ordered_list":
                seen_list = True
            elif seen_list and _WARNING.match(_text(node).lstrip("[!>* ")):
                message = "The warning stands behind the steps; who reads and does has acted."
                fix = 'Put it above the step, or into "Except:".'
                yield draft.say("G40", HINT, draft.line_of(node), message, fix)


def _short(step: StepText) -> str:
    return (step.bold or step.text)[:50].rstrip(". ")


def _is_tasks(node: Node) -> bool:
    first = node.children[0].children[:1] if node.children else []
    return node.type == "bullet_list" and bool(first) and first[0].source.startswith("[")


def _text(node: Node) -> str:
    return " ".join(
        n.token.content for n, entering in walk([node]) if entering and n.type == "inline"
    )


RULES = (
    too_long, too_many_steps, one_action, condition_first, first_action, done_when, recovery,
    pictures, only_in_picture, hard_to_read, long_sentences, vague_words, anchors, headings,
    link_words, explanations, warnings_first,
)  # fmt: skip
