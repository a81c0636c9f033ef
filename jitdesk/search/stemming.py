"""Stems: what remains of a word when its endings are taken off, per language.

A guide is stemmed in its own language; a query's language is not known, so it is looked up
under every stem that it has in the languages of the index (`query_stems`). Latin-script
words are stemmed after folding,
on both sides alike. Arabic loses its article and the commonest endings (the "light10"
rules of Larkey, Ballesteros and Connell 2002). A language without rules keeps its words whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

import Stemmer

from jitdesk.search.words import is_unspaced

Stem = Callable[[str], str]

_SNOWBALL = {
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}

_JOINING = frozenset({"de", "nl", "sv", "da", "no", "nb", "nn", "fi", "hu", "et"})
_ARABIC = re.compile("[\u0600-\u06ff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ARABIC_HEADS = ("وال", "بال", "كال", "فال", "لل", "ال")
_ARABIC_TAILS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_SHORTEST = 4


def stem(word: str, language: str) -> str:
    """Return the stem of a folded `word` in `language` (a BCP 47 tag; "" = English)."""
    if len(word) < _SHORTEST or is_unspaced(word) or not word[-1].isalpha():
        return word
    if _ARABIC.match(word):
        return _arabic(word)
    if _CYRILLIC.match(word):
        return _stemmer("ru")(word)
    code = (language or "en")[:2].lower()
    return _french(word) if code == "fr" else _stemmer(code)(word)


@lru_cache(maxsize=4096)
def joins_words(language: str) -> bool:
    """Tell whether words of `language` are written as one, as in ``Urlaubsantrag``."""
    return language[:2].lower() in _JOINING


@lru_cache(maxsize=2048)
def query_stems(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the distinct stems that a folded `word` has in `languages`, in their order."""
    return tuple(dict.fromkeys(stem(word, code) for code in languages))


def _arabic(word: str) -> str:
    for head in _ARABIC_HEADS:
        if word.startswith(head) and len(word) - len(head) >= 3:
            word = word[len(head) :]
            break
    else:
        if word.startswith("و") and len(word) > 4:
            word = word[1:]
    for tail in _ARABIC_TAILS:
        if word.endswith(tail) and len(word) - len(tail) >= 3:
            return word[: -len(tail)]
    return word


def _french(word: str) -> str:
    """Take the plural off first: the stemmer takes more off a plural than off its singular."""
    plural = len(word) > _SHORTEST and word.endswith(("s", "x")) and not word.endswith("ss")
    return _stemmer("fr")(word[:-1] if plural else word)


@cache
def _stemmer(code: str) -> Stem:
    if code not in _SNOWBALL:
        return str
    made: Stem = Stemmer.Stemmer(_SNOWBALL[code], 0).stemWord
    return made
