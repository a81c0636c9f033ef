"""Filters typed like words: ``#tag``, ``@pack``, ``type:checklist``, ``lang:de``, ``-word``.

Nothing has to be learned or escaped: what names no tag, pack, type or language of the index
stays a word, so that ``#1234`` and ``@Override`` are looked for as they stand. A word with a
minus in front is one that the answer is not about; one or two letters, and two minuses, are
options of a command and stay as they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jitdesk.guides.guide import Guide
from jitdesk.search.folding import fold
from jitdesk.search.lexicon import Lexicon

LABELS = "f"
"""The field of the index that labels are kept in."""

_MOST = 40
_KINDS = {
    "#": "tag",
    "tag:": "tag",
    "@": "pack",
    "pack:": "pack",
    "type:": "type",
    "typ:": "type",
    "lang:": "lang",
    "language:": "lang",
    "sprache:": "lang",
}
_NAMES = {"lang": "language"}
_LABEL = re.compile(
    rf"(?:^|(?<=\s))({'|'.join(map(re.escape, _KINDS))})([^\s#@:]+)(?=\s|$)", re.IGNORECASE
)
_WITHOUT = re.compile(r"(?<=\s)-([^\W\d_]\w{2,})(?=\s|$)")
_SPACE = re.compile(r"[\s/]+")


@dataclass(frozen=True, slots=True)
class Label:
    """A tag, pack, type or language that a guide must have; `terms` are those that fit."""

    kind: str
    value: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What was typed as filters, and the text without them.

    Attributes:
        without: words that the answer must not be about.
        text: what is left to search for.
    """

    labels: tuple[Label, ...]
    without: tuple[str, ...]
    text: str

    def __bool__(self) -> bool:
        return bool(self.labels or self.without)

    def __str__(self) -> str:
        named = [f"{_NAMES.get(label.kind, label.kind)} {label.value}" for label in self.labels]
        return ", ".join([*named, *(f"without {word}" for word in self.without)])


def guide_labels(guide: Guide) -> list[str]:
    """Return the labels of a guide as terms of the index."""
    labels = [f"tag:{_plain(tag)}" for tag in guide.tags]
    labels += [f"pack:{_plain(guide.pack)}", f"type:{guide.type.value}"]
    return [*labels, f"lang:{guide.language[:2].lower()}"] if guide.language else labels


def read_filters(text: str, lexicon: Lexicon) -> Filters:
    """Return the filters of a question; labels that nothing has stay words."""
    labels: list[Label] = []

    def take(match: re.Match[str]) -> str:
        kind, value = _KINDS[match.group(1).lower()], _plain(match.group(2))
        terms = _fitting(kind, value, lexicon)
        if not terms:
            return match.group()
        labels.append(Label(kind, match.group(2), terms))
        return ""

    rest = _LABEL.sub(take, text)
    without = tuple(dict.fromkeys(fold(word) for word in _WITHOUT.findall(rest)))
    return Filters(tuple(labels), without, _WITHOUT.sub("", rest) if without else rest)


def allowed(labels: Sequence[Label], lexicon: Lexicon) -> set[int]:
    """Return the guides that have every tag, and one of the packs, types and languages."""
    kinds: defaultdict[str, list[set[int]]] = defaultdict(list)
    for label in labels:
        kinds[label.kind].append(_guides(label.terms, lexicon))
    tagged = kinds.pop("tag", [])
    groups = [*tagged, *(set[int]().union(*found) for found in kinds.values())]
    return set[int].intersection(*groups) - lexicon.gone


def _guides(terms: Iterable[str], lexicon: Lexicon) -> set[int]:
    found: set[int] = set()
    for term in terms:
        for base, part in lexicon.find(LABELS, term).parts:
            found.update(base + guide for guide in part.guides)
    return found


def _fitting(kind: str, value: str, lexicon: Lexicon) -> tuple[str, ...]:
    whole = f"{kind}:{value}"
    if lexicon.find(LABELS, whole).count:
        return (whole,)
    return lexicon.starting(whole, _MOST, LABELS)


def _plain(text: str) -> str:
    return _SPACE.sub("-", fold(text).strip())
