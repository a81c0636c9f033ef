"""Pasted text as steps: what a mail, a wiki page or a Word file holds, one action a step.

A list becomes the steps, nested points become labelled lines, and a heading with a list
below it a phase of its own; without a list every paragraph is a step. Nothing is left out:
what is neither step nor heading stays where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jitdesk.guides.sections import Role, role_of

_ITEM = re.compile(r"(\s*)(?:[-*+•]|\d+[.)])\s+(?:\[[ xX]\]\s+)?(.*)$")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_FIRST = re.compile(r"(.+?[.!?:。])(\s|$)")
_LABELLED = re.compile(
    r"(?:You see|If not|Say|Write|Except|Why|Sie sehen|Wenn nicht)\s*:", re.IGNORECASE
)
_RECOVERY = re.compile(r"(?:if|when|falls|wenn|sollte)\b", re.IGNORECASE)
_REASON = re.compile(r"(?:because|note|hint|this is|weil|hinweis|denn)\b", re.IGNORECASE)
_MOST_BOLD = 90


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of a paste: the Markdown, and the title that stood above it ("" = none)."""

    text: str
    title: str = ""


def pasted(text: str, start: int = 1) -> Pasted:
    """Return Markdown with its lists, or else its paragraphs, as numbered steps.

    Args:
        text: Markdown, as `importing.office.html_text` makes it, or plain text.
        start: number of the first step.
    """
    rows = [row.rstrip() for row in text.strip().split("\n")]
    title = ""
    if rows and (first := _HEADING.match(rows[0])) and len(first.group(1)) == 1:
        title = first.group(2)
        rows = rows[1:]
    listed = any(_ITEM.match(row) for row in rows)
    out = "\n".join(_lines(rows, start, listed=listed))
    return Pasted(re.sub(r"\n{3,}", "\n\n", out).strip("\n") + "\n", title)


def _lines(rows: Sequence[str], start: int, *, listed: bool) -> Iterator[str]:
    number, inside = start, False
    for place, row in enumerate(rows):
        match, heading = _ITEM.match(row), _HEADING.match(row)
        if heading is not None:
            told = list(_head(heading.group(2), rows[place + 1 :], begun=number > start))
            number = 1 if told else number
            inside = False
            yield from told
        elif match is not None and not match.group(1):
            yield f"{number}. {_bold(match.group(2))}"
            number, inside = number + 1, True
        elif match is not None:
            yield f"   - {_labelled(match.group(2))}"
        elif row.strip() and not listed:
            yield f"{number}. {_bold(row.strip())}"
            number, inside = number + 1, True
        elif row.strip() and inside and row.startswith(" "):
            yield f"   {row.strip()}"
        elif row.strip():
            yield from ([""] if inside else [])
            inside = False
            yield row
        elif not inside:
            yield ""


def _head(title: str, below: Sequence[str], *, begun: bool) -> Iterator[str]:
    """Yield a heading; one that only says that steps follow is there already."""
    role = role_of(title)[0]
    if role is Role.STEPS and not begun and not role_of(title)[1]:
        return
    phase = role is Role.OTHER and _leads_steps(below)
    yield from ("", f"## Steps: {title}" if phase else f"## {title}", "")


def _leads_steps(rows: Sequence[str]) -> bool:
    for row in rows:
        if _HEADING.match(row):
            return False
        if _ITEM.match(row):
            return True
    return False


def _labelled(text: str) -> str:
    """Return a nested point with the label that fits it best; the author may choose another."""
    if _LABELLED.match(text):
        return text
    if _RECOVERY.match(text):
        return f"If not: {text}"
    if text.startswith(('"', "“", "„", "«")):
        return f"Say: {text}"
    return f"{'Why' if _REASON.match(text) else 'You see'}: {text}"


def _bold(text: str) -> str:
    """Return a step with its first sentence in bold, unless it begins with something bold."""
    text = text.strip()
    if text.startswith("**") or len(text) < 2:
        return text
    match = _FIRST.match(text)
    first = match.group(1) if match else text
    bare = first.replace("**", "")
    if len(bare) > _MOST_BOLD or first.count("**") % 2:
        return text
    return f"**{bare}**{text[len(first) :]}"
