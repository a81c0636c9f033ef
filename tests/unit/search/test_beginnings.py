"""Beginnings of words find what every beginning written out would find, also after a merge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from jitdesk.search.segment import Entry, Segment, SegmentWriter
from jitdesk.search.terms import LONGEST_PREFIX, PREFIXES

WORDS = st.dictionaries(st.text("abc", min_size=1, max_size=11), st.integers(1, 255), max_size=5)
GUIDES = st.lists(st.fixed_dictionaries({1: WORDS, 3: WORDS}), min_size=1, max_size=6)
Guides = Sequence[dict[int, dict[str, int]]]


def _entries(guides: Guides, name: str) -> list[Entry]:
    return [
        Entry(f"{name}{n}", "", (b"face", b"page"), {}, begun) for n, begun in enumerate(guides)
    ]


def _write(folder: Path, name: str, guides: Guides) -> Segment:
    writer = SegmentWriter(folder, name)
    for entry in _entries(guides, name):
        writer.add(entry)
    writer.finish(())
    return Segment(folder, name, writer.count)


def _expected(guides: Guides) -> dict[str, dict[int, int]]:
    """Return beginning -> guide -> the highest impact of a word that begins so."""
    found: dict[str, dict[int, int]] = {}
    for number, begun in enumerate(guides):
        for shortest, words in begun.items():
            for word, impact in words.items():
                for end in range(shortest, min(len(word), LONGEST_PREFIX) + 1):
                    of = found.setdefault(word[:end], {})
                    of[number] = max(impact, of.get(number, 0))
    return found


def _found(segment: Segment, heads: Sequence[str]) -> dict[str, dict[int, int]]:
    found = {}
    for head in heads:
        if postings := segment.postings(PREFIXES, head):
            found[head] = dict(zip(postings.guides, postings.impacts, strict=True))
    return found


def _tried(*expected: dict[str, dict[int, int]]) -> list[str]:
    """Return all beginnings and some that nothing begins with."""
    heads = {head for each in expected for head in each}
    return sorted(
        heads | {head + "c" for head in heads if len(head) < LONGEST_PREFIX} | {"b", "ca"}
    )


@given(GUIDES, GUIDES)
def test_each_beginning_has_the_guides_of_its_words(left: Guides, right: Guides) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        parts = [_write(folder, name, guides) for name, guides in (("a", left), ("b", right))]
        heads = _tried(_expected(left), _expected(right))
        assert _found(parts[0], heads) == _expected(left)
        assert _found(parts[1], heads) == _expected(right)
        writer = SegmentWriter(folder, "c")
        for part in parts:
            writer.add_segment(part)
            part.close()
        writer.finish(())
        merged = Segment(folder, "c", writer.count)
        assert _found(merged, heads) == _expected([*left, *right])
        merged.close()
