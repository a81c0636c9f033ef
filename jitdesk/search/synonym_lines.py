"""What people write as synonyms, made into lines that are looked up as they are.

People write ``resources/search/synonyms.txt`` (English) and a file for each other language.
``a, b`` says that each may stand for each; ``a, b > c`` that who asks for one of them may mean c
as well, not the other way round. ``build_synonyms.py`` makes of them

    word other/stem,other/stem
    ~stem other/stem,other/stem
    #pair word,word

for every word, for its spelling without umlauts, and for its stem where that is no word of the
lists, by which its inflections are found. The stems of German do not have "gelöscht" and
"löschen" as one: such forms are listed by themselves. Of words in a script without spaces,
longer than the pairs by which it is looked up, the first pair tells which there are. What is a
word of English as well (a German ``chef`` is no cook) is listed as ``de:chef``, for those who
ask in that language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jitdesk.search.folding import fold, umlaut_spelling
from jitdesk.search.stemming import stem
from jitdesk.search.wordlists import names, related
from jitdesk.search.words import PAIR, is_unspaced

WRITTEN = {
    "en": "synonyms.txt",
    **{code: f"synonyms-{code}.txt" for code in ("ar", "de", "es", "fr", "ja", "ru", "zh")},
}
"""Language -> the file that people write."""

_SHORTEST_STEM = 4
"""A shorter stem of one language is too often a word of another."""

_APART = tuple(
    "ab an auf aus bei ein fort frei her heraus herunter hin hinzu hoch los mit nach rauf "  # noqa: SIM905
    "runter rück um vor weg weiter wieder zu zurück zusammen".split()
)
"""Beginnings of German verbs that stand apart: ``anzeigen``, ``angezeigt``."""

_NEVER_APART = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer")

_Others = dict[str, dict[str, None]]


def sorted_synonyms(written: Mapping[str, str]) -> str:
    """Return what is looked up, made of what people write, language -> text."""
    found: _Others = {}
    stems: _Others = {}
    for language, text in written.items():
        rows = list(_rows(text))
        own = {fold(word) for word, _ in rows}
        for word, others in rows:
            forms = [
                _with_stem(other, language if fold(other) in own else "en") for other in others
            ]
            for place in _places(word, language):
                clash = language != "en" and related(place)
                key = f"{language}:{place}" if clash else place
                found.setdefault(key, {}).update(dict.fromkeys(forms))
            root = stem(fold(word), language)
            if len(root) >= _SHORTEST_STEM and (language == "en" or not related(root)):
                stems.setdefault(root, {}).update(dict.fromkeys(forms))
    found |= {f"~{root}": others for root, others in stems.items() if root not in found}
    lines = [f"{word} {','.join(_but(word, others))}" for word, others in found.items()]
    lines += [f"#{pair} {','.join(runs)}" for pair, runs in _runs(found).items()]
    return "\n".join(sorted(lines)) + "\n"


def _runs(words: Iterable[str]) -> dict[str, list[str]]:
    """Return pair -> the words of a script without spaces that it begins, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        if is_unspaced(word) and len(word) > PAIR:
            found.setdefault(word[:PAIR], []).append(word)
    return found


def _rows(text: str) -> Iterator[tuple[str, list[str]]]:
    """Give each word of the lines with what it may mean."""
    for line in text.splitlines():
        left, _, right = line.partition("#")[0].partition(">")
        same = names(left)
        for word in same:
            yield word, [*(other for other in same if other != word), *names(right)]


def _places(word: str, language: str) -> Iterator[str]:
    """Give the spellings and forms under which a word is looked up."""
    for form in (word, *_inflected(word)) if language == "de" else (word,):
        yield fold(form)
        if spelling := umlaut_spelling(form):
            yield spelling


def _with_stem(word: str, language: str) -> str:
    folded = fold(word)
    root = stem(folded, language)
    return folded if root == folded else f"{folded}/{root}"


def _but(word: str, others: Iterable[str]) -> Iterator[str]:
    itself = word.rpartition(":")[2].removeprefix("~")
    return (other for other in others if other.partition("/")[0] != itself)


def _inflected(verb: str) -> Iterator[str]:
    """Give the third person and the participles that a German verb has if it is a regular one."""
    if not verb.endswith(("en", "eln", "ern")) or verb.endswith("ungen"):
        return
    base = verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")
    end = "et" if base.endswith(("t", "d")) else "t"
    yield base + end
    apart = max((head for head in _APART if verb.startswith(head)), key=len, default="")
    rest = base.removeprefix(apart)
    if not rest.startswith(_NEVER_APART) and not rest.endswith("ier"):
        yield f"{apart}ge{rest}{end}"
        yield f"{apart}ge{rest}en"
    elif apart:
        yield f"{apart}{rest}{end}"
