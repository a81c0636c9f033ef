"""A guide as plain text for a terminal: the page's blocks without HTML, folded to a width."""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from collections.abc import Iterator

from jitdesk.guides.guide import Guide
from jitdesk.guides.page import (
    Block,
    Callout,
    Code,
    Divider,
    Heading,
    Item,
    Page,
    Prose,
    Step,
)

_BREAK = re.compile(r"<br/?>|</(?:p|li|tr|blockquote|pre|h4|ul|ol|table)>|<hr/>")
_BULLET = re.compile(r"<li>")
_START = re.compile(r"(?<=[^>\n])<(?=(?:p|ul|ol|blockquote|pre|table)\b)")
_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_COLUMN = re.compile(r"<t[dh]>(.*?)</t[dh]>", re.DOTALL)
_NARROWEST = 10
_CELL = re.compile(r"</t[dh]>")
_PICTURE = re.compile(r'<img [^>]*?alt="([^"]*)"[^>]*>')
_LINK = re.compile(r'<a href="(https:[^"]*|mailto:[^"]*)">(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_VALUE = re.compile(r"\{\{([^{}\n]*)\}\}")
_GAPS = re.compile(r"\n{3,}")
_MARKS = {"note": "Note", "tip": "Tip", "warning": "Warning", "danger": "Danger"}


def to_text(guide: Guide, page: Page, width: int = 78) -> str:
    """Return the whole guide; lines are folded to `width` columns (0 = not at all)."""
    owner = guide.owner.replace("-", " ")
    facts = [f"{guide.minutes} min", str(guide.type), guide.key, *([owner] if owner else [])]
    when = f"reviewed {guide.reviewed_on}" if guide.reviewed_on else "not reviewed"
    line = "=" * min(_columns(guide.title), width or 78)
    parts = [guide.title, line, *_folded(" · ".join([*facts, when]), width)]
    if guide.situation:
        parts += ["", *_folded(guide.situation, width)]
    text = "\n".join([*parts, "", *_lines(page, width)])
    return _GAPS.sub("\n\n", text).rstrip() + "\n"


def step_text(page: Page, wanted: str, width: int = 78) -> str:
    """Return one step, item or section: by its number in order, anchor or key; "" = none."""
    stops = page.stops
    names: dict[str, int] = dict(stops)
    for number, (_, place) in enumerate(stops, 1):
        names.setdefault(str(number), place)
        names.setdefault(str(getattr(page.blocks[place], "anchor", "")), place)
    found = names.get(wanted.lstrip("#"), names.get(wanted))
    if found is None or not wanted:
        return ""
    block = page.blocks[found]
    if isinstance(block, Heading):
        return "\n".join(_section(page, found, width)).strip() + "\n"
    return "\n".join(_block(block, width)).strip() + "\n"


def _section(page: Page, place: int, width: int) -> Iterator[str]:
    yield from _block(page.blocks[place], width)
    for block in page.blocks[place + 1 :]:
        if isinstance(block, Heading):
            return
        yield from _block(block, width)


def _lines(page: Page, width: int) -> Iterator[str]:
    for block in page.blocks:
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from ("", f"{'#' * block.level} {plain_text(block.html)}", "")
    elif isinstance(block, Code):
        yield from ("", *(f"    {row}" for row in block.text.split("\n")), "")
    elif isinstance(block, Callout):
        rows = _folded(plain_text(block.html), width - 2 if width else 0)
        yield from ("", f"{_MARKS[block.kind]}:", *(f"| {row}" for row in rows), "")
    elif isinstance(block, Step):
        yield from _step(block, width)
    elif isinstance(block, Item):
        yield from _item(block, width)
    elif isinstance(block, Prose):
        for number, piece in enumerate(_TABLE.split(block.html)):
            text = table_text(piece, width) if number % 2 else _folded(plain_text(piece), width)
            yield from (*text, "") if any(text) else ()
    elif isinstance(block, Divider):
        yield from ("", "-" * 20, "")


def _step(step: Step, width: int) -> Iterator[str]:
    mark = f"{step.number}. " if step.number else "- "
    yield from _hanging(mark, plain_text(step.html), width)
    if step.code:
        yield from (f"    {row}" for row in step.code.split("\n"))
    for detail in step.details:
        yield from _hanging(f"   {detail.shown}: ", plain_text(detail.html), width)


def _item(item: Item, width: int) -> Iterator[str]:
    state = f" -> {blanks(plain_text(item.state))}" if item.state else ""
    killer = " (must not be missed)" if item.killer else ""
    mark = f"{'  ' * item.depth}[{'x' if item.checked else ' '}] "
    yield from _hanging(mark, plain_text(item.html) + state + killer, width)


def blanks(text: str) -> str:
    """Return a state with a line to write on for every value that it asks for."""
    return _VALUE.sub(lambda m: f"____ ({m.group(1).strip().replace('_', ' ')})", text)


def _hanging(mark: str, text: str, width: int) -> Iterator[str]:
    rows = _folded(text, width - len(mark) if width else 0) or [""]
    for number, row in enumerate(rows):
        yield (mark if number == 0 else " " * len(mark)) + row


def table_text(markup: str, width: int) -> list[str]:
    """Return the rows of a table in aligned columns, its cells folded to fit `width`."""
    rows = [
        [plain_text(cell).replace("\n", " ").strip() for cell in _COLUMN.findall(row)]
        for row in _ROW.findall(markup)
    ]
    count = max((len(row) for row in rows), default=0)
    if not count:
        return []
    filled = [row + [""] * (count - len(row)) for row in rows]
    sizes = _fitting([max(_columns(row[n]) for row in filled) for n in range(count)], width)
    out: list[str] = []
    for number, row in enumerate(filled):
        cells = [_folded(cell, size, least=1) for cell, size in zip(row, sizes, strict=True)]
        for line in range(max(map(len, cells))):
            parts = [cell[line] if line < len(cell) else "" for cell in cells]
            out.append(
                "  ".join(
                    text + " " * (size - _columns(text))
                    for text, size in zip(parts, sizes, strict=True)
                ).rstrip()
            )
        if number == 0:
            out.append("  ".join("-" * size for size in sizes))
    return out


def _fitting(sizes: list[int], width: int) -> list[int]:
    """Return column widths that fit: the widest give first; `width` 0 = as they are."""
    fitting = [max(1, size) for size in sizes]
    room = width - 2 * (len(sizes) - 1)
    while width and sum(fitting) > room and max(fitting) > _NARROWEST:
        fitting[fitting.index(max(fitting))] -= 1
    return [max(size, _NARROWEST) if size >= _NARROWEST else size for size in fitting]


def plain_text(markup: str) -> str:
    """Return the text of a block's HTML, one line a paragraph, bullet or row."""
    text = _LINK.sub(_link, markup)
    text = _PICTURE.sub(r"[picture: \1]", _START.sub("\n<", text))
    text = _BULLET.sub("- ", _CELL.sub("  ", _BREAK.sub("\n", text)))
    return _GAPS.sub("\n\n", html.unescape(_TAG.sub("", text))).strip("\n")


def _link(match: re.Match[str]) -> str:
    target, text = match.groups()
    return text if text == target else f"{text} &lt;{target}&gt;"


def _folded(text: str, width: int, least: int = 20) -> list[str]:
    """Return a text in rows of `width` columns; never narrower than `least`."""
    rows: list[str] = []
    for row in text.split("\n"):
        if width <= 0 or _columns(row) <= width:
            rows.append(row)
        elif _columns(row) == len(row):
            indent = "  " if row.startswith("- ") else ""
            rows += textwrap.wrap(
                row,
                max(width, least),
                subsequent_indent=indent,
                break_long_words=least == 1,
                break_on_hyphens=False,
            )
        else:
            rows += _wide_folded(row, max(width, least))
    return rows


def _wide_folded(row: str, width: int) -> Iterator[str]:
    """Fold text with characters that take two columns; it has few spaces to break at."""
    line, used = "", 0
    for char in row:
        size = _columns(char)
        if used + size > width:
            yield line.rstrip()
            line, used = "", 0
        line, used = line + char, used + size
    yield line


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
