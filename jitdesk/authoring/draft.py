"""`Draft`: one file as its author wrote it, taken apart once for all rules.

Unlike a `Guide` it keeps the lines: of every field, section, step, item and sentence.
Everything is made when a rule first asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jitdesk.errors import Level, Problem
from jitdesk.guides.decoding import decode
from jitdesk.guides.dialects import prepare
from jitdesk.guides.front_matter import split_front_matter
from jitdesk.guides.guide import Guide, GuideType
from jitdesk.guides.inline import plain
from jitdesk.guides.labels import label_of
from jitdesk.guides.loader import YAML_SUFFIXES
from jitdesk.guides.sections import Role, role_of
from jitdesk.guides.site import Site
from jitdesk.guides.tokens import Node, parse
from jitdesk.yamlio import KeyPath, load_yaml

_TASK = re.compile(r"\[([ xX-])\](?:\s+|$)")
_STATE = re.compile(r"\s+(?:->|→)\s+")
_ATTRIBUTE = re.compile(r"\s*\{(?:#[\w.:-]{1,80}|killer)\}")
_ANCHOR = re.compile(r"\{#([\w.:-]{1,80})\}")
_SENTENCE = re.compile(r"(?<=[.!?。！？])(?:[\"”»)]*)\s+|\n+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Part:
    """A section; line 0 and no title for the text before the first heading."""

    role: Role
    title: str
    adds: str
    level: int
    line: int
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class StepText:
    """A step: its text without attributes, its labelled lines, where it stands."""

    line: int
    text: str
    bold: str
    anchor: str
    labels: tuple[tuple[str, str, int], ...]
    others: tuple[tuple[str, int], ...]
    """Nested bullets without a known label."""
    pictures: int
    part: int


@dataclass(frozen=True, slots=True)
class ItemText:
    """A checklist item, in which part it stands."""

    line: int
    action: str
    state: str
    killer: bool
    part: int


@dataclass(frozen=True, slots=True)
class Draft:
    """One file and what is around it.

    Attributes:
        path: as problems name it; `inner` is its path in the pack.
        files: paths in the pack, for links and pictures.
        site: the pack's site values and roles; None = not known.
        ids: every id that may be linked to; None = not known.
        today: ISO date for the review clock.
    """

    data: bytes
    path: str
    guide: Guide
    inner: str = ""
    files: Collection[str] = ()
    site: Site | None = None
    ids: frozenset[str] | None = None
    today: str = ""
    cache: dict[str, Any] = field(default_factory=dict, compare=False, hash=False)

    # -- the file ------------------------------------------------------------------------

    def _once(self, name: str, make: Any) -> Any:  # noqa: ANN401  (a cache of many types)
        if name not in self.cache:
            self.cache[name] = make()
        return self.cache[name]

    @property
    def is_yaml(self) -> bool:
        """Whether the file has fields only."""
        return self.path.lower().endswith(YAML_SUFFIXES)

    @property
    def text(self) -> str:
        """The whole text."""
        return str(self._once("text", lambda: decode(self.data, self.path, len(self.data) + 1)[0]))

    @property
    def _cut(self) -> tuple[Mapping[str, Any], Mapping[KeyPath, int], str, int]:
        def cut() -> tuple[Mapping[str, Any], Mapping[KeyPath, int], str, int]:
            if self.is_yaml:
                document = load_yaml(self.text)
                front = document.value if isinstance(document.value, dict) else {}
                return front, document.lines, "", 1
            found = split_front_matter(self.text, self.path)
            return found.fields, found.lines, found.body, found.body_line

        return self._once("cut", cut)  # type: ignore[no-any-return]

    @property
    def front(self) -> Mapping[str, Any]:
        """The fields as written."""
        return self._cut[0]

    @property
    def body(self) -> str:
        """The text below the fields, without what JITDesk adds for a framework."""
        return self._cut[2]

    @property
    def body_line(self) -> int:
        """1-based line at which the body starts."""
        return self._cut[3]

    def line(self, *path: str | int) -> int:
        """Return the line of a field, of its nearest known group, else 1."""
        lines = self._cut[1]
        for end in range(len(path), 0, -1):
            if (found := lines.get(tuple(path[:end]))) is not None:
                return found
        return 1

    # -- the body ------------------------------------------------------------------------

    @property
    def nodes(self) -> list[Node]:
        """The blocks of the body."""
        return self._once("nodes", lambda: parse(prepare(self.body)))  # type: ignore[no-any-return]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The body cut at its headings of level 1 and 2."""
        return self._once("parts", lambda: tuple(self._parts()))  # type: ignore[no-any-return]

    def _parts(self) -> Iterator[Part]:
        role, title, adds, level, line = Role.INTRO, "", "", 0, 0
        taken: list[Node] = []
        for node in self.nodes:
            if node.type == "heading" and int(node.token.tag[1:]) <= 2:
                if taken or title:
                    yield Part(role, title, adds, level, line, tuple(taken))
                taken = []
                title, level = plain(node.source), int(node.token.tag[1:])
                line = self.line_of(node)
                role, adds = role_of(title)
            else:
                taken.append(node)
        if taken or title:
            yield Part(role, title, adds, level, line, tuple(taken))

    def line_of(self, node: Node) -> int:
        """Return the line of a block in the file."""
        return node.line + self.body_line

    def first(self, role: Role) -> Part | None:
        """Return the first section with a role."""
        return next((part for part in self.parts if part.role is role), None)

    @property
    def steps(self) -> tuple[StepText, ...]:
        """The numbered steps of the sections that hold steps."""
        return self._once("steps", lambda: tuple(self._steps()))  # type: ignore[no-any-return]

    def _steps(self) -> Iterator[StepText]:
        marked = any(part.role is Role.STEPS for part in self.parts)
        for number, part in enumerate(self.parts):
            if marked and part.role is not Role.STEPS:
                continue
            for node in part.nodes:
                if node.type == "ordered_list" and self.guide.type is GuideType.GUIDE:
                    yield from (self._step(entry, number) for entry in node.children)

    def _step(self, entry: Node, part: int) -> StepText:
        own = entry.children[0] if entry.children else None
        source = own.source if own is not None and own.type == "paragraph" else ""
        labels: list[tuple[str, str, int]] = []
        others: list[tuple[str, int]] = []
        for child in entry.children:
            for bullet in child.children if child.type == "bullet_list" else ():
                words = bullet.children[0].source if bullet.children else ""
                label, rest = label_of(words)
                if label:
                    labels.append((label, plain(rest), self.line_of(bullet)))
                else:
                    others.append((plain(words), self.line_of(bullet)))
        anchor = _ANCHOR.search(source)
        bold = re.search(r"\*\*(.+?)\*\*", source)
        pictures = sum(c.source.count("![") for c in entry.children if c.type == "paragraph")
        return StepText(
            line=self.line_of(entry),
            text=plain(_ATTRIBUTE.sub("", source)).strip(),
            bold=plain(bold.group(1)) if bold else "",
            anchor=anchor.group(1) if anchor else "",
            labels=tuple(labels),
            others=tuple(others),
            pictures=pictures,
            part=part,
        )

    @property
    def items(self) -> tuple[ItemText, ...]:
        """The items of the task lists, with the section they stand in."""
        return self._once("items", lambda: tuple(self._items()))  # type: ignore[no-any-return]

    def _items(self) -> Iterator[ItemText]:
        for number, part in enumerate(self.parts):
            lists = (n for n in part.nodes if n.type in {"bullet_list", "ordered_list"})
            for entry in (entry for node in lists for entry in node.children):
                own = entry.children[0] if entry.children else None
                match = _TASK.match(own.source) if own and own.type == "paragraph" else None
                if own is None or match is None:
                    continue
                bare = own.source[match.end() :]
                action, *state = _STATE.split(_ATTRIBUTE.sub("", bare), maxsplit=1)
                yield ItemText(
                    line=self.line_of(entry),
                    action=plain(action).strip(),
                    state=plain(state[0]).strip() if state else "",
                    killer="{killer}" in bare,
                    part=number,
                )

    # -- the words -----------------------------------------------------------------------

    @property
    def language(self) -> str:
        """Two letters of the guide's language, "" if unknown."""
        return self.guide.language[:2].lower()

    @property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """The lines of text of the body without markup and code: (line, text)."""
        return self._once("lines", lambda: tuple(self._lines()))  # type: ignore[no-any-return]

    def _lines(self) -> Iterator[tuple[int, str]]:
        fenced = False
        for number, row in enumerate(self.body.split("\n"), self.body_line):
            if row.lstrip().startswith(("```", "~~~")):
                fenced = not fenced
                continue
            if fenced or not row.strip() or set(row.strip()) <= set("|-: "):
                continue
            text = plain(_ATTRIBUTE.sub("", row)).strip().lstrip("#>|").strip()
            yield number, re.sub(r"^(?:[-*+]|\d+[.)])\s+(?:\[[ xX-]\]\s*)?", "", text).strip(" |")

    @property
    def sentences(self) -> tuple[tuple[int, str], ...]:
        """The sentences of the body: (line, text); a line's end ends one in lists and tables."""
        found = (
            (line, sentence.strip())
            for line, text in self.lines
            for cell in text.split("|")
            for sentence in _SENTENCE.split(cell)
        )
        return self._once("sentences", lambda: tuple((n, s) for n, s in found if s))  # type: ignore[no-any-return]

    @property
    def words(self) -> list[str]:
        """The words of the body."""
        return self._once("words", lambda: [w for _, t in self.lines for w in words_of(t)])  # type: ignore[no-any-return]

    # -- findings ------------------------------------------------------------------------

    def say(self, rule: str, level: Level, line: int, message: str, fix: str = "") -> Problem:
        """Return a finding about this file."""
        return Problem(self.path, line, rule, level, message, fix)


def words_of(text: str) -> list[str]:
    """Return the words of a text, as they are written."""
    return _WORD.findall(text)
