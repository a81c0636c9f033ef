"""One pass over the lines of a body: headings, sections, plain text, and what it is made of.

Ten thousand files are scanned when an index is built, so this knows just enough Markdown:
code fences, comments, both kinds of headings, task items and numbered steps. What a person
reads is made by the full parser in `jitdesk.guides.render`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jitdesk.guides.guide import Section
from jitdesk.guides.inline import neutral, plain
from jitdesk.guides.slugs import slug

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})[ \t]*([^`]*)$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_NOT_PROSE = re.compile(r"\s*(?:[-*+>|#<]|\d{1,9}[.)](?:\s|$)|\||:::|!!!)|\s{4}|\t")
_ITEM = re.compile(r"\s*(?:>\s?)*(?:[-*+]|(\d{1,9})[.)])(?:\s+\[[ xX-]\](?=\s|$)|(?=\s|$))")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SIGNS = re.compile(r"^[\s>|:*+-]+(?:\[[ xX-]\](?=\s|$)\s*)?|\s*\|\s*")


@dataclass(slots=True)
class Scan:
    """What was found in one body.

    Attributes:
        sections: the body cut at its headings; text before any heading has level 0.
        tasks, steps: number of task items and of numbered list entries.
        template: a fenced block is marked ``template``.
        words, characters: of the text; characters counts East Asian ones only.
    """

    sections: tuple[Section, ...] = ()
    tasks: int = 0
    steps: int = 0
    template: bool = False
    words: int = 0
    characters: int = 0

    @property
    def title(self) -> str:
        """The first heading of level 1, or one that the page begins with; "" = neither.

        A lower heading below some text names a part of the page, not the page.
        """
        heads = [s for s in self.sections if s.title]
        top = next((s for s in heads if s.level == 1), None)
        if top is None and self.sections and self.sections[0].level:
            top = heads[0] if heads else None
        return top.title if top else ""

    @property
    def text(self) -> str:
        """The text of all sections."""
        return "\n".join(s.text for s in self.sections if s.text)


@dataclass(slots=True)
class _Open:
    """The section being filled."""

    anchor: str = ""
    title: str = ""
    level: int = 0
    line: int = 1
    rows: list[str] = field(default_factory=list)


class _Scanner:
    def __init__(self, first_line: int) -> None:
        self.found = Scan()
        self._open = _Open(line=first_line)
        self._sections: list[Section] = []
        self._anchors: dict[str, int] = {}
        self._fence = ""
        self._comment = False
        self._before = ""

    def line(self, row: str, number: int) -> None:
        if self._fence:
            self._code(row)
        elif self._comment or "<!--" in row:
            row = self._outside_comment(row)
            if row.strip():
                self._text(row, number)
        elif not row or row.isspace():
            self._before = ""
        else:
            self._text(row, number)

    def _code(self, row: str) -> None:
        mark = row.strip()
        if mark.startswith(self._fence) and not mark.strip(self._fence[0]):
            self._fence = ""
        elif mark:
            self._open.rows.append(mark)

    def _outside_comment(self, row: str) -> str:
        kept = []
        while row:
            if self._comment:
                _, end, row = row.partition("-->")
                self._comment = not end
            else:
                text, start, row = row.partition("<!--")
                kept.append(text)
                self._comment = bool(start)
        return "".join(kept)

    def _text(self, row: str, number: int) -> None:
        head = row.lstrip()[:1]
        if head == "#" and (match := _HEADING.match(row)):
            self._heading(len(match.group(1)), match.group(2) or "", number)
        elif head in "`~" and (match := _FENCE.match(row)):
            self._fence = match.group(1)
            self.found.template |= "template" in match.group(2).split()
            self._before = ""
        elif head in "=-" and self._before and (match := _UNDERLINE.match(row)):
            title = self._open.rows.pop()
            self._heading(1 if match.group(1)[0] == "=" else 2, title, number - 1)
        else:
            self._prose(row)

    def _prose(self, row: str) -> None:
        if (match := _ITEM.match(row)) is not None:
            if "[" in match.group():
                self.found.tasks += 1
            elif match.group(1):
                self.found.steps += 1
            row = row[match.end() :]
            self._before = ""
        else:
            self._before = "" if _NOT_PROSE.match(row) else row
        text = _SIGNS.sub(" ", plain(row)).strip()
        if text:
            self._open.rows.append(text)
        else:
            self._before = ""

    def _heading(self, level: int, raw: str, number: int) -> None:
        self._close()
        title = neutral(plain(raw))
        self._open = _Open(self._anchor(title), title, level, number)
        self._before = ""

    def _anchor(self, title: str) -> str:
        name = slug(title) or "section"
        count = self._anchors.get(name, 0)
        self._anchors[name] = count + 1
        return f"{name}-{count}" if count else name

    def _close(self) -> None:
        part = self._open
        if part.level or part.rows:
            text = "\n".join(part.rows)
            self._sections.append(Section(part.anchor, part.title, part.level, part.line, text))
            self.found.words += text.count(" ") + len(part.rows)
            if not text.isascii():
                self.found.characters += len(_CJK.findall(text))

    def finish(self) -> Scan:
        self._close()
        self.found.sections = tuple(self._sections)
        return self.found


def scan(body: str, first_line: int = 1) -> Scan:
    """Return what `body` is made of; its first line is line `first_line` of the file."""
    scanner = _Scanner(first_line)
    for number, row in enumerate(body.split("\n"), first_line):
        scanner.line(row, number)
    return scanner.finish()
