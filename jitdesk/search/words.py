"""Text cut into words the way people type them, with the place of each in the text.

Rules:
- A chain such as ``git-reset``, ``pg_dump``, ``KubePodCrashLooping`` or ``docs/setup.md``
  gives its parts and the chain written together, so that each way of asking finds it.
- Scripts that put no space between words (Chinese, Japanese, Thai...) and Korean, which
  glues its particles on, give pairs of neighbouring characters.
- Every word comes out folded (`jitdesk.search.folding`). Stems are `stemming`'s work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from operator import add
from typing import NamedTuple

from jitdesk.search.folding import fold, umlaut_spelling

MAX_WORD = 40
"""Longer runs are hashes, keys and data: cut, so that they cost no more than words."""

PAIR = 2
"""Neighbours in a script without spaces that are looked up together."""

_MOST_FOLDED = 4 * MAX_WORD
"""Of a longer run no more is folded: a sign can be eighteen letters then."""

_UNSPACED_RANGE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana, also half-width
    "\u1100-\u11ff\uac00-\ud7af"  # Korean
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
_JOINED_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u00ad\u06d6-\u06ed\u0900-\u0903\u093a-\u094f\u0962\u0963\u0980-\u0983\u09bc-\u09cd"
)
_PLAIN = f"(?:(?![_{_UNSPACED_RANGE}])[\\w{_JOINED_MARKS}])"
_ASCII_CHAIN = re.compile(
    r"[A-Za-z0-9](?:\+\+|#)(?![A-Za-z0-9])|[A-Za-z0-9]+(?:['_./:@+\\-][A-Za-z0-9]+)*"
)
"""`_wide` for text in ASCII: the same and five times faster."""

_ASCII_PART = re.compile(r"[A-Za-z0-9]+")
_HUMP = re.compile(r"[A-Z]+(?![a-z])\d*|[A-Z]?[^A-Z\W\d_]+|\d+|[^\W_]")
_HUMPED = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]{2}")
_LETTERS_DIGITS = re.compile(r"([^\W\d_]{3,})\d[\d.]*$")
_ENGLISH_TAIL = re.compile(r"['’](?:s|t|re|ve|ll|d|m)$", re.IGNORECASE)


@cache
def _wide() -> re.Pattern[str]:
    """Return the pattern of a chain in any script, made when the first text asks for it.

    Python takes some milliseconds for each of these patterns, and many starts meet ASCII only.
    """
    unspaced, plain = f"[{_UNSPACED_RANGE}]+", _PLAIN
    return re.compile(
        f"{unspaced}|{plain}(?:\\+\\+|#)(?!{plain})|{plain}+(?:['’_./:@+\\\\-]{plain}+)*"
    )


@cache
def _wide_part() -> re.Pattern[str]:
    return re.compile(f"{_PLAIN}+")


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED_RANGE}]")


def _chain_in(text: str) -> re.Pattern[str]:
    return _ASCII_CHAIN if text.isascii() else _wide()


def _part_in(chain: str) -> re.Pattern[str]:
    return _ASCII_PART if chain.isascii() else _wide_part()


class Word(NamedTuple):
    """One word of a text; a tuple, because a build makes millions of them.

    Attributes:
        text: folded.
        start, end: its characters in the text.
        joined: a chain written together; its parts are words of their own.
        spelling: the other spelling of its umlauts, "" = none.
    """

    text: str
    start: int
    end: int
    joined: bool = False
    spelling: str = ""


def split_words(text: str) -> Iterator[Word]:
    """Give the words of `text` in order, parts of a chain before the chain itself."""
    for match in _chain_in(text).finditer(text):
        yield from chain_words(match.group(), match.start())


def chains(text: str) -> list[str]:
    """Return the unfolded chains of `text`: what `chain_words` takes, without places."""
    return _chain_in(text).findall(text)


def chain_words(chain: str, start: int = 0) -> list[Word]:
    """Return the words of one chain that starts at character `start` of its text."""
    if is_unspaced(chain):
        return list(_pairs(chain, start))
    if chain.isalpha() and not _HUMPED.search(chain):
        text = _folded(chain)
        spelling = "" if chain.isascii() else umlaut_spelling(chain)[:MAX_WORD]
        return [Word(text, start, start + len(chain), False, spelling)]
    parts = list(_parts(chain, start))
    if len(parts) > 1:
        together = _one("".join(_part_in(chain).findall(chain)))
        if 2 < len(together) <= MAX_WORD and together != parts[-1].text:
            parts.append(Word(together, start, start + len(chain), joined=True))
    return parts


def chain_parts(chain: str) -> tuple[list[str], str]:
    """Return the parts of a chain such as ``path/to_file``, and it folded and written as one.

    No parts: it is a word by itself, or one that only `chain_words` understands. Each part is
    a chain of its own; there are few of them where there are many chains, so a caller that
    remembers what parts give is faster than `chain_words`. "" = too long to be typed.
    """
    if chain.isalnum() or chain.endswith(("+", "#")) or _ENGLISH_TAIL.search(chain):
        return [], ""
    parts = _part_in(chain).findall(chain)
    if len(parts) < 2:
        return [], ""
    together = _one("".join(parts))
    return parts, together if 2 < len(together) <= MAX_WORD else ""


def is_unspaced(text: str) -> bool:
    """Tell whether `text` is of a script that `split_words` cuts into pairs."""
    return not text.isascii() and _unspaced().match(text) is not None


def is_seam(pair: str) -> bool:
    """Tell whether a pair of Japanese stands between two words: a noun and its particle.

    Its characters are a word's last and a particle, or a particle and the next word's first.
    """
    if len(pair) != PAIR or pair.isascii():
        return False
    first, second = pair[0], pair[1]
    if _is_hiragana(first):
        return first not in "おごっ" and _is_katakana_or_han(second)
    return second in "をはがのにでともへや" and _is_katakana_or_han(first)


def _is_hiragana(character: str) -> bool:
    return "\u3041" <= character <= "\u309f"


def _is_katakana_or_han(character: str) -> bool:
    return "\u30a1" <= character <= "\u30ff" or "\u4e00" <= character <= "\u9fff"


def _one(part: str) -> str:
    """Return `part` folded as one word; some single signs, such as ﷺ, are several folded."""
    cut = part[:_MOST_FOLDED]
    return fold(cut) if part.isascii() else "".join(fold(cut).split())


def _folded(part: str) -> str:
    return _one(part)[:MAX_WORD]


def pairs(run: str) -> list[str]:
    """Return the pairs of neighbours in a run of a script without spaces, folded."""
    folded = fold(run)
    return list(map(add, folded, folded[1:])) if len(folded) > 1 else [folded]


def _pairs(run: str, start: int) -> Iterator[Word]:
    end = start + len(run)
    found = pairs(run)
    if len(found) != max(1, len(run) - 1):  # half-width kana with their own voicing marks
        yield from (Word(pair, start, end) for pair in found)
        return
    for at, pair in enumerate(found, start):
        yield Word(pair, at, min(at + PAIR, end))


def _parts(chain: str, start: int) -> Iterator[Word]:
    if chain.endswith(("+", "#")):
        text = fold(chain)
        if text[0].isalnum():  # not an accent before a sign, which is nothing by itself
            yield Word(text, start, start + len(chain))
        return
    if tail := _ENGLISH_TAIL.search(chain):
        yield from _with_tail(chain, tail, start)
        return
    for match in _part_in(chain).finditer(chain):
        yield from _humps(match.group(), start + match.start())


def _with_tail(chain: str, tail: re.Match[str], start: int) -> Iterator[Word]:
    """Give ``owner`` for ``owner's`` and ``dont`` for ``don't``."""
    if tail.group()[1:].lower() == "s":
        yield from _parts(chain[: tail.start()], start)
    else:
        yield Word(_one("".join(_part_in(chain).findall(chain))), start, start + len(chain))


def _humps(part: str, start: int) -> Iterator[Word]:
    if not _HUMPED.search(part):
        yield from _plain(part, start)
        return
    for match in _HUMP.finditer(part):
        yield from _plain(match.group(), start + match.start())
    yield Word(_folded(part), start, start + len(part), joined=True)


def _plain(part: str, start: int) -> Iterator[Word]:
    end = start + len(part)
    if text := _folded(part):
        yield Word(text, start, end, spelling=umlaut_spelling(part)[:MAX_WORD])
    if numbered := _LETTERS_DIGITS.match(part):
        yield Word(_one(numbered.group(1)), start, start + numbered.end(1))
