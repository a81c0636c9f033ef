"""`fold`: the one spelling under which a word is kept and looked for.

École, ecole and ECOLE are one word, so are Straße and strasse, half-width and full-width
letters, the Arabic forms of alef and yeh, Hebrew with and without points, the dotted and
the dotless Turkish i. Japanese voicing marks are letters of their own and stay. Works on
any string; splitting into words is `jitdesk.search.words`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile(
    "[\u0300-\u036f"  # Latin, Greek and Cyrillic accents
    "\u0591-\u05bd\u05bf-\u05c7"  # Hebrew points and accents
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"  # Arabic vowels and tatweel
    "\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f]"  # what is not seen at all
)
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ک": "ك",
        "’": "'",
        "ʼ": "'",
    }
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})
_HAS_UMLAUT = re.compile("[äöüå]")
_SHORT_I = ("и\u0306", "й")


_WIDE = re.compile("[^\x00-\x7f]+")
_LONGEST_KEPT = 40


def fold(text: str) -> str:
    """Return `text` in lower case, in one width and without accents.

    No rule looks at an ASCII character beside another one, so only runs of other characters
    are worked on, and short ones (words, quotes, bullets) are remembered.
    """
    if text.isascii():
        return text.lower()
    return _WIDE.sub(_fold_run, text).lower()


def _fold_run(match: re.Match[str]) -> str:
    run = match.group()
    return _folded_short(run) if len(run) <= _LONGEST_KEPT else _folded(run)


def _folded(run: str) -> str:
    plain = unicodedata.normalize("NFKC", run).translate(_LETTERS).casefold()
    apart = unicodedata.normalize("NFD", plain).replace(*_SHORT_I)
    return unicodedata.normalize("NFC", _MARKS.sub("", apart)).translate(_LETTERS)


_folded_short = lru_cache(maxsize=4096)(_folded)


def umlaut_spelling(text: str) -> str:
    """Return `text` folded with ae, oe, ue for its umlauts; "" if it has none."""
    if text.isascii():
        return ""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if not _HAS_UMLAUT.search(plain):
        return ""
    return fold(plain.translate(_UMLAUTS))
