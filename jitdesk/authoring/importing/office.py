"""HTML pages, pasted text and Word files as Markdown, by mammoth and markdownify.

mammoth reads a .docx by its styles (a heading is a heading because its style says so);
markdownify turns HTML into Markdown. Scripts, styles, menus and footers are not content.
"""

from __future__ import annotations

import base64
import io
import logging
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

_DROPPED = ("script", "style", "nav", "footer", "header", "aside", "noscript", "iframe")
_IN_CONTENT = {"header", "footer", "aside"}
"""Frame of a site, but a part of the page where they stand in its main text."""
_LISTED = re.compile(r"^(\s*)[·•▪◦o]\s+", re.MULTILINE)
_log = logging.getLogger(__name__)
_GAPS = re.compile(r"\n{3,}")
_DATA = re.compile(
    r"data:image/(png|jpeg|gif|webp|svg\+xml);base64,(.*)", re.DOTALL | re.IGNORECASE
)
_ENDINGS = {"png": "png", "jpeg": "jpg", "gif": "gif", "webp": "webp", "svg+xml": "svg"}
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_STYLES = """p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote:fresh"""
_MOST_HTML = 8 * 1024 * 1024
_MOST_UNPACKED = 256 * 1024 * 1024


def html_text(page: str) -> tuple[str, str, tuple[str, ...]]:
    """Return (Markdown, title, notes) of an HTML page; pictures inside it are left out."""
    found = html_page(page)
    count = len(found.pictures)
    notes = (f"{count} pictures left out; paste them where they belong",) if count else ()
    text = _PICTURE.sub("", found.text) if count else found.text
    return text, found.title, (*found.notes, *notes)


@dataclass(frozen=True, slots=True)
class Converted:
    """A page as Markdown.

    Attributes:
        pictures: name -> bytes of the pictures that were part of the page itself; the text
            names them as files beside it.
    """

    text: str
    title: str
    notes: tuple[str, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def html_page(page: str, stem: str = "picture") -> Converted:
    """Return an HTML page as Markdown; `stem` begins the names of its pictures."""
    # Late: these bring an HTML parser that only an import or a paste needs.
    from bs4 import BeautifulSoup  # noqa: PLC0415
    from markdownify import MarkdownConverter  # noqa: PLC0415

    from jitdesk.authoring.importing.word_html import tidy  # noqa: PLC0415

    soup = BeautifulSoup(page[:_MOST_HTML], "html.parser")
    tidy(soup)
    notes = [*_without_frame(soup)]
    title = soup.title.get_text(" ", strip=True) if soup.title else ""
    if soup.title:
        soup.title.decompose()
    body = soup.find("main") or soup.find("article") or soup.body or soup
    pictures = dict(_taken_out(body, stem))
    try:
        text = str(MarkdownConverter(heading_style="ATX", bullets="-").convert_soup(body))
    except RecursionError:
        text = "\n\n".join(part for row in body.strings if (part := " ".join(row.split())))
        notes.append("tags nested too deeply: the text without its form")
    heading = body.find("h1")
    title = heading.get_text(" ", strip=True) if heading else title
    if len(page) > _MOST_HTML:
        notes.append("cut at 8 MB")
    text = _GAPS.sub("\n\n", _LISTED.sub(r"\1- ", text)).strip() + "\n"
    return Converted(text, title, tuple(notes), pictures)


def _without_frame(soup: BeautifulSoup) -> Iterator[str]:
    """Take out what is no content, and say what it was."""
    for tag in soup.find_all(["main", "article"]):
        for inner in tag.find_all(list(_IN_CONTENT)):
            inner.name = "blockquote" if inner.name == "aside" else "div"
    for name in _DROPPED:
        if found := soup.find_all(name):
            if name not in {"style", "noscript"}:
                yield f"{len(found)} <{name}> left out"
            for tag in found:
                tag.decompose()


def _taken_out(body: Tag, stem: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures that stand in the page as data; the page names them as files now."""
    number = 0
    for tag in body.find_all("img", src=_DATA):
        match = _DATA.match(str(tag["src"]))
        try:
            data = base64.b64decode(match.group(2), validate=False) if match else b""
        except ValueError:
            data = b""
        if not match or not data:
            tag.decompose()
            continue
        number += 1
        name = f"{stem}-{number}.{_ENDINGS[match.group(1).lower()]}"
        tag.attrs = {"src": name, "alt": str(tag.get("alt") or f"picture {number}")}
        yield name, data


def docx_page(data: bytes, stem: str = "picture") -> Converted:
    """Return a Word file as Markdown.

    Raises:
        ValueError: the bytes are not a Word file.
    """
    import mammoth  # noqa: PLC0415  (as above)

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
    except zipfile.BadZipFile as error:
        raise ValueError("it is not a Word file") from error
    if size > _MOST_UNPACKED:
        raise ValueError("it unpacks to more than 256 MB")
    try:
        found = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES)
    except Exception as error:  # barrier: damaged files raised ten unrelated kinds in 6,000
        _log.info("a Word file cannot be read", exc_info=True)
        raise ValueError("it is damaged, or no Word file at all") from error
    page = html_page(found.value, stem)
    said = sorted({str(message.message) for message in found.messages})
    return replace(page, notes=(*page.notes, *said[:5]))
