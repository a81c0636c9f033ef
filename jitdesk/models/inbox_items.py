"""The author's inbox as rows: one kind of row for moments, suggestions and challenges. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from jitdesk.models.loops import InboxTold


class Field(NamedTuple):
    """A field that an act asks for."""

    name: str
    ask: str
    must: bool = True


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that the author may do now."""

    name: str
    label: str
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class InboxItem:
    """One row.

    Attributes:
        kind: "struggle", "suggest", "challenge", "story" or "check".
        head: the person's words; `sub` says how many, where and how far.
        facts: (name, text) lines for the details.
        late: its clock has run out.
        words: what to look for when a guide is to be found.
    """

    id: str
    kind: str
    head: str
    sub: str
    facts: tuple[tuple[str, str], ...] = ()
    deeds: tuple[Deed, ...] = ()
    late: bool = False
    open: bool = True
    words: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Inbox", text)


def tr_state(state: str) -> str:
    """Return the name of a state for a person."""
    return _tr(state)


def items(told: InboxTold) -> list[InboxItem]:
    """Return every row: what is open first, what is late before it."""
    found = [*map(_check, told.checks), *map(_struggle, told.moments), *map(_case, told.loops)]
    return sorted(
        found,
        key=lambda i: (not i.open, i.kind != "check", not i.late, i.kind != "struggle"),
    )


def _struggle(moment: Mapping[str, Any]) -> InboxItem:
    words = [str(word) for word in moment["words"]]
    people = int(moment["askers"])
    who = _tr("1 person") if people == 1 else _tr("{0} people").format(people)
    state = {
        "new": _tr("waits"), "found": _tr("answered"), "build": _tr("being built"),
        "forward": _tr("forwarded"), "not-now": _tr("not now"),
    }.get(str(moment["state"]), str(moment["state"]))  # fmt: skip
    facts = [(_tr("In their words"), "\n".join(f"“{word}”" for word in words[:8]))]
    for name, values in (
        (_tr("Step"), moment["steps"]),
        (_tr("Program"), moment["apps"]),
        (_tr("Signed by"), moment["names"]),
    ):
        if values:
            facts.append((name, ", ".join(map(str, values))))
    if moment["guide"]:
        facts.insert(0, (_tr("Guide"), str(moment["guide"])))
    if moment["answer"]:
        facts.append((_tr("Answer"), str(moment["answer"])))
    return InboxItem(
        id=str(moment["id"]),
        kind="struggle",
        head=words[0] if words else _tr("(no words)"),
        sub=" · ".join((who, str(moment["title"]), state)),
        facts=tuple(facts),
        deeds=tuple(_deeds(moment)),
        late=bool(moment["late"]),
        open=moment["state"] in {"new", "build", "forward"},
        words=words[0] if words else "",
    )


def _check(row: Mapping[str, Any]) -> InboxItem:
    """A page whose ground has changed: it is to be compared now."""
    return InboxItem(
        id=str(row["id"]),
        kind="check",
        head=str(row["title"]),
        sub=" · ".join((_tr("check needed"), _tr("for {0}").format(row["owner"]))),
        facts=(
            (_tr("Why"), str(row["reason"])),
            (_tr("File"), str(row["file"])),
        ),
        deeds=(Deed("checked", _tr("It is still right")), Deed("write", _tr("Change it"))),
        detail=row,
    )


def _case(case: Mapping[str, Any]) -> InboxItem:
    challenge = case["kind"] == "challenge"
    kind = _tr("questions a rule") if challenge else _tr("suggestion")
    kind = _tr("may be asked") if case["kind"] == "story" else kind
    facts = [(_name(str(name)), _value(str(name), str(text))) for name, text in case["lines"]]
    for entry in case["log"]:
        more = "; ".join(f"{name}: {text}" for name, text in entry["more"].items())
        said = " – ".join(filter(None, (str(entry["reason"]), more)))
        facts.append((_tr(str(entry["act"])).capitalize(), said or "✓"))
    if case.get("doubt"):
        until = _tr("The page counts as working until it is decided.")
        facts.insert(0, (_tr("Doubted"), f"{case['doubt']} {until}"))
    facts += [(_tr("Reply"), str(text)) for text in case["replies"]]
    sub = [kind, str(case["guide"]), _tr(str(case["state"]))]
    if case["responsible"]:
        sub.append(_tr("for {0}").format(case["responsible"]))
    return InboxItem(
        id=str(case["id"]),
        kind=str(case["kind"]),
        head=str(case["text"]),
        sub=" · ".join(sub),
        facts=tuple(facts),
        deeds=tuple(_deeds(case)),
        late=bool(case["overdue"]) and bool(case["open"]),
        open=bool(case["open"]),
    )


def _value(field: str, text: str) -> str:
    """Return what a field says; a result is one of two words."""
    return _tr(text) if field == "result" else text


def _name(field: str) -> str:
    """Return what a field of a contribution is called."""
    known = {
        "text": _tr("Text"), "guide": _tr("Guide"), "version": _tr("Version"),
        "step": _tr("Step"), "app": _tr("Program"), "name": _tr("Signed by"),
        "about": _tr("About"), "assumption": _tr("Assumption"),
        "consequence": _tr("Consequence"), "broken": _tr("No longer holds"),
        "result": _tr("Result"), "was": _tr("Before"), "now": _tr("Now"),
    }  # fmt: skip
    return known.get(field, field.capitalize())


def _deeds(row: Mapping[str, Any]) -> Iterator[Deed]:
    for act in row["acts"]:
        must = [Field(str(name), _tr(str(ask))) for name, ask in act["needs"]]
        may = [Field(str(name), _tr(str(ask)), False) for name, ask in act.get("hints", ())]
        yield Deed(str(act["name"]), _tr(str(act["label"])), (*must, *may))
