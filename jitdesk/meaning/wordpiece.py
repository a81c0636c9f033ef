"""WordPiece: text cut into the pieces that the model knows (Devlin et al. 2018, BERT uncased).

Lower case, without accents, signs and Chinese characters apart, then each word cut greedily
into the longest pieces of the vocabulary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

_WORD = re.compile(r"[^\W\u3400-\u9fff\uf900-\ufaff]+|[^\s]")
_LONGEST = 60
"""Characters; a longer run is data and no word."""

START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


def read_vocabulary(lines: Iterable[str]) -> dict[str, int]:
    """Return piece -> number; the number is the line."""
    return {line.rstrip("\n"): number for number, line in enumerate(lines)}


class WordPiece:
    """Cuts text; remembers the words that it has met."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """Take the vocabulary.

        Raises:
            KeyError: it lacks the signs for the start and the end of a text.
        """
        self._vocabulary = vocabulary
        self._start, self._end = vocabulary[START], vocabulary[END]
        self._unknown = vocabulary[UNKNOWN]
        self._known = lru_cache(maxsize=50_000)(self._cut)

    def numbers(self, text: str, most: int) -> list[int]:
        """Return the numbers of the pieces of `text`, at most `most` with start and end."""
        apart = unicodedata.normalize("NFD", text.lower())
        plain = "".join(c for c in apart if unicodedata.category(c) != "Mn")
        found = [self._start]
        for word in _WORD.findall(plain):
            found += self._known(word)
            if len(found) >= most - 1:
                break
        return [*found[: most - 1], self._end]

    def _cut(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST:
            return (self._unknown,)
        found: list[int] = []
        start = 0
        while start < len(word):
            head = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._vocabulary.get(head + word[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return (self._unknown,)
        return tuple(found)
