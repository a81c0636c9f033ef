"""`DeepLink`: what a ``jitdesk://`` address may ask for: one guide, or one search. Pure.

    jitdesk://guide/<id>[?v=<version>][#<step>]
    jitdesk://find?q=<words>

Addresses come from mails, tickets and web pages of anybody. So the grammar is small, the
length is bounded, percent signs are decoded once, and whatever is not exactly one of the two
forms is nothing. An id is looked up among what is installed and never becomes a path.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

LONGEST = 512
_LONGEST_QUERY = 300
_WHOLE = re.compile(r"jitdesk:(?://)?(guide|find)([/?].*)", re.IGNORECASE | re.ASCII)
_ADDRESS = re.compile(r"[!-~]+")
_CODED = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ID = re.compile(r"[\w][\w.~+-]*(?:/[\w][\w.~+-]*){0,8}")
_STEP = re.compile(r"[\w][\w.-]{0,79}")
_VERSION = re.compile(r"\d{1,6}(?:\.\d{1,6}){0,3}(?:[-+][0-9A-Za-z.-]{1,40})?")
_GUIDE = re.compile(r"/([^?#]+)(?:\?v=([^?#&]*))?(?:#([^?#]*))?")
_FIND = re.compile(r"/?\?q=([^?#&]*)")


@dataclass(frozen=True, slots=True)
class DeepLink:
    """A link that was understood: `guide` or `query` is set, never both.

    Attributes:
        guide: id of a guide, with or without its pack.
        step: anchor or number of a step, "" = the top.
        version: of the guide when the link was made, "" = not said.
        query: words to search for.
    """

    guide: str = ""
    step: str = ""
    version: str = ""
    query: str = ""


def read_link(text: str) -> DeepLink | None:
    """Return what an address asks for, None if it is not one of ours."""
    address = text.strip()
    if len(address) > LONGEST or not _ADDRESS.fullmatch(address) or _CODED.search(address):
        return None
    whole = _WHOLE.fullmatch(address)
    if whole is None:
        return None
    return _read_guide(whole[2]) if whole[1].lower() == "guide" else _read_find(whole[2])


def _read_guide(rest: str) -> DeepLink | None:
    found = _GUIDE.fullmatch(rest)
    if found is None:
        return None
    name, version, step = (_decoded(part or "") for part in found.groups())
    if name is None or version is None or step is None:
        return None
    name = name.removesuffix("/")
    fits = (
        _ID.fullmatch(name)
        and ".." not in name
        and (not version or _VERSION.fullmatch(version))
        and (not step or _STEP.fullmatch(step))
    )
    return DeepLink(guide=name, step=step, version=version) if fits else None


def _read_find(rest: str) -> DeepLink | None:
    found = _FIND.fullmatch(rest)
    words = _decoded(found[1].replace("+", " ")) if found else None
    words = words.strip() if words else ""
    fits = 0 < len(words) <= _LONGEST_QUERY and words.isprintable()
    return DeepLink(query=words) if fits else None


def _decoded(part: str) -> str | None:
    """Return `part` with its percent signs decoded, once; None if that is no text."""
    try:
        return unquote_to_bytes(part).decode("utf-8")
    except UnicodeDecodeError:
        return None


def guide_link(key: str, step: str = "", version: str = "") -> str:
    """Return the address of a guide, or of a step of it."""
    address = f"jitdesk://guide/{quote(key, safe='/~')}"
    if version and _VERSION.fullmatch(version):
        address += f"?v={version}"
    return f"{address}#{quote(step, safe='')}" if step else address


def find_link(words: str) -> str:
    """Return the address of a search."""
    return f"jitdesk://find?q={quote(words, safe='')}"
