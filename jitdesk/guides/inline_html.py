"""Inline Markdown as the small HTML that rich text knows, with nothing that acts.

Text is escaped first. Of raw HTML only harmless marks survive (bold, keys, line breaks);
pictures and links go through `jitdesk.guides.links`, whoever wrote them and however; every
other tag is dropped and its text shown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from markdown_it.token import Token

from jitdesk.guides.links import Goal, resolve
from jitdesk.guides.page import Html
from jitdesk.guides.slugs import slug

_MARKS = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "u": "u", "ins": "u", "s": "s", "del": "s",
    "strike": "s", "sub": "sub", "sup": "sup", "kbd": "code", "code": "code", "tt": "code",
    "samp": "code", "mark": "b", "var": "i", "cite": "i", "summary": "b",
}  # fmt: skip
_BREAKS = frozenset(
    {"br", "p", "div", "li", "tr", "hr", "dt", "dd", "summary", "h1", "h2", "h3", "h4"}
)
_ELEMENTS = re.compile(
    r"<(/?)(a|abbr|article|aside|b|big|body|br|button|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em"
    r"|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd"
    r"|label|li|link|main|mark|meta|nav|object|ol|option|p|picture|pre|q|s|samp|script|section|select|small"
    r"|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title"
    r"|tr|tt|u|ul|var|video|audio|wbr)\b((?:\s[^<>]{0,2000})?)/?>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"\b(src|href|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)
_CURLY = re.compile(r"\s?\{(?:[#:.][^{}]*|killer|start)\}")
_PLACEHOLDER = re.compile(r"(?<!\$)\{\{([^{}\s](?:[^{}]*[^{}\s])?)\}\}")
_BARE = re.compile(r"(?<![\w\"'=/>])https://[^\s<>\"'`]{4,500}")
_TRAILING = ".,;:!?)"
_PAGES = (".md", ".markdown", ".yaml", ".yml", ".html", "")
_ID = re.compile(r"[a-z0-9]+(?:\.[a-z0-9-]+)*\.[a-z0-9]+(?:-[a-z0-9]+)+")
"""A bare id needs a hyphen at its end: ``run.exe`` is a file, ``mail.check-before`` a guide."""

_BY_ID = ("jitdesk://guide/", "guide:")


class InlineHtml:
    """Renders the inline tokens of one page."""

    def __init__(self, pack: str, page: str, *, fields: bool = False) -> None:
        """Resolve links from `page` of `pack`; with `fields`, ``{{name}}`` stays as it is."""
        self._pack = pack
        self._page = page
        self._fields = fields

    def render(self, tokens: Iterable[Token]) -> Html:
        """Return the HTML of inline tokens; what they open they also close."""
        out: list[str] = []
        closing: list[str] = []
        for token in tokens:
            if token.type == "text":
                out.append(self._text(token.content))
            elif token.type == "link_open":
                start = self._link(str(token.attrs.get("href", "")))
                out.append(start)
                closing.append("</a>" if start else "")
            elif token.type == "link_close":
                out.append(closing.pop() if closing else "")
            else:
                out.append(self._other(token))
        return Html(balanced("".join(out)))

    def code(self, text: str) -> str:
        """Return code as it is meant to be read: without the braces of placeholders."""
        return text if self._fields else _PLACEHOLDER.sub(r"\1", text)

    def _other(self, token: Token) -> str:
        if token.type == "code_inline":
            return f"<code>{html.escape(self.code(token.content), quote=False)}</code>"
        if token.type == "softbreak":
            return "\n"
        if token.type == "hardbreak":
            return "<br/>"
        if token.type == "image":
            return self._picture(str(token.attrs.get("src", "")), token.content)
        if token.tag in _MARKS:
            return f"<{'/' if token.nesting < 0 else ''}{_MARKS[token.tag]}>"
        return html.escape(token.content, quote=False)

    def _text(self, text: str) -> str:
        text = _CURLY.sub("", text) if "{" in text else text
        if "{{" in text and not self._fields:
            text = _PLACEHOLDER.sub(r"\1", text)
        if "<" not in text:
            return _with_links(html.escape(text, quote=False))
        out, place = [], 0
        for match in _ELEMENTS.finditer(text):
            out.append(_with_links(html.escape(text[place : match.start()], quote=False)))
            out.append(self._element(match.group(1), match.group(2).lower(), match.group(3)))
            place = match.end()
        out.append(_with_links(html.escape(text[place:], quote=False)))
        return "".join(out)

    def _element(self, slash: str, name: str, rest: str) -> str:
        given = {
            m.group(1).lower(): next(filter(None, m.groups()[1:]), "")
            for m in _ATTRIBUTE.finditer(rest)
        }
        if name == "img" and not slash:
            return self._picture(html.unescape(given.get("src", "")), given.get("alt", ""))
        if name == "a":
            return "</a>" if slash else self._link(html.unescape(given.get("href", "")))
        mark = f"<{slash}{_MARKS[name]}>" if name in _MARKS else ""
        if name in {"td", "th"} and slash:
            return mark + " &nbsp; "
        return mark + ("<br/>" if name in _BREAKS and (slash or name in {"br", "hr"}) else "")

    def _link(self, target: str) -> str:
        """Return the opening tag of a link, "" if it leads where a page may not lead."""
        for scheme in _BY_ID:
            if target.startswith(scheme):
                name, _, anchor = target.removeprefix(scheme).partition("#")
                return _opening("guide:" + quote(name[:300]), anchor)
        name, _, anchor = target.partition("#")
        if _ID.fullmatch(name):
            return _opening("guide:" + name, anchor)
        place = resolve(self._page, target)
        if place.goal is Goal.WEB:
            return f'<a href="{html.escape(place.path)}">'
        if place.goal is Goal.ANCHOR and place.anchor:
            return f'<a href="#{quote(slug(place.anchor))}">'
        dot = place.path.rsplit("/", 1)[-1].rpartition(".")
        suffix = ("." + dot[2].lower()) if dot[1] else ""
        if place.goal is Goal.PACK and suffix in _PAGES:
            return _opening(f"guide:{self._pack}/{quote(place.path)}", place.anchor)
        return ""

    def _picture(self, source: str, alt: str) -> str:
        place = resolve(self._page, source)
        shown = html.escape(" ".join(alt.split())[:300])
        if place.goal is not Goal.PACK:
            return f"<i>[{shown or 'picture'}: picture not available]</i>"
        return f'<img src="pack:{html.escape(place.path)}" alt="{shown}"/>'


def _opening(target: str, anchor: str) -> str:
    end = f"#{quote(slug(anchor))}" if anchor else ""
    return f'<a href="{html.escape(target)}{end}">'


def _with_links(escaped: str) -> str:
    """Make a link of every bare https address in text that is already escaped."""
    if "https://" not in escaped:
        return escaped

    def link(match: re.Match[str]) -> str:
        address = match.group().rstrip(_TRAILING)
        rest = match.group()[len(address) :]
        return f'<a href="{address}">{address}</a>{rest}'

    return _BARE.sub(link, escaped)


_TAG = re.compile(r"<(/?)(\w+)([^<>]*?)(/?)>")


def balanced(text: str) -> str:
    """Return `text` with every tag closed once and in order; stray ends are dropped."""
    if "<" not in text:
        return text
    out: list[str] = []
    open_: list[str] = []
    place = 0
    for match in _TAG.finditer(text):
        out.append(text[place : match.start()])
        place = match.end()
        slash, name, _, single = match.groups()
        if single or name == "img":
            out.append(match.group())
        elif not slash:
            if name == "a" and "a" in open_:
                continue
            open_.append(name)
            out.append(match.group())
        elif name in open_:
            out.extend(_close(open_, name))
    out.append(text[place:])
    out.extend(f"</{name}>" for name in reversed(open_))
    return "".join(out)


def _close(open_: list[str], name: str) -> Sequence[str]:
    """Close `name` and everything that was opened inside it."""
    closed = []
    while open_:
        last = open_.pop()
        closed.append(f"</{last}>")
        if last == name:
            break
    return closed
