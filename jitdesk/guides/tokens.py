"""Markdown to a tree of blocks: the parser with its limits, and nesting made easy to walk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

MAX_NESTING = 24
"""Blocks nested deeper are shown as text: lists of people have at most six levels."""


@dataclass(slots=True)
class Node:
    """One block and what is inside it; `inline` are the tokens of its own text."""

    type: str
    token: Token
    children: list[Node] = field(default_factory=list)

    @property
    def line(self) -> int:
        """0-based line of the body at which the block starts."""
        return self.token.map[0] if self.token.map else 0

    @property
    def inline(self) -> Sequence[Token]:
        """The inline tokens of the block's own text."""
        for child in self.children:
            if child.type == "inline":
                return child.token.children or ()
        return self.token.children or () if self.type == "inline" else ()

    @property
    def source(self) -> str:
        """The Markdown of the block's own text."""
        for child in self.children:
            if child.type == "inline":
                return child.token.content
        return self.token.content


def _any_link(url: str) -> bool:  # noqa: ARG001  (the parser's signature)
    return True


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Return the one parser: no raw HTML, tables and strike-through, limited nesting."""
    made = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING})
    made.enable(["table", "strikethrough"])
    # Which links are allowed is decided where they are rendered; refused ones become text.
    made.validateLink = _any_link  # type: ignore[method-assign]
    return made


def parse(text: str) -> list[Node]:
    """Return the blocks of a Markdown text as a tree."""
    root = Node("root", Token("root", "", 0))
    stack = [root]
    for token in parser().parse(text):
        if token.nesting > 0:
            node = Node(token.type.removesuffix("_open"), token)
            stack[-1].children.append(node)
            stack.append(node)
        elif token.nesting < 0:
            stack.pop()
        else:
            stack[-1].children.append(Node(token.type, token))
    return root.children


def parse_inline(text: str) -> Sequence[Token]:
    """Return the inline tokens of one line of Markdown."""
    tokens = parser().parseInline(text)
    return tokens[0].children or () if tokens else ()


def walk(nodes: Sequence[Node]) -> Iterator[tuple[Node, bool]]:
    """Yield every node twice, entering (True) and leaving (False), without recursion."""
    stack: list[tuple[Node, bool]] = [(node, True) for node in reversed(nodes)]
    while stack:
        node, entering = stack.pop()
        yield node, entering
        if entering:
            stack.append((node, False))
            stack.extend((child, True) for child in reversed(node.children))
