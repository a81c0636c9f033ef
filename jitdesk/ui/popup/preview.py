"""The preview of a hit: when it is the right page, and its first steps. Pure text."""

from __future__ import annotations

import html
import re
from typing import Final

from jitdesk.guides.page import Block, Callout, Code, Heading, Item, Page, Prose, Step
from jitdesk.search.hit import Hit
from jitdesk.ui.theme import Theme

_MOST: Final = 14
_PICTURE: Final = re.compile(r"<img [^>]*>")


def preview_html(page: Page, section: str, hit: Hit, theme: Theme, trust: str = "") -> str:
    """Return the first blocks from `section` on, below the title and the line of trust."""
    start = _start(page, section)
    parts = [f'<p style="font-size:{theme.px(15)}px"><b>{html.escape(hit.title)}</b></p>']
    if trust:
        tone = theme.tokens.warn if hit.overdue else theme.tokens.muted
        size = theme.px(12)
        parts.append(f'<p style="color:{tone};font-size:{size}px">{html.escape(trust)}</p>')
    if hit.situation and not start:
        parts.append(f'<p style="color:{theme.tokens.muted}">{html.escape(hit.situation)}</p>')
    shown = page.blocks[start : start + _MOST]
    return "".join([*parts, *(_PICTURE.sub("", _one(block, hit, theme)) for block in shown)])


def _start(page: Page, section: str) -> int:
    for number, block in enumerate(page.blocks):
        if section and isinstance(block, Heading) and block.anchor == section:
            return number
    return 0


def _one(block: Block, hit: Hit, theme: Theme) -> str:
    tokens = theme.tokens
    if isinstance(block, Heading):
        return "" if _same(block.html, hit.title) else f"<p><b>{block.html}</b></p>"
    if isinstance(block, Step):
        number = f"{block.number}." if block.number else "•"
        code = f"<br>{_code(block.code, theme)}" if block.code else ""
        return f'<p><b style="color:{tokens.accent}">{number}</b> {block.html}{code}</p>'
    if isinstance(block, Item):
        return f'<p><span style="color:{tokens.muted}">☐</span> {block.html}</p>'
    if isinstance(block, Code):
        return f"<p>{_code(block.text[:400], theme)}</p>"
    text = str(block.html) if isinstance(block, Prose | Callout) else ""
    return text.replace("<table>", '<table cellpadding="4">').replace("<th>", '<th align="left">')


def _code(text: str, theme: Theme) -> str:
    lines = html.escape(text).replace("\n", "<br>")
    return f'<code style="background-color:{theme.tokens.code}">{lines}</code>'


def _same(markup: str, title: str) -> bool:
    return html.unescape(re.sub(r"<[^>]*>", "", markup)).strip() == title.strip()
