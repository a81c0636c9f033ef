"""A cheap guess at the language of a text: by script, then by a few frequent small words.

Good enough to choose a word breaker and a stemmer; a front matter, a folder name such as
``pages.de`` or the pack's own field are better and are asked first. "" means unknown.
"""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 1500
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff\uff66-\uff9f]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_SMALL = {
    "en": "the and of to in is that for with this you are your from not can be or",
    "de": "der die das und ist nicht mit ein eine einen für von zu auf dem den sie im wird",
    "fr": "le la les des est une pour dans que vous sur avec pas ce du un par votre et",
    "es": "el los las la una para que con por del como está su más es puede en de se y lo al",
    "it": "il gli della che per una con non sono di nel alla è questo le un delle",
    "pt": "os uma para não com do da em que você são dos se mais ou seu as",
    "nl": "het een van en voor niet met dat zijn op aan wordt deze naar de je",
    "pl": "się nie jest na do że dla jak lub przez oraz po od które",
    "sv": "och att det som för är inte med av till den på ett om",
}
_VOTES: dict[str, list[str]] = {}
for _code, _words in _SMALL.items():
    for _word in _words.split():
        _VOTES.setdefault(_word, []).append(_code)
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_FOLDER = re.compile(r"(?:^|[./_-])([a-z]{2}(?:[-_][A-Za-z]{2,4})?)(?=/)")
_KNOWN = (
    frozenset(_SMALL) | {code for code, _ in _SCRIPTS} | {"uk", "cs", "da", "fi", "tr", "fa", "hu"}
)
_DOUBTFUL = frozenset({"it", "no", "is", "so", "id", "el", "he", "hi", "th"})


def tag_of(value: object) -> str:
    """Return `value` as a language tag such as ``de`` or ``zh-Hans``, "" if it is none."""
    text = str(value).strip() if isinstance(value, str) else ""
    return text.replace("_", "-") if _TAG.fullmatch(text) else ""


def of_path(path: str) -> str:
    """Return the language that a folder names (``docs/de/``, ``pages.ja/``), "" if none."""
    for match in _FOLDER.finditer(path):
        code = match.group(1)
        if code[:2] in _KNOWN and code not in _DOUBTFUL:
            return code.replace("_", "-")
    return ""


def detect(text: str) -> str:
    """Return the likely language of `text`, "" if nothing speaks for one."""
    sample = text[:_SAMPLE]
    if not sample.isascii():
        letters = sum(map(str.isalpha, sample)) or 1
        for code, script in _SCRIPTS:
            # Kana decide for Japanese even in a text that is mostly Chinese characters.
            share = 0.03 if code == "ja" else 0.2
            if len(script.findall(sample)) / letters >= share:
                return code
    return _by_small_words(sample)


def _by_small_words(sample: str) -> str:
    votes: Counter[str] = Counter()
    for word in _WORD.findall(sample.lower()):
        votes.update(_VOTES.get(word, ()))
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 2:
        return ""
    return "" if len(ranked) > 1 and ranked[0][1] == ranked[1][1] else ranked[0][0]
