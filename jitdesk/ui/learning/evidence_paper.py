"""Capabilities as a PDF that the person hands over: evidence, not a certificate."""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument


def write_pdf(document: Mapping[str, Any], file: Path) -> None:
    """Write what `capability.shared` says as a page of A4.

    Raises:
        OSError: the file cannot be written.
    """
    with file.open("wb"):
        pass  # the writer itself does not say why it cannot
    writer = QPdfWriter(str(file))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(18, 18, 18, 18))
    writer.setResolution(96)
    writer.setTitle("Evidence of what I can do")
    text = QTextDocument()
    text.setDefaultFont(QFont("sans-serif", 10))
    text.setPageSize(QSizeF(writer.width(), writer.height()))
    text.setHtml(paper(document))
    text.print_(writer)


def paper(document: Mapping[str, Any]) -> str:
    """Return the page as HTML."""
    parts = [
        "<h1>Evidence of what I can do</h1>",
        f"<p>{html.escape(str(document['note']))} Written on {document['issued']}.</p>",
    ]
    for row in document["capabilities"]:
        confirmed = ", confirmed" if row["confirmed"] else ""
        valid = "" if row["still_valid"] else f" (last shown on {row['last_shown']})"
        parts.append(f"<h3>{html.escape(row['statement'])}</h3>")
        parts.append(f"<p><b>{html.escape(row['level'])}</b>{confirmed}{valid}</p><ul>")
        parts += [
            f"<li>{e['date']}: {html.escape(e['page'])} {html.escape(e['version'])}, "
            f"{html.escape(e['what'])} ({e['grade']})</li>"
            for e in row["evidence"]
        ]
        parts.append("</ul>")
        for one in row["alignment"]:
            pairs = "; ".join(f"{key}: {text}" for key, text in one.items())
            parts.append(f"<p>{html.escape(pairs)}</p>")
    return "".join(parts)
