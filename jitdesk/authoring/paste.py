"""Pasted text as steps: what a mail, a wiki page or a Word file holds, one action a step.

A list becomes the steps, nested points become "You see:" lines for the author to label;
without a list every paragraph is a step. Headings are kept as they are.
"""

from __future__ import annotations

import re

_ITEM = re.compile(r"(\s*)(?:[-*+]|\d+[.)])\s+(.*)$")
_FIRST = re.compile(r"(.+?[.!?:。])(\s|$)")
_MOST_BOLD = 90


def as_steps(text: str, start: int = 1) -> str:
    """Return Markdown with its list, or else its paragraphs, as numbered steps.

    Args:
        text: Markdown, as `importing.office.html_text` makes it, or plain text.
        start: number of the first step.
    """
    rows = [row.rstrip() for row in text.strip().split("\n")]
    listed = any(_ITEM.match(row) for row in rows)
    out: list[str] = []
    number = start
    for row in rows:
        match = _ITEM.match(row)
        if row.startswith("#"):
            out += ["", row, ""]
        elif match is not None and not match.group(1):
            out.append(f"{number}. {_bold(match.group(2))}")
            number += 1
        elif match is not None:
            out.append(f"   - You see: {match.group(2)}")
        elif row.strip() and not listed:
            out.append(f"{number}. {_bold(row.strip())}")
            number += 1
        elif row.strip():
            out.append(f"   {row.strip()}" if out and out[-1].strip() else row.strip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip() + "\n"


def _bold(text: str) -> str:
    """Return a step with its first sentence in bold, unless the author set something so."""
    text = text.strip()
    if "**" in text or len(text) < 2:
        return text
    match = _FIRST.match(text)
    first = match.group(1) if match else text
    if len(first) > _MOST_BOLD:
        return text
    return f"**{first}**{text[len(first) :]}"
