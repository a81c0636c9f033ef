"""Long pages as several short ones: cut at their headings, linked back and forth.

A page is cut when it takes more than five minutes to read (875 words; 1,300 signs of a
script without spaces), at the highest heading of which there are at least two. A section
that is still too long is cut again one level below. Nothing is lost: the first page keeps
what stood before the first heading and lists the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from jitdesk.authoring.importing.page import ImportedPage
from jitdesk.guides.inline import plain
from jitdesk.guides.loader import CHARACTERS_A_MINUTE
from jitdesk.guides.slugs import slug, unique

MOST_WORDS = 875
MOST_SIGNS = 5 * CHARACTERS_A_MINUTE
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_DEEPEST = 4
_MOST_PARTS = 100
"""Sections beyond this, as in a glossary, are put together as far as five minutes reach."""


def is_long(text: str) -> bool:
    """Return whether a text takes more than five minutes."""
    signs = len(_SIGNS.findall(text))
    words = len(_WORDS.findall(_SIGNS.sub(" ", text)))
    return words / MOST_WORDS + signs / MOST_SIGNS > 1


def split(page: ImportedPage, title: str) -> list[ImportedPage]:
    """Return the page, or the short pages that it becomes; the first is the way in."""
    if not is_long(page.body):
        return [page]
    level = _level(page.body)
    if level == 0:
        return [
            replace(page, notes=(*page.notes, "too long for five minutes, no headings to cut at"))
        ]
    top, sections = _cut(page.body, level)
    many = len(sections) > _MOST_PARTS
    if many:
        sections = list(_grouped(sections))
    folder = page.path.rsplit(".", 1)[0]
    pages: list[ImportedPage] = []
    taken: list[str] = []
    rows = []
    for heading, text in sections:
        name = unique(slug(heading) or "part", taken)
        taken.append(name)
        path = f"{folder}/{name}.md"
        rows.append(f"- [{_escaped(heading)}]({folder.rsplit('/', 1)[-1]}/{name}.md)")
        back = f"Part of [{_escaped(title)}](../{page.path.rsplit('/', 1)[-1]})."
        body = f"# {heading}\n\n{_moved(text.strip())}\n\n{back}\n"
        fields = {**page.fields, "title": f"{heading} ({title})"[:200]}
        part = replace(page, path=path, body=body, fields=_own(fields), notes=())
        pages += [part] if many or level >= _DEEPEST else split(part, heading)
    count = len(rows)
    note = f"split into {count} pages at its headings"
    listed = "\n".join(rows)
    first = replace(page, body=f"{top.strip()}\n\n{listed}\n", notes=(*page.notes, note))
    return [first, *pages]


def _grouped(sections: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield neighbours as one section, named after its first and last, none longer than a page."""
    group: list[tuple[str, str]] = []
    size = 0
    for name, text in sections:
        words = len(name.split()) + len(text.split()) + len(_SIGNS.findall(text))
        if group and size + words > MOST_WORDS:
            yield _joined(group)
            group, size = [], 0
        group.append((name, text))
        size += words
    if group:
        yield _joined(group)


def _joined(group: list[tuple[str, str]]) -> tuple[str, str]:
    if len(group) == 1:
        return group[0]
    text = "\n\n".join(f"## {name}\n\n{text.strip()}" for name, text in group)
    return f"{group[0][0]} – {group[-1][0]}", text


def _own(fields: dict[str, object]) -> dict[str, object]:
    """Return the fields of a part: what named the whole is not its own."""
    return {k: v for k, v in fields.items() if k not in {"id", "also_asked", "situation"}}


def _level(text: str) -> int:
    """Return the highest heading level below 1 that occurs at least twice, 0 if none."""
    counts: dict[int, int] = {}
    for level, _ in _headings(text):
        counts[level] = counts.get(level, 0) + 1
    return next((n for n in range(2, _DEEPEST + 1) if counts.get(n, 0) >= 2), 0)


def _headings(text: str) -> Iterator[tuple[int, int]]:
    """Yield (level, number of the line) of the headings outside of code."""
    fence = ""
    for number, row in enumerate(text.split("\n")):
        if match := _FENCE.match(row):
            mark = match.group(1)
            if not fence:
                fence = mark
            elif mark[0] == fence[0] and len(mark) >= len(fence):
                fence = ""
        elif not fence and (found := re.match(r"(#{1,6})\s+\S", row)):
            yield len(found.group(1)), number


def _cut(text: str, level: int) -> tuple[str, list[tuple[str, str]]]:
    rows = text.split("\n")
    starts = [number for found, number in _headings(text) if found <= level]
    starts = [n for n in starts if not rows[n].startswith("# ") or n > 0]
    places = [n for n in starts if re.match(rf"#{{{level}}}\s", rows[n])]
    ends = [*places[1:], len(rows)]
    sections = [
        (_heading(rows[start]), "\n".join([*_linked(rows[start]), *rows[start + 1 : end]]))
        for start, end in zip(places, ends, strict=True)
    ]
    return "\n".join(rows[: places[0]]), sections


def _linked(row: str) -> list[str]:
    """Return the heading as a line of its own if it is a link, which a title cannot hold."""
    return [row.lstrip("# ").rstrip(), ""] if "](" in row else []


def _heading(row: str) -> str:
    text = re.sub(r"\s*(?:\{#[^}]*\}|#+)\s*$", "", row.lstrip("#").strip())
    return plain(text) or "Part"


_LINK = re.compile(r"(\]\()(?!https?:|mailto:|/|#|[a-z]+:)([^()\s]+)")


def _moved(text: str) -> str:
    """Return a text with its relative links led one folder up."""
    return _LINK.sub(r"\1../\2", text)


def _escaped(text: str) -> str:
    return text.replace("[", "(").replace("]", ")")
