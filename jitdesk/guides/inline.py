"""The words of a Markdown line without its markup, for search, titles and hit lines.

A few passes over the line, each linear in its length; very long lines skip the finer ones.
Code keeps its signs (``rm *.log`` stays as it is), ``{{placeholders}}`` lose their braces.
"""

from __future__ import annotations

import html
import re

_LINK = re.compile(
    r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]*)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ATTRIBUTES = re.compile(r"\{(?:[#:.][^{}]*|killer|start)\}")
_UNDERSCORE = re.compile(r"(?<!\w)_+|_+(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LONG = 20_000
_INVISIBLE = dict.fromkeys(
    map(ord, "\u200b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)


def plain(line: str) -> str:
    """Return the words of one Markdown line."""
    if "`" not in line:
        return _prose(line)
    return (
        "".join(part if odd else _prose(part) for odd, part in _alternating(line.split("`")))
        .replace("{{", "")
        .replace("}}", "")
    )


def _alternating(parts: list[str]) -> list[tuple[bool, str]]:
    return [(index % 2 == 1, part) for index, part in enumerate(parts)]


def _prose(text: str) -> str:
    if len(text) > _LONG:
        return text
    if "[" in text:
        text = _LINK.sub(r"\1", _LINK.sub(r"\1", text))
    if "<" in text:
        text = _TAG.sub(" ", _AUTOLINK.sub(r"\1", text))
    if "{" in text:
        text = _ATTRIBUTES.sub("", text).replace("{{", "").replace("}}", "")
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "_" in text:
        text = _UNDERSCORE.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    return text.replace("*", "").replace("~~", "") if "*" in text or "~" in text else text


def neutral(text: str) -> str:
    """Return `text` on one line without direction overrides and invisible characters."""
    return " ".join(text.translate(_INVISIBLE).split())
