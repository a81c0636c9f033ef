"""How hard a text is to read: Flesch-Kincaid grade for English, LIX for other languages.

Both are weak on short texts and are not computed below 100 words. The grade follows
Kincaid et al. 1975 (0.39 words/sentence + 11.8 syllables/word - 15.59) with syllables
counted as groups of vowels; LIX is Björnsson 1968 (words/sentence + 100 x share of words
of more than six letters), which needs letters only and works for German.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

FEWEST_WORDS = 100
_VOWELS = re.compile(r"[aeiouy]+")
_LONG = 6


def syllables(word: str) -> int:
    """Return the number of vowel groups, without a silent e at the end."""
    low = word.lower()
    count = len(_VOWELS.findall(low))
    if low.endswith("e") and not low.endswith(("le", "ee")) and count > 1:
        count -= 1
    return max(1, count)


def grade(words: Sequence[str], sentences: int) -> float:
    """Return the Flesch-Kincaid grade: years of school in the United States."""
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / max(1, sentences) + 11.8 * spoken / max(1, len(words)) - 15.59


def lix(words: Sequence[str], sentences: int) -> float:
    """Return the LIX: below 30 very easy, 45 like a newspaper, above 55 like a law."""
    long = sum(len(word) > _LONG for word in words)
    return len(words) / max(1, sentences) + 100 * long / max(1, len(words))
