"""What a sender is told of an author's act, and what can be answered to it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from jitdesk.models.loops import AnswerTold

STRUGGLE_ACTS: Final = frozenset({"found", "build"})
ASKS_BACK: Final = frozenset({"needs-info", "clarifying"})


def _tr(text: str) -> str:
    return QCoreApplication.translate("Answers", text)


def sentence(told: AnswerTold) -> tuple[str, list[str]]:
    """Return the sentence and the answers to it."""
    if told.act in STRUGGLE_ACTS and told.guide:
        text = _tr("You asked: “{0}”. Here it is: {1}").format(told.words, told.title)
        return text, [_tr("Open it"), _tr("It solves it"), _tr("Not what I meant")]
    if told.act == "not-now":
        text = _tr("You asked: “{0}”. There is no guide for now: {1}")
        return text.format(told.words, told.reason), [_tr("Understood")]
    head = _tr("You said: “{0}”.").format(told.words)
    open_it = [_tr("Open the guide")] if told.guide else [_tr("Understood")]
    if told.act == "acknowledged":
        return f"{head} {_became(told)}", [_tr("Yes, that is my point"), _tr("Not quite")]
    answers = [_tr("Answer")] if told.act in ASKS_BACK else open_it
    return f"{head} {_became(told)}", answers


def question(told: AnswerTold) -> str:
    """Return what an author wants to know."""
    return told.more.get("question") or _tr("What do you want to add?")


def _became(told: AnswerTold) -> str:
    more = told.more
    forms = {
        "accepted": _tr("Accepted; {0} does it until {1}.").format(
            more.get("who", ""), more.get("until", "")
        ),
        "declined": _tr("Declined: {0}").format(told.reason),
        "needs-info": _tr("The author asks: {0}").format(more.get("question", "")),
        "clarifying": _tr("The owner asks: {0}").format(more.get("question", "")),
        "pilot": _tr("It is tried out by {0} until {1}.").format(
            more.get("audience", ""), more.get("until", "")
        ),
        "adapted": _tr("The trial was changed; it runs until {0}.").format(more.get("until", "")),
        "interview": _tr("An author asks for 20 minutes: {0}").format(more.get("when", "")),
        "told": _tr("Your story is in the report, without your name."),
        "left": _tr("Nobody will ask: {0}").format(told.reason),
        "shipped": _tr("It is in version {0}.").format(more.get("version", "")),
        "carried": _tr("It is in version {0}.").format(more.get("version", "")),
        "acknowledged": _tr("Heard as: “{0}” The rule is there for: {1}.").format(
            more.get("restated", ""), more.get("goal", "")
        ),
        "testing": _tr("It is tested until {0}: {1}").format(
            more.get("until", ""), more.get("trial", "")
        ),
        "upheld": _tr("The rule stays: {0}").format(told.reason),
        "revised": _tr("The rule changes: {0}").format(told.reason),
        "withdrawn": _tr("The rule goes: {0}").format(told.reason),
    }
    return forms.get(told.act, told.act)
