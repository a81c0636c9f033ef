"""HTML that office programs put on the clipboard, as plain HTML: lists are lists again.

Word writes a list as paragraphs with ``mso-list:l0 level2 lfo1`` in their style and the
number as text inside ``mso-list:Ignore``, wrapped in ``<![if !supportLists]>``. Google Docs
wraps everything in a ``<b>`` that is not bold and says bold by style. Confluence and Teams
add panels, ``<ac:...>`` and ``<o:p>``, of which only the text is content.
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from bs4.element import CData, Comment, Declaration, Doctype, ProcessingInstruction, Tag

_LISTED = re.compile(r"mso-list:\s*\S+\s+level(\d)", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?:\d+|[a-zA-Z]|[ivxIVX]+)[.)]")
_LIGHT = re.compile(r"font-weight:\s*(?:normal|400)", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN = re.compile(r"display:\s*none|mso-hide:\s*all", re.IGNORECASE)
_NO_CONTENT = (Comment, Declaration, CData, Doctype, ProcessingInstruction)
_DRAWN = re.compile(r"^(?:v|w|m|xml)(?::|$)")


def tidy(soup: BeautifulSoup) -> None:
    """Change a parsed page so that only content in plain HTML is left."""
    for text in soup.find_all(string=lambda found: isinstance(found, _NO_CONTENT)):
        text.extract()
    for tag in soup.find_all(_DRAWN):
        tag.decompose()
    for tag in soup.find_all(style=_HIDDEN):
        tag.decompose()
    _weights(soup)
    _lists(soup)
    _headings(soup)
    _tables(soup)
    for tag in soup.find_all(re.compile(":")):
        tag.unwrap()


def _weights(soup: BeautifulSoup) -> None:
    for tag in soup.find_all(["b", "strong"], style=_LIGHT):
        tag.unwrap()
    for tag in soup.find_all("span", style=_HEAVY):
        tag.name = "b"
        tag.attrs = {}


def _headings(soup: BeautifulSoup) -> None:
    """Leave one heading of the first level: a page has one title."""
    first, *more = soup.find_all("h1") or [None]
    if first is None or not more:
        return
    for level in range(5, 0, -1):
        for tag in soup.find_all(f"h{level}"):
            if tag is not first:
                tag.name = f"h{level + 1}"


def _tables(soup: BeautifulSoup) -> None:
    """Make the first row of a table its head: Markdown knows no table without one."""
    for table in soup.find_all("table"):
        row = table.find("tr") if table.find("th") is None else None
        for cell in row.find_all("td") if row is not None else []:
            cell.name = "th"


def _lists(soup: BeautifulSoup) -> None:
    """Turn runs of listed paragraphs into nested lists."""
    open_: list[Tag] = []
    last: Tag | None = None
    for row in soup.find_all("p", style=_LISTED):
        found = _LISTED.search(str(row.get("style")))
        level = int(found.group(1)) if found else 1
        kind = "ol" if _NUMBER.match(_mark(row)) else "ul"
        if last is None or _before(row) is not last:
            open_ = []
        while len(open_) > level:
            open_.pop()
        while len(open_) < level:
            new = soup.new_tag(kind)
            if not open_:
                row.insert_before(new)
            else:
                (open_[-1].find_all("li", recursive=False) or [open_[-1]])[-1].append(new)
            open_.append(new)
        last = open_[0]
        row.name = "li"
        row.attrs = {}
        open_[-1].append(row.extract())


def _before(row: Tag) -> Tag | None:
    """Return the tag right before a row; text that is only white space is nothing."""
    near = row.previous_sibling
    while near is not None and not isinstance(near, Tag):
        if str(near).strip():
            return None
        near = near.previous_sibling
    return near


def _mark(row: Tag) -> str:
    """Take the number or dot out of a listed paragraph and return it."""
    marks = row.find_all("span", style=_IGNORED)
    text = " ".join(mark.get_text() for mark in marks)
    for mark in marks:
        mark.decompose()
    return text
