"""HTML pages, pasted text and Word files as Markdown, by mammoth and markdownify.

mammoth reads a .docx by its styles (a heading is a heading because its style says so);
markdownify turns HTML into Markdown. Scripts, styles, menus and footers are not content.
"""

from __future__ import annotations

import io
import re
import zipfile

_DROPPED = ("script", "style", "nav", "footer", "header", "aside", "form", "noscript", "iframe")
_LISTED = re.compile(r"^(\s*)[·•▪◦o]\s+", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")
_MOST_HTML = 8 * 1024 * 1024
_MOST_UNPACKED = 256 * 1024 * 1024


def html_text(page: str) -> tuple[str, str, tuple[str, ...]]:
    """Return (Markdown, title, notes) of an HTML page."""
    # Late: these bring an HTML parser that only an import or a paste needs.
    from bs4 import BeautifulSoup  # noqa: PLC0415
    from markdownify import MarkdownConverter  # noqa: PLC0415

    from jitdesk.authoring.importing.word_html import tidy  # noqa: PLC0415

    soup = BeautifulSoup(page[:_MOST_HTML], "html.parser")
    tidy(soup)
    notes: list[str] = []
    for name in _DROPPED:
        if found := soup.find_all(name):
            if name not in {"style", "noscript"}:
                notes.append(f"{len(found)} <{name}> left out")
            for tag in found:
                tag.decompose()
    title = soup.title.get_text(" ", strip=True) if soup.title else ""
    if soup.title:
        soup.title.decompose()
    body = soup.find("main") or soup.find("article") or soup.body or soup
    text = str(MarkdownConverter(heading_style="ATX", bullets="-").convert_soup(body))
    heading = body.find("h1")
    title = heading.get_text(" ", strip=True) if heading else title
    if len(page) > _MOST_HTML:
        notes.append("cut at 8 MB")
    return _GAPS.sub("\n\n", _LISTED.sub(r"\1- ", text)).strip() + "\n", title, tuple(notes)


def docx_text(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Return (Markdown, title, notes) of a Word file.

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
        found = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(lambda _: {"src": ""})
        )
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"it cannot be read ({error})") from error
    text, title, notes = html_text(found.value)
    pictures = found.value.count("<img")
    if pictures:
        notes = (*notes, f"{pictures} pictures left out; paste them where they belong")
        text = re.sub(r"!\[[^\]]*\]\(\)", "", text)
    said = sorted({str(m.message) for m in found.messages})
    return text, title, (*notes, *said[:5])
