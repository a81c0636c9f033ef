"""Blocks as the small HTML that rich text knows: paragraphs, lists, tables, quotes, code."""

from __future__ import annotations

import html
from collections.abc import Sequence

from jitdesk.guides.inline_html import InlineHtml
from jitdesk.guides.page import Html
from jitdesk.guides.tokens import Node, walk

MAX_COLUMNS = 24
"""A table with more columns is no table that a person reads; it is shown as text."""

_TAGS = {
    "blockquote": "blockquote",
    "bullet_list": "ul",
    "list_item": "li",
    "table": "table",
    "thead": "thead",
    "tbody": "tbody",
    "tr": "tr",
    "th": "th",
    "td": "td",
    "heading": "h4",
}


def render_blocks(nodes: Sequence[Node], inline: InlineHtml) -> Html:
    """Return the HTML of `nodes` and everything inside them."""
    out: list[str] = []
    for node, entering in walk(nodes):
        if node.type == "inline":
            if entering:
                out.append(inline.render(node.token.children or ()))
        elif node.type in {"fence", "code_block"}:
            if entering:
                text = html.escape(inline.code(node.token.content).rstrip("\n"), quote=False)
                out.append(f"<pre>{text}</pre>")
        else:
            out.append(_tag(node, entering=entering))
    return Html("".join(out))


def _tag(node: Node, *, entering: bool) -> str:
    if node.type == "paragraph":
        # A tight list hides its paragraphs; a following block still needs a line of its own.
        if node.token.hidden:
            return ""
        return "<p>" if entering else "</p>"
    if node.type == "hr":
        return "<hr/>" if entering else ""
    if node.type == "ordered_list":
        start = node.token.attrs.get("start", 1)
        return (f'<ol start="{int(start)}">' if start != 1 else "<ol>") if entering else "</ol>"
    name = _TAGS.get(node.type, "")
    return (f"<{name}>" if entering else f"</{name}>") if name else ""


def is_too_wide(table: Node) -> bool:
    """Return whether a table has more columns than can be shown."""
    head = table.children[0].children if table.children else []
    return bool(head) and len(head[0].children) > MAX_COLUMNS
