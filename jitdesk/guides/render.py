"""`render`: a guide as the `Page` that a person reads, steps through and ticks.

Numbered lists become steps (those below ``## Steps``, or all at the top level), task lists
become items, a page of "what: command" pairs becomes steps with a command to copy. The
rest is prose. Time and depth are bounded whatever the page contains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jitdesk.guides.block_html import is_too_wide, render_blocks
from jitdesk.guides.dialects import KINDS, prepare
from jitdesk.guides.guide import Guide, GuideType
from jitdesk.guides.identity import Identities
from jitdesk.guides.inline import neutral, plain
from jitdesk.guides.inline_html import InlineHtml
from jitdesk.guides.labels import label_of, phase_of
from jitdesk.guides.page import (
    Block,
    Callout,
    Code,
    Detail,
    Divider,
    Heading,
    Html,
    Item,
    Page,
    Prose,
    Step,
)
from jitdesk.guides.slugs import slug, unique
from jitdesk.guides.template import used
from jitdesk.guides.tokens import Node, parse, parse_inline

_TASK = re.compile(r"\[([ xX-])\](?:\s+|$)")
_CALLOUT = re.compile(r"\[!(\w+)\][+-]?[ \t]*([^\n]*)(?:\n|$)")
_ANCHOR = re.compile(r"\{#([\w.:-]{1,80})\}")
_KILLER = re.compile(r"\s*\{killer\}")
_STATE = re.compile(r"\s+(?:->|→)\s+")
_MERGE_LIMIT = 4_000
_LIST_DEPTH = 12


def render(guide: Guide) -> Page:
    """Return what a person reads of `guide`; never raises for what the page contains."""
    return _Renderer(guide).page()


class _Renderer:
    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        fields = guide.type is GuideType.TEMPLATE
        self._has_mode = bool(guide.front.get("mode"))
        keeps = fields or self._has_mode
        self._inline = InlineHtml(guide.pack, guide.path, fields=keeps)
        self._identities = Identities()
        self._anchors = {s.line: s.anchor for s in guide.sections if s.level}
        self._made: list[str] = []
        self._nodes = parse(prepare(guide.body))
        self._phase: str | None = None
        self._only_marked = any(
            n.type == "heading" and phase_of(plain(n.source)) is not None for n in self._nodes
        )
        self._steps_wanted = guide.type is not GuideType.CHECKLIST
        # Without a block to copy the text itself is what is filled in: shown letter by letter.
        self._verbatim = fields and not any(n.type == "fence" for n in self._nodes)

    def page(self) -> Page:
        """Return the page: blocks in order, neighbouring prose joined."""
        blocks: list[Block] = []
        place = 0
        while place < len(self._nodes):
            pair = self._command_pair(place)
            if pair is not None:
                blocks.append(pair)
                place += 2
                continue
            blocks += self._blocks(self._nodes[place])
            place += 1
        return Page(tuple(_joined(self._without_title(blocks))))

    def _without_title(self, blocks: list[Block]) -> list[Block]:
        """Drop a first heading that only repeats the guide's title."""
        if blocks and isinstance(blocks[0], Heading):
            first = next((s for s in self._guide.sections if s.level), None)
            if first is not None and first.title == self._guide.title:
                return blocks[1:]
        return blocks

    def _blocks(self, node: Node) -> Iterator[Block]:
        if node.type == "heading":
            yield self._heading(node)
        elif node.type in {"fence", "code_block"}:
            language = node.token.info.split()[0] if node.token.info.strip() else ""
            yield Code(self._inline.code(node.token.content).rstrip("\n"), language)
        elif node.type == "paragraph" and self._verbatim and "{{" in node.source:
            yield Code(self._lines(node), "text")
        elif node.type == "hr":
            yield Divider()
        elif node.type == "blockquote":
            yield self._quote(node)
        elif node.type in {"bullet_list", "ordered_list"}:
            yield from self._list(node)
        elif node.type == "table" and is_too_wide(node):
            yield Prose(Html("<p><i>This table has too many columns to be shown.</i></p>"))
        else:
            yield Prose(render_blocks([node], self._inline))

    def _lines(self, node: Node) -> str:
        """Return the lines of a block as the author wrote them."""
        first, last = node.token.map or (0, 0)
        return "\n".join(self._guide.body.split("\n")[first:last]).rstrip()

    def _heading(self, node: Node) -> Heading:
        title = neutral(plain(node.source))
        phase = phase_of(title)
        level = int(node.token.tag[1:])
        if phase is not None or level <= 2:
            self._phase = phase
        anchor = self._anchors.get(node.line + self._guide.body_line)
        if anchor is None:
            anchor = unique(slug(title) or "section", self._made)
        self._made.append(anchor)
        line = node.line + self._guide.body_line
        return Heading(level, self._inline.render(node.inline), anchor, line, title)

    def _quote(self, node: Node) -> Block:
        first = node.children[0] if node.children else None
        match = _CALLOUT.match(first.source) if first and first.type == "paragraph" else None
        if first is None or match is None or match.group(1).lower() not in KINDS:
            return Prose(render_blocks([node], self._inline))
        kind = KINDS[match.group(1).lower()]
        title = self._inline.render(parse_inline(match.group(2)))
        rest = self._inline.render(parse_inline(first.source[match.end() :]))
        text = f"<p><b>{title}</b></p>" if title else ""
        text += f"<p>{rest}</p>" if rest else ""
        return Callout(kind, Html(text + render_blocks(node.children[1:], self._inline)))

    # Lists.

    def _list(self, node: Node) -> Iterator[Block]:
        if _has_task(node):
            yield from self._items(node)
        elif node.type == "ordered_list" and self._makes_steps():
            yield from self._steps(node)
        else:
            yield Prose(render_blocks([node], self._inline))

    def _makes_steps(self) -> bool:
        return self._steps_wanted and (self._phase is not None or not self._only_marked)

    def _items(self, node: Node, depth: int = 0) -> Iterator[Block]:
        for entry in node.children:
            own = entry.children[0] if entry.children else None
            match = _TASK.match(own.source) if own and own.type == "paragraph" else None
            if own is None or match is None:
                yield Prose(render_blocks([_with_children(node, [entry])], self._inline))
                continue
            inner = [c for c in entry.children[1:] if _is_list(c) and _has_task(c)]
            rest = [c for c in entry.children[1:] if c not in inner]
            item = self._item(own.source[match.end() :], match.group(1), rest, depth)
            yield replace(item, line=entry.line + self._guide.body_line)
            for child in inner:
                yield from self._items(child, min(depth + 1, _LIST_DEPTH))

    def _item(self, text: str, mark: str, rest: list[Node], depth: int) -> Item:
        killer = bool(_KILLER.search(text))
        bare = _ANCHOR.sub("", _KILLER.sub("", text)).strip()
        action, *state = _STATE.split(bare, maxsplit=1)
        shown = self._inline.render(parse_inline(action)) or Html("…")
        return Item(
            key=self._identities.key(bare),
            html=Html(shown + render_blocks(rest, self._inline)),
            state=self._inline.render(parse_inline(state[0])) if state else Html(""),
            killer=killer,
            checked=mark in "xX",
            depth=depth,
            asks=tuple(used(state[0])) if state and self._has_mode else (),
        )

    def _steps(self, node: Node) -> Iterator[Block]:
        first = int(node.token.attrs.get("start", 1))
        for number, entry in enumerate(node.children, first):
            yield self._step(entry, str(number))

    def _step(self, entry: Node, number: str) -> Step:
        own = entry.children[0] if entry.children else None
        text = own.source if own is not None and own.type == "paragraph" else ""
        body = entry.children[1:] if text else entry.children
        details: list[Detail] = []
        code = ""
        rest: list[Node] = []
        for child in body:
            if child.type in {"fence", "code_block"} and not code:
                code = self._inline.code(child.token.content).rstrip("\n")
            elif child.type == "bullet_list":
                found, left = self._details(child)
                details += found
                rest += [left] if left.children else []
            else:
                rest.append(child)
        anchor = _ANCHOR.search(text)
        shown = self._inline.render(own.inline) if text and own is not None else Html("")
        return Step(
            key=self._identities.key(text or code or number),
            number=number,
            html=Html(shown + render_blocks(rest, self._inline)),
            details=tuple(details),
            code=code,
            anchor=anchor.group(1) if anchor else "",
            phase=self._phase or "",
            line=entry.line + self._guide.body_line,
        )

    def _details(self, node: Node) -> tuple[list[Detail], Node]:
        """Split a nested list into labelled lines and the list of the others."""
        details, others = [], []
        for entry in node.children:
            own = entry.children[0] if entry.children else None
            label, text = label_of(own.source) if own and own.type == "paragraph" else ("", "")
            if not label:
                others.append(entry)
                continue
            shown = self._inline.render(parse_inline(text))
            more = render_blocks(entry.children[1:], self._inline)
            said = own.source[: len(own.source) - len(text)].strip(" *_:：\n") if own else ""
            details.append(Detail(label, Html(shown + more), said))
        return details, _with_children(node, others)

    def _command_pair(self, place: int) -> Step | None:
        """Return a step for "- what it does" followed by a paragraph that is one command."""
        node = self._nodes[place]
        if node.type != "bullet_list" or len(node.children) != 1 or place + 1 >= len(self._nodes):
            return None
        entry, after = node.children[0], self._nodes[place + 1]
        if len(entry.children) != 1 or entry.children[0].type != "paragraph":
            return None
        code = _command(after)
        text = entry.children[0].source
        if not code or _TASK.match(text) or not self._steps_wanted:
            return None
        shown = self._inline.render(entry.children[0].inline)
        return Step(self._identities.key(text), "", shown, code=self._inline.code(code))


def _command(node: Node) -> str:
    """Return the text of a paragraph that is one piece of code, or of a code block."""
    if node.type in {"fence", "code_block"}:
        return node.token.content.rstrip("\n")
    parts = node.inline if node.type == "paragraph" else ()
    return parts[0].content if len(parts) == 1 and parts[0].type == "code_inline" else ""


def _is_list(node: Node) -> bool:
    return node.type in {"bullet_list", "ordered_list"}


def _has_task(node: Node) -> bool:
    return any(
        entry.children
        and entry.children[0].type == "paragraph"
        and _TASK.match(entry.children[0].source)
        for entry in node.children
    )


def _with_children(node: Node, children: list[Node]) -> Node:
    return replace(node, children=children)


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Join neighbouring prose, so that a page is few widgets."""
    waiting: list[str] = []
    for block in blocks:
        if isinstance(block, Prose) and sum(map(len, waiting)) < _MERGE_LIMIT:
            waiting.append(block.html)
            continue
        if waiting:
            yield Prose(Html("".join(waiting)))
            waiting = []
        if isinstance(block, Prose):
            waiting.append(block.html)
        else:
            yield block
    if waiting:
        yield Prose(Html("".join(waiting)))
