"""`why`: one plain sentence on why a guide is in the list, the strongest reason first."""

from __future__ import annotations

from jitdesk.search.card import Card
from jitdesk.search.marking import Marks, Wanted

_SHOWN = 3


def reason(
    card: Card,
    title_marks: Marks,
    wanted: Wanted,
    *,
    section: str = "",
    line: str = "",
    usage: float = 0.0,
    learned: float = 0.0,
    exact: bool = False,
) -> str:
    """Return the sentence.

    Args:
        card: the guide.
        title_marks: what of its title was asked for.
        wanted: what was asked.
        section: heading of the section that answers.
        line: the line that answers.
        usage: how much it helped before, 0..1.
        learned: how much it helped for words like these, 0..1.
        exact: the question is the title.
    """
    if learned > 0:
        return "It helped you before when you asked like this."
    sentence = _match(card, title_marks, wanted, section, line, exact=exact)
    return f"{sentence} You used it before." if usage > 0 else sentence


def fitting_reason(app: str, *, by_window: bool) -> str:
    """Return why a guide is suggested before anything is typed."""
    if by_window:
        return "It fits the window in front."
    name = app[:1].upper() + app[1:]
    return f"It is for {name}, which is in front."


def _match(
    card: Card,
    title_marks: Marks,
    wanted: Wanted,
    section: str,
    line: str,
    *,
    exact: bool,
) -> str:
    if exact:
        return "This is its title."
    asked = _asked(card, wanted)
    if asked and len(wanted.marks(asked)) > len(title_marks):
        return f"It answers «{asked}»."
    if title_marks:
        return f"Title matches {_quoted(card.title, title_marks)}."
    if section and (found := wanted.marks(section)):
        return f"The section «{section}» matches {_quoted(section, found)}."
    if line and (found := wanted.marks(line)):
        return f"The text mentions {_quoted(line, found)}."
    return "Words near to what you typed are in it."


def _asked(card: Card, wanted: Wanted) -> str:
    found = [(len(wanted.marks(text)), text) for text in card.asked]
    count, text = max(found, default=(0, ""))
    return text if count else ""


def _quoted(text: str, found: Marks) -> str:
    words = dict.fromkeys(text[start:end] for start, end in found)
    return ", ".join(f"«{word}»" for word in list(words)[:_SHOWN])
