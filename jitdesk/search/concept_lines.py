"""What people write as concepts, made into lines that are looked up as they are.

People write ``resources/search/concepts.txt``, a concept a line: ``big/huge + folder > usage,
du``. ``build_concepts.py`` makes of it:

    stem group group ...    the groups that a cue is in
    #concept word, word     the words for a concept
    #groups count count     how many concepts have a third group, how many a fourth

The number of a group is four times that of its concept plus its place there, from 0. Concepts
of more groups have the lower numbers.
"""

from __future__ import annotations

from itertools import pairwise

from jitdesk.search.folding import fold
from jitdesk.search.wordlists import root

MOST_GROUPS = 4


def sorted_concepts(text: str) -> str:
    """Return what is looked up, made of what people write.

    Raises:
        ValueError: a line cannot be read; the message says which.
    """
    written = (line.partition("#")[0].strip() for line in fold(text).splitlines())
    rows = [_taken_apart(line) for line in filter(None, written)]
    rows.sort(key=lambda row: -len(row[0]))
    found = {"#groups": [sum(len(groups) > most for groups, _ in rows) for most in (2, 3)]}
    for concept, (groups, _) in enumerate(rows):
        for place, group in enumerate(groups):
            for cue in group.split("/"):
                numbers = found.setdefault(root(cue.strip()), [])
                number = concept * MOST_GROUPS + place
                numbers += [number] if number not in numbers else []
    lines = [f"{stem} {' '.join(map(str, numbers))}" for stem, numbers in found.items()]
    lines += [f"#{concept} {words}" for concept, (_, words) in enumerate(rows)]
    return "\n".join(sorted(lines)) + "\n"


def _taken_apart(line: str) -> tuple[list[str], str]:
    """Return the groups of a written line, and the words for the concept."""
    left, _, words = line.partition(" > ")
    groups = left.split(" + ")
    if not words or not 1 < len(groups) <= MOST_GROUPS:
        raise ValueError(f"not a concept: {line}")
    return groups, ", ".join(map(_as_titles_have_it, words.split(", ")))


def _as_titles_have_it(name: str) -> str:
    """Return a name of three words and more as pairs: two of a title are also kept as one."""
    words = name.split()
    return ", ".join(map(" ".join, pairwise(words))) if len(words) > 2 else name
