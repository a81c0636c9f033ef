"""Skeletons of the four types: small, complete, and clean to the linter from the first line.

A skeleton is an example to write over, not a form with gaps: every sentence in it is of the
kind that belongs there.
"""

from __future__ import annotations

from datetime import date

from jitdesk.authoring.wordlists import begins_with_verb, ends_with_verb
from jitdesk.guides.guide import GuideType

_HEAD = """---
schema: jitdesk/1
id: {id}
type: {type}
{kind}title: {title}
situation: You do this for the first time and nobody is there to ask.
moments: [apply, new]
audience: [everyone]
aim: perform
aim_why: {{frequency: rare, stakes: low, time_pressure: hours, changes: rarely}}
time_to_use: 3m
also_asked:
  - first words that a stuck person types
  - other words for the same thing
  - the message on the screen
owner: {{role: {role}, contact: "{contact}"}}
reviewed_on: {today}
review_every: P365D
status: working
version: 1.0.0
language: en
{extra}---
"""
_GUIDE = """## Steps

1. **Open the program.** {#open}
   - You see: its window with your name.
   - If not: start it from the menu.
2. **Choose the first entry of the list.** {#choose}
   - You see: its details on the right.
3. **Press "Save".** {#save}

## If it goes wrong

| You notice | Do this |
|---|---|
| The list is empty | Close the program and open it again |

## Done when

The entry stands at the top of the list.
"""
_CHECKLIST = """## Pause point: before you send it, you alone

- [ ] **Address** -> the person it is meant for {killer}
- [ ] **Attachment** -> opened once, the right version
- [ ] **Date** -> a day that is still to come
- [ ] **First line** -> says what you need and by when
- [ ] **Copy** -> only people who have to know

## Done when

All five are true and it is sent.
"""
_TEMPLATE = """## Copy this

```text template
Hello {{name}},

please send me {{what}} by {{day}}.
```

## Done when

The other person knows what to send and by when.
"""
_FRAMEWORK = """## Done when

One row is marked and you have begun with it.
"""
_FIELDS = """fields:
  name:
    ask: "Who is it for?"
    example: "Ms Okafor"
  what:
    ask: "What do you need?"
    example: "the signed form"
  day:
    ask: "By when?"
    example: "Thursday"
    kind: date
"""
_TABLE = """table:
  hit: unique
  conditions:
    - {key: urgent, ask: "Must it be done today?", values: [yes, no]}
    - {key: alone, ask: "Can you do it alone?", values: [yes, no]}
  rows:
    - {urgent: yes, alone: yes, do: "Begin now."}
    - {urgent: yes, alone: no, do: "Call the colleague who can help."}
    - {urgent: no, alone: "*", do: "Put it into your calendar."}
"""
_BODIES = {
    GuideType.GUIDE: ("", "", _GUIDE),
    GuideType.CHECKLIST: ("mode: do-confirm\n", "", _CHECKLIST),
    GuideType.TEMPLATE: ("", _FIELDS, _TEMPLATE),
    GuideType.FRAMEWORK: ("kind: decision-table\n", _TABLE, _FRAMEWORK),
}


def skeleton(
    kind: GuideType,
    name: str,
    *,
    role: str = "author",
    contact: str = "this team",
    today: date | None = None,
) -> str:
    """Return a page of a type that is called after `name` (the words of its file).

    Args:
        kind: the type.
        name: words or a file's stem; begins with a verb, or gets one.
        role: the owner's role; contact: how to reach it.
        contact: how to reach the owner.
        today: the day of the review; default today.
    """
    words = " ".join(name.replace("-", " ").replace("_", " ").split()) or "do the task"
    if not begins_with_verb(words, "en") and not ends_with_verb(words, "de"):
        words = f"handle {words}"
    title = words[:1].upper() + words[1:]
    slug = "-".join(
        "".join(c if c.isascii() and c.isalnum() else " " for c in words.lower()).split()
    )
    mode, extra, body = _BODIES[kind]
    head = _HEAD.format(
        id=f"team.{slug or 'page'}",
        type=kind,
        kind=mode,
        title=title[:60],
        role=role,
        contact=contact,
        today=(today or date.today()).isoformat(),  # noqa: DTZ011  (the author's day)
        extra=extra,
    )
    return head + body


_STARTS = {
    GuideType.GUIDE: "## Steps\n\n1. \n\n## Done when\n\n",
    GuideType.CHECKLIST: "## Pause point: before you \n\n- [ ] **\n\n## Done when\n\n",
    GuideType.TEMPLATE: _TEMPLATE,
    GuideType.FRAMEWORK: _FRAMEWORK,
}


def blank(kind: GuideType, today: date, role: str = "author") -> str:
    """Return a page of a type in which only what the author must say is open."""
    mode, extra, _ = _BODIES[kind]
    return (
        f"---\nschema: jitdesk/1\ntype: {kind}\n{mode}title:\nsituation:\nmoments: [apply]\n"
        f"audience: [everyone]\naim: perform\ntime_to_use: 3m\n"
        f'owner: {{role: {role}, contact: "this team"}}\nreviewed_on: {today.isoformat()}\n'
        f"review_every: P365D\nstatus: working\nversion: 1.0.0\nlanguage: en\n{extra}---\n"
        f"{_STARTS[kind]}"
    )
