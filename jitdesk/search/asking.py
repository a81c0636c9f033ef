"""What was typed, as words to look up. Any text is a question; nothing in it is an operator.

A pasted page is cut to its beginning and to its first distinct words: more does not make a
question clearer, and each answer must be quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jitdesk.search.wordlists import stop_words
from jitdesk.search.words import Word, is_unspaced, split_words

MAX_CHARACTERS = 2000
MAX_WORDS = 48
MANY = 12
"""Of more words than a person types (a pasted message, a stack trace) some are surely right:
guessing at each would cost more than a frame and find nothing better."""


@dataclass(frozen=True, slots=True)
class AskedWord:
    """One word of a question.

    Attributes:
        text: folded.
        spelling: the other spelling of its umlauts, "" = none.
        partial: it may be the beginning of a longer word.
        stop: it says how the question is put, not what it is about.
        joined: it and a neighbour, or its chain, written as one; looked up beside it. What
            ends in half a word belongs to that word alone: a finished word does not change
            with every further letter, so what it gave is remembered.
        plain: one of many: it is looked up as it stands, without guesses.
        phrase: no word of the question, but others for several of them.
    """

    text: str
    spelling: str = ""
    partial: bool = False
    stop: bool = False
    joined: tuple[str, ...] = ()
    plain: bool = False
    phrase: bool = False


def asked_words(text: str, *, complete: bool) -> list[AskedWord]:
    """Return the distinct words of a question, in order.

    Args:
        text: what was typed.
        complete: the last word is whole.
    """
    cut = text[:MAX_CHARACTERS]
    found = [word for word in split_words(cut) if word.text]
    parts = [word for word in found if not word.joined]
    chains = [word for word in found if word.joined]
    words = [
        AskedWord(word.text, word.spelling, stop=word.text in stop_words(), joined=joined)
        for word, joined in zip(parts, _chained(parts, chains), strict=True)
    ]
    if parts and not complete and parts[-1].end == len(cut):
        written = tuple(c.text for c in chains if c.end == len(cut))
        words[-1] = replace(words[-1], partial=True, stop=False, joined=written)
        words[:-1] = [_without(word, written) for word in words[:-1]]
    distinct = _distinct(words)[:MAX_WORDS]
    if sum(not word.stop for word in distinct) > MANY:
        return [replace(word, plain=True, joined=()) for word in distinct]
    return _distinct(_with_neighbours(words))[:MAX_WORDS]


def telling_words(text: str) -> tuple[str, ...]:
    """Return the words of a question that say what it is about, in order."""
    words = asked_words(text, complete=True)
    return tuple(word.text for word in words if not word.stop) or tuple(w.text for w in words)


def _chained(parts: Sequence[Word], chains: Sequence[Word]) -> list[tuple[str, ...]]:
    """Return for each part the chains that it stands in, written as one."""
    if not chains:
        return [()] * len(parts)
    return [tuple(c.text for c in chains if c.start <= p.start and p.end <= c.end) for p in parts]


def _without(word: AskedWord, written: Sequence[str]) -> AskedWord:
    if not word.joined:
        return word
    return replace(word, joined=tuple(text for text in word.joined if text not in written))


def _with_neighbours(words: Sequence[AskedWord]) -> list[AskedWord]:
    """Add to each word what it gives when written as one with the next and the last."""
    joins: list[set[str]] = [set(word.joined) for word in words]
    for at in range(len(words) - 1):
        left, right = words[at].text, words[at + 1].text
        if not is_unspaced(left) and not is_unspaced(right):
            if not words[at + 1].partial:
                joins[at].add(left + right)
            joins[at + 1].add(left + right)
    return [
        replace(word, joined=tuple(sorted(join))) if len(join) > len(word.joined) else word
        for word, join in zip(words, joins, strict=True)
    ]


def _distinct(words: Sequence[AskedWord]) -> list[AskedWord]:
    found: dict[str, AskedWord] = {}
    for word in words:
        found[word.text] = word if word.partial else found.get(word.text, word)
    return list(found.values())
