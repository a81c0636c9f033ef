"""Where a link or picture in a page leads, decided on the text alone.

A page may point to pages and pictures of its own pack, to https and to mail addresses.
Everything else (file, drive, network share, script, other schemes, ways out of the pack) is
refused before any path is touched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import unquote

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\]")
_WEB = re.compile(r"https://[^\s\"'<>\\]{3,2000}", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s\"'<>\\]{3,500}", re.IGNORECASE)
_PICTURE = re.compile(r"!\[[^\[\]]{0,500}\]\(\s*(?:<([^<>\n]{1,500})>|([^\s()]{1,500}))")
_LINK = re.compile(r"(?<!!)\[[^\[\]]{0,500}\]\(\s*(?:<([^<>\n]{1,500})>|([^\s()]{1,500}))")
_FENCE = re.compile(r"\s*(```|~~~)")


class Goal(Enum):
    """What kind of place a link leads to."""

    PACK = auto()
    WEB = auto()
    ANCHOR = auto()
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: `path` is a pack path or a whole address."""

    goal: Goal
    path: str = ""
    anchor: str = ""


_REFUSED = Target(Goal.REFUSED)


def resolve(page: str, link: str) -> Target:
    """Return where `link` in the page at `page` leads."""
    text = link.strip()
    if text.startswith("#"):
        return Target(Goal.ANCHOR, "", unquote(text[1:]))
    if _WEB.fullmatch(text) or _MAIL.fullmatch(text):
        return Target(Goal.WEB, text)
    raw, _, anchor = text.partition("#")
    raw = raw.partition("?")[0]
    decoded = unquote(raw)
    if not decoded or _SCHEME.match(decoded) or _UNSAFE.search(decoded) or decoded[0] == "/":
        return _REFUSED
    # Whatever is still coded after one pass was coded twice, to slip past such a check.
    if "%2e" in decoded.lower() or "%5c" in decoded.lower() or "%2f" in decoded.lower():
        return _REFUSED
    parts = page.split("/")[:-1]
    for part in decoded.split("/"):
        if part == "..":
            if not parts:
                return _REFUSED
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return Target(Goal.PACK, "/".join(parts), unquote(anchor)) if parts else _REFUSED


def pictures(body: str, body_line: int) -> list[tuple[int, str]]:
    """Return (line, link) of every picture in `body` outside code."""
    return _found(_PICTURE, "](", body, body_line)


def links(body: str, body_line: int) -> list[tuple[int, str]]:
    """Return (line, link) of every link in `body` outside code."""
    return _found(_LINK, "](", body, body_line)


def _found(pattern: re.Pattern[str], sign: str, body: str, body_line: int) -> list[tuple[int, str]]:
    if sign not in body:
        return []
    out: list[tuple[int, str]] = []
    fence = ""
    for number, row in enumerate(body.split("\n"), body_line):
        if match := _FENCE.match(row):
            fence = "" if fence == match.group(1) else fence or match.group(1)
        elif not fence and sign in row and len(row) < 20_000:
            out += [(number, m.group(1) or m.group(2)) for m in pattern.finditer(row)]
    return out
