"""Rules of one type each: checklists (G16-G19), frameworks (G30) and templates (G31)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jitdesk.authoring.draft import Draft, words_of
from jitdesk.errors import Level, Problem
from jitdesk.guides.decision_table import (
    MOST_COMBINATIONS,
    DecisionTable,
    gaps,
    overlaps,
    read_table,
    unused,
)
from jitdesk.guides.form import read_form
from jitdesk.guides.guide import GuideType
from jitdesk.guides.render import render
from jitdesk.guides.scoring import MOST_BOXES
from jitdesk.guides.sections import Role
from jitdesk.guides.table import check_table
from jitdesk.guides.template import check_fields, fields_of, fill, used
from jitdesk.guides.tree import Tree, check_tree, read_tree

E, W, HINT = Level.ERROR, Level.WARNING, Level.HINT
FEWEST_ITEMS, MOST_ITEMS, IDEAL_LEAST, IDEAL_MOST = 3, 9, 5, 7
MOST_ALOUD = 183
"""Words that are read aloud in a minute (Brysbaert 2019)."""
MOST_QUESTIONS, MOST_DEPTH, SHOWN = 4, 5, 3
_EMPTY_STATES = frozenset(
    """ok okay checked done set yes complete completed good fine ready confirmed erledigt geprüft
    gesetzt ja fertig vollständig gut bestätigt fait vérifié oui hecho listo sí""".split()  # noqa: SIM905
)
_CALLERS = re.compile(
    r"\b(?:you|your|alone|together|both|colleague|lead|leader|caller|calls?|manager|host|chair"
    r"|owner|team|driver|author|sender|we|buddy|two|everybody|whoever|sie|ihr|ihre[mnrs]?|allein"
    r"|gemeinsam|beide|kolleg\w*|leitung|team|ruft|wir|zu zweit|wer)\b",
    re.IGNORECASE,
)


def checklist(draft: Draft) -> Iterator[Problem]:
    """G16: a mode, pause points with a moment, a number of items that one can hold."""
    if draft.guide.type is not GuideType.CHECKLIST:
        return
    if draft.front.get("mode") not in {"read-do", "do-confirm"}:
        message = "The checklist does not say how it is worked through."
        fix = "Write mode: read-do (read, do) or do-confirm (do, then confirm)."
        yield draft.say("G16", E, draft.line("mode"), message, fix)
    places = [n for n, part in enumerate(draft.parts) if part.role is Role.PAUSE]
    if not places:
        message = "There is no pause point."
        fix = 'Put the items below "## Pause point: <when, who calls it>".'
        yield draft.say("G16", E, draft.body_line, message, fix)
    for number in places:
        yield from _point(draft, number)


def _point(draft: Draft, number: int) -> Iterator[Problem]:
    part = draft.parts[number]
    items = [item for item in draft.items if item.part == number]
    if not part.adds:
        message = "The pause point does not say when it is."
        yield draft.say("G16", E, part.line, message, "Write ## Pause point: before you send.")
    count = len(items)
    if not FEWEST_ITEMS <= count <= MOST_ITEMS:
        message = f"The pause point has {count} items; 3 to 9 can be held."
        yield draft.say("G16", E, part.line, message, "Split or join pause points.")
    elif not IDEAL_LEAST <= count <= IDEAL_MOST:
        message = f"The pause point has {count} items; 5 to 7 are ideal."
        yield draft.say("G16", HINT, part.line, message)
    spoken = sum(len(words_of(f"{item.action} {item.state}")) for item in items)
    if spoken > MOST_ALOUD:
        message = f"The items have {spoken} words; {MOST_ALOUD} take a minute aloud."
        yield draft.say("G16", E, part.line, message, "Shorten them or split the pause point.")


def states(draft: Draft) -> Iterator[Problem]:
    """G17: every item names the state or value to look for, never "checked"."""
    if draft.guide.type is not GuideType.CHECKLIST:
        return
    for item in draft.items:
        short = item.action[:50]
        if not item.state:
            message = f'The item "{short}" names no state.'
            fix = "Write **Item** -> what one sees when it is so."
            yield draft.say("G17", E, item.line, message, fix)
        elif item.state.strip(" .").casefold() in _EMPTY_STATES:
            message = f'"{item.state[:40]}" says nothing about "{short}".'
            yield draft.say("G17", E, item.line, message, "Name the status or the value itself.")


def killers(draft: Draft) -> Iterator[Problem]:
    """G18: some items must not be skipped; not too many, and early."""
    if draft.guide.type is not GuideType.CHECKLIST or not draft.items:
        return
    places = [place for place, item in enumerate(draft.items) if item.killer]
    total = len(draft.items)
    if not places:
        message = "No item is marked as one that must not be skipped."
        yield draft.say(
            "G18", W, draft.items[0].line, message, "Add {killer} to the worst to miss."
        )
    elif len(places) * 2 > total:
        message = f"{len(places)} of {total} items are marked {{killer}}: then none is."
        yield draft.say("G18", W, draft.items[places[0]].line, message, "Keep half at most.")
    points = {item.part for item in draft.items}
    for point in points:
        own = [item for item in draft.items if item.part == point]
        for place, item in enumerate(own):
            if item.killer and len(own) > 3 and place + 1 > len(own) * 2 / 3 + 1:
                message = f'"{item.action[:40]}" must not be skipped and stands at the end.'
                yield draft.say("G18", W, item.line, message, "Move it into the first two thirds.")


def caller(draft: Draft) -> Iterator[Problem]:
    """G19: somebody calls the pause."""
    if draft.language not in {"en", "de"} or draft.guide.type is not GuideType.CHECKLIST:
        return
    for part in draft.parts:
        if part.role is Role.PAUSE and part.adds and not _CALLERS.search(part.adds):
            message = f'"{part.adds[:60]}" does not say who calls the pause.'
            yield draft.say("G19", W, part.line, message, 'Add it: "you alone" is fine.')


def framework(draft: Draft) -> Iterator[Problem]:
    """G30: every case has an answer, every way an end."""
    if draft.guide.type is not GuideType.FRAMEWORK:
        return
    front, lines = draft.front, draft._cut[1]
    if "table" in front:
        table = read_table(front)
        yield from _raised(check_table(front, lines, draft.path))
        if table is not None:
            yield from _table(draft, table)
    elif (tree := read_tree(front, lines)) is not None:
        yield from _raised(check_tree(tree, draft.path))
        yield from _tree(draft, tree)
    elif "score" in front:
        yield from _score(draft)
    elif "boxes" in front:
        yield from _boxes(draft)
    else:
        message = "The framework has no table, tree, score or boxes."
        yield draft.say("G30", E, draft.line("kind"), message, "Add the one that kind names.")


def _raised(found: tuple[Problem, ...]) -> Iterator[Problem]:
    for problem in found:
        yield Problem(problem.file, problem.line, "G30", E, problem.message, problem.fix)


_KEYS = 9


def _table(draft: Draft, table: DecisionTable) -> Iterator[Problem]:
    line = draft.line("table")
    if not 1 <= len(table.conditions) <= MOST_QUESTIONS:
        message = f"The table asks {len(table.conditions)} questions; two to four are meant."
        yield draft.say("G30", W, line, message, "Leave out what never changes the answer.")
    yield from _strange_values(draft, table)
    for condition in table.conditions:
        if len(condition.values) > _KEYS:
            count = len(condition.values)
            message = f'"{condition.ask[:40]}" has {count} answers; only {_KEYS} have a key.'
            yield draft.say("G30", W, line, message, "Group them, or ask two questions.")
    if table.combinations > MOST_COMBINATIONS:
        message = f"The table has {table.combinations} cases; they cannot be proven."
        yield draft.say("G30", E, line, message, "Ask fewer questions.")
        return
    open_ = gaps(table)
    for case in open_[:SHOWN]:
        message = f"No row answers the case {_case(case)}."
        yield draft.say("G30", E, draft.line("table", "rows"), message, "Add a row for it.")
    if len(open_) > SHOWN:
        message = f"{len(open_) - SHOWN} more cases have no row."
        yield draft.say("G30", E, draft.line("table", "rows"), message, "Add rows for them.")
    for case, rows in overlaps(table)[:SHOWN] if table.unique else ():
        names = " and ".join(str(row.number + 1) for row in rows)
        place = draft.line("table", "rows", rows[1].number)
        message = f"The rows {names} both answer the case {_case(case)}."
        yield draft.say("G30", E, place, message, "Narrow one, or write hit: first.")
    for row in unused(table):
        place = draft.line("table", "rows", row.number)
        yield draft.say("G30", W, place, "No case leads to this row.", "Take it out.")


def _strange_values(draft: Draft, table: DecisionTable) -> Iterator[Problem]:
    known = {condition.key: set(condition.values) for condition in table.conditions}
    for row in table.rows:
        for key, values in row.when.items():
            for value in sorted(values - known[key]):
                line = draft.line("table", "rows", row.number)
                message = f'"{value[:40]}" is not one of the answers to "{key}".'
                fix = f"Write one of: {', '.join(sorted(known[key]))}."
                yield draft.say("G30", E, line, message, fix)


def _case(case: dict[str, str]) -> str:
    return ", ".join(f"{key}: {value}" for key, value in case.items())


def _tree(draft: Draft, tree: Tree) -> Iterator[Problem]:
    deepest, queue, seen = 0, [(tree.start, 0)], set[str]()
    while queue:
        name, depth = queue.pop()
        if name in seen or name not in tree.nodes:
            continue
        seen.add(name)
        deepest = max(deepest, depth)
        queue.extend((option.goto, depth + 1) for option in tree.nodes[name].options)
    if deepest > MOST_DEPTH:
        message = f"A way through the tree has {deepest} questions; {MOST_DEPTH} are the most."
        yield draft.say("G30", W, tree.start_line, message, "Split the tree.")


def _score(draft: Draft) -> Iterator[Problem]:
    raw = draft.front["score"]
    criteria = raw.get("criteria") if isinstance(raw, dict) else None
    if not isinstance(criteria, list) or not criteria:
        yield draft.say("G30", E, draft.line("score"), "The scoring has no criteria.", "Add some.")
        return
    for number, entry in enumerate(criteria):
        line = draft.line("score", "criteria", number)
        given = entry if isinstance(entry, dict) else {}
        weight = str(given.get("weight", ""))
        if not re.fullmatch(r"\d+(?:\.\d+)?", weight) or float(weight) <= 0:
            message = f'The weight of "{given.get("name", number + 1)}" is not above 0.'
            yield draft.say("G30", E, line, message, "Write weight: 2.")
        anchored = given.get("anchors")
        points = {str(point) for point in anchored} if isinstance(anchored, dict) else set()
        if lacking := {"0", "1", "2", "3"} - points:
            name, which = given.get("name", number + 1), ", ".join(sorted(lacking))
            message = f'"{name}" does not say what {which} means.'
            yield draft.say("G30", E, line, message, "Give an anchor for 0, 1, 2 and 3.")
    cuts = raw.get("cuts")
    if not isinstance(cuts, list) or not cuts:
        yield draft.say(
            "G30", E, draft.line("score"), "The scoring has no cuts.", "Add cuts: from, do."
        )
    elif not any(isinstance(cut, dict) and str(cut.get("from")) in {"0", "0.0"} for cut in cuts):
        message = "No cut begins at 0: a low score has no answer."
        yield draft.say("G30", E, draft.line("score", "cuts"), message, "Add {from: 0, do: ...}.")


def _boxes(draft: Draft) -> Iterator[Problem]:
    boxes = draft.front["boxes"]
    count = len(boxes) if isinstance(boxes, list) else 0
    if not 1 <= count <= MOST_BOXES:
        message = f"The canvas has {count} boxes; 1 to {MOST_BOXES} fit."
        yield draft.say("G30", E, draft.line("boxes"), message, "Join or split.")
    for number, box in enumerate(boxes if isinstance(boxes, list) else []):
        if not isinstance(box, dict) or not box.get("name") or not box.get("ask"):
            line = draft.line("boxes", number)
            yield draft.say("G30", E, line, "A box needs name and ask.", "Add both.")


def template(draft: Draft) -> Iterator[Problem]:
    """G31: the fields are those of the text, each with an example; the sample can be filled."""
    if draft.guide.type is not GuideType.TEMPLATE:
        return
    declared, lines = fields_of(draft.front), draft._cut[1]
    if not declared and "type" not in draft.front:
        return  # somebody else's text: its braces are no fields
    found = check_fields(draft.front, lines, draft.body, draft.body_line, draft.path)
    for problem in found:
        yield Problem(problem.file, problem.line, "G31", E, problem.message, problem.fix)
    for name, entry in declared.items():
        if not isinstance(entry, dict) or not str(entry.get("example") or "").strip():
            message = f'The field "{name[:40]}" has no example.'
            yield draft.say("G31", E, draft.line("fields", name), message, "Add example: ...")
    if not declared:
        return
    form = read_form(draft.guide, render(draft.guide))
    if form is None:
        message = "No text uses the fields."
        fix = "Add ## Copy this with a block ```text template."
        yield draft.say("G31", E, draft.body_line, message, fix)
        return
    sample = fill(form.text, {field.name: field.example for field in form.fields})
    if left := set(used(sample)) & {field.name for field in form.fields}:
        message = f"The sample keeps {', '.join(sorted(left))} unfilled."
        yield draft.say("G31", E, draft.body_line, message, "Give each field an example.")


RULES = (checklist, states, killers, caller, framework, template)
