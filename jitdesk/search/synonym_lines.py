"""What people write as synonyms, made into lines that are looked up as they are.

People write ``resources/search/synonyms.txt`` and ``synonyms-de.txt``. ``a, b`` says that each
may stand for each; ``a, b > c`` that who asks for one of them may mean c as well, not the other
way round. ``build_synonyms.py`` makes of them ``word other,other``, for every word, for its
spelling without umlauts, and for its stem, by which its inflections are found. The stems of
German do not have "gelöscht" and "löschen" as one: such forms are listed by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jitdesk.search.folding import fold, umlaut_spelling
from jitdesk.search.stemming import stem
from jitdesk.search.wordlists import names

WRITTEN = {"en": "synonyms.txt", "de": "synonyms-de.txt"}
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
        for word, others in _rows(text):
            key = fold(word)
            forms = (word, *_inflected(word)) if language == "de" else (word,)
            for place in filter(None, (f(form) for form in forms for f in (fold, umlaut_spelling))):
                found.setdefault(place, {}).update(others)
            root = stem(key, language)
            if len(root) >= _SHORTEST_STEM:
                stems.setdefault(root, {}).update(others)
    rows = stems | found
    lines = (f"{word} {','.join(o for o in rows[word] if o != word)}" for word in sorted(rows))
    return "\n".join(lines) + "\n"


def _rows(text: str) -> Iterator[tuple[str, dict[str, None]]]:
    """Give each word of the lines with what it may mean."""
    for line in text.splitlines():
        left, _, right = line.partition("#")[0].partition(">")
        same = names(left)
        for word in same:
            yield word, dict.fromkeys(map(fold, (*(o for o in same if o != word), *names(right))))


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
