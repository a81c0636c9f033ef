"""What the index keeps of a guide besides its terms, as bytes: face, card, page.

- `Face`: enough to rank among the best few dozen (title terms, language);
- `Card`: enough to draw a row;
- page: the card and the text of each section, to show the line that answers.

Each is read only for the guides that need it, as is `jitdesk.search.outline`. The encodings
are private to this module.
"""

from __future__ import annotations

import json
import struct
import zlib
from bisect import bisect_right
from dataclasses import dataclass, fields

from jitdesk.guides.guide import Guide
from jitdesk.search.family import families
from jitdesk.search.terms import Terms, summary
from jitdesk.search.words import split_words

MAX_TITLE = 400
"""No title is longer; so much of a question is compared with titles."""

FIELD = "\x1f"
ROW = "\x1e"
_COUNT = struct.Struct("<I")
_MARK = 16
"""Characters of a digest that tell copies from others."""

_MOST_ASKED = 50
"""So many listed questions count as titles: each may be compared at every keystroke."""

_GROUP = 4000
"""Characters after which a page starts another group of sections."""


@dataclass(frozen=True, slots=True)
class Face:
    """What ranking reads.

    Attributes:
        terms: ``" term term "``, in the order of the title.
        asked: the questions that the author listed, as titles and as `terms`.
        asked_terms: the terms of all of them.
        due: ISO date from which the guide is stale, "" = never, "0" = retired.
    """

    key: str
    title: str
    terms: str
    name: str
    language: str
    due: str
    families: tuple[str, ...]
    count: int
    asked: tuple[tuple[str, str], ...]
    asked_terms: str

    def is_asked(self, question: str) -> bool:
        """Tell whether the author listed this very question, which is as a title would be."""
        return any(text == question for text, _ in self.asked)


@dataclass(frozen=True, slots=True)
class Card:
    """What a row shows; dates are ISO, "" = none; the digest is shortened."""

    key: str
    id: str
    title: str
    type: str
    pack: str
    path: str
    situation: str
    minutes: int
    reviewed_on: str
    review_due: str
    digest: str
    asked: tuple[str, ...]


_CARD = tuple(field.name for field in fields(Card))


def plain_title(text: str) -> str:
    """Return the words of `text` folded, with single spaces: what "the same title" means."""
    return " ".join(word.text for word in split_words(text) if not word.joined)


def encode_face(guide: Guide, terms: Terms) -> bytes:
    """Return the bytes of a guide's face."""
    name = plain_title(guide.path.rpartition("/")[2].rpartition(".")[0])
    words = plain_title(guide.title)
    parts = (
        guide.key,
        words,
        f" {' '.join(terms.title)} ",
        name,
        guide.language.lower(),
        _due(guide),
        *families(guide),
        str(len(words.split())),
    )
    listed = zip(map(plain_title, guide.also_asked), terms.asked, strict=True)
    asked = [FIELD.join((text, f" {' '.join(found)} ")) for text, found in listed if text]
    first = FIELD.join(map(clean, parts))  # a file may have any name
    return ROW.join((first, *asked[:_MOST_ASKED])).encode("utf-8", "replace")


def decode_face(data: bytes) -> Face:
    """Read what `encode_face` wrote."""
    first, *rows = data.decode().split(ROW)
    key, title, terms, name, language, due, *names, count = first.split(FIELD)
    asked = tuple((text, found) for text, found in (row.split(FIELD) for row in rows))
    all_terms = "".join(found for _, found in asked)
    return Face(key, title, terms, name, language, due, tuple(names), int(count), asked, all_terms)


def _due(guide: Guide) -> str:
    if guide.status == "retired":
        return "0"
    return guide.review_due.isoformat() if guide.review_due else ""


def _encode_card(guide: Guide) -> str:
    card = Card(
        key=guide.key,
        id=guide.id,
        title=guide.title,
        type=guide.type.value,
        pack=guide.pack,
        path=guide.path,
        situation=guide.situation or _first_line(summary(guide)),
        minutes=guide.minutes,
        reviewed_on=guide.reviewed_on.isoformat() if guide.reviewed_on else "",
        review_due=guide.review_due.isoformat() if guide.review_due else "",
        digest=guide.digest[:_MARK],
        asked=guide.also_asked,
    )
    return json.dumps([getattr(card, name) for name in _CARD])


def _decode_card(text: str) -> Card:
    values = json.loads(text)
    values[-1] = tuple(values[-1])
    return Card(*values)


def encode_page(guide: Guide, outline: bytes) -> bytes:
    """Return the bytes of a guide's outline, and of its card and the text of its sections.

    A long page is compressed in groups of sections: only the group that answers is read, and
    the first, which the card is in.
    """
    groups: list[list[str]] = [[_encode_card(guide)]]
    room = _GROUP
    for section in guide.sections:
        if room < 0:
            groups.append([])
            room = _GROUP
        text = clean(section.text)
        groups[-1].append(text)
        room -= len(text)
    packed = [zlib.compress(ROW.join(group).encode("utf-8", "replace"), 6) for group in groups]
    counts = [
        number
        for group, data in zip(groups, packed, strict=True)
        for number in (len(group), len(data))
    ]
    head = (_COUNT.pack(len(outline)), outline, _COUNT.pack(len(groups)))
    return b"".join((*head, struct.pack(f"<{len(counts)}I", *counts), *packed))


def split_page(data: bytes) -> tuple[memoryview, memoryview]:
    """Return the outline and the rest of what `encode_page` wrote."""
    view = memoryview(data)
    end = _COUNT.size + _COUNT.unpack_from(view)[0]
    return view[_COUNT.size : end], view[end:]


class PageText:
    """The card of a guide and the texts of its sections, read group by group."""

    def __init__(self, data: memoryview) -> None:
        """Read what `encode_page` wrote, without the outline."""
        (groups,) = _COUNT.unpack_from(data)
        counts = struct.unpack_from(f"<{2 * groups}I", data, _COUNT.size)
        self._data = data
        self._groups: list[list[str] | tuple[int, int]] = []
        self._firsts: list[int] = []
        place = _COUNT.size + 8 * groups
        first = 0
        for sections, size in zip(counts[::2], counts[1::2], strict=True):
            self._groups.append((place, place + size))
            self._firsts.append(first)
            place += size
            first += sections

    @property
    def card(self) -> Card:
        """The card, decoded each time."""
        return _decode_card(self._text(0))

    def __getitem__(self, number: int) -> str:
        """Return the text of the section `number`."""
        return self._text(number + 1)

    def _text(self, number: int) -> str:
        at = bisect_right(self._firsts, number) - 1
        group = self._groups[at]
        if isinstance(group, tuple):
            data = zlib.decompress(self._data[slice(*group)])
            group = self._groups[at] = data.decode("utf-8").split(ROW)
        return group[number - self._firsts[at]]


def clean(text: str) -> str:
    """Return `text` without the signs that part fields and rows."""
    return text.replace(ROW, " ").replace(FIELD, " ")


def _first_line(text: str) -> str:
    return text.partition("\n")[0].strip()
