"""File names in packs: which are safe everywhere, and what a name says about its file.

Nothing from a pack is ever written to disk under its own name, so these rules keep the
result equal on every system and keep lists free of litter; decisions are made on the text
alone, before any path is touched.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto

_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*", re.IGNORECASE
)
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_DRIVE = re.compile(r"[A-Za-z]:")
MAX_PATH = 240
"""Longer member names cannot be stored below a Windows profile folder (260 in all)."""

GUIDE_SUFFIXES = (".md", ".markdown", ".yaml", ".yml")
IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
MANIFEST = "pack.yaml"
SITE = "site.yaml"
COMPANIONS = "companions"
"""Folder of a pack in which a file names the guides of a course."""
_NOT_GUIDES = frozenset({"pack.yaml", "pack.yml", "mkdocs.yml", "mkdocs.yaml", "_config.yml"})
_TEMPORARY = re.compile(
    r"(?i)(?:^~\$.*|.*\.(?:tmp|temp|part|partial|crdownload|filepart|swp|swo|lock|lck|bak|orig)|.*~)$"
)
_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"})
_CONFLICT = re.compile(
    r"(?i)\s*\((?:[^()]*\s)?(?:conflicted copy|in konflikt stehende kopie|copie en conflit)[^()]*\)"
    r"|\.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[0-9A-Z]+)?"
)
_DOTS = re.compile(r"\.+(?:md|markdown)", re.IGNORECASE)


class Sort(Enum):
    """What a file in a pack is, by its name."""

    GUIDE = auto()
    IMAGE = auto()
    MANIFEST = auto()
    SITE = auto()
    COMPANION = auto()
    ARCHIVE = auto()
    TEMPORARY = auto()
    LITTER = auto()
    OTHER = auto()


_BY_SUFFIX = (
    (GUIDE_SUFFIXES, Sort.GUIDE),
    (IMAGE_SUFFIXES, Sort.IMAGE),
    ((".zip",), Sort.ARCHIVE),
)


def sort_of(path: str) -> Sort:
    """Return what the file at `path` (forward slashes) is."""
    name = path.rsplit("/", 1)[-1]
    lower = name.lower()
    if lower == MANIFEST:
        return Sort.MANIFEST
    if lower == SITE:
        return Sort.SITE
    if f"/{path}".rsplit("/", 2)[-2] == COMPANIONS and lower.endswith((".yaml", ".yml")):
        return Sort.COMPANION
    if _TEMPORARY.match(name):
        return Sort.TEMPORARY
    # A name made of dots alone (`..md`, the page of the command `.`) is a page.
    dotted = name.startswith(".") and not _DOTS.fullmatch(name)
    if dotted or lower in _SYSTEM or lower in _NOT_GUIDES:
        return Sort.LITTER
    return next((sort for ends, sort in _BY_SUFFIX if lower.endswith(ends)), Sort.OTHER)


def is_hidden_folder(name: str) -> bool:
    """Return whether a folder is never looked into (``.git``, ``__MACOSX``, ``@eaDir``)."""
    return name.startswith(".") or name in {"__MACOSX", "@eaDir", "node_modules", "#recycle"}


def original_of(path: str) -> str:
    """Return the path of which `path` is a conflicted copy, "" if it is none."""
    folder, slash, name = path.rpartition("/")
    plain = _CONFLICT.sub("", name)
    return folder + slash + plain if plain != name else ""


def path_fault(path: str) -> str:
    """Return why `path` cannot be a file inside a pack, "" if it can."""
    if _CONTROL.search(path):
        return "its name has characters that cannot be shown"
    if "\\" in path:
        return "its name has a backslash"
    if path.startswith("/") or _DRIVE.match(path):
        return "it is not inside the pack"
    parts = path.split("/")
    if ".." in parts:
        return "it leads out of the pack"
    if "" in parts or "." in parts:
        return "its path is not written plainly"
    return ""


def portable_fault(path: str) -> str:
    """Return why `path` would not work on every system, "" if it would."""
    if fault := path_fault(path):
        return fault
    if len(path) > MAX_PATH:
        return f"its path is longer than {MAX_PATH} characters"
    for part in path.split("/"):
        if _RESERVED.fullmatch(part.split(".", 1)[0]) or _RESERVED.fullmatch(part):
            return f'Windows reserves the name "{part}"'
        if _FORBIDDEN.search(part):
            return "its name has a character that Windows cannot store"
        if part != part.rstrip(". "):
            return "its name ends with a dot or a space"
    return ""


def same_name(path: str) -> str:
    """Return the form in which two names that some system cannot tell apart are equal."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
